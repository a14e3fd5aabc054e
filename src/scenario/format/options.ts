/**
 * The options of an issue by number, whether they are listed or the numbers of a range: how many, their ids and labels.
 *
 * A range of a million makes no million objects: an id is written and read by arithmetic.
 */
import { decimalText } from '../../exact/decimal.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { fraction, readFraction } from '../../exact/fraction.ts';
import type { Issue, NumberRange, Option } from '../scenario.ts';

/** A range with more numbers than this is a number line everywhere, and shown as a list nowhere. */
export const LONGEST_LIST = 64;

export function optionCount({ range, named }: Pick<Issue, 'range' | 'named'>): number {
  return (range?.count ?? 0) + named.length;
}

/** How many options, from the first, are numbers; those after them are named. */
export function numberCount({ range }: Pick<Issue, 'range'>): number {
  return range?.count ?? 0;
}

/** The issue is to be shown as a line of numbers, with its named options beside it, and never as a list. */
export function isNumberLine(issue: Pick<Issue, 'range'>): boolean {
  return numberCount(issue) > LONGEST_LIST;
}

/** @throws RangeError when the issue has no such option */
export function optionId(issue: Pick<Issue, 'range' | 'named'>, option: number): string {
  return numberText(issue.range, option) ?? namedOption(issue, option).id;
}

/** Its label; of a number the number itself. @throws RangeError when the issue has no such option */
export function labelOf(issue: Pick<Issue, 'range' | 'named'>, option: number): string {
  return numberText(issue.range, option) ?? namedOption(issue, option).label;
}

/** @throws RangeError where the option is a number or there is none */
export function namedOption({ range, named }: Pick<Issue, 'range' | 'named'>, option: number): Option {
  const found = named[option - (range?.count ?? 0)];
  if (found === undefined) throw new RangeError(`no named option ${option}`);
  return found;
}

/** The option with this id; -1 when there is none. */
export function optionAt({ range, named }: Pick<Issue, 'range' | 'named'>, id: string): number {
  const number = range === null ? -1 : placeOf(range, id);
  if (number !== -1) return number;
  const place = named.findIndex((option) => option.id === id);
  return place === -1 ? -1 : (range?.count ?? 0) + place;
}

/** All options in order. Only for an issue that is no number line. @throws RangeError otherwise */
export function optionList(issue: Pick<Issue, 'range' | 'named'>): readonly Option[] {
  if (issue.range === null) return issue.named;
  if (isNumberLine(issue)) throw new RangeError('a number line is no list of options');
  const numbers = Array.from({ length: issue.range.count }, (_, k) => optionId(issue, k));
  return [...numbers.map((id) => ({ id, label: id })), ...issue.named];
}

/** The ids of all options in order. */
export function optionIds(issue: Pick<Issue, 'range' | 'named'>): readonly string[] {
  return Array.from({ length: optionCount(issue) }, (_, option) => optionId(issue, option));
}

/** The ids of some options, ascending; numbers of a number line that follow each other as "100..250". */
export function spanIds(issue: Pick<Issue, 'range' | 'named'>, options: readonly number[]): readonly string[] {
  if (!isNumberLine(issue)) return options.map((option) => optionId(issue, option));
  const numbers = numberCount(issue);
  const follows = (k: number): boolean => options[k]! < numbers && options[k - 1] === options[k]! - 1;
  const firsts = [...options.keys()].filter((k) => !follows(k));
  return firsts.map((first, span) => {
    const [from, to] = [options[first]!, options[(firsts[span + 1] ?? options.length) - 1]!];
    return from === to ? optionId(issue, from) : `${optionId(issue, from)}..${optionId(issue, to)}`;
  });
}

/** The ids of all options in order; of a number line those of its named options. */
export function listedIds(issue: Pick<Issue, 'range' | 'named'>): readonly string[] {
  return (isNumberLine(issue) ? issue.named : optionList(issue)).map((option) => option.id);
}

/** The numbers of the options that lists show: all of them, of a number line the named ones. */
export function listedOptions(issue: Pick<Issue, 'range' | 'named'>): readonly number[] {
  const first = firstListed(issue);
  return Array.from({ length: optionCount(issue) - first }, (_, k) => first + k);
}

/** The first option that lists show: of a number line its first named one. */
export function firstListed(issue: Pick<Issue, 'range' | 'named'>): number {
  return isNumberLine(issue) ? numberCount(issue) : 0;
}

/** A number of the range as a fraction. */
export function exactNumber({ first, step, places }: NumberRange, k: number): Fraction {
  return fraction(first + BigInt(k) * step, 10n ** BigInt(places));
}

/** The range's number that is this decimal, written without needless zeros; -1 when it is none of them. */
function placeOf({ first, step, places, count }: NumberRange, id: string): number {
  const number = /^-?\d/.test(id) ? readFraction(id) : null;
  if (number === null) return -1;
  const scaled = number.num * 10n ** BigInt(places);
  if (scaled % number.den !== 0n) return -1;
  const offset = scaled / number.den - first;
  if (offset < 0n || offset % step !== 0n || offset / step >= BigInt(count)) return -1;
  return decimalText(scaled / number.den, places) === id ? Number(offset / step) : -1;
}

function numberText(range: NumberRange | null, option: number): string | null {
  if (range === null || option >= range.count) return null;
  return decimalText(range.first + BigInt(option) * range.step, range.places);
}
