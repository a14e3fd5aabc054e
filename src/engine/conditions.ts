/** Conditional issues in one deal: whether they arise, and what becomes of them where another clause changes. */
import { matches } from './deal.ts';
import type { Deal, Problem } from './problem.ts';
import { optionCount } from './problem.ts';

/** Whether the issue arises in the deal, as its conditions say; an issue without one always does. */
export function arises({ conditional = [] }: Problem, deal: Deal, issue: number): boolean {
  return conditional.every((condition) => condition.issue !== issue || matches(deal, condition.when));
}

/** The number of "does not arise" among the options of an issue, its last; null for an issue that always arises. */
export function notArisingOption(problem: Problem, issue: number): number | null {
  const isConditional = problem.conditional?.some((condition) => condition.issue === issue) ?? false;
  return isConditional ? optionCount(problem, issue) - 1 : null;
}

/**
 * The deal with each conditional issue as the others have it: "does not arise" where it does not, and where it does an
 * option of its own, that of `before` if it has one there and else the first.
 */
export function withConditionsMet(problem: Problem, deal: Deal, before: Deal): Deal {
  const met = [...deal];
  const conditions = problem.conditional ?? [];
  // One that does not arise may keep another from arising; as many rounds as there are settle them all.
  for (const _ of conditions) {
    for (const { issue, when } of conditions) {
      const none = optionCount(problem, issue) - 1;
      if (!matches(met, when)) met[issue] = none;
      else if (met[issue] === none) met[issue] = before[issue] === none ? 0 : before[issue]!;
    }
  }
  return met;
}
