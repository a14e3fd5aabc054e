/**
 * The report on one deal as text for a terminal or a pipe. Importing this file loads React and Ink; chalk inside Ink
 * decides on colours at that moment.
 */
import { DraftsTable } from '../../report/ink/drafts-table.tsx';
import { Page, pageText } from '../../report/ink/page.tsx';
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
