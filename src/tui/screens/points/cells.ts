/** The cells of the heat map and of the table of options. */
import { points } from '../../../report/text/number.ts';
import { padStart } from '../../../report/text/width.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line, Span } from '../../draw/line.ts';
import { span } from '../../draw/line.ts';
import { shadeOf } from '../../draw/meter.ts';
import type { Stake } from './stakes.ts';

/** Columns of a heat cell without its shade: the number, and the sign of a red line. */
export const HEAT_BASE = 4;
/** Columns of a value with its points: " 75  12.3✗". */
export const VALUE_AND_POINTS = 10;

/** `75▓▓✗`: the value, its shade in `shade` columns, and the sign of a red line that the clause crosses by itself. */
export function heat({ value, level, redLine }: Stake, shade: number, glyphs: Glyphs): Line {
  const sign = redLine ? span(glyphs.no, 'bad') : span(' ');
  if (value === null) return [span(`${padStart('-', 3)}${' '.repeat(shade)}`, 'dim'), sign];
  const filled = level === null ? ' ' : shadeOf(Math.round(level), glyphs);
  return [span(whole(value) + filled.repeat(shade), redLine ? 'bad' : 'plain'), sign];
}

/** The value and what it adds in points. */
export function valueAndPoints(stake: Stake, glyphs: Glyphs): Line {
  const [value, sign] = valueOnly(stake, glyphs);
  const worth = stake.value === null ? '' : points(stake.points);
  return [value!, span(` ${padStart(worth, 5)}`, 'dim'), sign!];
}

/** The value, and the sign of a red line. */
export function valueOnly({ value, redLine }: Stake, glyphs: Glyphs): readonly Span[] {
  const number = value === null ? span(padStart('-', 3), 'dim') : span(whole(value), redLine ? 'bad' : 'plain');
  return [number, redLine ? span(glyphs.no, 'bad') : span(' ')];
}

/** "75" in at least three columns; never "-0". */
function whole(value: number): string {
  const rounded = Math.round(value);
  return String(rounded === 0 ? 0 : rounded).padStart(3);
}
