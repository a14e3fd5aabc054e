/** Single numbers as small drawings: bars, signed differences, shades and histories, each of an exact width. */
import { bar, shareBar } from '../../report/text/bar.ts';
import type { Digits } from '../../report/text/points.ts';
import { signedPoints } from '../../report/text/points.ts';
import type { Glyphs } from './glyphs.ts';
import { joined, type Line, type Span, span, type Tone } from './line.ts';
import { fraction, type Scale, stopOf } from './scale.ts';

export interface SatisfactionOptions {
  /** Points. */
  readonly value: number;
  /** The least that the party signs for, in points. */
  readonly threshold: number;
  /** Ends of the bar; default 0 to 100 points. */
  readonly scale?: Scale;
  readonly size: number;
  /** The party's own colour for the filled part. */
  readonly color?: string | undefined;
  readonly glyphs: Glyphs;
}

const POINTS: Scale = { low: 0, high: 100 };

/** A utility as a bar of exactly `size` columns with a mark at the threshold; filled past the mark if it is reached. */
export function satisfaction(options: SatisfactionOptions): Line {
  const { value, threshold, scale = POINTS, size, color, glyphs } = options;
  const tones: Readonly<Record<'filled' | 'mark' | 'rest', Tone>> = {
    filled: value >= threshold ? 'good' : 'bad',
    mark: 'strong',
    rest: 'dim',
  };
  const cells = bar(value, threshold, { from: scale.low, to: scale.high }, Math.max(3, size)).flatMap(
    ({ kind, text }) => {
      const sign = span(glyphs.bar[kind], tones[kind], kind === 'filled' ? color : undefined);
      return Array.from(text, () => sign);
    },
  );
  return joined(cells.slice(0, Math.max(0, size)));
}

/** "+4.2" good, "-8.1" bad, "=" where nothing changed. In points. */
export function difference(value: number, digits: Digits): Span {
  if (value === 0) return span('=', 'dim');
  return span(signedPoints(value, digits), value > 0 ? 'good' : 'bad');
}

/** A part of a whole, 0..1, in exactly `size` columns; only 0 is empty and only 1 is full. */
export function share(part: number, size: number, glyphs: Glyphs): Line {
  if (size <= 0) return [];
  const filled = Array.from(shareBar(Math.min(1, Math.max(0, part)), size)).filter((sign) => sign === '█').length;
  return joined([span(glyphs.bar.filled.repeat(filled)), span(glyphs.bar.rest.repeat(size - filled), 'dim')]);
}

/** A count of deals between 0 and all of them on a scale of powers of ten, so that 50 of 10^12 still shows. */
export function countBar(count: bigint, space: bigint, size: number, glyphs: Glyphs): Line {
  return share(logShare(count, space), size, glyphs);
}

/** How far the count lies between 0 and the whole by its logarithm, 0..1; 0 and 1 only when it is none and all. */
export function logShare(count: bigint, space: bigint): number {
  if (count <= 0n || space <= 0n) return 0;
  if (count >= space) return 1;
  const part = log(count + 1n) / log(space + 1n);
  return Math.min(1 - Number.EPSILON, Math.max(Number.MIN_VALUE, part));
}

/** Blank below 20, then a step every 20 points; full from 80 on. */
export function shadeOf(value: number, glyphs: Glyphs): string {
  const [none, light, medium, dark, full] = glyphs.shades;
  if (value < 20) return none;
  if (value < 40) return light;
  if (value < 60) return medium;
  return value < 80 ? dark : full;
}

/** `75▓▓`: the figure with its shade in `shade` columns; `level` 0..100, null for none. */
export function heatCell(figure: string, level: number | null, shade: number, glyphs: Glyphs, tone?: Tone): Line {
  const filled = level === null ? ' ' : shadeOf(Math.round(level), glyphs);
  return [span(figure + filled.repeat(shade), tone)];
}

export interface TornadoOptions {
  /** The result when the input is at its low end, at its high end, and now. */
  readonly low: number;
  readonly high: number;
  readonly middle: number;
  /** Ends of the drawing, the same for all bars of one table. */
  readonly scale: Scale;
  readonly size: number;
  readonly glyphs: Glyphs;
}

/** Bars from the present result to the two others, exactly `size` columns; where both lie on one side the shorter is on top. */
export function tornado({ low, high, middle, scale, size, glyphs }: TornadoOptions): Line {
  if (size <= 0) return [];
  const stop = (value: number) => stopOf(fraction(value, scale), size);
  const cells = Array.from({ length: size }, () => span(' '));
  const centre = stop(middle);
  const bars = [
    { to: stop(low), sign: span(glyphs.tornado.low, 'accent') },
    { to: stop(high), sign: span(glyphs.tornado.high, 'accent') },
  ].sort((a, b) => Math.abs(b.to - centre) - Math.abs(a.to - centre));
  for (const { to, sign } of bars) {
    for (let k = Math.min(to, centre); k <= Math.max(to, centre); k += 1) cells[k] = sign;
  }
  cells[centre] = span(glyphs.tornado.middle, 'strong');
  return joined(cells);
}

/** The last values as heights ▁▂▃, newest at the right, exactly `size` columns; without `scale` from least to most. */
export function history(values: readonly number[], size: number, glyphs: Glyphs, scale?: Scale): Line {
  if (size <= 0) return [];
  const recent = values.slice(-size);
  const between = scale ?? { low: Math.min(...recent), high: Math.max(...recent) };
  const heights = recent.map((value) => {
    if (Number.isNaN(value)) return ' ';
    return glyphs.levels[stopOf(fraction(value, between), glyphs.levels.length)] ?? ' ';
  });
  return joined([span(' '.repeat(size - recent.length)), span(heights.join(''), 'accent')]);
}

/** Natural logarithm of a whole number of any size. */
function log(count: bigint): number {
  const digits = count.toString();
  const lead = Number(digits.slice(0, 15));
  return Math.log(lead) + (digits.length - Math.min(15, digits.length)) * Math.LN10;
}
