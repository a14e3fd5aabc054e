/** The report on one session: the words, a curve for each party, and the tables. */
import { Box, Text } from '../../report/layout/blocks.ts';
import { textColor } from '../../report/layout/colors.ts';
import { fitted, GAP, INDENT } from '../../report/layout/layout.ts';
import { Opening, Page, pageText } from '../../report/layout/page.tsx';
import { Cell, Paragraph, Section } from '../../report/layout/parts.tsx';
import { SheetTable } from '../../report/layout/sheet.tsx';
import { BRAILLE, curveRows } from '../../report/text/curve.ts';
import type { CurvePiece } from '../../report/text/curve.ts';
import { columns } from '../../report/text/width.ts';
import type { Band } from './chart.ts';
import type { ChartView, SessionView } from './view.ts';

const ROWS = 3;
const MOST_COLUMNS = 80;

/**
 * Lines of at most `width` columns (at least 60), with a line break at the end. chalk decides on colours when
 * this file is loaded.
 */
export function textSession(view: SessionView, width: number): string {
  return pageText(<SessionReport view={view} width={width} />, width);
}

function SessionReport({ view, width }: { readonly view: SessionView; readonly width: number }) {
  return (
    <Page view={view} width={width}>
      <Opening headline={view.headline} sentences={view.sentences} width={width} />
      {view.chart !== null && <Chart chart={view.chart} width={width} />}
      {view.sections.map((section, k) => (
        <SheetTable key={k} section={section} width={width} />
      ))}
    </Page>
  );
}

function Chart({ chart, width }: { readonly chart: ChartView; readonly width: number }) {
  const { bands, ends } = chart;
  const name = fitted(
    bands.map((band) => band.name),
    4,
    14,
  );
  const figure = fitted(
    bands.flatMap(({ lowText, highText }) => [lowText, highText]),
    4,
    12,
  );
  const size = Math.min(MOST_COLUMNS, width - INDENT - name - figure - 2 * GAP);
  const between = Math.max(1, size - columns(ends[0]) - columns(ends[1]));
  return (
    <Section title={chart.title} width={width}>
      <Paragraph text={chart.intro} width={width} quiet />
      {bands.map((band, k) => (
        <Curve key={k} band={band} name={name} figure={figure} size={size} />
      ))}
      <Box paddingLeft={INDENT}>
        <Text dimColor>{' '.repeat(name + figure + 2 * GAP) + ends[0] + ' '.repeat(between) + ends[1]}</Text>
      </Box>
    </Section>
  );
}

function Curve(props: { readonly band: Band; readonly name: number; readonly figure: number; readonly size: number }) {
  const { band, name, figure, size } = props;
  const rows = curveRows({ ...band, columns: size, rows: ROWS, signs: BRAILLE });
  return (
    <Box flexDirection="column" marginTop={1} paddingLeft={INDENT}>
      {rows.map((pieces, row) => (
        <Box key={row}>
          <Cell width={name} strong>
            {row === 0 ? band.name : ''}
          </Cell>
          <Cell width={figure} quiet right>
            {row === 0 ? band.highText : row === ROWS - 1 ? band.lowText : ''}
          </Cell>
          <Text>
            {pieces.map((piece, k) => (
              <Piece key={k} piece={piece} color={band.color} />
            ))}
          </Text>
        </Box>
      ))}
    </Box>
  );
}

function Piece({ piece, color }: { readonly piece: CurvePiece; readonly color: string | undefined }) {
  return (
    <Text
      {...(piece.kind === 'curve' ? textColor(color) : {})}
      dimColor={piece.kind === 'line'}
      bold={piece.kind === 'moment'}
    >
      {piece.text}
    </Text>
  );
}
