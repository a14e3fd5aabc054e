/**
 * The Nash bargaining solution (Nash 1950) for any number of parties, with powers (Harsanyi and Selten 1972):
 * the deals of a coalition's zone that maximise the product of gains over the disagreement values.
 */
import type { Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import { withFloors } from '../region.ts';
import { findDeal } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { bestDeals, findTies } from '../search/tie-census.ts';
import { productObjective } from '../search/objective.ts';
import { subsetsOfSize } from '../subsets.ts';
import { plus } from '../units.ts';
import { leximinBest } from './leximin-best.ts';
import { gainTerms } from './terms.ts';
import { joinTies } from './ties.ts';
import type { Ties } from './ties.ts';

/** Ties looked through when leximin has to decide between products of different sets of parties. */
const COMPARED_TIES = 10_000;

/**
 * All Nash deals of a region that is known not to be empty, for the gains of the coalition.
 *
 * When the parties cannot all gain at once, every product is zero. Then the product is taken over the largest sets of
 * parties that can gain together, and leximin on all gains decides between their maximisers.
 */
export function nash(
  problem: Problem,
  region: Region,
  coalition: readonly number[],
  most: number,
  effort: Effort,
): Ties {
  const gaining = gainingRegion(problem, region, coalition);
  if (findDeal(problem, gaining, effort) !== null) return largestProduct(problem, gaining, coalition, most, effort);
  const sets = largestGainingSets(problem, region, coalition, effort);
  if (sets.length === 0) return findTies(problem, region, productObjective([]), [], most, effort);
  const candidates = joinTies(
    sets.map((set) => largestProduct(problem, gainingRegion(problem, region, set), set, COMPARED_TIES, effort)),
    COMPARED_TIES,
  );
  const best = leximinBest(problem, gainTerms(problem, coalition), candidates.deals);
  return joinTies([candidates.total === null ? { ...best, total: null } : best], most);
}

/** The region's deals in which every party of the set gains at least one unit. */
function gainingRegion(problem: Problem, region: Region, set: readonly number[]): Region {
  return withFloors(
    region,
    set.map((party) => [party, plus(problem.parties[party]!.disagreement, 1)]),
  );
}

/** The deals of a region in which all of the set gain that make their product largest. */
function largestProduct(problem: Problem, gaining: Region, set: readonly number[], most: number, effort: Effort): Ties {
  const best = bestDeals(problem, gaining, productObjective(gainTerms(problem, set)), most, effort);
  if (best === null) throw new RangeError('a product needs a set of parties that can gain together');
  return best;
}

/** All largest sets of parties of the coalition that can gain in one deal; empty when no party can gain. */
function largestGainingSets(
  problem: Problem,
  region: Region,
  coalition: readonly number[],
  effort: Effort,
): readonly (readonly number[])[] {
  const canGain = (set: readonly number[]): boolean =>
    findDeal(problem, gainingRegion(problem, region, set), effort) !== null;
  const gainers = coalition.filter((party) => canGain([party]));
  for (let size = gainers.length; size > 0; size--) {
    const sets = [...subsetsOfSize(gainers, size)].filter(canGain);
    if (sets.length > 0) return sets;
  }
  return [];
}
