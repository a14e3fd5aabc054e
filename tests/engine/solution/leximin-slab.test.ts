import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deal, NarrowProblem } from '../../../src/engine/problem.ts';
import { coalitionRegion, isInRegion } from '../../../src/engine/region.ts';
import { maximise } from '../../../src/engine/search/maximise.ts';
import { minimumObjective } from '../../../src/engine/search/objective.ts';
import { leximinBest } from '../../../src/engine/solution/leximin-best.ts';
import { leximinInSlab } from '../../../src/engine/solution/leximin-slab.ts';
import { gainTerms, termsOf } from '../../../src/engine/solution/terms.ts';
import { allUnits, compareDeals } from '../../../src/engine/deal.ts';
import { seededRandom } from '../../../src/engine/random.ts';
import { runs } from '../../runs.ts';
import { anyNumbers, withoutPatterns } from '../any-numbers.ts';
import { allDeals } from '../brute-force.ts';

function everybody({ parties }: NarrowProblem): readonly number[] {
  return [...parties.keys()];
}

function sorted(deals: readonly Deal[]): readonly Deal[] {
  return deals.toSorted(compareDeals);
}

describe('leximin in a slab under the bound', () => {
  it('finds all deals that comparing each deal finds, by gains and by losses, whatever the numbers', () => {
    const problems = anyNumbers({ maxParties: 5, maxIssues: 5, maxOptions: 4 }).map(withoutPatterns);
    fc.assert(
      fc.property(problems, (problem) => {
        const parties = everybody(problem);
        const region = coalitionRegion(problem, parties)!;
        const deals = allDeals(problem).filter((deal) => isInRegion(problem, region, deal));
        fc.pre(deals.length > 0);
        const ideals = parties.map((party) => Math.max(...deals.map((deal) => Number(allUnits(problem, deal)[party]))));
        const { gains, losses } = termsOf(problem, parties, ideals);
        for (const terms of [gains, losses]) {
          const found = leximinInSlab(problem, region, terms, { nodes: 0 })!;
          const best = leximinBest(problem, terms, deals);
          expect(found.total).toBe(best.total);
          expect(sorted(found.deals)).toEqual(sorted(best.deals));
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('reaches the level that a search of partial deals proves, where issues are many', () => {
    for (const seed of ['one', 'two', 'three']) {
      const problem = manyIssues(70, seed);
      const parties = everybody(problem);
      const region = coalitionRegion(problem, parties)!;
      const terms = gainTerms(problem, parties);
      const objective = minimumObjective(terms);
      const best = maximise(problem, region, objective, { nodes: 0 })!;
      const [deal] = leximinInSlab(problem, region, terms, { nodes: 0 })!.deals;
      expect(isInRegion(problem, region, deal!)).toBe(true);
      expect(objective.compare(allUnits(problem, deal!), best.utility)).toBe(0);
    }
  });

  it('gives up where it may not list enough', () => {
    const problem = manyIssues(70, 'one');
    const region = coalitionRegion(problem, everybody(problem))!;
    expect(leximinInSlab(problem, region, gainTerms(problem, everybody(problem)), { nodes: 0, limit: 1 })).toBe(null);
  });
});

/** Three parties, three options for each issue, whole numbers from 0 to 200. */
function manyIssues(issues: number, seed: string): NarrowProblem {
  const random = seededRandom(seed);
  return {
    offsets: Int32Array.from({ length: issues + 1 }, (_, issue) => 3 * issue),
    parties: Array.from({ length: 3 }, () => ({
      scale: 100,
      contributions: Float64Array.from({ length: 3 * issues }, () => Math.floor(201 * random())),
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 90 * issues,
      strict: false,
      power: 1,
    })),
    sums: [],
    forbidden: [],
    consent: { required: [0, 1, 2], quorum: 3, conditional: [] },
  };
}
