/**
 * What the options of an issue are worth to a party, by number of the option, whether the file lists them one by one or
 * gives a curve: one at a time to be shown, all at once to be computed with.
 */
import type { Column, Ledger } from './column.ts';
import { joined, numberOf, ofFractions } from './column.ts';
import { evaluateCurve } from './curve.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { ownCount } from './conditional.ts';
import {
  compare,
  exactOf,
  fraction,
  fractionOf,
  fractionText,
  nearest,
  readFraction,
  ZERO,
} from '../../exact/fraction.ts';
import { isNumberLine, listedOptions, numberCount, optionAt, optionCount, optionId } from './options.ts';
import { once } from '../once.ts';
import type { Curve, Issue, NumberRange, StatedNumber, Worths } from '../scenario.ts';

/** By option, exactly: worth = numerator / denominator. Doubles where every numerator is a safe integer. */
export interface ExactValues {
  readonly denominator: bigint;
  readonly numerators: Float64Array | readonly bigint[];
}

/** All options of an issue, the numbers of its range first. The party's numbers must have passed the checks. */
export const exactWorths = once((issue: Issue, own: Worths): ExactValues => {
  const count = optionCount(issue);
  if (!own.mentioned) return { denominator: 1n, numerators: new Float64Array(count) };
  const ledger: Ledger = { steps: Infinity, decimals: false };
  // Where the issue does not arise it is worth nothing.
  const numbersListed = [...own.listed.map(exactOf), ...(issue.only === undefined ? [] : [ZERO])];
  const listed = ofFractions(numbersListed, ledger);
  if (own.curve === null || issue.range === null) return listed;
  const numbers = columnOf(own.curve, issue.range);
  return numbersListed.length === 0 ? numbers : joined(numbers, listed);
});

/** One option's worth, with its range and reason where it has its own. */
export function worthAt(issue: Issue, own: Worths, option: number): StatedNumber {
  const { curve, listed } = own;
  if (!own.mentioned || option === ownCount(issue)) return { value: 0 };
  if (curve === null || issue.range === null) return entryOf(listed, option);
  if (option >= issue.range.count) return entryOf(listed, option - issue.range.count);
  const number = statedAs(numberOf(columnOf(curve, issue.range), option));
  return isOpenAt(curve, optionId(issue, option)) ? { ...number, unknown: true } : number;
}

/** Whether a number of the curve is that of a point not yet valued, or lies on a line from or to one. */
function isOpenAt(curve: Curve, id: string): boolean {
  if ('formula' in curve || curve.points.every(({ worth }) => worth.unknown === undefined)) return false;
  const x = readFraction(id) ?? ZERO;
  const sides = curve.points.map(({ at }) => compare(readFraction(at) ?? ZERO, x));
  const before = sides.findLastIndex((side) => side <= 0);
  const after = sides.findIndex((side) => side >= 0);
  return [before, after].some((k) => curve.points[k]?.worth.unknown !== undefined);
}

/** Where the worths of an option stand in `listed`; -1 for a number on a curve. */
export function listedPlace(issue: Issue, own: Pick<Worths, 'curve'>, option: number): number {
  return own.curve === null ? option : Math.max(-1, option - numberCount(issue));
}

/**
 * The options whose worths tell what all are worth: every one of a list; on a number line the points of the curve that
 * are its numbers, or else its two ends, and the named options.
 */
export function tellingOptions(issue: Issue, own: Worths): readonly number[] {
  if (issue.range === null || !isNumberLine(issue)) return listedOptions(issue);
  const { curve } = own;
  const points = curve !== null && 'points' in curve ? curve.points.map(({ at }) => optionAt(issue, at)) : [];
  const numbers = new Set([0, ...points.filter((option) => option !== -1), issue.range.count - 1]);
  return [...[...numbers].toSorted((a, b) => a - b), ...listedOptions(issue)];
}

/**
 * The worths with one option's number at another value: a point of a curve moves, a formula on a list gives way to
 * numbers one by one. @throws RangeError for a number of a number line that has no point
 */
export function withWorth(
  issue: Issue,
  own: Worths,
  option: number,
  number: StatedNumber,
): Pick<Worths, 'mentioned' | 'curve' | 'listed'> {
  const { curve } = own;
  const place = listedPlace(issue, own, option);
  if (own.mentioned && place !== -1) return { mentioned: true, curve, listed: own.listed.with(place, number) };
  if (curve !== null && 'points' in curve) {
    const at = curve.points.findIndex((point) => point.at === optionId(issue, option));
    if (at !== -1)
      return {
        mentioned: true,
        curve: { ...curve, points: curve.points.with(at, { ...curve.points[at]!, worth: number }) },
        listed: own.listed,
      };
  }
  if (isNumberLine(issue)) throw new RangeError(`no number of its own for option ${option}`);
  const all = listedOptions(issue)
    .slice(0, ownCount(issue))
    .map((other) => (other === option ? number : worthAt(issue, own, other)));
  return { mentioned: true, curve: null, listed: all };
}

/** The least and the most that the options of an issue are worth. */
export function worthRange(issue: Issue, own: Worths): { readonly least: number; readonly most: number } {
  const { least, most } = exactWorthRange(issue, own);
  return { least: nearest(least), most: nearest(most) };
}

export function exactWorthRange(issue: Issue, own: Worths): { readonly least: Fraction; readonly most: Fraction } {
  const { numerators, denominator } = exactWorths(issue, own);
  let [least, most] = [numerators[0] ?? 0, numerators[0] ?? 0];
  for (const numerator of numerators) {
    if (numerator < least) least = numerator;
    if (numerator > most) most = numerator;
  }
  return { least: fraction(BigInt(least), denominator), most: fraction(BigInt(most), denominator) };
}

/** A number with the exact text only where its double does not say it. */
export function statedAs(number: Fraction): StatedNumber {
  const value = nearest(number);
  const shortest = fractionOf(value);
  return shortest.num === number.num && shortest.den === number.den
    ? { value }
    : { value, exact: fractionText(number) };
}

/** Whether some worths are decimals of 15 digits, since there are no fractions for them. */
export function isInDecimals(issue: Issue, { mentioned, curve }: Worths): boolean {
  return mentioned && curve !== null && issue.range !== null && evaluated(curve, issue.range).decimals;
}

interface Evaluated {
  readonly range: NumberRange;
  readonly column: Column;
  readonly decimals: boolean;
}

const known = new WeakMap<Curve, Evaluated>();

function columnOf(curve: Curve, range: NumberRange): Column {
  return evaluated(curve, range).column;
}

/** Computed once for each curve, which is never changed in place. */
function evaluated(curve: Curve, range: NumberRange): Evaluated {
  const before = known.get(curve);
  if (before !== undefined && before.range === range) return before;
  const found = evaluateCurve(curve, range, curve.clip);
  if (!found.ok) throw new RangeError(`unchecked curve: ${found.message}`);
  const now = { range, column: found.worths, decimals: found.decimals };
  known.set(curve, now);
  return now;
}

function entryOf(listed: readonly StatedNumber[], k: number): StatedNumber {
  const entry = listed[k];
  if (entry === undefined) throw new RangeError(`no worth ${k}`);
  return entry;
}
