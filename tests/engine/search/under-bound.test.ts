import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allUnits, compareDeals } from '../../../src/engine/deal.ts';
import { coalitionRegion, isInRegion, withFloors } from '../../../src/engine/region.ts';
import { buildSystem } from '../../../src/engine/search/build-system.ts';
import { minimumObjective, productObjective } from '../../../src/engine/search/objective.ts';
import { dealOf } from '../../../src/engine/search/system.ts';
import { dealsUnderBound } from '../../../src/engine/search/under-bound.ts';
import { gainTerms } from '../../../src/engine/solution/terms.ts';
import { runs } from '../../runs.ts';
import { anyNumbers, withoutPatterns } from '../any-numbers.ts';
import { allDeals } from '../brute-force.ts';

/** Deals from a number between 0 and 1. */
function chosenOf<T>(things: readonly T[], chosen: number): T {
  return things[Math.floor(chosen * things.length)]!;
}

const asked = fc.tuple(
  anyNumbers({ maxParties: 4, maxIssues: 5, maxOptions: 4 }).map(withoutPatterns),
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
);

it('lists all deals down to a level, and from the highest level on those of one that is reached', () => {
  let listed = 0;
  fc.assert(
    fc.property(asked, ([problem, chosen]) => {
      const parties = problem.consent.required;
      const region = coalitionRegion(problem, parties)!;
      const deals = allDeals(problem).filter((deal) => isInRegion(problem, region, deal));
      fc.pre(deals.length > 0);
      const terms = gainTerms(problem, parties);
      const objective = minimumObjective(terms);
      const known = allUnits(problem, chosenOf(deals, chosen));
      const least = objective.value(known);
      const system = buildSystem(problem, region)!;
      const listing = (what: 'all' | 'highest') =>
        dealsUnderBound(system, objective, { start: null, least, down: what }, { nodes: 0 })!
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
    }),
    { numRuns: runs(300) },
  );
  expect(listed).toBeGreaterThan(runs(300) * 3);
});

it('lists of a product whatever is as large as a known one, and nothing that is clearly smaller', () => {
  let [listed, passed] = [0, 0];
  fc.assert(
    fc.property(asked, ([problem, chosen]) => {
      const parties = problem.consent.required;
      const region = withFloors(
        coalitionRegion(problem, parties)!,
        problem.parties.map(({ disagreement }, party) => [party, disagreement + 1] as const),
      );
      const deals = allDeals(problem).filter((deal) => isInRegion(problem, region, deal));
      fc.pre(deals.length > 0);
      const objective = productObjective(gainTerms(problem, parties));
      const known = allUnits(problem, chosenOf(deals, chosen));
      const least = objective.value(known);
      const system = buildSystem(problem, region)!;
      const found = dealsUnderBound(system, objective, { start: null, least, down: 'highest' }, { nodes: 0 })!.map(
        (rows) => dealOf(system, rows),
      );
      const reaching = deals.filter((deal) => objective.compare(allUnits(problem, deal), known) >= 0);
      expect(found).toEqual(expect.arrayContaining([...reaching]));
      for (const deal of found) expect(objective.value(allUnits(problem, deal))).toBeGreaterThan(least - 1e-6);
      listed += found.length;
      passed += deals.length - found.length;
    }),
    { numRuns: runs(300) },
  );
  expect(listed).toBeGreaterThan(runs(300) * 3);
  expect(passed).toBeGreaterThan(runs(300) * 3);
});
