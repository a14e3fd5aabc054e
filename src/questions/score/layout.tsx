/**
 * The report on one deal as text for a terminal or a pipe. Importing this file loads React and Ink; chalk inside Ink
 * decides on colours at that moment.
 */
import { Box, renderToString } from 'ink';
import { DraftsTable } from '../../report/ink/drafts-table.tsx';
import { Paragraph, Section } from '../../report/ink/parts.tsx';
import { Header } from '../../report/ink/verdict.tsx';
import type { ScoreView } from './view.ts';

/** Lines of at most `width` columns (at least 60), with a line break at the end. */
export function textScore(view: ScoreView, width: number): string {
  return `${renderToString(<ScoreReport view={view} width={width} />, { columns: width })}\n`;
}

function ScoreReport({ view, width }: { readonly view: ScoreView; readonly width: number }) {
  return (
    <Box flexDirection="column" width={width}>
      <Header view={view.header} width={width} />
      <DraftsTable view={view.deal} width={width} />
      <Section title="About this report" width={width}>
        {view.footer.map((text, k) => (
          <Paragraph key={k} text={text} width={width} quiet />
        ))}
      </Section>
    </Box>
  );
}
