/**
 * How wide the columns of the report's tables are, for a given width of the page. Pure arithmetic, no React.
 */
import { columns } from '../text/width.ts';

export const INDENT = 2;
export const GAP = 2;

/** Width of a column: the widest text, within limits. */
export function fitted(texts: readonly string[], least: number, most: number): number {
  return Math.min(most, Math.max(least, ...texts.map(columns)));
}

/** Columns of equal width side by side; those that do not fit go into further bands below. */
export interface Bands {
  /** Columns per band. */
  readonly perBand: number;
  /** Width of one column without the gap. */
  readonly width: number;
}

/** Spreads `count` columns of `least` to `most` width, gaps between them, over as few bands as `room` allows. */
export function spread(count: number, room: number, least: number, most: number): Bands {
  const fit = Math.max(1, Math.floor((room + GAP) / (least + GAP)));
  const bands = Math.ceil(count / fit);
  const perBand = Math.ceil(count / bands);
  return { perBand, width: Math.min(most, Math.floor((room + GAP) / perBand) - GAP) };
}

/** Consecutive parts of a list. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < list.length; start += size) parts.push(list.slice(start, start + size));
  return parts;
}
