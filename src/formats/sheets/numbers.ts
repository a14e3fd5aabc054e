/** Numbers as people type them into a sheet: thousands separators, decimal commas, percent signs, long minus signs. */
import type { Fraction } from '../../exact/fraction.ts';
import { readFraction } from '../../exact/fraction.ts';
import type { Cell } from './sheet.ts';

/** What stands before the part of a number that is less than one. */
export type Mark = '.' | ',';

const SIGN = String.raw`[+\-\u2212\u2013]?\s*`;
/** Digits, alone or in threes with something between them. */
const POINT = new RegExp(`^${SIGN}(\\d+|\\d{1,3}([,'\\u2019 \\u00a0\\u202f]\\d{3})+)?(\\.\\d+)?$`);
const COMMA = new RegExp(`^${SIGN}(\\d+|\\d{1,3}([.'\\u2019 \\u00a0\\u202f]\\d{3})+)?(,\\d+)?$`);
const SCIENTIFIC = /^[+-]?\d+(\.\d+)?[eE][+-]?\d+$/;
const RATIO = /^[+-]?\d+\s*\/\s*\d+$/;
/** "1,200" and "1.200" are two numbers, by what the sheet takes for a decimal mark. */
const EITHER = new RegExp(`^${SIGN}\\d{1,3}([.,])\\d{3}$`);

/** The number of a cell; null for a cell that is none. */
export function numberOf({ number, text }: Cell, mark: Mark): Fraction | null {
  if (number !== null) return number;
  const plain = withoutPercent(text);
  if (RATIO.test(plain)) return readFraction(plain);
  const isNumber = /\d/.test(plain) && (mark === '.' ? POINT : COMMA).test(plain);
  if (!isNumber) return SCIENTIFIC.test(plain) ? readFraction(plain) : null;
  const separators = mark === '.' ? /[,'\u2019\s\u00a0\u202f]/g : /[.'\u2019\s\u00a0\u202f]/g;
  return readFraction(
    plain
      .replaceAll(separators, '')
      .replace(',', '.')
      .replace(/[\u2212\u2013]/, '-')
      .replace('+', ''),
  );
}

export function hasPercent({ text, isPercent }: Cell): boolean {
  return isPercent || text.endsWith('%');
}

export function withoutPercent(text: string): string {
  return text.replace(/\s*%$/, '').trim();
}

/** Whether the cell is a number with either mark. */
export function looksLikeNumber(cell: Cell): boolean {
  return numberOf(cell, '.') !== null || numberOf(cell, ',') !== null;
}

/** What a spreadsheet would run. */
export function isFormula({ text }: Cell): boolean {
  return /^[=+@]/.test(text) || /^-[^\d\s.,]/.test(text);
}

/** Whether the cell stands where points do: it is a number, or something that is refused as one. */
export function standsForPoints(cell: Cell): boolean {
  return cell.refused !== null || looksLikeNumber(cell) || isFormula(cell);
}

export interface MarkFound {
  readonly mark: Mark;
  /** Numbers that would be others with the other mark, where no cell tells which it is. */
  readonly doubtful: readonly Cell[];
}

/** The decimal mark that the numbers of a sheet have. Two that contradict each other are both given. */
export function markOf(
  cells: readonly Cell[],
  delimiter: string | null,
): MarkFound | { readonly point: Cell; readonly comma: Cell } {
  const texts = cells.filter(({ number }) => number === null);
  const only = (mark: Mark): Cell | undefined =>
    texts.find((cell) => numberOf(cell, mark) !== null && numberOf(cell, mark === '.' ? ',' : '.') === null);
  const [point, comma] = [only('.'), only(',')];
  if (point !== undefined && comma !== undefined) return { point, comma };
  const doubtful = texts.filter(({ text }) => EITHER.test(withoutPercent(text)));
  if (comma !== undefined) return { mark: ',', doubtful: [] };
  if (point !== undefined) return { mark: '.', doubtful: [] };
  // Where values are apart by semicolons, it is because the comma is the decimal mark.
  return { mark: delimiter === ';' ? ',' : '.', doubtful };
}
