/**
 * A whole report as view data: every word and number decided, nothing laid out.
 */
import type { Case } from '../../report/case.ts';
import { blockersView } from '../../report/view/blockers.ts';
import type { BlockersView } from '../../report/view/blockers.ts';
import { clausesView, OF_A_WAY_OUT } from '../../report/view/clauses.ts';
import type { ClausesView } from '../../report/view/clauses.ts';
import { conflictView } from '../../report/view/conflict.ts';
import type { ConflictView } from '../../report/view/conflict.ts';
import { solutionsView } from '../../report/view/deals.ts';
import type { DealsView } from '../../report/view/deals.ts';
import { draftsView } from '../../report/view/drafts.ts';
import type { DraftsView } from '../../report/view/drafts.ts';
import type { Focus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import type { HeaderView } from '../../report/view/header.ts';
import { openingsView } from '../../report/view/openings.ts';
import type { OpeningsView } from '../../report/view/openings.ts';
import { pointsView } from './points.ts';
import type { PointsView } from './points.ts';
import { verdictView } from '../../report/view/verdict.ts';
import type { VerdictView } from '../../report/view/verdict.ts';

/** Sections in the order of reading; null where there is nothing to say. */
export interface ReportView {
  readonly header: HeaderView;
  readonly verdict: VerdictView;
  readonly conflict: ConflictView | null;
  /** Of an empty zone. */
  readonly openings: OpeningsView | null;
  /** Recommended ones. */
  readonly deals: DealsView | null;
  readonly clauses: ClausesView | null;
  readonly drafts: DraftsView | null;
  readonly points: PointsView | null;
  readonly blockers: BlockersView | null;
  readonly footer: readonly string[];
}

export function reportView(of: Case, focus: Focus): ReportView {
  const openings = openingsView(of, focus);
  const deals = solutionsView(of, focus);
  const shown = openings?.deals ?? deals;
  return {
    header: headerView(of),
    verdict: verdictView(of, focus),
    conflict: conflictView(of),
    openings,
    deals,
    clauses: shown === null ? null : clausesView(of, focus, shown.columns, openings === null ? '' : OF_A_WAY_OUT),
    drafts: draftsView(of, focus),
    points: pointsView(of, focus),
    blockers: blockersView(of, focus),
    footer: footerView(of, focus),
  };
}
