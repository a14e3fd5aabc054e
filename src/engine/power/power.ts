/**
 * Who can decide: voting power under the consent rule, and, preferences known, how many deals each party alone blocks.
 */
import type { DealCount } from '../answer.ts';
import { questionNodes } from '../question-nodes.ts';
import { wholeAnswer } from '../budget.ts';
import { emptinessOf } from '../zone/emptiness.ts';
import type { Problem } from '../problem.ts';
import { spaceSize } from '../problem.ts';
import type { CountBudget } from '../zone/counting.ts';
import { soleBlockerCounts } from '../zone/roads.ts';
import type { PowerIndices } from './indices.ts';
import { powerIndices, triggeredRule, unconditionalRule } from './indices.ts';

export interface PowerAnswer {
  /** All combinations of options. */
  readonly space: bigint;
  /** For deals that need no conditional signature. */
  readonly unconditional: PowerIndices;
  /** For deals that need all of them; null where conditions add no signature. */
  readonly triggered: PowerIndices | null;
  /** Deals in the zone of agreement. */
  readonly zone: DealCount;
  /** Per party: deals that everyone else needed would sign and this party does not. */
  readonly soleBlocker: readonly DealCount[];
}

export type PowerProgress = 'zone' | 'sole blockers';

/**
 * The whole answer. Deterministic: equal problems and budgets give equal answers. `nodes`: what finding out whether
 * there is a deal may take; past it the count alone says what is proven.
 */
export function power(
  problem: Problem,
  budget: CountBudget,
  onProgress: (progress: PowerProgress) => void = () => {},
  nodes = questionNodes(problem),
): PowerAnswer {
  onProgress('zone');
  const zone = emptinessOf(problem, budget, wholeAnswer(problem, nodes), nodes).counted.count;
  onProgress('sole blockers');
  const triggered = triggeredRule(problem);
  return {
    space: spaceSize(problem),
    unconditional: powerIndices(unconditionalRule(problem)),
    triggered: triggered === null ? null : powerIndices(triggered),
    zone,
    soleBlocker: soleBlockerCounts(problem, zone, budget),
  };
}
