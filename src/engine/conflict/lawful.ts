/** Whether the public rules leave any deal at all. */
import { questionNodes, seekDeal } from '../budget.ts';
import type { Problem } from '../problem.ts';
import { minimalConflict } from './quick-xplain.ts';
import { spaceRegion } from '../region.ts';
import type { Effort } from '../search/maximise.ts';

/**
 * A set of forbidden patterns, by their numbers in the problem, that together leave no deal, minimal as far as the
 * search budget shows; null when some deal keeps every rule, or when it is not known whether one does.
 */
export function contradictoryRules(problem: Problem): readonly number[] | null {
  const effort: Effort = { nodes: 0, limit: questionNodes(problem) };
  const holds = (kept: readonly number[]): boolean => {
    const forbidden = kept.map((index) => problem.forbidden[index]!);
    return seekDeal(problem, spaceRegion({ ...problem, forbidden }), effort, Infinity) !== null;
  };
  const all = problem.forbidden.map((_, index) => index);
  return holds(all) ? null : minimalConflict(all, holds);
}
