/** What a report on power is made from. */
import type { PowerAnswer } from '../../engine/power/power.ts';
import type { Case } from '../../report/case.ts';

export interface PowerCase extends Omit<Case, 'answer'> {
  readonly answer: PowerAnswer;
}
