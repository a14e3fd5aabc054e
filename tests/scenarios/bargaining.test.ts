/** Holds the shipped scenarios to what their documents say of bargaining. */
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { runHere } from '../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../src/jobs/job.ts';
import { agreedIn, askForesight } from '../../src/questions/bargain/ask-foresight.ts';
import { askSession } from '../../src/questions/bargain/ask-session.ts';
import type { ForesightCase, SessionCase } from '../../src/questions/bargain/case.ts';
import { concessionsOf } from '../../src/questions/bargain/moves.ts';
import { setupOf } from '../../src/questions/bargain/setup.ts';
import type { Wishes } from '../../src/questions/bargain/setup.ts';
import type { Asker } from '../../src/questions/question.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { shipped } from '../shipped.ts';
import { named, without } from './support.ts';

const HERE: Asker = {
  patience: 'screen',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
};

function opened(scenario: Scenario) {
  const compiled = compileProblem(scenario);
  return { file: scenario, scenario, compiled, assumptions: [], changed: <T>(at: T) => at, warnings: [], version: '1' };
}

function session(scenario: Scenario, wishes: Partial<Wishes> = {}): Promise<SessionCase> {
  const of = opened(scenario);
  return askSession(of, setupOf(of, { seed: '1', ...wishes }), HERE);
}

function foresight(scenario: Scenario, wishes: Partial<Wishes> = {}): Promise<ForesightCase> {
  const of = opened(scenario);
  return askForesight(of, setupOf(of, { seed: '1', equilibrium: true, ...wishes }), undefined, HERE);
}

const gains = ({ equilibrium }: ForesightCase): readonly number[] => equilibrium.rounds[0]!.gain;

describe('the lease', () => {
  const scenario = shipped('lease');

  it('ends in the last round, on the last offer of the owner', async () => {
    const { session: talk, comparison } = await session(scenario);
    expect(talk.agreement).toMatchObject({ round: 10, proposer: 1, utility: [60, 80] });
    expect(named(scenario, talk.agreement!.deal)).toBe('1300 ten');
    expect(comparison.agreement?.efficient).toBe(true);
    expect(concessionsOf(talk).map(({ moves }) => moves)).toEqual([0, 1]);
  });

  it('gives foresight to whoever speaks last', async () => {
    const ten = await foresight(scenario);
    expect(agreedIn(ten.equilibrium)).toMatchObject({ round: 1, proposer: 0 });
    expect(gains(ten)).toEqual([5, 60]);
    expect(gains(await foresight(scenario, { rounds: 9 }))).toEqual([35, 0]);
  });
});

describe('the quarry dispute', () => {
  const scenario = shipped('quarry-dispute');
  const open = without(scenario, 'residents', 'hedge');

  it('ends without a deal with the red line, and in the last round without it', async () => {
    const shut = await session(scenario);
    expect(shut.session.ended).toBe('deadline');
    expect(shut.comparison.glances[0]?.empty).toBe(true);
    const { session: talk, compiled, comparison } = await session(open);
    const least = compiled.problem.parties.map(({ disagreement, scale }) => Number(disagreement) / Number(scale));
    expect(talk.agreement).toMatchObject({ round: 20, proposer: 2 });
    expect(talk.agreement!.utility.map((points, party) => points - least[party]!)).toEqual([17, 8, 29]);
    expect(comparison.agreement?.efficient).toBe(true);
  });

  it('gives foresight to the company, which speaks last', async () => {
    const found = await foresight(open);
    expect(agreedIn(found.equilibrium)).toMatchObject({ round: 1, proposer: 0 });
    expect(gains(found)).toEqual([16, 31, 13]);
  });
});
