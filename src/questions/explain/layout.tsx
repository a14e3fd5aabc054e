/** An explanation, top to bottom. */
import { Box, renderToString } from 'ink';
import type { ExplainView } from './view.ts';
import type { ListView } from './words.ts';
import { ClausesTable } from '../../report/ink/clauses-table.tsx';
import { DealsTable } from '../../report/ink/deals-table.tsx';
import { DraftsTable } from '../../report/ink/drafts-table.tsx';
import { fitted } from '../../report/ink/layout.ts';
import { Labelled, Paragraph, Section } from '../../report/ink/parts.tsx';
import { BlockersTable } from '../solve/layout.tsx';
import { Header } from '../../report/ink/verdict.tsx';

const MOST_LABEL = 18;

/**
 * Lines of at most `width` columns (at least 60), with a line break at the end. Importing this file loads React and Ink;
 * chalk inside Ink decides on colours at that moment.
 */
export function textExplain(view: ExplainView, width: number): string {
  return `${renderToString(<ExplainReport view={view} width={width} />, { columns: width })}\n`;
}

/** `width` in columns, at least 60. */
function ExplainReport({ view, width }: { readonly view: ExplainView; readonly width: number }) {
  return (
    <Box flexDirection="column" width={width}>
      <Header view={view.header} width={width} />
      <Box flexDirection="column" marginTop={1}>
        <Paragraph text={view.headline} width={width} indent={0} strong />
        <Paragraph text={view.sentence} width={width} indent={0} />
      </Box>
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
      <Section title="About this report" width={width}>
        {view.footer.map((text, k) => (
          <Paragraph key={k} text={text} width={width} quiet />
        ))}
      </Section>
    </Box>
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
