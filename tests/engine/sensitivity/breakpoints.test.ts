/** Breakpoints against looking at every deal at every step. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import type { SolutionName } from '../../../src/engine/answer.ts';
import { firstWithDeal } from '../../../src/engine/coalitions.ts';
import { utilityUnits } from '../../../src/engine/deal.ts';
import type { NarrowParty as Party, NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { issueCount } from '../../../src/engine/problem.ts';
import type { Reach, Recommendation } from '../../../src/engine/sensitivity/breakpoints.ts';
import { breakpoints } from '../../../src/engine/sensitivity/breakpoints.ts';
import type { NumberLine } from '../../../src/engine/sensitivity/number-line.ts';
import { furthest, problemAt } from '../../../src/engine/sensitivity/number-line.ts';
import { bruteSolution, coalitionDeals, zoneDeals } from '../brute-force.ts';
import { narrow } from '../narrow.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

const STEPS = 24;

interface Question {
  readonly problem: Problem;
  readonly line: NumberLine;
}

const question: fc.Arbitrary<Question> = randomProblem({ maxParties: 4, maxIssues: 3, maxOptions: 3 }).chain(
  (problem) =>
    fc
      .record({
        party: fc.integer({ min: 0, max: problem.parties.length - 1 }),
        issue: fc.integer({ min: 0, max: issueCount(problem) - 1 }),
        at: fc.integer({ min: 1, max: STEPS - 1 }),
        kind: fc.constantFrom('weight' as const, 'reservation' as const, 'disagreement' as const, 'both' as const),
      })
      .map((choice) => lineOf(problem, choice)),
);

function lineOf(
  problem: Problem,
  { party, issue, at, kind }: { party: number; issue: number; at: number; kind: NumberLine['kind'] | 'both' },
): Question {
  const own = problem.parties[party]!;
  const [from, to] = [problem.offsets[issue]!, problem.offsets[issue + 1]!];
  const ofIssue = (row: number): boolean => row >= from && row < to;
  const ends = ((): readonly [Party, Party] => {
    if (kind === 'weight') {
      const others = own.contributions.map((units, row) => (ofIssue(row) ? 0 : units));
      const alone = own.contributions.map((units, row) => (ofIssue(row) ? 3 * units : 0));
      return [
        { ...own, contributions: others },
        { ...own, contributions: alone },
      ];
    }
    const moved = (by: number): Party => ({
      ...own,
      disagreement: own.disagreement + (kind === 'reservation' ? 0 : by),
      reservation: own.reservation + (kind === 'disagreement' ? 0 : by),
    });
    return [moved(-at), moved(STEPS - at)];
  })();
  const room = own.reservation - own.disagreement;
  const line: NumberLine = {
    party,
    kind: kind === 'both' ? 'reservation' : kind,
    first: ends[0],
    last: ends[1],
    steps: STEPS,
    at,
    // The reservation value may never be below the disagreement value.
    least: kind === 'reservation' ? Math.max(0, at - room) : 0,
    most: kind === 'disagreement' ? Math.min(STEPS, at + room) : STEPS,
  };
  return { problem: narrow(problemAt(problem, line, at)), line };
}

function recommend({ problem, line }: Question, solution: SolutionName): Recommendation | null {
  const here = problemAt(problem, line, line.at);
  const zone = firstWithDeal(here, { nodes: 0 });
  if (zone === null) return null;
  const deal = bruteSolution(here, solution, zone.parties, coalitionDeals(here, zone.parties))[0]!;
  return { solution, coalition: zone.parties, deal };
}

/** The last step towards an end up to which something stays as it is at the start. */
function looked(line: NumberLine, end: number, isSame: (step: number) => boolean): Reach {
  const towards = Math.sign(end - line.at);
  for (let step = line.at; step !== end; step += towards) {
    if (!isSame(step + towards)) return { until: step, changes: true, changedBy: null };
  }
  return { until: end, changes: false, changedBy: null };
}

/** Every signer gains by the deal: else no product is held against others. */
function allGain(problem: Problem, { coalition, deal }: Recommendation): boolean {
  return coalition.every((k) => utilityUnits(problem, problem.parties[k]!, deal) > problem.parties[k]!.disagreement);
}

function isBest(problem: Problem, { solution, coalition, deal }: Recommendation): boolean {
  const deals = coalitionDeals(problem, coalition);
  const key = JSON.stringify(deal);
  if (!deals.some((other) => JSON.stringify(other) === key)) return false;
  return bruteSolution(problem, solution, coalition, deals).some((other) => JSON.stringify(other) === key);
}

describe('breakpoints', () => {
  it('finds where the verdict changes first', () => {
    let changes = 0;
    fc.assert(
      fc.property(question, ({ problem, line }) => {
        const [found] = breakpoints(problem, [line], null, () => {});
        const isEmpty = (step: number): boolean => zoneDeals(problemAt(problem, line, step)).length === 0;
        const before = isEmpty(line.at);
        const same = (step: number): boolean => isEmpty(step) === before;
        expect(found!.verdict).toEqual({ down: looked(line, line.least, same), up: looked(line, line.most, same) });
        expect(found!.deal).toBeNull();
        if (found!.verdict.down.changes || found!.verdict.up.changes) changes++;
      }),
      { numRuns: runs(600) },
    );
    expect(changes).toBeGreaterThan(runs(10));
  });

  it.each(SOLUTION_NAMES)('finds where the %s deal stops being a best one, at every step', (solution) => {
    let [changes, asked] = [0, 0];
    fc.assert(
      fc.property(question, (given) => {
        const recommended = recommend(given, solution);
        if (recommended === null) return;
        const { problem, line } = given;
        const [found] = breakpoints(problem, [line], recommended, () => {});
        const same = (step: number): boolean => isBest(narrow(problemAt(problem, line, step)), recommended);
        if (found!.deal === null) {
          expect([solution, allGain(narrow(problemAt(problem, line, line.at)), recommended)]).toEqual(['nash', false]);
          return;
        }
        asked++;
        expect(found!.deal).toEqual({ down: looked(line, line.least, same), up: looked(line, line.most, same) });
        if (found!.deal.down.changes || found!.deal.up.changes) changes++;
      }),
      { numRuns: runs(400) },
    );
    expect(asked).toBeGreaterThan(runs(30));
    expect(changes).toBeGreaterThan(runs(10));
  });

  it('says nothing false, whatever number of nodes it has', () => {
    fc.assert(
      fc.property(question, fc.integer({ min: 1, max: 400 }), (given, nodes) => {
        const { problem, line } = given;
        const recommended = recommend(given, 'nash');
        const [full] = breakpoints(problem, [line], recommended, () => {});
        const [found] = breakpoints(problem, [line], recommended, () => {}, nodes);
        const expectWithin = (known: Reach, right: Reach): void => {
          if (known.changes) expect(known).toEqual(right);
          expect(Math.abs(known.until - line.at)).toBeLessThanOrEqual(Math.abs(right.until - line.at));
        };
        expectWithin(found!.verdict.down, full!.verdict.down);
        expectWithin(found!.verdict.up, full!.verdict.up);
        expect(found!.deal === null).toBe(full!.deal === null);
        if (found!.deal === null || full!.deal === null) return;
        expectWithin(found!.deal.down, full!.deal.down);
        expectWithin(found!.deal.up, full!.deal.up);
      }),
      { numRuns: runs(150) },
    );
  });

  it('says how many numbers are done', () => {
    const { problem, line } = fc.sample(question, { numRuns: 1, seed: 1 })[0]!;
    const told: number[] = [];
    breakpoints(problem, [line, line], null, (done) => told.push(done));
    expect(told).toEqual([1, 2]);
  });
});

describe('furthest', () => {
  it('is the last step that holds, in either direction', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(100), (from, to, room) => {
        const last = Math.abs(to - from) <= room ? to : from + Math.sign(to - from) * room;
        expect(furthest(from, to, (step) => Math.abs(step - from) <= room)).toBe(last);
      }),
    );
  });
});
