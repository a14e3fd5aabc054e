import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import { coalitionRegion } from '../../../src/engine/region.ts';
import { findDeal } from '../../../src/engine/search/maximise.ts';
import { idealUnits, solution } from '../../../src/engine/solution/solutions.ts';
import { subsetsOfSize } from '../../../src/engine/subsets.ts';
import { bruteSolution, coalitionDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

describe('solutions', () => {
  it.each(SOLUTION_NAMES)('%s finds every maximiser that enumeration finds, for every coalition', (name) => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const everyone = problem.parties.map((_, party) => party);
        for (const size of everyone.map((party) => party + 1)) {
          for (const parties of subsetsOfSize(everyone, size)) {
            const region = coalitionRegion(problem, parties);
            const deals = coalitionDeals(problem, parties);
            if (region === null) {
              expect(deals).toEqual([]);
              continue;
            }
            expect(findDeal(problem, region, { nodes: 0 }) === null).toBe(deals.length === 0);
            if (deals.length === 0) continue;
            const ideals = idealUnits(problem, region, { nodes: 0 });
            const found = solution(problem, name, { parties, region }, ideals, 2000);
            const expected = bruteSolution(problem, name, parties, deals);
            expect(found.deals.map(({ deal }) => deal)).toEqual(expected);
            expect(found.total).toBe(BigInt(expected.length));
            const cut = solution(problem, name, { parties, region }, ideals, 1);
            expect(cut.deals.map(({ deal }) => deal)).toEqual(expected.slice(0, 1));
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
