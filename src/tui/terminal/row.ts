/** A painted row of text as cells, so that two rows can be compared column by column. */
import { columns as textColumns, isSimple, segments } from '../../report/text/width.ts';

export interface Cell {
  readonly text: string;
  readonly width: number;
  /** Parameters of the style, as in `1;31`; none is plain. */
  readonly style: string;
  /** Whether every terminal draws the text as wide as we think: not so for emoji and joined signs. */
  readonly sure: boolean;
}

export const BLANK: Cell = { text: ' ', width: 1, style: '', sure: true };

export function sameCell(a: Cell, b: Cell): boolean {
  return a.text === b.text && a.style === b.style;
}

/** Exactly `width` columns of cells from a text with style codes: cut, or filled with blanks. */
export function cellsOf(row: string, width: number): readonly Cell[] {
  const cells: Cell[] = [];
  let style: Style = PLAIN_STYLE;
  let left = width;
  for (const [k, part] of row.split(STYLE_CODE).entries()) {
    if (k % 2 === 1) {
      style = changed(style, part);
      continue;
    }
    for (const sign of signsOf(part, parametersOf(style))) {
      if (sign.width > left) return filled(cells, left);
      cells.push(sign);
      left -= sign.width;
    }
  }
  return filled(cells, left);
}

/** The only control character of a painted row is the one that starts a style. */
const STYLE_CODE = /\p{Cc}\[([\d;]*)m/u;

function filled(cells: Cell[], left: number): readonly Cell[] {
  for (let k = 0; k < left; k += 1) cells.push(BLANK);
  return cells;
}

function signsOf(text: string, style: string): Cell[] {
  if (isSimple(text)) return Array.from(text, (sign) => ({ text: sign, width: 1, style, sure: true }));
  const cells: Cell[] = [];
  for (const segment of segments(text)) {
    const last = cells.at(-1);
    const width = textColumns(segment);
    if (width > 0) {
      cells.push({ text: segment, width, style, sure: isSure(segment) });
    } else if (last !== undefined && !CONTROL.test(segment)) {
      cells[cells.length - 1] = { ...last, text: last.text + segment, sure: false };
    }
  }
  return cells;
}

const CONTROL = /\p{Cc}/u;

/** Single letters and signs of scripts that terminals have drawn alike for long; a wrong "no" costs some bytes only. */
const SURE =
  /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u1E00-\u1FFF\u2010-\u2027\u20A0-\u20BF\u2190-\u2193\u2500-\u259F\u2800-\u28FF\u3001-\u3003\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF01-\uFF5E]$/u;

function isSure(segment: string): boolean {
  return SURE.test(segment);
}

/** The codes in force, by what they change. */
interface Style {
  readonly bold: string;
  readonly dim: string;
  readonly italic: string;
  readonly underline: string;
  readonly inverse: string;
  readonly struck: string;
  readonly color: string;
  readonly background: string;
}

const PLAIN_STYLE: Style = {
  bold: '',
  dim: '',
  italic: '',
  underline: '',
  inverse: '',
  struck: '',
  color: '',
  background: '',
};

function parametersOf(style: Style): string {
  return Object.values(style)
    .filter((code) => code !== '')
    .join(';');
}

/** The style after a code such as `1;31`. */
function changed(style: Style, code: string): Style {
  let next = style;
  const numbers = code.split(';').map(Number);
  for (let k = 0; k < numbers.length; k += 1) {
    const number = numbers[k] ?? 0;
    if (number === 38 || number === 48) {
      // `38;5;n` or `38;2;r;g;b`
      const taken = numbers.slice(k, k + (numbers[k + 1] === 5 ? 3 : 5));
      next = { ...next, [number === 38 ? 'color' : 'background']: taken.join(';') };
      k += taken.length - 1;
    } else {
      next = changedBy(next, number);
    }
  }
  return next;
}

function changedBy(style: Style, number: number): Style {
  const code = String(number);
  if ((number >= 30 && number <= 37) || (number >= 90 && number <= 97)) return { ...style, color: code };
  if ((number >= 40 && number <= 47) || (number >= 100 && number <= 107)) return { ...style, background: code };
  switch (number) {
    case 0:
      return PLAIN_STYLE;
    case 1:
      return { ...style, bold: code };
    case 2:
      return { ...style, dim: code };
    case 3:
      return { ...style, italic: code };
    case 4:
      return { ...style, underline: code };
    case 7:
      return { ...style, inverse: code };
    case 9:
      return { ...style, struck: code };
    case 22:
      return { ...style, bold: '', dim: '' };
    case 23:
      return { ...style, italic: '' };
    case 24:
      return { ...style, underline: '' };
    case 27:
      return { ...style, inverse: '' };
    case 29:
      return { ...style, struck: '' };
    case 39:
      return { ...style, color: '' };
    case 49:
      return { ...style, background: '' };
    default:
      return style;
  }
}
