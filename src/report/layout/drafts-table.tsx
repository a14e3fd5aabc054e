/** Drafts: a table of points by party, and below it who refuses each draft and why. */
import { Box, Text } from './blocks.ts';
import { padStart } from '../text/width.ts';
import type { DraftCell, DraftRow, DraftsView } from '../view/drafts.ts';
import { REFUSED } from './colors.ts';
import { chunks, fitted, GAP, INDENT, spread } from './layout.ts';
import { Cell, Labelled, Paragraph, Section } from './parts.tsx';

const MOST_CELL = 20;

export function DraftsTable({ view, width }: { readonly view: DraftsView; readonly width: number }) {
  const cells = view.rows.flatMap((row) => row.cells);
  const id = fitted(
    view.rows.map((row) => row.id),
    5,
    16,
  );
  const utility = fitted(
    cells.map((cell) => cell.utility),
    4,
    Infinity,
  );
  const word = fitted(
    cells.map((cell) => cell.word),
    4,
    Infinity,
  );
  const room = width - INDENT - id - GAP;
  const bands = spread(view.parties.length, room, utility + 1 + word, Math.max(MOST_CELL, utility + 1 + word));
  const parties = chunks([...view.parties.keys()], bands.perBand);
  return (
    <Section title={view.title} width={width}>
      <Paragraph text={view.intro} width={width} quiet />
      {parties.map((band) => (
        <Box key={band[0]} flexDirection="column" marginTop={1} paddingLeft={INDENT}>
          <Box>
            <Cell width={id} quiet>
              draft
            </Cell>
            {band.map((party) => (
              <Cell key={party} width={bands.width} strong>
                {padStart('', utility - 4) + view.parties[party]!}
              </Cell>
            ))}
          </Box>
          {view.rows.map((row) => (
            <Box key={row.id}>
              <Cell width={id} strong>
                {row.id}
              </Cell>
              {band.map((party) => (
                <Score key={party} cell={row.cells[party]!} utility={utility} width={bands.width} />
              ))}
            </Box>
          ))}
        </Box>
      ))}
      {view.rows.map((row) => (
        <Detail key={row.id} row={row} id={id} width={width} />
      ))}
      {view.note !== null && <Paragraph text={view.note} width={width} />}
    </Section>
  );
}

function Score(props: { readonly cell: DraftCell; readonly utility: number; readonly width: number }) {
  const { cell, utility, width } = props;
  return (
    <Cell width={width}>
      {padStart(cell.utility, utility)} <Text {...(cell.refuses ? REFUSED : {})}>{cell.word}</Text>
    </Cell>
  );
}

function Detail({ row, id, width }: { readonly row: DraftRow; readonly id: number; readonly width: number }) {
  const party = fitted(
    row.refusals.map((refusal) => refusal.party),
    6,
    16,
  );
  const inner = INDENT + id + GAP;
  return (
    <Box flexDirection="column" marginTop={1}>
      <Labelled label={row.id} labelWidth={id} text={`${row.title}. ${row.summary}`} width={width} />
      {row.refusals.map((refusal, k) => (
        <Labelled key={k} label={refusal.party} labelWidth={party} text={refusal.text} width={width} indent={inner} />
      ))}
      {row.beatenBy !== null && (
        <Labelled label="better" labelWidth={party} text={row.beatenBy} width={width} indent={inner} />
      )}
    </Box>
  );
}
