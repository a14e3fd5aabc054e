/** The report on a frontier: one row per point, one column per party, bars where there is room for them. */
import { Box, Text } from '../../report/layout/blocks.ts';
import { bar } from '../../report/text/bar.ts';
import { padStart } from '../../report/text/width.ts';
import type { FrontierCell, FrontierParty, FrontierRow, FrontierTable, FrontierView } from './view.ts';
import { REFUSED } from '../../report/layout/colors.ts';
import { chunks, fitted, GAP, INDENT, spread } from '../../report/layout/layout.ts';
import { Bar, Cell, Paragraph, Section, WrappedCell } from '../../report/layout/parts.tsx';
import { Opening, Page, pageText } from '../../report/layout/page.tsx';

const LEAST_BAR = 6;
const MOST_BAR = 16;
const REFUSAL = ' no';

/**
 * Lines of at most `width` columns (at least 60), with a line break at the end. chalk decides on colours when
 * this file is loaded.
 */
export function textFrontier(view: FrontierView, width: number): string {
  return pageText(<FrontierReport view={view} width={width} />, width);
}

function FrontierReport({ view, width }: { readonly view: FrontierView; readonly width: number }) {
  return (
    <Page view={view} width={width}>
      <Opening headline={view.headline} sentences={view.sentences} width={width} />
      {view.table !== null && <Points table={view.table} width={width} />}
    </Page>
  );
}

/** Columns of the table; 0 where one is left out. */
interface Layout {
  readonly number: number;
  readonly variants: number;
  readonly near: number;
  readonly utility: number;
  readonly refusal: number;
  readonly bar: number;
  /** One party: bar, figure and refusal. */
  readonly party: number;
  readonly perBand: number;
}

function Points({ table, width }: { readonly table: FrontierTable; readonly width: number }) {
  const layout = layoutOf(table, width);
  const bands = chunks([...table.parties.keys()], layout.perBand);
  return (
    <Section title="Efficient deals" width={width}>
      <Paragraph text={table.intro} width={width} quiet />
      {bands.map((band, b) => (
        <Box key={b} flexDirection="column" marginTop={1} paddingLeft={INDENT}>
          <Head table={table} band={band} layout={layout} last={b === bands.length - 1} />
          {table.rows.map((row) => (
            <Row key={row.number} table={table} row={row} band={band} layout={layout} last={b === bands.length - 1} />
          ))}
        </Box>
      ))}
      {table.hidden !== null && <Paragraph text={table.hidden} width={width} />}
      {table.noDeal !== null && <Paragraph text={table.noDeal} width={width} />}
    </Section>
  );
}

interface BandProps {
  readonly table: FrontierTable;
  /** Numbers of the parties side by side here. */
  readonly band: readonly number[];
  readonly layout: Layout;
  /** What is said of a point as a whole stands beside the last band. */
  readonly last: boolean;
}

function Head({ table, band, layout, last }: BandProps) {
  return (
    <Box>
      <Cell width={layout.number} quiet right>
        #
      </Cell>
      {band.map((party) => (
        <Cell key={party} width={layout.party} strong>
          {table.parties[party]!.short}
        </Cell>
      ))}
      {last && layout.variants > 0 && (
        <Cell width={layout.variants} quiet right>
          variants
        </Cell>
      )}
      {last && layout.near > 0 && (
        <Cell width={layout.near} quiet>
          near
        </Cell>
      )}
    </Box>
  );
}

function Row({ table, band, layout, last, row }: BandProps & { readonly row: FrontierRow }) {
  return (
    <Box>
      <Cell width={layout.number} quiet right>
        {row.number}
      </Cell>
      {band.map((party) => (
        <Utility key={party} party={table.parties[party]!} cell={row.cells[party]!} layout={layout} />
      ))}
      {last && layout.variants > 0 && (
        <Cell width={layout.variants} right>
          {row.variants}
        </Cell>
      )}
      {last && layout.near > 0 && <WrappedCell width={layout.near} text={row.near} />}
    </Box>
  );
}

function Utility(props: { readonly party: FrontierParty; readonly cell: FrontierCell; readonly layout: Layout }) {
  const { party, cell, layout } = props;
  return (
    <Box width={layout.party + GAP} flexShrink={0}>
      {layout.bar > 0 && <Bar pieces={bar(cell.value, party.threshold, party.scale, layout.bar)} color={party.color} />}
      <Text bold>{padStart(cell.utility, layout.utility + (layout.bar > 0 ? 1 : 0))}</Text>
      <Text {...REFUSED}>{cell.signs ? '' : REFUSAL}</Text>
    </Box>
  );
}

function layoutOf({ rows, parties, refusals, variants }: FrontierTable, width: number): Layout {
  const number = fitted(
    rows.map((row) => row.number),
    1,
    8,
  );
  const count = variants
    ? Math.max(
        8,
        fitted(
          rows.map((row) => row.variants),
          8,
          20,
        ),
      )
    : 0;
  const nears = rows.map((row) => row.near).filter((text) => text !== '');
  const near = nears.length === 0 ? 0 : fitted(nears, 8, Math.max(20, Math.floor(width / 4)));
  const utility = fitted(
    rows.flatMap((row) => row.cells.map((cell) => cell.utility)),
    4,
    12,
  );
  const refusal = refusals ? REFUSAL.length : 0;
  const beside = [number, count, near].filter((size) => size > 0).reduce((sum, size) => sum + size + GAP, 0);
  const least = utility + refusal;
  const { width: party, perBand } = spread(parties.length, width - INDENT - beside, least, least + 1 + MOST_BAR);
  const room = party - least - 1;
  const size = room >= LEAST_BAR ? room : 0;
  return {
    number,
    variants: count,
    near,
    utility,
    refusal,
    bar: size,
    party: size > 0 ? party : Math.max(party, least),
    perBand,
  };
}
