/** All that a page says, as plain data: it is drawn when the file is written, and again where the reader turns a number. */
import type { ListView } from '../questions/explain/words.ts';
import type { SessionView } from '../questions/bargain/view.ts';
import type { ReportView } from '../questions/solve/view.ts';
import type { SheetView } from '../report/view/sheet.ts';
import type { ClauseTable } from './clause-table.ts';
import type { Controls } from './controls.ts';
import type { Grounds } from './grounds.ts';
import type { DatesPicture, FrontierPicture, TornadoPicture } from './pictures.ts';

export interface PageContent {
  readonly answer: PageAnswer;
  readonly study: PageStudy;
  readonly controls: Controls;
  readonly grounds: Grounds;
  readonly summary: string | null;
  /** What an overlay calls the scenario; null where it would have nothing to stand on. */
  readonly baseName: string | null;
  /** Whose own briefing it is, with its numbers alone; null where it speaks of everybody. */
  readonly own: { readonly name: string; readonly brief: string | null } | null;
}

/** What follows every change. */
export interface PageAnswer {
  readonly report: Pick<ReportView, 'header' | 'verdict' | 'conflict' | 'openings' | 'deals'>;
  /** Clauses of the deals above, with the drafts beside them; null where there is no deal to show. */
  readonly clauses: ClauseTable | null;
  /** What takes longer; null while it is computed. */
  readonly rest: PageRest | null;
}

export interface PageRest {
  readonly report: Pick<ReportView, 'drafts' | 'points' | 'blockers' | 'footer'>;
  readonly frontier: FrontierPicture | null;
}

/** What is worked out once, of the scenario as the file was written from it. */
export interface PageStudy {
  readonly why: readonly ListView[];
  /** What all of it takes where numbers are not yet valued; null where everything is. */
  readonly middle: string | null;
  /** What single numbers and dates are told for, where red lines alone leave no deal; null where nothing is supposed. */
  readonly supposed: string | null;
  readonly tornado: TornadoPicture;
  readonly numbers: SheetView;
  /** Null where no number has a range to be drawn from. */
  readonly draws: SheetView | null;
  /** Null without stages. */
  readonly dates: { readonly sheet: SheetView; readonly picture: DatesPicture } | null;
  /** Null where the scenario says nothing of bargaining. */
  readonly session: SessionView | null;
}
