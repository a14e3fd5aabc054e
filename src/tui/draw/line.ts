/**
 * A line of the screen as styled pieces, cut and padded by the columns it takes. Screens are made of lines; nothing else
 * in the interface knows how wide a text is.
 */
import { columns as textColumns, cut, oneLine } from '../../report/text/width.ts';

/** What a piece of text is for; `paint.ts` decides how that looks. Colour is never the only sign of a meaning. */
export type Tone =
  | 'plain'
  | 'dim'
  | 'strong'
  | 'title'
  /** What the person has under the cursor. */
  | 'cursor'
  | 'good'
  | 'bad'
  | 'warn'
  | 'accent';

export interface Span {
  readonly text: string;
  readonly tone: Tone;
  /** A party's colour by its name, in place of the tone's own. */
  readonly color?: string | undefined;
}

export type Line = readonly Span[];

export const EMPTY: Line = [];

export function span(text: string, tone: Tone = 'plain', color?: string): Span {
  return color === undefined ? { text, tone } : { text, tone, color };
}

/** A line of pieces; bare texts are plain. */
export function line(...pieces: readonly (string | Span)[]): Line {
  return pieces.map((piece) => (typeof piece === 'string' ? span(piece) : piece));
}

/** Columns that the line takes. */
export function lineWidth(of: Line): number {
  return of.reduce((sum, { text }) => sum + textColumns(text), 0);
}

/** The line in exactly `width` columns: cut with an ellipsis, or padded with spaces. */
export function fit(of: Line, width: number): Line {
  const fitted: Span[] = [];
  let left = width;
  for (const [k, piece] of of.entries()) {
    const takes = textColumns(piece.text);
    const rest = of.slice(k + 1).some(({ text }) => text !== '');
    if (takes < left || (takes === left && !rest)) {
      fitted.push(piece);
      left -= takes;
      continue;
    }
    const text = takes === left ? cut(`${piece.text} `, left) : cut(piece.text, left);
    fitted.push({ ...piece, text });
    left -= textColumns(text);
    break;
  }
  return left > 0 ? [...fitted, span(' '.repeat(left))] : fitted;
}

/** The line with its neighbours of one look as one piece; empty pieces are left out. */
export function joined(of: Line): Line {
  const pieces: Span[] = [];
  for (const piece of of) {
    const last = pieces.at(-1);
    if (piece.text === '') continue;
    if (last !== undefined && last.tone === piece.tone && last.color === piece.color) {
      pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
    } else {
      pieces.push(piece);
    }
  }
  return pieces;
}

/** The same line with every piece in one tone: a row under the cursor, or one that is out of date. */
export function toned(of: Line, tone: Tone): Line {
  return of.map(({ text }) => ({ text, tone }));
}

/** Drawn on top of other signs, or not at all, and counted differently from terminal to terminal. */
const UNSURE = /[\p{Emoji_Modifier}\p{Variation_Selector}\u20E3]/gu;

/** Moves the cursor or shows as nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A name from a scenario file as one line of sure width: control characters become `?`, signs that terminals disagree
 * about are left out, and no mark stands first, where it would join the sign before the name.
 */
export function safe(text: string): string {
  return oneLine(text.replace(UNSURE, ''))
    .replace(INVISIBLE, '?')
    .replace(/^\p{M}/u, '?');
}

/** The text without styles, as tests and exports read it. */
export function plainText(of: Line): string {
  return of.map(({ text }) => text).join('');
}
