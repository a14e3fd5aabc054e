/**
 * Deals as points of a plane: small dots for many (eight to a column), signs for the few that matter, lines at the
 * thresholds of both axes, and numbers at the ends of the axes.
 */
import { columns, padStart } from '../../report/text/width.ts';
import type { Glyphs } from './glyphs.ts';
import { aligned } from './list.ts';
import { fit, joined, type Line, safe, type Span, span, type Tone } from './line.ts';

export interface Axis {
  readonly title: string;
  /** Ends of the axis in points; what lies outside is not drawn. */
  readonly low: number;
  readonly high: number;
  /** Where the line of a reservation value stands. */
  readonly threshold?: number | undefined;
}

export interface PlotPoint {
  readonly x: number;
  readonly y: number;
}

export interface PlotMark extends PlotPoint {
  /** A letter or sign of one column. */
  readonly sign: string;
  readonly tone?: Tone;
  readonly color?: string | undefined;
}

export interface ScatterOptions {
  readonly points: readonly PlotPoint[];
  /** Later ones stand on earlier ones. */
  readonly marks: readonly PlotMark[];
  /** Index of the mark under the cursor, which is drawn last. */
  readonly cursor?: number | undefined;
  readonly x: Axis;
  readonly y: Axis;
  readonly width: number;
  readonly height: number;
  readonly glyphs: Glyphs;
}

/** The part of the drawing that the points are in, in columns and rows from its upper left corner. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** The plot in exactly `width` x `height`; below 8 x 4 only the points, without axes. */
export function scatter(options: ScatterOptions): readonly Line[] {
  const { x, y, width, height } = options;
  const area = plotArea(options);
  const rows = plotRows(options, area);
  const bare = area.left === 0 && area.top === 0;
  const labels = new Map([
    [0, number(y.high)],
    [area.rows - 1, number(y.low)],
  ]);
  const drawn = rows.map((row, k): Line => {
    const label = bare ? '' : `${padStart(labels.get(k) ?? '', area.left - 1)} `;
    return fit([span(label, 'dim'), ...row], width);
  });
  if (bare) return drawn.slice(0, Math.max(0, height));
  const title = fit([span(' '.repeat(area.left)), span(safe(y.title), 'dim')], width);
  return [title, ...drawn, [span(' '.repeat(area.left)), ...axisLine(x, area.columns)]];
}

/** Where the points are drawn: below the title of the y axis, right of its numbers, above the line of the x axis. */
export function plotArea({ y, width, height }: Pick<ScatterOptions, 'y' | 'width' | 'height'>): PlotArea {
  const left = Math.max(columns(number(y.low)), columns(number(y.high))) + 1;
  if (width < left + 6 || height < 4) {
    return { left: 0, top: 0, columns: Math.max(0, width), rows: Math.max(0, height) };
  }
  return { left, top: 1, columns: width - left, rows: height - 2 };
}

/** The column of a value among `size`, or none where it lies outside the axis. */
export function placeOf(value: number, { low, high }: Axis, size: number): number | undefined {
  if (!(value >= low && value <= high) || size <= 0) return undefined;
  if (high === low) return Math.floor(size / 2);
  return Math.min(size - 1, Math.floor(((value - low) / (high - low)) * size));
}

function plotRows(options: ScatterOptions, area: PlotArea): Line[] {
  const { points, marks, cursor, x, y, glyphs } = options;
  const cells = dotted(points, x, y, area, glyphs);
  drawThresholds(cells, x, y, area, glyphs);
  const put = (mark: PlotMark, tone: Tone): void => {
    const column = placeOf(mark.x, x, area.columns);
    const row = placeOf(mark.y, y, area.rows);
    const line = row === undefined ? undefined : cells[area.rows - 1 - row];
    if (column === undefined || line === undefined) return;
    line[column] = span(columns(mark.sign) === 1 ? mark.sign : '?', tone, mark.color);
  };
  for (const mark of marks) put(mark, mark.tone ?? 'strong');
  const current = cursor === undefined ? undefined : marks[cursor];
  if (current !== undefined) put(current, 'cursor');
  return cells.map((row) => [...joined(row)]);
}

/** Bits of the dots of one column in Braille: the left four from the top, then the right four. */
const DOT_BITS = Uint8Array.of(0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80);

/** Hot for large samples: one pass over the points into bytes, then one sign per column. */
function dotted(points: readonly PlotPoint[], x: Axis, y: Axis, area: PlotArea, glyphs: Glyphs): Span[][] {
  const bits = new Uint8Array(area.columns * area.rows);
  for (const point of points) {
    const right = placeOf(point.x, x, area.columns * 2);
    const up = placeOf(point.y, y, area.rows * 4);
    if (right === undefined || up === undefined) continue;
    const down = area.rows * 4 - 1 - up;
    const at = (down >> 2) * area.columns + (right >> 1);
    bits[at] = bits[at]! | DOT_BITS[(right & 1) * 4 + (down & 3)]!;
  }
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_unused, column) =>
      span(glyphs.plot.dots(bits[row * area.columns + column]!)),
    ),
  );
}

/** Lines only where no dot is, so that they hide no deal. */
function drawThresholds(cells: Span[][], x: Axis, y: Axis, area: PlotArea, glyphs: Glyphs): void {
  const column = x.threshold === undefined ? undefined : placeOf(x.threshold, x, area.columns);
  const up = y.threshold === undefined ? undefined : placeOf(y.threshold, y, area.rows);
  const row = up === undefined ? undefined : area.rows - 1 - up;
  const { vertical, horizontal, cross } = glyphs.plot;
  for (const [r, line] of cells.entries()) {
    for (const [c, { text }] of line.entries()) {
      if (text !== ' ' || (r !== row && c !== column)) continue;
      const sign = c === column ? vertical : horizontal;
      line[c] = span(r === row && c === column ? cross : sign, 'dim');
    }
  }
}

/** "0      Upland      100" below the points. */
function axisLine({ title, low, high }: Axis, width: number): Line {
  const first = number(low);
  const last = number(high);
  const room = width - columns(first) - columns(last) - 2;
  if (room < 0) return fit([span(first, 'dim')], width);
  const between = aligned([span(safe(title), 'dim')], room, 'center');
  return [span(`${first} `, 'dim'), ...between, span(` ${last}`, 'dim')];
}

/** At most one decimal, none where it is 0. */
function number(value: number): string {
  return String(Number(value.toFixed(1)));
}
