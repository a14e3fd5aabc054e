/** The cells of the heat map and of the table of options. */
import { padStart } from '../../../report/text/width.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line, Span } from '../../draw/line.ts';
import { span } from '../../draw/line.ts';
import { heatCell } from '../../draw/meter.ts';
import type { Stake } from './stakes.ts';
import { WORTH } from './stakes.ts';

/** Columns of a heat cell without its shade: a figure of so many columns, and the sign of a red line. */
export function heatBase(figure: number): number {
  return figure + 1;
}

/** Columns of a value with its points: " 75  12.3✗". */
export function valueAndPointsBase(figure: number): number {
  return figure + 1 + WORTH + 1;
}

/** `75▓▓✗`: the value in `figure` columns, its shade in `shade` columns, and the sign of a red line that the clause crosses by itself. */
export function heat(stake: Stake, figure: number, shade: number, glyphs: Glyphs): Line {
  const { value, level, redLine } = stake;
  const sign = redLine ? span(glyphs.no, 'bad') : span(' ');
  if (value === null) return [span(`${padStart('-', figure)}${' '.repeat(shade)}`, 'dim'), sign];
  return [...heatCell(padStart(stake.figure, figure), level, shade, glyphs, redLine ? 'bad' : 'plain'), sign];
}

/** The value and what it adds in points. */
export function valueAndPoints(stake: Stake, figure: number, glyphs: Glyphs): Line {
  const [value, sign] = valueOnly(stake, figure, glyphs);
  const worth = stake.value === null ? '' : stake.worth;
  return [value!, span(` ${padStart(worth, WORTH)}`, 'dim'), sign!];
}

/** The value, and the sign of a red line. */
export function valueOnly({ value, figure: text, redLine }: Stake, figure: number, glyphs: Glyphs): readonly Span[] {
  const number =
    value === null ? span(padStart('-', figure), 'dim') : span(padStart(text, figure), redLine ? 'bad' : 'plain');
  return [number, redLine ? span(glyphs.no, 'bad') : span(' ')];
}

/** "0..15": the values of the first and the last of some numbers; blank where there is no room for both. */
export function bothEnds(first: Stake, last: Stake, figure: number, wide: boolean): Line {
  if (first.value === null) return [span(padStart('-', figure), 'dim')];
  const text = `${first.figure}..${last.figure}`;
  return text.length <= (wide ? valueAndPointsBase(figure) : heatBase(figure)) ? [span(text, 'dim')] : [];
}
