/**
 * Numbers that a file gives as texts: fractions, decimals with more digits than a double holds, and what people type
 * instead of a number, with a word on how to write it.
 */
import { fractionOf, nearest, readFraction } from '../../exact/fraction.ts';
import type { ExactNumber, StatedNumber } from '../scenario.ts';
import { quote } from '../suggest.ts';

/** All digits that were written. */
export function exactText({ value, exact }: ExactNumber): string {
  return exact ?? String(value);
}

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
  const [own, plain] = [text.trim(), asOnKeyboard(text.trim())];
  if (readFraction(own) !== null) return false;
  return ALMOST.test(plain) || readFraction(plain) !== null || inWords(plain) !== null;
}

const DIGITS = /^[+-]?\d+(\.\d+)?$/;
const COMMA = /^([+-]?\d+),(\d+)$/;
const GROUPED = /^[+-]?\d{1,3}([ ,'_\u00a0\u202f]\d{3})+(\.\d+)?$/;
const RATIO = /^[+-]?\d+ *\/ *0+$/;
/** Points between thousands and a comma for decimals, as many countries write: 1.000,50 or 1.000.000. */
const POINTED = /^[+-]?\d{1,3}(\.\d{3})+,\d+$|^[+-]?\d{1,3}(\.\d{3}){2,}$/;
const THOUSANDS = /^[$€£¥]? ?([+-]?\d.*) ?(k|thousand|tsd|million|mio|billion|bn)\.?$/i;
const ZEROS: Readonly<Record<string, number>> = { k: 3, thousand: 3, tsd: 3, million: 6, mio: 6, billion: 9, bn: 9 };

function hintFor(given: string): string | null {
  const text = asOnKeyboard(given);
  if (text !== given && readFraction(text) !== null) {
    return `write ${text}, as it stands on a keyboard`;
  }
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
  if (POINTED.test(text)) return `write ${plainOf(text)}, with a point for a decimal and nothing else`;
  const whole = inWords(text);
  if (whole !== null) return `write ${whole} in full`;
  if (RATIO.test(text)) return 'a fraction needs a number above 0 below its line';
  const amount = /^\D{0,4}?([+-]?\d[\d ,.'_]*)\D{0,12}$/.exec(text)?.[1]?.trim();
  if (amount === undefined || amount === text || hintFor(amount) === null) return null;
  return `write ${plainOf(amount)} alone; the unit of an issue's numbers stands in its \`unit\``;
}

/** "$1.5 million" as "1500000"; null where the text is nothing of the kind. */
function inWords(text: string): string | null {
  const [, digits = '', word = ''] = THOUSANDS.exec(text) ?? [];
  const number = readFraction(plainOf(digits));
  const zeros = ZEROS[word.toLowerCase()];
  if (number === null || zeros === undefined) return null;
  const scaled = number.num * 10n ** BigInt(zeros);
  return scaled % number.den === 0n ? String(scaled / number.den) : null;
}

const SIGNS: Readonly<Record<string, string>> = {
  '½': '1/2',
  '¼': '1/4',
  '¾': '3/4',
  '⅓': '1/3',
  '⅔': '2/3',
  '٫': '.',
  '．': '.',
  '，': ',',
};

/** With the digits 0 to 9, a plain minus and no typographic quotes. */
function asOnKeyboard(text: string): string {
  return text
    .replace(/[“”„«»‘’"]/gu, '')
    .replace(/^[\u2012-\u2015\u2212\uFE63\uFF0D]/u, '-')
    .replace(/./gu, (sign) => SIGNS[sign] ?? sign)
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)));
}

/** Every script has its ten digits side by side, from nought to nine. */
function digitOf(digit: string): number {
  const own = digit.codePointAt(0)!;
  let first = own;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return (own - first) % 10;
}

/** Digits as YAML reads them. */
function plainOf(text: string): string {
  const number = text.trim();
  if (POINTED.test(number)) return number.replaceAll('.', '').replace(',', '.');
  const comma = COMMA.exec(number);
  if (GROUPED.test(number)) return number.replace(/[ ,'_\u00a0\u202f]/g, '');
  return comma === null ? number : `${comma[1]}.${comma[2]}`;
}
