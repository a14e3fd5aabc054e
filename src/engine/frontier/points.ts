/** A point of the frontier in full: its canonical deal, its utilities and how many deals have just these utilities. */
import type { Units } from '../units.ts';
import type { DealCount, FrontierPoint } from '../answer.ts';
import { within } from '../budget.ts';
import { utilityPoints } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Effort, Maximum } from '../search/maximise.ts';
import { sumObjective } from '../search/objective.ts';
import type { Objective } from '../search/objective.ts';
import { findTies } from '../search/tie-census.ts';
import { atLeastOne } from '../zone/counting.ts';
import { countZone } from '../zone/roads.ts';
import type { CountBudget } from '../zone/counting.ts';
import { signedByFloors } from './floors-problem.ts';

/** Variants that are listed to find the smallest; where there are more, it is found option by option. */
const LISTED = 1000;

/** Nodes for listing the variants of a point. */
const MOST_NODES = 1_000_000;

/** The sum of all parties' points: whatever has the most of it in a region is efficient there. */
export function totalPoints(problem: Problem): Objective {
  return totalOf(problem.parties.map(({ scale }) => scale));
}

/** The same by measures: units of each party that count as 1. */
export function totalOf(measures: readonly Units[]): Objective {
  return sumObjective(measures.map((units, party) => ({ party, offset: 0, divisor: units, power: 1 })));
}

/**
 * The point of an efficient utility vector: the deals of the region that reach it for every party are exactly those that
 * have it, so they can be counted by a search. Where that takes too long, the deal is the one found.
 */
export function describePoint(
  problem: Problem,
  region: Region,
  found: Maximum,
  budget: CountBudget,
  effort: Effort,
): FrontierPoint {
  const units = found.utility;
  const floors = { ...region, floors: units };
  const ties = within(effort, MOST_NODES, (limited) =>
    findTies(problem, floors, totalPoints(problem), units, LISTED, limited),
  );
  const total = ties?.total ?? null;
  const variants: DealCount = total === null ? boundVariants(problem, floors, budget) : { kind: 'exact', count: total };
  // A state takes about as long as a node.
  if (total === null) effort.nodes += budget.states;
  return pointOf(problem, ties?.deals[0] ?? found.deal, variants);
}

export function pointOf(problem: Problem, deal: Deal, variants: DealCount): FrontierPoint {
  return { deal, utility: utilityPoints(problem, deal), variants };
}

function boundVariants(problem: Problem, region: Region, budget: CountBudget): DealCount {
  return atLeastOne(countZone(signedByFloors(problem, region), budget).count);
}
