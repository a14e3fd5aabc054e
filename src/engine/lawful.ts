/** Whether the public rules leave any deal at all. */
import type { Problem } from './problem.ts';
import { minimalConflict } from './quick-xplain.ts';
import { spaceRegion } from './region.ts';
import { findDeal } from './search/maximise.ts';

/**
 * A minimal set of forbidden patterns, by their numbers in the problem, that together leave no deal; null when some deal
 * keeps every rule.
 */
export function contradictoryRules(problem: Problem): readonly number[] | null {
  const holds = (kept: readonly number[]): boolean => {
    const forbidden = kept.map((index) => problem.forbidden[index]!);
    return findDeal(problem, spaceRegion({ ...problem, forbidden }), { nodes: 0 }) !== null;
  };
  const all = problem.forbidden.map((_, index) => index);
  return holds(all) ? null : minimalConflict(all, holds);
}
