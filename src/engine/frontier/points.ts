/** A point of the frontier in full: its canonical deal, its utilities and how many deals have just these utilities. */
import type { DealCount, FrontierPoint } from '../answer.ts';
import { utilityPoints } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import { sumObjective } from '../search/objective.ts';
import type { Objective } from '../search/objective.ts';
import { findTies } from '../search/tie-census.ts';
import { atLeastOne, countZone } from '../zone/count.ts';
import type { CountBudget } from '../zone/count.ts';
import { signedByFloors } from './floors-problem.ts';

/** Variants that are listed to find the smallest; where there are more, it is found option by option. */
const LISTED = 1000;

/** The sum of all parties' points: whatever has the most of it in a region is efficient there. */
export function totalPoints(problem: Problem): Objective {
  return sumObjective(problem.parties.map(({ scale }, party) => ({ party, offset: 0, divisor: scale, power: 1 })));
}

/**
 * The point of an efficient utility vector: the deals of the region that reach it for every party are exactly those that
 * have it, so they can be counted by a search.
 */
export function describePoint(
  problem: Problem,
  region: Region,
  units: readonly number[],
  budget: CountBudget,
  effort: Effort,
): FrontierPoint {
  const floors = { ...region, floors: units };
  const { deals, total } = findTies(problem, floors, totalPoints(problem), units, LISTED, effort);
  const variants: DealCount = total === null ? boundVariants(problem, floors, budget) : { kind: 'exact', count: total };
  return pointOf(problem, deals[0]!, variants);
}

export function pointOf(problem: Problem, deal: Deal, variants: DealCount): FrontierPoint {
  return { deal, utility: utilityPoints(problem, deal), variants };
}

function boundVariants(problem: Problem, region: Region, budget: CountBudget): DealCount {
  return atLeastOne(countZone(signedByFloors(problem, region), null, budget).count);
}
