/** Random problems in which one issue is long, as a price is: each of its options is drawn out to a run of many. */
import fc from 'fast-check';
import { unionOf } from '../../src/engine/option-set.ts';
import type { NarrowProblem, Pattern, SumRule } from '../../src/engine/problem.ts';
import { issueCount, LONG_ISSUE, optionCount } from '../../src/engine/problem.ts';
import { randomProblem } from './random-problem.ts';
import { randomSums } from './random-sums.ts';

/** The problem with each option of one issue drawn out to a run of so many, along which parties win or lose. */
function drawnOut(
  problem: NarrowProblem,
  { issue, length, slopes }: { readonly issue: number; readonly length: number; readonly slopes: readonly number[] },
): NarrowProblem {
  const counts = Array.from({ length: issueCount(problem) }, (_, at) => optionCount(problem, at));
  const place = (row: number, slope: number, column: Float64Array): number[] =>
    Array.from({ length }, (_, step) => column[row]! + Math.trunc((slope * step) / 150));
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

/** Problems of a few thousand deals in which one issue is long. */
export const LONG_PROBLEM = randomProblem({ maxParties: 3, maxIssues: 2, minOptions: 2, maxOptions: 3 }).chain(
  (problem) =>
    fc
      .record({
        sums: randomSums(problem, 1),
        issue: fc.integer({ min: 0, max: issueCount(problem) - 1 }),
        // Two options drawn out make a long issue.
        length: fc.integer({ min: LONG_ISSUE / 2 + 1, max: LONG_ISSUE }),
        slopes: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 3 }),
      })
      .map(({ sums, ...drawn }) => drawnOut({ ...problem, sums }, drawn)),
);
