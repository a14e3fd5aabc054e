/**
 * A whole report as view data: every word and number decided, nothing laid out.
 */
import type { Case } from '../case.ts';
import { blockersView } from './blockers.ts';
import type { BlockersView } from './blockers.ts';
import { clausesView } from './clauses.ts';
import type { ClausesView } from './clauses.ts';
import { conflictView } from './conflict.ts';
import type { ConflictView } from './conflict.ts';
import { openingsView, solutionsView } from './deals.ts';
import type { DealsView } from './deals.ts';
import { draftsView } from './drafts.ts';
import type { DraftsView } from './drafts.ts';
import type { Focus } from './focus.ts';
import { footerView } from './footer.ts';
import { headerView } from './header.ts';
import type { HeaderView } from './header.ts';
import { pointsView } from './points.ts';
import type { PointsView } from './points.ts';
import { verdictView } from './verdict.ts';
import type { VerdictView } from './verdict.ts';

/** Sections in the order of reading; null where there is nothing to say. */
export interface ReportView {
  readonly header: HeaderView;
  readonly verdict: VerdictView;
  readonly conflict: ConflictView | null;
  readonly deals: DealsView | null;
  readonly clauses: ClausesView | null;
  readonly drafts: DraftsView | null;
  readonly points: PointsView | null;
  readonly blockers: BlockersView | null;
  readonly footer: readonly string[];
}

export function reportView(of: Case, focus: Focus): ReportView {
  const deals = of.answer.collision === null ? solutionsView(of, focus) : openingsView(of, focus);
  return {
    header: headerView(of),
    verdict: verdictView(of),
    conflict: conflictView(of),
    deals,
    clauses: deals === null ? null : clausesView(of, focus, deals.columns),
    drafts: draftsView(of, focus),
    points: pointsView(of, focus),
    blockers: blockersView(of, focus),
    footer: footerView(of, focus),
  };
}
