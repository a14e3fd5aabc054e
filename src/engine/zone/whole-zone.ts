/** The zone of a problem by itself, as in its whole answer: how many deals, with which options, who blocks how many. */
import type { Zone } from '../answer.ts';
import { questionNodes } from '../question-nodes.ts';
import { wholeAnswer } from '../budget.ts';
import { listCoalitions } from '../coalitions.ts';
import { describeZone } from './describe-zone.ts';
import { emptinessOf } from './emptiness.ts';
import type { Problem } from '../problem.ts';
import type { CountBudget } from './counting.ts';
import { soleBlockerCounts } from './roads.ts';

/** `nodes`: for one question; absent: some seconds' worth. */
export function wholeZone(problem: Problem, budget: CountBudget, nodes = questionNodes(problem)): Zone {
  const effort = wholeAnswer(problem, nodes);
  const listed = listCoalitions(problem);
  const emptiness = emptinessOf(problem, budget, effort, nodes);
  const zone = describeZone(problem, listed, emptiness, { ...budget, nodes }, effort);
  return { ...zone, soleBlocker: soleBlockerCounts(problem, emptiness.counted.count, budget) };
}
