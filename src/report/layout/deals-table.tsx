/** Deals side by side: one column per deal, one row per party with its bar, points and distance to its threshold. */
import { Box, Text } from './blocks.ts';
import { bar } from '../text/bar.ts';
import { columns as widthOf, padStart } from '../text/width.ts';
import type { DealCell, DealColumn, DealsView, PartyRow } from '../view/deals.ts';
import { REFUSED } from './colors.ts';
import { chunks, fitted, INDENT, GAP, spread } from './layout.ts';
import { Bar, Cell, Command, Labelled, Paragraph, Section } from './parts.tsx';

/** Columns of the numbers beside a bar: " 62.3 +14.3", more for large score sheets. */
interface Figures {
  readonly utility: number;
  readonly beside: number;
}

const LEAST_BAR = 8;
const MOST_BAR = 30;

export function DealsTable({ view, width }: { readonly view: DealsView; readonly width: number }) {
  return (
    <Section title={view.title} width={width}>
      <DealsBody view={view} width={width} />
    </Section>
  );
}

/** The table without its heading. */
export function DealsBody({ view, width }: { readonly view: DealsView; readonly width: number }) {
  const cells = view.columns.flatMap((column) => column.cells);
  const figures = {
    utility: fitted(
      cells.map((cell) => cell.utility),
      4,
      Infinity,
    ),
    beside: fitted(
      cells.map((cell) => cell.beside),
      5,
      Infinity,
    ),
  };
  const least = fitted(
    view.parties.map((party) => party.least),
    5,
    Infinity,
  );
  const beside = figures.utility + figures.beside + 2;
  const layoutWith = (label: 'name' | 'short') => {
    const name = fitted(
      view.parties.map((party) => party[label]),
      5,
      18,
    );
    const room = width - INDENT - name - least - 2 * GAP;
    return { label, name, ...spread(view.columns.length, room, LEAST_BAR + beside, MOST_BAR + beside) };
  };
  const long = layoutWith('name');
  const short = layoutWith('short');
  const layout = long.perBand < short.perBand ? short : long;
  return (
    <Box flexDirection="column">
      <Paragraph text={view.intro} width={width} quiet />
      {chunks(view.columns, layout.perBand).map((band) => (
        <Box key={band[0]?.letter} flexDirection="column" marginTop={1} paddingLeft={INDENT}>
          <Heads band={band} name={layout.name} least={least} width={layout.width} />
          {view.parties.map((party, row) => (
            <Box key={row}>
              <Cell width={layout.name}>{party[layout.label]}</Cell>
              <Cell width={least} right>
                {party.least}
              </Cell>
              {band.map((column) => (
                <PartyCell
                  key={column.letter}
                  party={party}
                  cell={column.cells[row]!}
                  figures={figures}
                  size={layout.width - beside}
                />
              ))}
            </Box>
          ))}
        </Box>
      ))}
      <Box flexDirection="column" marginTop={view.notes.length + view.commands.length > 0 ? 1 : 0}>
        {view.notes.map((note, k) => (
          <Paragraph key={k} text={note} width={width} quiet />
        ))}
        {view.commands.map(({ letter, text }) => (
          <Box key={letter} paddingLeft={INDENT}>
            <Cell width={widthOf(letter)} strong>
              {letter}
            </Cell>
            <Command text={text} width={width - INDENT - widthOf(letter) - GAP} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Heads(props: {
  readonly band: readonly DealColumn[];
  readonly name: number;
  readonly least: number;
  readonly width: number;
}) {
  return (
    <Box alignItems="flex-end">
      <Cell width={props.name} quiet>
        party
      </Cell>
      <Cell width={props.least} quiet right>
        least
      </Cell>
      {props.band.map(({ letter, heading, remarks }) => (
        <Box key={letter} flexDirection="column" width={props.width + GAP} flexShrink={0}>
          <Labelled label={letter} labelWidth={widthOf(letter)} text={heading} width={props.width} indent={0} strong />
          {remarks.map((remark, k) => (
            <Paragraph key={k} text={remark} width={props.width} indent={widthOf(letter) + GAP} quiet />
          ))}
        </Box>
      ))}
    </Box>
  );
}

function PartyCell(props: {
  readonly party: PartyRow;
  readonly cell: DealCell;
  readonly figures: Figures;
  readonly size: number;
}) {
  const { party, cell, figures, size } = props;
  return (
    <Box width={size + figures.utility + figures.beside + 2 + GAP} flexShrink={0}>
      <Bar pieces={bar(cell.value, party.threshold, party.scale, size)} color={party.color} />
      <Text bold> {padStart(cell.utility, figures.utility)}</Text>
      <Text {...(cell.reaches ? {} : REFUSED)}> {padStart(cell.beside, figures.beside)}</Text>
    </Box>
  );
}
