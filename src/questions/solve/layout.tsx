/** The whole report, top to bottom. */
import type { ReportView } from './view.ts';
import { BlockersTable } from '../../report/layout/blockers-table.tsx';
import { ClausesTable } from '../../report/layout/clauses-table.tsx';
import { DealsTable } from '../../report/layout/deals-table.tsx';
import { DraftsTable } from '../../report/layout/drafts-table.tsx';
import { Openings } from '../../report/layout/openings.tsx';
import { PointsTable } from './points-table.tsx';
import { Page, pageText } from '../../report/layout/page.tsx';
import { Conflict, Verdict } from '../../report/layout/verdict.tsx';

/**
 * Lines of at most `width` columns (at least 60), with a line break at the end. chalk decides on colours when
 * this file is loaded.
 */
export function textReport(view: ReportView, width: number): string {
  return pageText(<Report view={view} width={width} />, width);
}

/** `width` in columns, at least 60. */
function Report({ view, width }: { readonly view: ReportView; readonly width: number }) {
  return (
    <Page view={view} width={width}>
      <Verdict view={view.verdict} width={width} />
      {view.conflict !== null && <Conflict view={view.conflict} width={width} />}
      {view.openings !== null && <Openings view={view.openings} width={width} />}
      {view.deals !== null && <DealsTable view={view.deals} width={width} />}
      {view.clauses !== null && <ClausesTable view={view.clauses} width={width} />}
      {view.drafts !== null && <DraftsTable view={view.drafts} width={width} />}
      {view.points !== null && <PointsTable view={view.points} width={width} />}
      {view.blockers !== null && <BlockersTable view={view.blockers} width={width} />}
    </Page>
  );
}
