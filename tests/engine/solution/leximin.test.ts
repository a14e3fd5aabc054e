import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coalitionRegion } from '../../../src/engine/region.ts';
import { leximin } from '../../../src/engine/solution/leximin.ts';
import { bruteSolution, coalitionDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

describe('leximin', () => {
  it('finds the same deals level by level as by looking at every deal of the first level', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const everyone = problem.parties.map((_, party) => party);
        const region = coalitionRegion(problem, everyone);
        const deals = coalitionDeals(problem, everyone);
        if (region === null || deals.length === 0) return;
        const gains = problem.parties.map(({ disagreement, scale }, party) => ({
          party,
          offset: disagreement,
          divisor: scale,
          strict: false,
          power: 1,
        }));
        const expected = bruteSolution(problem, 'egalitarian', everyone, deals);
        for (const swept of [0, 1, 5000]) {
          const found = leximin(problem, region, gains, 2000, { nodes: 0 }, swept);
          expect(found).toEqual({ deals: expected, total: BigInt(expected.length) });
        }
        compared++;
      }),
      { numRuns: runs(1500) },
    );
    expect(compared).toBeGreaterThan(runs(100));
  });
});
