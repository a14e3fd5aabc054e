import { narrow } from '../engine/narrow.ts';
import { inPoints } from '../../src/engine/units.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { compileProblem } from '../../src/compile/compile.ts';
import type { Answer, Constraint, SolutionName } from '../../src/engine/answer.ts';
import { dominatingDeal } from '../../src/engine/draft/efficiency.ts';
import type { Deal, Problem } from '../../src/engine/problem.ts';
import { solve } from '../../src/engine/solve.ts';
import type { SolveOptions } from '../../src/engine/solve.ts';
import { parseScenarioText } from '../../src/scenario/read/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { allDeals, zoneDeals } from '../engine/brute-force.ts';
import { chosen } from '../runs.ts';
import type { PeerDeal, ScorableGame } from './answer-types.ts';
import { PLATFORM_DOMAINS, SCORABLE_GAMES } from './expected.ts';
import { optionId, optionList } from '../../src/scenario/format/options.ts';

const OPTIONS: SolveOptions = { drafts: [], coalition: null, ties: 1000, states: 200_000, seed: 'peers' };

interface Case {
  readonly scenario: Scenario;
  readonly problem: Problem;
}

function read(file: string, change: (text: string) => string = (text) => text): Case {
  const loaded = parseScenarioText(change(readFileSync(new URL(file, import.meta.url), 'utf8')), file);
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  return { scenario: loaded.scenario, problem: compileProblem(loaded.scenario).problem };
}

function withConsent({ file, quorum }: ScorableGame): Case {
  return read(file, (text) => {
    const document = parseDocument(text);
    document.set('consent', { needs: quorum.consent });
    return String(document);
  });
}

function withRaisedMinimums({ file, emptyZone }: ScorableGame): Problem {
  const problem = narrow(read(file).problem);
  const parties = problem.parties.map((party) => ({
    ...party,
    reservation: party.reservation + emptyZone.raise * party.scale,
  }));
  return { ...problem, parties };
}

function name({ scenario }: Case, deal: Deal): PeerDeal {
  return Object.fromEntries(scenario.issues.map((own, issue) => [own.id, optionId(own, deal[issue]!)]));
}

function dealsOf(answer: Answer, game: Case, solution: SolutionName): PeerDeal[] {
  return answer.solutions![solution].deals.map(({ deal }) => name(game, deal));
}

function partyId({ scenario }: Case, constraint: Constraint): string {
  expect(constraint.kind).toBe('reservation');
  return scenario.parties[constraint.party]!.id;
}

describe.each(SCORABLE_GAMES)('$source', (game) => {
  const base = read(game.file);
  const answer = solve(base.problem, OPTIONS);
  const byParty = (values: readonly number[]): Record<string, number> =>
    Object.fromEntries(base.scenario.parties.map(({ id }, party) => [id, values[party]!]));

  it('has the published zone', () => {
    expect(answer.space).toBe(BigInt(game.deals));
    expect(answer.zone.count).toEqual({ kind: 'exact', count: BigInt(game.zone) });
    const dead = base.scenario.issues.map((own, issue) => [
      own.id,
      optionList(own).flatMap((option, index) =>
        answer.zone.status[base.problem.offsets[issue]! + index] === 'dead' ? [option.id] : [],
      ),
    ]);
    expect(Object.fromEntries(dead)).toEqual(game.deadOptions);
  });

  it('has the published zone under a quorum with vetoes', () => {
    const zone = solve(withConsent(game).problem, OPTIONS).zone;
    expect(zone.count).toEqual({ kind: 'exact', count: BigInt(game.quorum.zone) });
  });

  it('has the published solutions', () => {
    expect(dealsOf(answer, base, 'nash')).toEqual([game.nash.deal]);
    expect(dealsOf(answer, base, 'egalitarian')).toEqual([game.leximin.deal]);
    expect(dealsOf(answer, base, 'kalai-smorodinsky')).toEqual([game.kalaiSmorodinsky.deal]);
    expect(dealsOf(answer, base, 'utilitarian')).toEqual([game.utilitarian.deal]);
    const gains = (solution: SolutionName): number[] =>
      answer.solutions![solution].deals[0]!.utility.map(
        (points, party) =>
          points - inPoints(base.problem.parties[party]!.disagreement, base.problem.parties[party]!.scale),
      );
    expect(gains('nash').reduce((product, gain) => product * gain, 1)).toBe(game.nash.product);
    expect(gains('egalitarian').sort((a, b) => a - b)).toEqual(game.leximin.gains);
    const total = answer.solutions!.utilitarian.deals[0]!.utility.reduce((sum, points) => sum + points, 0);
    expect(total).toBe(game.utilitarian.sum);
  });

  it('has the published sole blockers, headroom and uniform slack', () => {
    const blockers = answer.zone.soleBlocker.map((count) => (count.kind === 'exact' ? Number(count.count) : NaN));
    if (game.soleBlocker !== null) expect(byParty(blockers)).toEqual(game.soleBlocker);
    const headroom = answer.zone.ideal.map(
      (ideal, party) => ideal! - inPoints(base.problem.parties[party]!.reservation, base.problem.parties[party]!.scale),
    );
    expect(byParty(headroom)).toEqual(game.headroom);
    expect(answer.uniformSlack).toBe(game.uniformSlack);
  });

  it('explains the empty zone of raised minimums by a published conflict and its repairs', () => {
    const raised = solve(withRaisedMinimums(game), OPTIONS);
    expect(raised.zone.empty).toBe(true);
    expect(raised.uniformSlack).toBe(game.uniformSlack - game.emptyZone.raise);
    const { conflict, openings } = raised.collision!;
    const ids = conflict.map((constraint) => partyId(base, constraint)).sort();
    expect(game.emptyZone.conflicts.map((parties) => [...parties].sort())).toContainEqual(ids);
    const repairs = openings.map(({ drop }) => drop.map((constraint) => partyId(base, constraint)).sort());
    const published = game.emptyZone.repairs.map((parties) => [...parties].sort());
    for (const repair of repairs) expect(published).toContainEqual(repair);
    expect(repairs.length).toBe(ids.length);
  });
});

it.each(chosen(SCORABLE_GAMES, (_, k) => k === SCORABLE_GAMES.length - 1))(
  '$source has the published number of efficient deals',
  ({ file, efficientInSpace }) => {
    const { problem } = read(file);
    const efficient = allDeals(problem).filter((deal) => dominatingDeal(problem, deal, { nodes: 0 }) === null);
    expect(efficient.length).toBe(efficientInSpace);
  },
);

describe.each(PLATFORM_DOMAINS)('$source', (domain) => {
  const base = read(domain.file);
  const answer = solve(base.problem, OPTIONS);
  const halfUnit = 0.5 * 10 ** -domain.decimals + 1e-12;

  it('has the published zone', () => {
    expect(base.problem.parties.length).toBe(domain.parties);
    expect(answer.space).toBe(BigInt(domain.deals));
    expect(answer.zone.count).toEqual({ kind: 'exact', count: BigInt(domain.zone) });
  });

  it('has the published number of efficient deals in the zone', () => {
    const efficient = zoneDeals(base.problem).filter(
      (deal) => dominatingDeal(base.problem, deal, { nodes: 0 }) === null,
    );
    expect(efficient.length).toBe(domain.efficientInZone);
  });

  const published = [
    { solution: 'nash', expected: [domain.nash] },
    { solution: 'egalitarian', expected: [domain.leximin] },
    { solution: 'kalai-smorodinsky', expected: [domain.kalaiSmorodinsky] },
    ...(domain.utilitarian === null ? [] : [{ solution: 'utilitarian', expected: domain.utilitarian } as const]),
  ] as const;

  it.each(published)('has the published $solution deals', ({ solution, expected }) => {
    expect(dealsOf(answer, base, solution)).toEqual(expected.map(({ deal }) => deal));
    expected.forEach(({ utility }, index) => {
      utility?.forEach((share, party) => {
        const points = answer.solutions![solution].deals[index]!.utility[party]!;
        expect(Math.abs(points / 100 - share)).toBeLessThanOrEqual(halfUnit);
      });
    });
  });
});
