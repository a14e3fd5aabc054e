/**
 * The report on one deal as text for a terminal or a pipe. chalk decides on colours when
 * this file is loaded.
 */
import { DraftsTable } from '../../report/layout/drafts-table.tsx';
import { Page, pageText } from '../../report/layout/page.tsx';
import type { ScoreView } from './view.ts';

/** Lines of at most `width` columns (at least 60), with a line break at the end. */
export function textScore(view: ScoreView, width: number): string {
  return pageText(<ScoreReport view={view} width={width} />, width);
}

function ScoreReport({ view, width }: { readonly view: ScoreView; readonly width: number }) {
  return (
    <Page view={view} width={width}>
      <DraftsTable view={view.deal} width={width} />
    </Page>
  );
}
