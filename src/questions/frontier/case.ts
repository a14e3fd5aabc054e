/** What a frontier report is made from. */
import type { FrontierAnswer, FrontierScope } from '../../engine/frontier/question.ts';
import type { Case } from '../../report/case.ts';
import type { Tolerance } from './tolerance.ts';

export interface FrontierCase extends Omit<Case, 'answer'> {
  readonly answer: Omit<FrontierAnswer, 'scope'>;
  /** What was asked for. */
  readonly tolerance: Tolerance;
  /** Whose deals these are: those that the signers accept and that need nobody else, or all that keep the rules. */
  readonly scope: FrontierScope;
}
