/** An explanation, top to bottom. */
import type { ExplainView } from './view.ts';
import type { ListView } from './words.ts';
import { ClausesTable } from '../../report/layout/clauses-table.tsx';
import { DealsTable } from '../../report/layout/deals-table.tsx';
import { DraftsTable } from '../../report/layout/drafts-table.tsx';
import { fitted } from '../../report/layout/layout.ts';
import { Labelled, Paragraph, Section } from '../../report/layout/parts.tsx';
import { BlockersTable } from '../../report/layout/blockers-table.tsx';
import { Opening, Page, pageText } from '../../report/layout/page.tsx';

const MOST_LABEL = 18;

/**
 * Lines of at most `width` columns (at least 60), with a line break at the end. chalk decides on colours when
 * this file is loaded.
 */
export function textExplain(view: ExplainView, width: number): string {
  return pageText(<ExplainReport view={view} width={width} />, width);
}

/** `width` in columns, at least 60. */
function ExplainReport({ view, width }: { readonly view: ExplainView; readonly width: number }) {
  return (
    <Page view={view} width={width}>
      <Opening headline={view.headline} sentences={[view.sentence]} width={width} />
      {view.lists.map((list) => (
        <List key={list.title} view={list} width={width} />
      ))}
      {view.deals !== null && <DealsTable view={view.deals} width={width} />}
      {view.clauses !== null && <ClausesTable view={view.clauses} width={width} />}
      {view.blockers !== null && <BlockersTable view={view.blockers} width={width} />}
      {view.drafts !== null && <DraftsTable view={view.drafts} width={width} />}
      {view.further.map((list) => (
        <List key={list.title} view={list} width={width} />
      ))}
    </Page>
  );
}

function List({ view, width }: { readonly view: ListView; readonly width: number }) {
  const label = fitted(
    view.rows.map((row) => row.label),
    1,
    MOST_LABEL,
  );
  return (
    <Section title={view.title} width={width}>
      <Paragraph text={view.intro} width={width} quiet />
      {view.rows.map((row, k) => (
        <Labelled key={k} label={row.label} labelWidth={label} text={row.text} width={width} />
      ))}
      {view.notes.map((note, k) => (
        <Paragraph key={k} text={note} width={width} />
      ))}
    </Section>
  );
}
