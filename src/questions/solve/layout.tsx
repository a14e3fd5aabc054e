/** The whole report, top to bottom. */
import { Box, renderToString, Text } from 'ink';
import { shareBar } from '../../report/text/bar.ts';
import { padStart } from '../../report/text/width.ts';
import type { BlockersView } from '../../report/view/blockers.ts';
import type { ReportView } from './view.ts';
import { ClausesTable } from '../../report/ink/clauses-table.tsx';
import { inkColor } from '../../report/ink/colors.ts';
import { DealsTable } from '../../report/ink/deals-table.tsx';
import { DraftsTable } from '../../report/ink/drafts-table.tsx';
import { fitted, GAP, INDENT } from '../../report/ink/layout.ts';
import { Cell, Paragraph, Section } from '../../report/ink/parts.tsx';
import { PointsTable } from './points-table.tsx';
import { Conflict, Header, Verdict } from '../../report/ink/verdict.tsx';

/**
 * Lines of at most `width` columns (at least 60), with a line break at the end. Importing this file loads React and Ink;
 * chalk inside Ink decides on colours at that moment.
 */
export function textReport(view: ReportView, width: number): string {
  return `${renderToString(<Report view={view} width={width} />, { columns: width })}\n`;
}

/** `width` in columns, at least 60. */
function Report({ view, width }: { readonly view: ReportView; readonly width: number }) {
  return (
    <Box flexDirection="column" width={width}>
      <Header view={view.header} width={width} />
      <Verdict view={view.verdict} width={width} />
      {view.conflict !== null && <Conflict view={view.conflict} width={width} />}
      {view.deals !== null && <DealsTable view={view.deals} width={width} />}
      {view.clauses !== null && <ClausesTable view={view.clauses} width={width} />}
      {view.drafts !== null && <DraftsTable view={view.drafts} width={width} />}
      {view.points !== null && <PointsTable view={view.points} width={width} />}
      {view.blockers !== null && <BlockersTable view={view.blockers} width={width} />}
      <Section title="About this report" width={width}>
        {view.footer.map((text, k) => (
          <Paragraph key={k} text={text} width={width} quiet />
        ))}
      </Section>
    </Box>
  );
}

export function BlockersTable({ view, width }: { readonly view: BlockersView; readonly width: number }) {
  const party = fitted(
    view.rows.map((row) => row.party),
    5,
    18,
  );
  const deals = fitted(
    view.rows.map((row) => row.deals),
    5,
    22,
  );
  const share = fitted(
    view.rows.map((row) => row.share),
    5,
    8,
  );
  const bar = Math.max(4, Math.min(24, width - INDENT - party - deals - share - 3 * GAP));
  return (
    <Section title={view.title} width={width}>
      <Paragraph text={view.intro} width={width} quiet />
      <Text> </Text>
      {view.rows.map((row, k) => (
        <Box key={k} paddingLeft={INDENT}>
          <Cell width={party}>{row.party}</Cell>
          <Cell width={bar}>
            <Text {...inkColor(row.color)}>{shareBar(row.length, bar)}</Text>
          </Cell>
          <Cell width={deals} right>
            {row.deals}
          </Cell>
          <Text>{padStart(row.share, share)}</Text>
        </Box>
      ))}
    </Section>
  );
}
