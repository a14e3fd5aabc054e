/** How many deals the ways out of a collision open: counts that can be made apart, and the collision with them. */
import type { Collision, DealCount } from '../answer.ts';
import type { Problem } from '../problem.ts';
import { aside, atLeastOne } from '../zone/counting.ts';
import type { CountBudget, Counting } from '../zone/counting.ts';
import type { UncountedCollision } from './collision.ts';
import { without } from './demands.ts';

/** The counts of the zones that the ways out open. */
export function countsOfOpenings(
  problem: Problem,
  { openings }: UncountedCollision,
  asked: CountBudget,
): readonly Counting[] {
  const { states, seed } = aside(asked);
  return openings.map(({ drop }) => ({ problem: without(problem, drop), waived: null, budget: { states, seed } }));
}

/** The collision with these counts, in the order of its ways out. */
export function withCounts(found: UncountedCollision, counts: readonly DealCount[]): Collision {
  const openings = found.openings.map((opening, k) => ({ ...opening, count: atLeastOne(counts[k]!) }));
  return { ...found, openings };
}
