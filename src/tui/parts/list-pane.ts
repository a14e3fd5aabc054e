/** A list with a cursor in a pane of its own, scrolled to where the cursor is. */
import type { Block } from '../draw/box.ts';
import { box, inside } from '../draw/box.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import type { Line } from '../draw/line.ts';
import { span } from '../draw/line.ts';
import type { Table, Window } from '../draw/list.ts';
import { moreText, windowOf } from '../draw/list.ts';
import type { Area } from '../model/screen.ts';

export interface ListOptions {
  readonly title: string;
  readonly count: number;
  readonly cursor: number;
  readonly focused: boolean;
  /** The cursor shows without the focus too: something else depends on it. */
  readonly leads?: boolean;
  /** The rows of the window, and their heading. */
  readonly table: (window: Window, width: number) => Table;
  /** Lines below the list, as far as there is room for them. */
  readonly notes?: readonly Line[];
  /** Rows that the list leaves to the notes. */
  readonly kept?: number;
  /** At the right of the border where all rows are in view. */
  readonly right?: string | undefined;
  readonly glyphs: Glyphs;
}

/** Exactly the area. */
export function listPane(options: ListOptions, area: Area): Block {
  const { title, count, cursor, focused, leads = false, table, notes = [], kept = 0, glyphs } = options;
  const { width, height } = inside(area);
  const at = Math.max(0, Math.min(cursor, count - 1));
  const room = Math.max(1, height - 1 - kept);
  const window = windowOf(count, at, room, at - Math.floor(room / 2));
  const { header, rows } = table(window, Math.max(0, width - 2));
  const body = rows.map((row, k) => marked(row, (focused || leads) && window.start + k === at, glyphs));
  const right = moreText(window, count, glyphs) || options.right;
  return box({ title, right, ...area, focused, body: [[span('  '), ...header], ...body, ...notes], glyphs });
}

function marked(row: Line, here: boolean, glyphs: Glyphs): Line {
  if (!here) return [span('  '), ...row];
  const strong = row.map((piece) =>
    piece.tone === 'plain' || piece.tone === 'dim' ? { ...piece, tone: 'strong' as const } : piece,
  );
  return [span(`${glyphs.cursor} `, 'cursor'), ...strong];
}
