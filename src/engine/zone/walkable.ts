/** Whether walking through every deal is the road to a count: where the space is small for the budget. */
import { sumsAsParties } from '../enumerate/columns.ts';
import { planWalk } from '../enumerate/plan.ts';
import type { Plan } from '../enumerate/plan.ts';
import type { Problem } from '../problem.ts';
import { withoutEach } from './counting.ts';
import type { CountBudget, Counting } from './counting.ts';

/** Steps that are granted for each state of the budget: diagrams that do not fit take as long, and only bound. */
const WALKED_PER_STATE = 4000;
/** Steps of a walk that are always granted, and no diagram is tried for. */
export const SHORT_WALK = 1 << 26;
/** Finding out who keeps deals out takes so many times as long as counting them. */
export const BLAMING = 3;

/** The plan of a walk that the budget allows. */
export function walkWithin(problem: Problem, { states }: CountBudget, times: number): Plan | null {
  const plan = planWalk(sumsAsParties(problem));
  return plan !== null && plan.work * times <= Math.max(SHORT_WALK, states * WALKED_PER_STATE) ? plan : null;
}

/** The counts that tell who keeps deals out, one for each party; null where a walk tells all of it at once. */
export function countsWithoutEach(problem: Problem, asked: CountBudget): readonly Counting[] | null {
  return walkWithin(problem, asked, BLAMING) === null ? withoutEach(problem, asked) : null;
}
