import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import { unionOf } from '../../../src/engine/option-set.ts';
import type { NarrowProblem, Pattern, Problem, SumRule } from '../../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../../src/engine/problem.ts';
import { coalitionRegion, isInRegion } from '../../../src/engine/region.ts';
import { findDeal } from '../../../src/engine/search/maximise.ts';
import { idealUnits, solution } from '../../../src/engine/solution/solutions.ts';
import { runs } from '../../runs.ts';
import { bruteSolution, coalitionDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { randomSums } from '../random-sums.ts';
import { widened } from '../widened.ts';

/** The problem with each option of one issue drawn out to a run of so many, along which parties win or lose. */
function drawnOut(
  problem: NarrowProblem,
  { issue, length, slopes }: { readonly issue: number; readonly length: number; readonly slopes: readonly number[] },
): NarrowProblem {
  const counts = Array.from({ length: issueCount(problem) }, (_, at) => optionCount(problem, at));
  const place = (row: number, slope: number, column: Float64Array): number[] =>
    Array.from({ length }, (_, step) => column[row]! + Math.trunc((slope * step) / 40));
  const column = (entries: Float64Array, slope: number): Float64Array =>
    Float64Array.from(
      counts.flatMap((count, at) =>
        Array.from({ length: count }, (_, option) => problem.offsets[at]! + option).flatMap((row) =>
          at === issue ? place(row, slope, entries) : [entries[row]!],
        ),
      ),
    );
  const pattern = ({ clauses }: Pattern): Pattern => ({
    clauses: clauses.map((clause) => ({
      ...clause,
      options:
        clause.issue === issue
          ? unionOf(
              clause.options.map((span) => ({ first: span.first * length, last: span.last * length + length - 1 })),
            )
          : clause.options,
    })),
  });
  const long = counts.map((count, at) => (at === issue ? count * length : count));
  return {
    ...problem,
    offsets: Int32Array.from([0, ...long.map((_, at) => long.slice(0, at + 1).reduce((sum, count) => sum + count, 0))]),
    parties: problem.parties.map((party, index) => ({
      ...party,
      contributions: column(party.contributions, slopes[index % slopes.length]!),
      adjustments: party.adjustments.map(({ when, units }) => ({ when: pattern(when), units })),
      redLines: party.redLines.map(pattern),
    })),
    forbidden: problem.forbidden.map(pattern),
    sums: problem.sums.map((rule): SumRule => ({ ...rule, amounts: column(rule.amounts, 1) })),
    consent: {
      ...problem.consent,
      conditional: problem.consent.conditional.map((own) => ({ ...own, when: pattern(own.when) })),
    },
  };
}

/** Problems of few deals in which one issue has hundreds of options. */
const LONG = randomProblem({ maxParties: 3, maxIssues: 3, minOptions: 2, maxOptions: 3 }).chain((problem) =>
  fc
    .record({
      sums: randomSums(problem, 1),
      issue: fc.integer({ min: 0, max: issueCount(problem) - 1 }),
      length: fc.integer({ min: 140, max: 200 }),
      slopes: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 3 }),
    })
    .map(({ sums, ...drawn }) => drawnOut({ ...problem, sums }, drawn)),
);

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
      fc.property(LONG, (problem) => {
        if (check(problem, problem)) answered++;
      }),
      { numRuns: runs(200) },
    );
    expect(answered).toBeGreaterThan(0);
  });

  it('finds it where units are big integers too', () => {
    fc.assert(
      fc.property(LONG, (problem) => {
        check(problem, widened(problem));
      }),
      { numRuns: runs(60) },
    );
  });
});
