import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { runHere } from '../../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../../src/jobs/job.ts';
import { InputError } from '../../../src/questions/input-error.ts';
import { readOptions } from '../../../src/questions/option.ts';
import type { Given } from '../../../src/questions/option.ts';
import type { Asker, OpenCase } from '../../../src/questions/question.ts';
import { askTournament } from '../../../src/questions/tournament/ask.ts';
import type { TournamentCase } from '../../../src/questions/tournament/case.ts';
import { csvText } from '../../../src/questions/tournament/csv.ts';
import { gambitText } from '../../../src/questions/tournament/gambit.ts';
import { tournament, tournamentOptions } from '../../../src/questions/tournament/question.ts';
import { shipped } from '../../shipped.ts';

const HERE: Asker = {
  patience: 'command',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
};

/** Stopped after its first part. */
const STOPPED: Asker = {
  patience: 'command',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.slice(0, 1).map((job) => runHere(job))),
  }),
};

function lease(): OpenCase {
  const scenario = shipped('lease');
  const compiled = compileProblem(scenario);
  return { file: scenario, scenario, compiled, assumptions: [], changed: (at) => at, warnings: [], version: '1.2.3' };
}

function ask(given: Given, asker: Asker = HERE): Promise<TournamentCase> {
  return askTournament(lease(), readOptions(tournamentOptions, given), asker);
}

describe('the table of a tournament', () => {
  it('is a game for Gambit: the first party changes first, and every profile has the gains of all', async () => {
    const of = await ask({ menu: 'linear,hardliner', rounds: 5 });
    const text = gambitText(of);
    expect(text).toMatch(
      /^NFG 1 R ".*"\n\{ "bakery" "owner" \}\n\n\{ \{ "linear" "hardliner" \}\n\{ "linear" "hardliner" \} \}\n""\n\n/,
    );
    const numbers = text
      .slice(text.indexOf('""') + 4)
      .trim()
      .split(/\s+/)
      .map(Number);
    const { profiles } = of.tournament;
    expect(numbers).toEqual([0, 2, 1, 3].flatMap((profile) => profiles[profile]!.gain));
  });

  it('is a line for each profile', async () => {
    const of = await ask({ menu: 'linear,hardliner', rounds: 5 });
    const [heading, ...rows] = csvText(of).trim().split('\r\n');
    expect(heading).toBe(
      'strategy bakery,strategy owner,runs,agreements,gain bakery,gain owner,regret bakery,regret owner,equilibrium',
    );
    expect(rows.map((row) => row.split(',').slice(0, 3).join())).toEqual([
      'linear,linear,10',
      'linear,hardliner,10',
      'hardliner,linear,10',
      'hardliner,hardliner,10',
    ]);
  });

  it('keeps to one strategy for a party that is fixed', async () => {
    const { menus } = await ask({ menu: 'linear,hardliner', strategies: 'owner=conceder', rounds: 5 });
    expect(menus.map((menu) => menu.map(({ kind }) => kind))).toEqual([['linear', 'hardliner'], ['conceder']]);
  });

  it('has what was done where it was stopped, without best replies', async () => {
    const of = await ask({ rounds: 3 }, STOPPED);
    expect(of.tournament.profiles.length).toBeLessThan(of.asked);
    expect(of.tournament.game).toBeNull();
    expect(() => gambitText(of)).toThrow(InputError);
    expect(csvText(of).split('\r\n')[0]).not.toContain('regret');
  });

  it('refuses menus that cannot be', async () => {
    for (const menu of ['lineal', 'linear,linear', ',']) await expect(ask({ menu })).rejects.toThrow(InputError);
    expect(() => tournament.check({ nfg: true, sample: '3' })).toThrow(InputError);
  });
});
