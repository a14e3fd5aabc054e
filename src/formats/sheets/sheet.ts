/** A sheet of cells, whatever file it comes from. */
import type { Fraction } from '../../exact/fraction.ts';
import type { Place } from '../foreign.ts';

export interface Cell {
  /** As the file has it; empty cells are null in a row. */
  readonly text: string;
  /** Of a cell that the file itself says to be a number, a percentage as the number before its sign. */
  readonly number: Fraction | null;
  /** What stands there and is not read: the result of a formula, a date, an error of the spreadsheet. */
  readonly refused: string | null;
  readonly isPercent: boolean;
  readonly at: Place;
}

export interface Sheet {
  readonly name: string;
  readonly file: string;
  /** Those of a spreadsheet program use the decimal point. */
  readonly delimiter: string | null;
  readonly rows: readonly (readonly (Cell | null)[])[];
}

export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 256;

/** "B7" */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

/** Row and column of "B7", from 0; null where it is no cell. */
export function cellAt(name: string): readonly [number, number] | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? [];
  if (letters === '') return null;
  const column = Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, own) => sum * 26 + own, 0) - 1;
  return [Number(digits) - 1, column];
}
