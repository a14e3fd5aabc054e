/** Who stands alone in the way, and how often. */
import { Box, Text } from './blocks.ts';
import { shareBar } from '../text/bar.ts';
import { padStart } from '../text/width.ts';
import type { BlockersView } from '../view/blockers.ts';
import { textColor } from './colors.ts';
import { fitted, GAP, INDENT } from './layout.ts';
import { Cell, Paragraph, Section } from './parts.tsx';

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
            <Text {...textColor(row.color)}>{shareBar(row.length, bar)}</Text>
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
