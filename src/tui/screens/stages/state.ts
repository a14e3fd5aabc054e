/** The stage under the cursor, and what is known of it. */
import type { StageOutcome } from '../../../questions/sensitivity/case.ts';
import type { StepView } from '../../../questions/sensitivity/steps.ts';
import { stepsOf } from '../../../questions/sensitivity/steps.ts';
import type { Context } from '../../model/context.ts';

export interface StagesState {
  /** Row; null for the stage at which the scenario stands. */
  readonly cursor: number | null;
}

/** The positions of the file first; empty before the first answer. */
export function stagesOf({ findings }: Context): readonly StageOutcome[] {
  return findings.stages.last?.answer.stages ?? [];
}

/** The row under the cursor. */
export function rowOf(context: Context, { cursor }: StagesState): number {
  const stages = stagesOf(context);
  if (cursor !== null) return Math.max(0, Math.min(cursor, stages.length - 1));
  return Math.max(
    0,
    stages.findIndex(({ scenario }) => scenario.stage === context.now.scenario.stage),
  );
}

/** What made the row's stage differ from the one it builds on; null for the positions of the file. */
export function stepOf({ findings }: Context, row: number): StepView | null {
  const along = findings.stages.last?.answer;
  const stage = along?.stages[row];
  if (along === undefined || stage === undefined) return null;
  return stepsOf(along).find((step) => step.row === stage) ?? null;
}
