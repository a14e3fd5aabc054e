/** Running text as lines of the screen. */
import { columns as textColumns, cut, wrap } from '../../report/text/width.ts';
import type { Line, Tone } from '../draw/line.ts';
import { line, safe, span } from '../draw/line.ts';

/** The text broken between words. */
export function paragraph(text: string, width: number, tone: Tone = 'plain'): Line[] {
  return wrap(safe(text), Math.max(1, width)).map((row) => line(span(row, tone)));
}

/** A sign or word, and beside it the text, its further lines under its first. */
export function hanging(head: string, text: string, width: number, tone: Tone = 'plain'): Line[] {
  const indent = textColumns(head);
  return paragraph(text, width - indent, tone).map((row, k) =>
    line(span(k === 0 ? head : ' '.repeat(indent), tone === 'plain' ? 'dim' : tone), ...row),
  );
}

/** Columns of space before every line. */
export function indented(lines: readonly Line[], columns = 1): readonly Line[] {
  return lines.map((row) => [span(' '.repeat(columns)), ...row]);
}

/** The first `most` lines; where some are left out, the last one ends in an ellipsis. */
export function atMost(lines: readonly Line[], most: number, width: number): readonly Line[] {
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, Math.max(0, most));
  const last = shown.at(-1);
  if (last === undefined) return [];
  const text = last.map((piece) => piece.text).join('');
  return [...shown.slice(0, -1), line(span(cut(`${text}…`, width), last[0]?.tone ?? 'plain'))];
}

/** Columns of the widest text. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textColumns));
}
