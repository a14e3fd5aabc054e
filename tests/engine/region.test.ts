import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Problem } from '../../src/engine/problem.ts';
import { allIssues, leastSigned, optionCount } from '../../src/engine/problem.ts';
import { isInRegion, isOutOfReach } from '../../src/engine/region.ts';
import type { Region } from '../../src/engine/region.ts';
import { runs } from '../runs.ts';
import { allDeals } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';
import { widened } from './widened.ts';

const asked = randomProblem({ maxParties: 3, maxIssues: 4, maxOptions: 3 }).chain((problem) =>
  fc.record({
    problem: fc.constant(problem),
    party: fc.nat(problem.parties.length - 1),
    fixed: fc.tuple(...allIssues(problem).map((issue) => fc.option(fc.nat(optionCount(problem, issue) - 1)))),
  }),
);

/** The completions that one party accepts. */
function regionOf(problem: Problem, party: number, fixed: readonly (number | null)[]): Region {
  const { redLines } = problem.parties[party]!;
  return {
    floors: problem.parties.map((own, index) => (index === party ? leastSigned(own) : -Infinity)),
    forbidden: [...problem.forbidden, ...redLines],
    sums: problem.sums,
    fixed,
  };
}

it('holds no deal where it is out of reach, whatever the numbers are made of', () => {
  fc.assert(
    fc.property(asked, ({ problem, party, fixed }) => {
      for (const of of [problem, widened(problem)]) {
        const region = regionOf(of, party, fixed);
        if (!isOutOfReach(of, region)) continue;
        expect(allDeals(of).filter((deal) => isInRegion(of, region, deal))).toEqual([]);
      }
    }),
    { numRuns: runs(2000) },
  );
});

it('says so of every region without a deal where one party asks and nothing open is forbidden', () => {
  fc.assert(
    fc.property(asked, ({ problem: written, party, fixed }) => {
      const problem = { ...written, forbidden: [], sums: [] };
      const own = { ...problem.parties[party]!, redLines: [], adjustments: [] };
      const alone = { ...problem, parties: problem.parties.with(party, own) };
      const region = regionOf(alone, party, fixed);
      const isEmpty = !allDeals(alone).some((deal) => isInRegion(alone, region, deal));
      expect(isOutOfReach(alone, region)).toBe(isEmpty);
    }),
    { numRuns: runs(2000) },
  );
});
