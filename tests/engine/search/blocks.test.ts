import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import type { NarrowProblem, Problem } from '../../../src/engine/problem.ts';
import { coalitionRegion, isInRegion } from '../../../src/engine/region.ts';
import { findDeal } from '../../../src/engine/search/maximise.ts';
import { idealUnits, solution } from '../../../src/engine/solution/solutions.ts';
import { runs } from '../../runs.ts';
import { bruteSolution, coalitionDeals } from '../brute-force.ts';
import { LONG_PROBLEM } from '../long-problem.ts';
import { widened } from '../widened.ts';

/** True where there were deals to find the best of. */
function check(narrow: NarrowProblem, problem: Problem): boolean {
  const parties = [...problem.parties.keys()];
  const region = coalitionRegion(problem, parties);
  const deals = coalitionDeals(narrow, parties);
  if (region === null) return false;
  const found = findDeal(problem, region, { nodes: 0 });
  expect(found === null).toBe(deals.length === 0);
  if (found === null) return false;
  expect(isInRegion(problem, region, found.deal)).toBe(true);
  const ideals = idealUnits(problem, region, { nodes: 0 });
  for (const name of SOLUTION_NAMES) {
    const expected = bruteSolution(narrow, name, parties, deals);
    const { deals: best, total } = solution(problem, name, { parties, region }, ideals, 2000);
    expect(total).toBe(BigInt(expected.length));
    expect(best.map(({ deal }) => deal)).toEqual(expected.length > 2000 ? expected.slice(0, 1) : expected);
    const cut = solution(problem, name, { parties, region }, ideals, 1);
    expect(cut.deals.map(({ deal }) => deal)).toEqual(expected.slice(0, 1));
  }
  return true;
}

describe('a search through blocks of options', () => {
  it('finds what a look at every deal finds, patterns and sums along the range included', () => {
    let answered = 0;
    fc.assert(
      fc.property(LONG_PROBLEM, (problem) => {
        if (check(problem, problem)) answered++;
      }),
      { numRuns: runs(200) },
    );
    expect(answered).toBeGreaterThan(0);
  });

  it('finds it where units are big integers too', () => {
    fc.assert(
      fc.property(LONG_PROBLEM, (problem) => {
        check(problem, widened(problem));
      }),
      { numRuns: runs(60) },
    );
  });

  it('finds it through blocks of blocks', () => {
    const options = 70_000;
    const worth = (rising: boolean): Float64Array =>
      Float64Array.from({ length: options + 3 }, (_, row) => {
        if (row >= options) return ((row - options) * (rising ? 7000 : 11_000)) % 17_000;
        return rising ? row : Math.floor((options - row) ** 2 / 90_000) * 2;
      });
    const party = (contributions: Float64Array): NarrowProblem['parties'][number] => ({
      scale: 1,
      contributions,
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 9000,
      strict: false,
      power: 1,
    });
    const problem: NarrowProblem = {
      offsets: Int32Array.of(0, options, options + 3),
      parties: [party(worth(true)), party(worth(false))],
      forbidden: [],
      sums: [],
      consent: { required: [0, 1], quorum: 2, conditional: [] },
    };
    const [one, other] = problem.parties.map(({ contributions }) => contributions);
    let [product, least] = [0, 0];
    for (let option = 0; option < options; option++) {
      for (let last = options; last < options + 3; last++) {
        const [a, b] = [one![option]! + one![last]!, other![option]! + other![last]!];
        if (Math.min(a, b) < 9000) continue;
        product = Math.max(product, a * b);
        least = Math.max(least, Math.min(a, b));
      }
    }
    const zone = { parties: [0, 1], region: coalitionRegion(problem, [0, 1])! };
    const ideals = idealUnits(problem, zone.region, { nodes: 0 });
    const [nash, egalitarian] = (['nash', 'egalitarian'] as const).map((name) => {
      const { proven, deals } = solution(problem, name, zone, ideals, 1);
      expect(proven).toBe(true);
      return deals[0]!.utility;
    });
    expect(nash![0]! * nash![1]!).toBe(product);
    expect(Math.min(...egalitarian!)).toBe(least);
  });
});
