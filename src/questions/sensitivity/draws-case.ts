/** What a report on drawn numbers is made from. */
import type { SolutionName } from '../../engine/answer.ts';
import type { SmaaAnswer } from '../../engine/sensitivity/smaa-answer.ts';
import type { Case } from '../../report/case.ts';

export interface SmaaCase extends Omit<Case, 'answer'> {
  readonly answer: SmaaAnswer & { readonly space: bigint };
  readonly solution: SolutionName;
  readonly simplex: boolean;
  /** Draws asked for, where the person stopped before; the answer is then of the first ones. */
  readonly stoppedBefore?: number;
}
