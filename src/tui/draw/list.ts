/** Long lists: the part that is shown, what lies outside it, and rows of cells in columns. */
import { columns } from '../../report/text/width.ts';
import type { Glyphs } from './glyphs.ts';
import { fit, type Line, line, lineWidth, type Span, span } from './line.ts';

/** Rows `start` up to and without `end`. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/** The part of `count` rows to show in `height`: holds the cursor and moves from the previous one no more than needed. */
export function windowOf(count: number, cursor: number, height: number, previousStart = 0): Window {
  if (count <= 0 || height <= 0) return { start: 0, end: 0 };
  const size = Math.min(count, height);
  const row = Math.min(count - 1, Math.max(0, cursor));
  const start = Math.min(row, Math.max(row - size + 1, Math.min(count - size, Math.max(0, previousStart))));
  return { start, end: start + size };
}

/** Rows outside the window: "↑ 3  ↓ 12"; empty where all are shown. */
export function moreText({ start, end }: Window, count: number, glyphs: Glyphs): string {
  const above = start > 0 ? [`${glyphs.up} ${start}`] : [];
  const below = end < count ? [`${glyphs.down} ${count - end}`] : [];
  return [...above, ...below].join('  ');
}

export type CellText = string | Span | Line;

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Exactly this many columns; without it the column is as wide as its widest cell. */
  readonly width?: number | undefined;
  /** A column that may be cut keeps at least this many; default 4. */
  readonly least?: number | undefined;
  /** Takes what is left over. */
  readonly grow?: boolean | undefined;
}

export interface TableOptions {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellText[])[];
  readonly width: number;
  /** Spaces between columns; default 2. */
  readonly gap?: number;
}

export interface Table {
  readonly header: Line;
  readonly rows: readonly Line[];
}

/** Rows of cells under their titles, every line exactly `width` columns. Missing cells are blank. */
export function columnsOf({ columns: heads, rows, width, gap = 2 }: TableOptions): Table {
  const widths = columnWidths({ columns: heads, rows, width, gap });
  const row = (cells: readonly CellText[]): Line =>
    fit(
      heads.flatMap((head, k) => {
        const between = k === 0 ? [] : [span(' '.repeat(gap))];
        return [...between, ...aligned(asLine(cells[k] ?? ''), widths[k] ?? 0, head.align ?? 'left')];
      }),
      Math.max(0, width),
    );
  return { header: row(heads.map(({ title }) => span(title, 'dim'))), rows: rows.map(row) };
}

/** Columns of each column: as wide as its cells, the widest cut first where they do not all fit. */
export function columnWidths({ columns: heads, rows, width, gap = 2 }: TableOptions): readonly number[] {
  const widths = heads.map((head, k) => head.width ?? naturalWidth(head, k, rows));
  const room = width - gap * Math.max(0, heads.length - 1);
  let over = widths.reduce((sum, size) => sum + size, 0) - room;
  while (over > 0) {
    const widest = widestCuttable(heads, widths);
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  const growing = heads.findIndex(({ grow }) => grow === true);
  if (growing >= 0 && over < 0) widths[growing] = (widths[growing] ?? 0) - over;
  return widths;
}

/** The cell in exactly `width` columns. */
export function aligned(cell: Line, width: number, align: 'left' | 'right' | 'center'): Line {
  const spare = width - lineWidth(cell);
  if (align === 'left' || spare <= 0) return fit(cell, width);
  const before = align === 'right' ? spare : Math.floor(spare / 2);
  return fit([span(' '.repeat(before)), ...cell], width);
}

function asLine(cell: CellText): Line {
  if (typeof cell === 'string') return line(cell);
  return 'text' in cell ? [cell] : cell;
}

function naturalWidth(head: Column, k: number, rows: TableOptions['rows']): number {
  return rows.reduce((most, row) => Math.max(most, lineWidth(asLine(row[k] ?? ''))), columns(head.title));
}

const LEAST = 4;

function widestCuttable(heads: readonly Column[], widths: readonly number[]): number | undefined {
  let widest: number | undefined;
  for (const [k, { width, least = LEAST }] of heads.entries()) {
    const size = widths[k] ?? 0;
    if (width !== undefined || size <= least) continue;
    if (widest === undefined || size > (widths[widest] ?? 0)) widest = k;
  }
  return widest;
}
