/** Reports made of plain tables: columns as wide as their words, bars in the room that is left. */
import { Box } from './blocks.ts';
import { spanBar } from '../text/span-bar.ts';
import { columns as columnsOf } from '../text/width.ts';
import type { SheetCell, SheetColumn, SheetRow, SheetSection, SheetView } from '../view/sheet.ts';
import { GAP, INDENT } from './layout.ts';
import { Bar, Cell, Paragraph, Section, WrappedCell } from './parts.tsx';
import { Opening, Page } from './page.tsx';

const LEAST_WORDS = 8;
const LEAST_BAR = 6;
const MOST_BAR = 24;

/** `width` in columns, at least 60. */
export function Sheet({ view, width }: { readonly view: SheetView; readonly width: number }) {
  return (
    <Page view={view} width={width}>
      <Opening headline={view.headline} sentences={view.sentences} width={width} />
      {view.sections.map((section, k) => (
        <SheetTable key={k} section={section} width={width} />
      ))}
    </Page>
  );
}

/** One table with its heading. */
export function SheetTable({ section, width }: { readonly section: SheetSection; readonly width: number }) {
  const { title, intro, columns, rows, notes } = section;
  const widths = columnWidths(section, width - INDENT);
  return (
    <Section title={title} width={width}>
      <Paragraph text={intro} width={width} quiet />
      {rows.length > 0 && (
        <Box flexDirection="column" marginTop={1} paddingLeft={INDENT}>
          <Box>
            {columns.map(({ heading, kind }, k) =>
              widths[k] === 0 ? null : (
                <Cell key={k} width={widths[k]!} quiet right={kind === 'figure'}>
                  {heading}
                </Cell>
              ),
            )}
          </Box>
          {rows.map((row, k) => (
            <Row key={k} columns={columns} row={row} widths={widths} />
          ))}
        </Box>
      )}
      {[...leftOutNotes(section, widths), ...notes].map((note, k) => (
        <Paragraph key={k} text={note} width={width} />
      ))}
    </Section>
  );
}

/** Figures that have no room are not left out in silence. */
function leftOutNotes({ columns, rows }: SheetSection, widths: readonly number[]): readonly string[] {
  const left = columns.flatMap(({ heading, kind }, k) => (kind === 'figure' && widths[k] === 0 ? [heading] : []));
  return rows.length === 0 || left.length === 0
    ? []
    : [`Columns without room here: ${left.join(', ')}; a wider terminal, or --width, shows them.`];
}

function Row(props: {
  readonly columns: readonly SheetColumn[];
  readonly row: SheetRow;
  readonly widths: readonly number[];
}) {
  const { columns, row, widths } = props;
  return (
    <Box>
      {row.cells.map((cell, k) => {
        const width = widths[k]!;
        if (width === 0) return null;
        if (typeof cell !== 'string') {
          return (
            <Cell key={k} width={width}>
              <Bar pieces={spanBar(cell, width)} color={row.color} />
            </Cell>
          );
        }
        return columns[k]!.kind === 'figure' ? (
          <Cell key={k} width={width} right>
            {cell}
          </Cell>
        ) : (
          <WrappedCell key={k} width={width} text={cell} />
        );
      })}
    </Box>
  );
}

/** Width of each column; 0 for a bar that has no room. Words give way first to figures, then to one another. */
function columnWidths({ columns, rows }: SheetSection, room: number): readonly number[] {
  const widths = columns.map(({ heading, kind }, k) =>
    kind === 'bar' ? 0 : Math.max(columnsOf(heading), ...rows.map(({ cells }) => textWidth(cells[k]!))),
  );
  const left = (): number =>
    room - widths.reduce((sum, width) => sum + (width === 0 ? 0 : width + GAP), 0) - bars.length * GAP;
  const bars = [...columns.keys()].filter((k) => columns[k]!.kind === 'bar');
  const words = [...columns.keys()].filter((k) => columns[k]!.kind === 'words');
  const shrink = (wanted: number): void => {
    while (left() < wanted) {
      const widest = words.reduce<number>((best, k) => (widths[k]! > (widths[best] ?? 0) ? k : best), words[0] ?? -1);
      if (widest === -1 || widths[widest]! <= LEAST_WORDS) return;
      widths[widest]!--;
    }
  };
  shrink(bars.length * LEAST_BAR);
  for (let k = columns.length - 1; k >= 0 && left() < 0; k--) {
    if (columns[k]!.optional === true) widths[k] = 0;
  }
  const share = bars.length === 0 ? 0 : Math.floor(left() / bars.length);
  for (const k of bars) widths[k] = share < LEAST_BAR ? 0 : Math.min(MOST_BAR, share);
  return widths;
}

function textWidth(cell: SheetCell): number {
  return typeof cell === 'string' ? columnsOf(cell) : 0;
}
