/** Texts and lines that files may bring: wide signs, combining marks, control characters, nothing at all. */
import fc from 'fast-check';
import { type Line, lineWidth, safe, span } from '../../../src/tui/draw/line.ts';

const NAMES = [
  '',
  ' ',
  'Upland',
  'Délta',
  'e\u0301te\u0301',
  '漢字',
  'ｱｲ',
  '한국',
  '\u0301x',
  'a\tb\nc',
  '👩‍👧',
  '☁️',
  '1️⃣',
  '👍🏽',
];

/** Anything a scenario file may call something. */
export const nameText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.array(fc.constantFrom(...NAMES), { maxLength: 3 }).map((parts) => parts.join('')),
);

const tone = fc.constantFrom('plain', 'dim', 'strong', 'title', 'cursor', 'good', 'bad', 'warn', 'accent');

export const anyLine: fc.Arbitrary<Line> = fc.array(
  fc.tuple(nameText, tone).map(([text, of]) => span(safe(text), of)),
  { maxLength: 5 },
);

export const anyBody = fc.array(anyLine, { maxLength: 8 });

/** Columns of every line; to be as `sized` of the same size. */
export function widthsOf(lines: readonly Line[]): number[] {
  return lines.map(lineWidth);
}

export function sized(width: number, height: number): number[] {
  return Array.from({ length: height }, () => width);
}
