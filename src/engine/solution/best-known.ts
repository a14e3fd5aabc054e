/**
 * The best of the deals known by one standard of fairness: what is shown where a search did not prove which deal is best
 * of all. Whatever one standard's search came upon is tried by every other, so none shows a worse deal than its neighbour.
 */
import type { SolutionName } from '../answer.ts';
import { allUnits, compareDeals } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { productObjective, sumObjective } from '../search/objective.ts';
import type { Term } from '../search/objective.ts';
import type { Units } from '../units.ts';
import { leximinBest } from './leximin-best.ts';
import { termsOf } from './terms.ts';
import type { StandardTerms } from './terms.ts';

/** The first in option order of the best deals; there must be one. `ideals`: the most each party is known to get. */
export function bestKnown(
  problem: Problem,
  name: SolutionName,
  parties: readonly number[],
  ideals: readonly Units[],
  deals: readonly Deal[],
): Deal {
  const best = [...bestOf(problem, name, termsOf(problem, parties, ideals), deals)].sort(compareDeals)[0];
  if (best === undefined) throw new RangeError('the best of no deals');
  return best;
}

function bestOf(problem: Problem, name: SolutionName, terms: StandardTerms, deals: readonly Deal[]): readonly Deal[] {
  switch (name) {
    case 'nash':
      return largestProduct(problem, terms.gains, deals);
    case 'kalai-smorodinsky':
      return leximinBest(problem, terms.relative, deals).deals;
    case 'egalitarian':
      return leximinBest(problem, terms.gains, deals).deals;
    case 'equal-loss':
      return leximinBest(problem, terms.losses, deals).deals;
    case 'utilitarian':
      return mostBy(deals, (a, b) => compareSums(problem, terms.gains, a, b));
    case 'relative-utilitarian':
      return mostBy(deals, (a, b) => compareSums(problem, terms.relative, a, b));
  }
}

function compareSums(problem: Problem, terms: readonly Term[], a: Deal, b: Deal): number {
  return sumObjective(terms).compare(allUnits(problem, a), allUnits(problem, b));
}

/** As many gaining parties as can be, then the largest product of their gains, then leximin on all gains. */
export function largestProduct(problem: Problem, gains: readonly Term[], deals: readonly Deal[]): readonly Deal[] {
  const gaining = (deal: Deal): readonly Term[] => {
    const units = allUnits(problem, deal);
    return gains.filter(({ party, offset }) => units[party]! > offset);
  };
  const widest = mostBy(deals, (a, b) => gaining(a).length - gaining(b).length);
  const sets = new Map<string, Deal[]>();
  for (const deal of widest) {
    const key = gaining(deal)
      .map(({ party }) => party)
      .join();
    sets.set(key, [...(sets.get(key) ?? []), deal]);
  }
  const winners = [...sets.values()].flatMap((set) => {
    const product = productObjective(gaining(set[0]!));
    return mostBy(set, (a, b) => product.compare(allUnits(problem, a), allUnits(problem, b)));
  });
  return sets.size === 1 ? winners : leximinBest(problem, gains, winners).deals;
}

/** Every deal that none is before. */
function mostBy(deals: readonly Deal[], compare: (a: Deal, b: Deal) => number): readonly Deal[] {
  let best: Deal[] = [];
  for (const deal of deals) {
    const order = best.length === 0 ? 1 : compare(deal, best[0]!);
    if (order > 0) best = [deal];
    else if (order === 0) best.push(deal);
  }
  return best;
}
