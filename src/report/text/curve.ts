/**
 * A number over time in a few rows of braille: dots for the number, a dotted line at a mark, a sign at one moment.
 */

export interface CurveOptions {
  /** One value for each moment, evenly from left to right; null where there is none yet. */
  readonly values: readonly (number | null)[];
  readonly low: number;
  readonly high: number;
  /** Where the dotted line runs; what lies outside low and high has none. */
  readonly threshold: number;
  /** Number of the moment that has the sign; null for none. */
  readonly moment: number | null;
  readonly columns: number;
  readonly rows: number;
  readonly signs: CurveSigns;
}

export interface CurveSigns {
  /** Eight dots of one column, by the bits that Unicode gives the dots of braille. */
  readonly dots: (bits: number) => string;
  readonly line: string;
  readonly moment: string;
}

export const BRAILLE: CurveSigns = {
  dots: (bits) => (bits === 0 ? ' ' : String.fromCodePoint(0x2800 + bits)),
  line: '┄',
  moment: '●',
};

/** A stretch of one row that is all of one kind. */
export interface CurvePiece {
  readonly kind: 'curve' | 'line' | 'moment';
  readonly text: string;
}

/** Bits of the dots of one column: the left four from the top, then the right four. */
const DOT_BITS = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80] as const;

/** Rows from the top, each exactly `columns` wide. A value beyond the ends is drawn at the end. */
export function curveRows({
  values,
  low,
  high,
  threshold,
  moment,
  columns,
  rows,
  signs,
}: CurveOptions): CurvePiece[][] {
  const places = dotPlaces(values, low, high, columns * 2, rows * 4);
  const bits = Array.from({ length: rows }, () => new Uint8Array(columns));
  for (const [x, span] of places.entries()) {
    if (span === null) continue;
    for (let y = span.top; y <= span.bottom; y++) {
      const row = bits[y >> 2]!;
      row[x >> 1] = row[x >> 1]! | DOT_BITS[(x & 1) * 4 + (y & 3)]!;
    }
  }
  const lineRow = threshold < low || threshold > high ? -1 : downOf(threshold, low, high, rows * 4) >> 2;
  const at = moment === null || values.length === 0 ? null : Math.floor(((moment + 0.5) * columns) / values.length);
  const value = moment === null ? null : (values[moment] ?? null);
  const signRow = value === null ? -1 : downOf(value, low, high, rows * 4) >> 2;
  return bits.map((row, r) =>
    joined(
      [...row].map((dots, c): CurvePiece => {
        if (r === signRow && c === at) return { kind: 'moment', text: signs.moment };
        if (dots !== 0) return { kind: 'curve', text: signs.dots(dots) };
        return r === lineRow ? { kind: 'line', text: signs.line } : { kind: 'curve', text: ' ' };
      }),
    ),
  );
}

interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** By column of dots, the stretch from the last value to this one. */
function dotPlaces(
  values: CurveOptions['values'],
  low: number,
  high: number,
  across: number,
  down: number,
): readonly (Span | null)[] {
  let last: number | null = null;
  return Array.from({ length: across }, (_, x): Span | null => {
    const value = values[Math.floor((x * values.length) / across)] ?? null;
    if (value === null) return null;
    const y = downOf(value, low, high, down);
    const from = last ?? y;
    last = y;
    return { top: Math.min(y, from), bottom: Math.max(y, from) };
  });
}

/** Dots from the top. */
function downOf(value: number, low: number, high: number, down: number): number {
  const share = high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0.5;
  return Math.min(down - 1, Math.floor((1 - share) * down));
}

function joined(pieces: readonly CurvePiece[]): CurvePiece[] {
  const rows: CurvePiece[] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    if (last?.kind === piece.kind) rows[rows.length - 1] = { kind: last.kind, text: last.text + piece.text };
    else rows.push(piece);
  }
  return rows;
}
