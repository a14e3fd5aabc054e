/** Whether the public rules leave any deal at all, and how many. */
import { questionNodes } from '../question-nodes.ts';
import { seekDeal } from '../budget.ts';
import type { Party, Problem } from '../problem.ts';
import { minimalConflict } from './quick-xplain.ts';
import { spaceRegion } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import type { DealCount } from '../answer.ts';
import { countZone } from '../zone/roads.ts';
import type { CountBudget } from '../zone/counting.ts';

/** Public rules by their numbers in `Problem.forbidden` and in `Problem.sums`. */
export interface PublicRules {
  readonly forbidden: readonly number[];
  readonly sums: readonly number[];
}

/**
 * A set of public rules that together leave no deal, minimal as far as the search budget shows; null when some deal keeps
 * every rule, or when it is not known whether one does.
 */
export function contradictoryRules(problem: Problem): PublicRules | null {
  const effort: Effort = { nodes: 0, limit: questionNodes(problem) };
  /** Sums are numbered behind the forbidden patterns. */
  const patterns = problem.forbidden.length;
  const split = (kept: readonly number[]): PublicRules => ({
    forbidden: kept.filter((rule) => rule < patterns),
    sums: kept.filter((rule) => rule >= patterns).map((rule) => rule - patterns),
  });
  const holds = (kept: readonly number[]): boolean => {
    const rules = split(kept);
    const forbidden = rules.forbidden.map((index) => problem.forbidden[index]!);
    const sums = rules.sums.map((index) => problem.sums[index]!);
    return seekDeal(problem, spaceRegion({ ...problem, forbidden, sums }), effort, Infinity) !== null;
  };
  const all = Array.from({ length: patterns + problem.sums.length }, (_, rule) => rule);
  return holds(all) ? null : split(minimalConflict(all, holds));
}

/** How many combinations keep the public rules; null where there are no rules to keep. */
export function lawfulCount(problem: Problem, budget: CountBudget): DealCount | null {
  if (problem.forbidden.length === 0 && problem.sums.length === 0) return null;
  const anything: Party = {
    scale: 1,
    contributions: new Float64Array(problem.offsets.at(-1)!),
    adjustments: [],
    redLines: [],
    disagreement: 0,
    reservation: 0,
    strict: false,
    power: 1,
  };
  const consent = { required: [0], quorum: 1, conditional: [] };
  return countZone({ ...problem, parties: [anything], consent }, budget).count;
}
