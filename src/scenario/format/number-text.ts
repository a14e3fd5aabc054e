/**
 * Numbers that a file gives as texts: fractions, decimals with more digits than a double holds, and what people type
 * instead of a number, with a word on how to write it.
 */
import { fractionOf, nearest, readFraction } from '../../exact/fraction.ts';
import type { StatedNumber } from '../scenario.ts';
import { quote } from '../suggest.ts';

/** A fraction or a decimal; a decimal counts only where a double cannot hold it. */
export const NUMBER_TEXT = /^[+-]?\d+ *\/ *\d+$|^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Null where the text is no number: also for "40", which is one without its quotes. */
export function readNumber(text: string): Pick<StatedNumber, 'value' | 'exact'> | null {
  const number = readFraction(text);
  if (number === null) return null;
  const value = nearest(number);
  const shortest = fractionOf(value);
  const isDouble = shortest.num === number.num && shortest.den === number.den;
  if (isDouble) return text.includes('/') ? { value } : null;
  return { value, exact: text };
}

/** A number that a person typed where only texts are given, such as an option of a command; null where it is none. */
export function typedNumber(text: string): Pick<StatedNumber, 'value' | 'exact'> | null {
  const number = readFraction(text.trim());
  return number === null ? null : (readNumber(text.trim()) ?? { value: nearest(number) });
}

/** "expected a number, found the text '40%'; write 40", for whatever people type in place of a number. */
export function notANumber(text: string): string {
  const hint = hintFor(text.trim());
  return `expected a number, found the text ${quote(text)}${hint === null ? '' : `; ${hint}`}`;
}

/** Digits with what people put around and between them, and no number as a file has it. */
const ALMOST = /^[$€£¥]? ?[+-]?\d[\d .,'_\u00a0\u202f]*%?$/;

/** Whether the text was meant as a number, where an expression may stand as well. */
export function isAlmostANumber(text: string): boolean {
  return ALMOST.test(text.trim()) && readFraction(text.trim()) === null;
}

const DIGITS = /^[+-]?\d+(\.\d+)?$/;
const COMMA = /^([+-]?\d+),(\d+)$/;
const GROUPED = /^[+-]?\d{1,3}([ ,'_\u00a0\u202f]\d{3})+(\.\d+)?$/;
const RATIO = /^[+-]?\d+ *\/ *0+$/;

function hintFor(text: string): string | null {
  if (DIGITS.test(text)) return `write ${text} without quotes`;
  if (text.endsWith('%') && hintFor(text.slice(0, -1).trim()) !== null) {
    return `write ${plainOf(text.slice(0, -1))}, without the percent sign`;
  }
  const grouped = GROUPED.test(text) ? plainOf(text) : null;
  const comma = COMMA.exec(text);
  if (comma !== null && grouped !== null) {
    return `write ${grouped} for thousands, without the comma, or ${comma[1]}.${comma[2]} with a point for a decimal`;
  }
  if (comma !== null) return `write ${comma[1]}.${comma[2]}, with a point in place of the comma`;
  if (grouped !== null) return `write ${grouped}, without anything between the digits`;
  if (RATIO.test(text)) return 'a fraction needs a number above 0 below its line';
  const amount = /^\D{0,4}?([+-]?\d[\d ,.'_]*)\D{0,12}$/.exec(text)?.[1]?.trim();
  if (amount === undefined || amount === text || hintFor(amount) === null) return null;
  return `write ${plainOf(amount)} alone; the unit of an issue's numbers stands in its \`unit\``;
}

/** Digits as YAML reads them. */
function plainOf(text: string): string {
  const number = text.trim();
  const comma = COMMA.exec(number);
  if (GROUPED.test(number)) return number.replace(/[ ,'_\u00a0\u202f]/g, '');
  return comma === null ? number : `${comma[1]}.${comma[2]}`;
}
