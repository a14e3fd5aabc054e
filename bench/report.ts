/**
 * How results are written: sections of Markdown with tables and bars of text, the same on the screen and in the
 * document.
 */
import type { Sample } from './measure.ts';

/** One part of the bench, as Markdown without its title. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly string[];
}

export function sectionText({ title, blocks }: Section): string {
  return [`## ${title}`, ...blocks].join('\n\n');
}

/** A table; the first column is text, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const BAR = 48;

/** Horizontal bars, one per label, the longest as wide as the plot. */
export function bars(
  rows: readonly { readonly label: string; readonly value: number; readonly text: string }[],
): string {
  const widest = Math.max(...rows.map(({ label }) => label.length));
  const most = Math.max(...rows.map(({ value }) => value));
  return textBlock(
    rows.map(({ label, value, text }) => {
      const length = most > 0 ? Math.round((BAR * value) / most) : 0;
      return `${label.padStart(widest)}  ${'█'.repeat(length)}${length > 0 ? ' ' : ''}${text}`;
    }),
  );
}

function textBlock(lines: readonly string[]): string {
  return ['```text', ...lines, '```'].join('\n');
}

/** Three significant digits at most. */
export function short(value: number): string {
  if (value >= 1e6) return value.toExponential(1).replace('e+', 'e');
  return value >= 100 ? grouped(Math.round(value)) : String(Number(value.toPrecision(value < 10 ? 2 : 3)));
}

/** A whole number with its thousands apart. */
export function grouped(value: number | bigint): string {
  return value.toLocaleString('en-US');
}

/** A time in the unit that suits it. */
export function time(milliseconds: number): string {
  return milliseconds >= 1000 ? `${short(milliseconds / 1000)} s` : `${short(milliseconds)} ms`;
}

/** Median and, in brackets, the fastest and slowest. */
export function spread({ median, least, most }: Sample): string {
  return `${time(median)} (${time(least)} to ${time(most)})`;
}

/** How many times as fast. */
export function times(ratio: number): string {
  return `${short(ratio)}×`;
}
