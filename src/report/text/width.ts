/**
 * Text by the columns it takes on a terminal: measuring, cutting, padding and wrapping.
 */
import stringWidth from 'string-width';

/** Letters, lines, blocks and dots of one column each, one code unit each, which no neighbour joins. */
const SIMPLE = /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2190-\u2193\u2500-\u259F\u2800-\u28FF…·›●○✓✗×]*$/u;

/** Whether every code unit of the text takes one column: texts that are measured in no time. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

/** Columns that the text takes. */
export function columns(text: string): number {
  return SIMPLE.test(text) ? text.length : stringWidth(text);
}

/** One line in composed form: line breaks and tabs of a scenario text become single spaces. */
export function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** The text when it fits, else its start and an ellipsis. Takes at most `most` columns. */
export function cut(text: string, most: number): string {
  if (columns(text) <= most) return text;
  if (most <= 0) return '';
  return `${head(text, most - 1).trimEnd()}…`;
}

/** Exactly `size` columns: cut, or spaces added after the text. */
export function padEnd(text: string, size: number): string {
  const fitting = cut(text, size);
  return fitting + ' '.repeat(Math.max(0, size - columns(fitting)));
}

/** Exactly `size` columns: cut, or spaces added before the text. */
export function padStart(text: string, size: number): string {
  const fitting = cut(text, size);
  return ' '.repeat(Math.max(0, size - columns(fitting))) + fitting;
}

/** Spaces where a line may be broken: not those of "9.2 × 10^17" and "363 bn". */
const BREAKS = /(?<!×) (?!×|(?<=\d )(?:m|bn|tn)(?![\p{L}\d]))/u;

/** Where a word that is longer than a line is broken if it can be: "Kalai-|Smorodinsky", "russia.|all-|donbas". */
const JOINTS = /(?<=[\p{L}\d][-./_])(?=[\p{L}\d])/u;

/** Lines of at most `most` columns, broken between words; a word that is longer is broken at its joints, else anywhere. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(BREAKS)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (columns(longer) <= most) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = breakWord(word, most, lines);
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Puts full lines of an overlong word on the list and gives what is left of it, going through the word once. */
function breakWord(word: string, most: number, lines: string[]): string {
  if (columns(word) <= most) return word;
  let rest = '';
  for (const part of pieces(word, most)) {
    // A character that is wider than the line stands alone.
    if (rest !== '' && columns(rest + part) > most) {
      lines.push(rest);
      rest = '';
    }
    rest += part;
  }
  return rest;
}

function* pieces(word: string, most: number): Generator<string> {
  for (const part of word.split(JOINTS)) {
    if (columns(part) <= most) yield part;
    else yield* SIMPLE.test(part) ? slices(part, most) : segments(part);
  }
}

function* slices(text: string, size: number): Generator<string> {
  for (let from = 0; from < text.length; from += Math.max(1, size)) yield text.slice(from, from + Math.max(1, size));
}

/** What a reader takes for one sign each. */
export function* segments(text: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/** Made for the first text that needs it: that takes longer than all the rest. */
let segmenter: Intl.Segmenter | null = null;

/** The longest start that takes at most `most` columns. */
function head(text: string, most: number): string {
  if (SIMPLE.test(text)) return text.slice(0, Math.max(0, most));
  let start = '';
  for (const segment of segments(text)) {
    if (columns(start + segment) > most) break;
    start += segment;
  }
  return start;
}
