import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allUnits, compareDeals } from '../../../src/engine/deal.ts';
import type { NarrowProblem } from '../../../src/engine/problem.ts';
import { coalitionRegion, isInRegion } from '../../../src/engine/region.ts';
import { buildSystem } from '../../../src/engine/search/build-system.ts';
import { minimumObjective, productObjective } from '../../../src/engine/search/objective.ts';
import { dealOf } from '../../../src/engine/search/system.ts';
import { dealsUnderBound } from '../../../src/engine/search/under-bound.ts';
import { gainTerms } from '../../../src/engine/solution/terms.ts';
import { runs } from '../../runs.ts';
import { anyNumbers } from '../any-numbers.ts';
import { allDeals } from '../brute-force.ts';

function withoutPatterns(problem: NarrowProblem): NarrowProblem {
  const required = [...problem.parties.keys()];
  return {
    ...problem,
    parties: problem.parties.map((party) => ({ ...party, redLines: [], adjustments: [] })),
    forbidden: [],
    consent: { required, quorum: required.length, conditional: [] },
  };
}

it('lists all deals down to a level, and from the highest level on those of one that is reached', () => {
  const asked = fc.tuple(
    anyNumbers({ maxParties: 4, maxIssues: 5, maxOptions: 4 }).map(withoutPatterns),
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  );
  let listed = 0;
  fc.assert(
    fc.property(asked, ([problem, chosen]) => {
      const parties = problem.consent.required;
      const region = coalitionRegion(problem, parties)!;
      const deals = allDeals(problem).filter((deal) => isInRegion(problem, region, deal));
      fc.pre(deals.length > 0);
      const terms = gainTerms(problem, parties);
      const objective = minimumObjective(terms);
      const known = allUnits(problem, deals[Math.floor(chosen * deals.length)]!);
      const least = objective.value(known);
      const system = buildSystem(problem, region)!;
      const listing = (what: 'all' | 'highest') =>
        dealsUnderBound(system, objective, { start: null, least, listing: what }, { nodes: 0 })!
          .map((rows) => dealOf(system, rows))
          .toSorted(compareDeals);
      const reaching = deals.filter((deal) => objective.compare(allUnits(problem, deal), known) >= 0);
      expect(listing('all')).toEqual(reaching);
      const high = listing('highest');
      const lowest = high
        .map((deal) => allUnits(problem, deal))
        .reduce((low, units) => (objective.compare(units, low) < 0 ? units : low));
      expect(high).toEqual(deals.filter((deal) => objective.compare(allUnits(problem, deal), lowest) >= 0));
      listed += reaching.length;
      const product = productObjective(terms);
      expect(dealsUnderBound(system, product, { start: null, least, listing: 'all' }, { nodes: 0 })).toBeNull();
    }),
    { numRuns: runs(300) },
  );
  expect(listed).toBeGreaterThan(runs(300) * 3);
});
