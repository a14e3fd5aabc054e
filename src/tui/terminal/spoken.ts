/** A screen as a reader for the blind should say it: its words, without what is only drawn. */
import { type Line, plainText } from '../draw/line.ts';

/** Borders, blocks, dots and marks. */
const DRAWN = /[\u2500-\u25FF\u2800-\u28FF]+/gu;

/** One line of text per row that has any. */
export function spoken(lines: readonly Line[]): string {
  return lines
    .map((of) => plainText(of).replace(DRAWN, ' ').replace(/ {2,}/gu, '  ').trim())
    .filter((text) => text !== '')
    .join('\n');
}
