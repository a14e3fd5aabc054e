/**
 * Puts frames on a terminal. A frame is a whole picture, rows of painted text; only the stretches of rows that differ
 * from the picture before are written, at absolute places, so nothing ever scrolls, flickers or drifts. The screen is
 * cleared before the first frame, when its size changed, and on `repaint`, never else.
 */
import {
  BEGIN_FRAME,
  CLEAR,
  CLEAR_TO_END_OF_LINE,
  END_FRAME,
  HIDE_CURSOR,
  moveTo,
  moveToColumn,
  PLAIN,
  setStyle,
} from './codes.ts';
import { BLANK, type Cell, cellsOf, sameCell } from './row.ts';

/** What a screen needs of standard output. */
export interface ScreenOutput {
  readonly columns: number;
  readonly rows: number;
  /** More was written than the terminal has taken yet. */
  readonly writableNeedDrain: boolean;
  write(text: string): unknown;
  on(event: 'drain', listener: () => void): unknown;
  off(event: 'drain', listener: () => void): unknown;
}

export interface Screen {
  /** Shows the frame: rows separated by line feeds, cut to the size of the terminal. */
  readonly draw: (frame: string) => void;
  /** What is on the terminal is not known any more: the next frame is drawn whole. */
  readonly forget: () => void;
  /** Draws the newest frame whole, now. */
  readonly repaint: () => void;
  /** Writes nothing any more. */
  readonly close: () => void;
}

/** What the terminal shows. */
interface Picture {
  readonly columns: number;
  readonly rows: readonly { readonly text: string; readonly cells: readonly Cell[] }[];
}

/** While the terminal is behind, frames are skipped; when it has caught up the newest one is drawn. */
export function createScreen(output: ScreenOutput): Screen {
  let picture: Picture | undefined;
  let newest: string | undefined;
  let late = false;
  let closed = false;

  const show = (): void => {
    if (newest === undefined || closed) return;
    if (output.writableNeedDrain) {
      late = true;
      return;
    }
    late = false;
    const { columns, rows } = output;
    const known = picture?.columns === columns && picture.rows.length === rows ? picture : undefined;
    const before = known ?? blankPicture(columns, rows);
    const after = pictureOf(newest, columns, rows, before);
    const changes = after.rows.map((row, r) => changedStretch(before.rows[r]?.cells ?? [], row.cells, r)).join('');
    const start = known === undefined ? HIDE_CURSOR + CLEAR : '';
    if (start + changes !== '') output.write(BEGIN_FRAME + start + changes + END_FRAME);
    picture = after;
  };
  const catchUp = (): void => {
    if (late) show();
  };
  output.on('drain', catchUp);

  return {
    draw: (frame) => {
      newest = frame;
      show();
    },
    forget: () => {
      picture = undefined;
    },
    repaint: () => {
      picture = undefined;
      show();
    },
    close: () => {
      closed = true;
      output.off('drain', catchUp);
    },
  };
}

function blankPicture(columns: number, rows: number): Picture {
  const cells = cellsOf('', columns);
  return { columns, rows: Array.from({ length: rows }, () => ({ text: '', cells })) };
}

/** Rows that did not change keep their cells, so that only the others are looked at. */
function pictureOf(frame: string, columns: number, height: number, before: Picture): Picture {
  const texts = frame.split('\n');
  const rows = Array.from({ length: height }, (_, r) => {
    const text = texts[r] ?? '';
    const old = before.rows[r];
    return old?.text === text ? old : { text, cells: cellsOf(text, columns) };
  });
  return { columns, rows };
}

/** What to write so that the row `before` looks like `after`; both take the same columns. */
function changedStretch(before: readonly Cell[], after: readonly Cell[], row: number): string {
  if (before === after) return '';
  if (![...before, ...after].every(({ sure }) => sure)) return wholeRow(before, after, row);
  let from = 0;
  let column = 0;
  for (; from < after.length && isSame(before[from], after[from]); from += 1) column += after[from]?.width ?? 0;
  if (from === after.length && from === before.length) return '';
  let tail = 0;
  while (
    tail < after.length - from &&
    tail < before.length - from &&
    isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])
  ) {
    tail += 1;
  }
  const written = tail === 0 ? withClearedEnd(after.slice(from)) : styled(after.slice(from, after.length - tail));
  return moveTo(row, column) + written;
}

function isSame(a: Cell | undefined, b: Cell | undefined): boolean {
  return a !== undefined && b !== undefined && sameCell(a, b);
}

/**
 * A row with signs that terminals disagree about, now or before: cleared and written whole, and after each such sign the
 * next one is put in its place, so that a wrong width spoils that sign only.
 */
function wholeRow(before: readonly Cell[], after: readonly Cell[], row: number): string {
  if (before.length === after.length && after.every((cell, k) => isSame(before[k], cell))) return '';
  const stretches: string[] = [];
  let start = 0;
  let column = 0;
  for (const [k, cell] of after.entries()) {
    column += cell.width;
    if (cell.sure) continue;
    stretches.push(styled(after.slice(start, k + 1)), moveToColumn(column));
    start = k + 1;
  }
  return moveTo(row, 0) + CLEAR_TO_END_OF_LINE + stretches.join('') + withoutBlanks(after.slice(start));
}

/** Shorter than so many blanks a clearing code does not pay. */
const FEW = 4;

/** Cells up to the end of the row; blanks there are cleared, not written. */
function withClearedEnd(cells: readonly Cell[]): string {
  const kept = lengthWithoutBlanks(cells);
  if (cells.length - kept < FEW) return styled(cells);
  return styled(cells.slice(0, kept)) + CLEAR_TO_END_OF_LINE;
}

function withoutBlanks(cells: readonly Cell[]): string {
  return styled(cells.slice(0, lengthWithoutBlanks(cells)));
}

function lengthWithoutBlanks(cells: readonly Cell[]): number {
  return cells.findLastIndex((cell) => !sameCell(cell, BLANK)) + 1;
}

/** The cells with the codes of their styles; plain again at the end. */
function styled(cells: readonly Cell[]): string {
  let text = '';
  let style = '';
  for (const cell of cells) {
    if (cell.style !== style) text += setStyle(cell.style);
    style = cell.style;
    text += cell.text;
  }
  return style === '' ? text : text + PLAIN;
}
