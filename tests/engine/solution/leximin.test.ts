import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coalitionRegion } from '../../../src/engine/region.ts';
import type { NarrowProblem } from '../../../src/engine/problem.ts';
import { seededRandom } from '../../../src/engine/random.ts';
import { leximin } from '../../../src/engine/solution/leximin.ts';
import { gainTerms } from '../../../src/engine/solution/terms.ts';
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
        for (const met of [0, 1, 5000]) {
          const found = leximin(problem, region, gains, 2000, { nodes: 0 }, met);
          expect(found).toEqual({ deals: expected, total: BigInt(expected.length) });
        }
        compared++;
      }),
      { numRuns: runs(1500) },
    );
    expect(compared).toBeGreaterThan(runs(100));
  });

  it('finds the same level by level as by the deals listed under the bound, where a walk would take too long', () => {
    for (const seed of ['two', 'three']) {
      const problem = manyIssues(40, 6, seed);
      const region = coalitionRegion(problem, problem.consent.required)!;
      const terms = gainTerms(problem, problem.consent.required);
      const effort = { nodes: 0 };
      const listed = leximin(problem, region, terms, 10, effort);
      expect(effort.nodes).toBeGreaterThan(PATIENCE);
      expect(listed.total).toBeGreaterThan(0n);
      expect(leximin(problem, region, terms, 10, { nodes: 0 }, 0)).toEqual(listed);
    }
  });
});

/** Nodes after which deals are listed. */
const PATIENCE = 15_000;

/** Three options for each issue, whole numbers up to a hundred thousand. */
function manyIssues(issues: number, parties: number, seed: string): NarrowProblem {
  const random = seededRandom(seed);
  return {
    offsets: Int32Array.from({ length: issues + 1 }, (_, issue) => 3 * issue),
    parties: Array.from({ length: parties }, () => ({
      scale: 100,
      contributions: Float64Array.from({ length: 3 * issues }, () => Math.floor(100_001 * random())),
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 45_000 * issues,
      strict: false,
      power: 1,
    })),
    sums: [],
    forbidden: [],
    consent: { required: Array.from({ length: parties }, (_, party) => party), quorum: parties, conditional: [] },
  };
}
