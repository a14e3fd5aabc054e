/** Panes and their arrangement. A block is a list of lines of one width; every function gives exactly the size asked. */
import { columns } from '../../report/text/width.ts';
import type { Glyphs } from './glyphs.ts';
import { fit, type Line, line, lineWidth, safe, span } from './line.ts';

export type Block = readonly Line[];

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface BoxOptions extends Size {
  readonly title: string;
  /** Short text at the right end of the upper border; left out where there is no room. */
  readonly right?: string | undefined;
  /** Heavy border and a mark in the title, so that the focus shows without colours. */
  readonly focused: boolean;
  readonly body: readonly Line[];
  readonly glyphs: Glyphs;
}

/** A bordered pane; the body is cut or padded to the inside. Below 2 x 2 there is no border. */
export function box({ title, right, width, height, focused, body, glyphs }: BoxOptions): Block {
  if (width < 2 || height < 2) return block(body, { width, height });
  const border = focused ? glyphs.heavyBorder : glyphs.border;
  const tone = focused ? 'accent' : 'dim';
  const side = span(border.vertical, tone);
  const inner = block(body, inside({ width, height }));
  return [
    fit(
      [
        span(border.topLeft, tone),
        ...headline({ title, right, focused, glyphs }, width - 2),
        span(border.topRight, tone),
      ],
      width,
    ),
    ...inner.map((row): Line => [side, ...row, side]),
    [span(border.bottomLeft + border.horizontal.repeat(width - 2) + border.bottomRight, tone)],
  ];
}

/** What a box of this size leaves for its body. */
export function inside({ width, height }: Size): Size {
  return { width: Math.max(0, width - 2), height: Math.max(0, height - 2) };
}

/** Exactly the size: rows cut or padded, missing rows blank, rows too many left out. */
export function block(lines: readonly Line[], { width, height }: Size): Block {
  return Array.from({ length: Math.max(0, height) }, (_, row) => fit(lines[row] ?? [], Math.max(0, width)));
}

/** Blocks next to each other, from the left. Shorter ones are filled with blank rows. */
export function beside(...blocks: readonly Block[]): Block {
  const height = Math.max(0, ...blocks.map((lines) => lines.length));
  const equal = blocks.map((lines) => block(lines, { width: widthOf(lines), height }));
  return Array.from({ length: height }, (_, row) => equal.flatMap((lines) => lines[row] ?? []));
}

/** Blocks below each other, all as wide as the widest. */
export function stack(...blocks: readonly Block[]): Block {
  const width = Math.max(0, ...blocks.map(widthOf));
  return blocks.flat().map((row) => fit(row, width));
}

/** Two texts at the ends of one line of exactly `width` columns; the right one goes where both do not fit. */
export function ends(left: Line, right: Line, width: number): Line {
  const room = width - lineWidth(right);
  if (lineWidth(left) + 1 > room) return fit(left, width);
  return [...fit(left, room), ...right];
}

function widthOf(lines: Block): number {
  return Math.max(0, ...lines.map(lineWidth));
}

/** The upper border between its corners: `─ title ──── right ─`. */
function headline(
  { title, right, focused, glyphs }: Pick<BoxOptions, 'title' | 'right' | 'focused' | 'glyphs'>,
  width: number,
): Line {
  const { horizontal } = focused ? glyphs.heavyBorder : glyphs.border;
  const tone = focused ? 'accent' : 'dim';
  const mark = focused ? `${glyphs.cursor} ` : '';
  const name = safe(title);
  const rule = (size: number) => span(horizontal.repeat(Math.max(0, size)), tone);
  if (width < 5 || (name === '' && !focused && right === undefined)) return line(rule(width));

  const heading = ` ${mark}${name} `;
  const shownTitle =
    columns(heading) <= width - 2 ? [span(heading, 'title')] : fit([span(heading, 'title')], width - 2);
  const note = right === undefined || right === '' ? '' : ` ${safe(right)} `;
  const left = width - 2 - lineWidth(shownTitle) - columns(note);
  if (note === '' || left < 1) return [rule(1), ...shownTitle, rule(width - 1 - lineWidth(shownTitle))];
  return [rule(1), ...shownTitle, rule(left), span(note), rule(1)];
}
