/** What only the outside can do: files, clipboard, the end. The reducer asks; `app.ts` does it. */
import type { Question, QuestionKind, Subject } from '../live/question.ts';
import type { ShownDeal } from './context.ts';
import type { ReportName } from './screen.ts';

/** `page`: a briefing of the whole scenario as edited, whatever the screen. */
export type ExportForm = 'text' | 'markdown' | 'json' | 'page';
export type SaveForm = 'overlay' | 'scenario';

export type Request =
  /** Work on a question is given up. */
  | { readonly kind: 'stop'; readonly question: QuestionKind }
  /** Reports still being computed are asked about, waited for, or given up. */
  | { readonly kind: 'quit'; readonly reports: 'ask' | 'wait' | 'drop' }
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  /** An existing file is asked about first, unless `overwrite` says that the person has agreed. */
  | { readonly kind: 'save'; readonly form: SaveForm; readonly path: string; readonly overwrite: boolean }
  | ExportRequest
  /** Unsaved work of an earlier session: taken up, or thrown away. */
  | { readonly kind: 'recover'; readonly take: boolean };

/** What is no matter of the computations. */
export type OutsideRequest = Exclude<Request, { readonly kind: 'stop' }>;

export interface ExportRequest {
  readonly kind: 'export';
  readonly what: ReportName;
  /** What the screen's numbers are of: the scenario, or it as if a way out were taken. */
  readonly about: Subject;
  /** What the screen asks: the report answers the same. */
  readonly questions: readonly Question[];
  /** The deal under the cursor, which an explanation is about. */
  readonly deal: ShownDeal | null;
  readonly form: ExportForm;
  readonly path: string;
  readonly overwrite: boolean;
}
