/**
 * The signs that drawings are made of, in two sets: drawing characters of Unicode, and plain ASCII for terminals and fonts
 * without them. Every sign takes one column and is no emoji, so that all terminals agree on its width.
 */
import { asciiText } from './ascii.ts';
import type { Line } from './line.ts';

export interface Border {
  readonly topLeft: string;
  readonly topRight: string;
  readonly bottomLeft: string;
  readonly bottomRight: string;
  readonly horizontal: string;
  readonly vertical: string;
}

export interface Glyphs {
  readonly name: 'unicode' | 'ascii';
  readonly border: Border;
  /** Of the pane that has the focus. */
  readonly heavyBorder: Border;
  /** Stands before what is under the cursor, so that it shows without colours. */
  readonly cursor: string;
  readonly up: string;
  readonly down: string;
  readonly left: string;
  readonly right: string;
  /** Between two texts on one line. */
  readonly dot: string;
  readonly yes: string;
  readonly no: string;
  readonly bar: { readonly filled: string; readonly rest: string; readonly mark: string };
  /** From nothing to full, five steps. */
  readonly shades: readonly [string, string, string, string, string];
  /** Heights of a sparkline, eight steps. */
  readonly levels: readonly string[];
  readonly slider: {
    readonly line: string;
    readonly knob: string;
    readonly rest: string;
    readonly baseline: string;
    readonly breakpoint: string;
  };
  readonly track: { readonly holds: string; readonly fails: string; readonly mixed: string; readonly unknown: string };
  readonly tornado: { readonly low: string; readonly high: string; readonly middle: string };
  readonly plot: {
    readonly vertical: string;
    readonly horizontal: string;
    readonly cross: string;
    /** Eight dots of one column, by the bits that Unicode gives the dots of Braille. */
    readonly dots: (bits: number) => string;
  };
}

export const UNICODE: Glyphs = {
  name: 'unicode',
  border: {
    topLeft: '╭',
    topRight: '╮',
    bottomLeft: '╰',
    bottomRight: '╯',
    horizontal: '─',
    vertical: '│',
  },
  heavyBorder: {
    topLeft: '┏',
    topRight: '┓',
    bottomLeft: '┗',
    bottomRight: '┛',
    horizontal: '━',
    vertical: '┃',
  },
  cursor: '›',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  dot: '·',
  yes: '✓',
  no: '✗',
  bar: { filled: '█', rest: '░', mark: '│' },
  shades: [' ', '░', '▒', '▓', '█'],
  levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  slider: { line: '━', knob: '●', rest: '┈', baseline: '○', breakpoint: '╎' },
  track: { holds: '█', fails: '░', mixed: '▓', unknown: '·' },
  tornado: { low: '▒', high: '█', middle: '│' },
  plot: {
    vertical: '┆',
    horizontal: '┄',
    cross: '┼',
    dots: (bits) => (bits === 0 ? ' ' : String.fromCodePoint(0x2800 + bits)),
  },
};

const PLAIN_BORDER: Border = {
  topLeft: '+',
  topRight: '+',
  bottomLeft: '+',
  bottomRight: '+',
  horizontal: '-',
  vertical: '|',
};

export const ASCII: Glyphs = {
  name: 'ascii',
  border: PLAIN_BORDER,
  heavyBorder: {
    topLeft: '#',
    topRight: '#',
    bottomLeft: '#',
    bottomRight: '#',
    horizontal: '=',
    vertical: '#',
  },
  cursor: '>',
  up: '^',
  down: 'v',
  left: '<',
  right: '>',
  dot: '-',
  yes: 'y',
  no: 'n',
  bar: { filled: '#', rest: '.', mark: '|' },
  shades: [' ', '.', ':', 'x', '#'],
  levels: ['_', '.', '-', ':', '=', '+', '*', '#'],
  slider: { line: '=', knob: 'O', rest: '-', baseline: 'o', breakpoint: ':' },
  track: { holds: '#', fails: '.', mixed: 'x', unknown: '?' },
  tornado: { low: 'x', high: '#', middle: '|' },
  plot: { vertical: ':', horizontal: '-', cross: '+', dots: asciiDots },
};

/** Lines for the terminal: with the ASCII set, signs that texts bring along (the ellipsis of a cut) become ASCII too. */
export function shown(lines: readonly Line[], glyphs: Glyphs): readonly Line[] {
  if (glyphs.name === 'unicode') return lines;
  return lines.map((of) => of.map((piece) => ({ ...piece, text: asciiText(piece.text) })));
}

function asciiDots(bits: number): string {
  let dots = 0;
  for (let rest = bits; rest > 0; rest >>= 1) dots += rest & 1;
  if (dots === 0) return ' ';
  if (dots <= 2) return '.';
  return dots <= 5 ? ':' : '#';
}
