/** The pane of what changes did, as far as it fits, scrolled line by line. */
import type { Size } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { moreText, windowOf } from '../../draw/list.ts';
import type { Context } from '../../model/context.ts';
import { changeLines } from '../../parts/change-lines.ts';
import type { Latest } from '../../parts/latest.ts';

export interface ChangesPane extends Size {
  readonly context: Context;
  readonly latest: Latest;
  /** The line under the cursor, at the top where there is room. */
  readonly row: number;
}

export interface ChangesDrawn {
  readonly lines: readonly Line[];
  /** What is above and below. */
  readonly more: string;
}

const HINT = 'turn a number on the weights screen (2)';

/** The lines in view. */
export function changesDrawn({ context, latest, row, width, height }: ChangesPane): ChangesDrawn {
  const lines = changeLines(context, latest, width, HINT);
  const shown = windowOf(lines.length, row + height - 1, height);
  return { lines: lines.slice(shown.start, shown.end), more: moreText(shown, lines.length, context.glyphs) };
}

/** How many lines there are where the pane is `width` columns wide. */
export function changesCount(context: Context, latest: Latest, width: number): number {
  return changeLines(context, latest, width, HINT).length;
}
