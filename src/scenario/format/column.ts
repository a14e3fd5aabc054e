/**
 * Exact numbers in a column, one for every number of a range, over one common denominator.
 *
 * A hot loop: integers below 2^53 stand in a Float64Array, larger ones as bigints. A column of one number is a
 * constant. Numbers that are none (1 / 0) are marked, so that a condition can leave them out.
 */
import type { Fraction } from '../../exact/fraction.ts';
import { bits, greatestCommonDivisor, leastCommonMultiple } from '../../exact/integers.ts';
import { fraction, nearest } from '../../exact/fraction.ts';

type Numerators = Float64Array | readonly bigint[];

export interface Column {
  /** Above 0. */
  readonly denominator: bigint;
  readonly numerators: Numerators;
  /** No numerator is further from 0. */
  readonly largest: bigint;
  /** By number: what it is instead of one, an index of `MARKS`; null where all are numbers. */
  readonly marks: Uint8Array | null;
}

export const MARKS = ['', 'Infinity', '-Infinity', 'NaN'] as const;
export const [INFINITE, MINUS_INFINITE, NOT_A_NUMBER] = [1, 2, 3];

export const EXACT_BELOW = 2n ** 53n;
/** Binary digits of a common denominator that are still practical, and of all numerators over it. */
const MOST_BITS = 4096;
const MOST_BITS_IN_ALL = 2 ** 28;

/** What an evaluation may still cost, and whether it had to leave exact fractions. */
export interface Ledger {
  steps: number;
  decimals: boolean;
}

/** The evaluation passes its steps. */
export class TooMuchWork extends Error {}

/** Steps of one number: as a double, as a bigint, as a fraction of its own. */
export const [DOUBLE, BIGINT, OWN_FRACTION] = [1, 20, 60];

export function constant({ num, den }: Fraction): Column {
  return column(den, num > -EXACT_BELOW && num < EXACT_BELOW ? Float64Array.of(Number(num)) : [num], null);
}

/** first, first + step, ... over the denominator. */
export function ladder(first: bigint, step: bigint, denominator: bigint, count: number): Column {
  const last = first + step * BigInt(count - 1);
  const small = magnitude(first) < EXACT_BELOW && magnitude(last) < EXACT_BELOW;
  if (!small)
    return column(
      denominator,
      Array.from({ length: count }, (_, k) => first + step * BigInt(k)),
      null,
    );
  const numerators = new Float64Array(count);
  const [start, by] = [Number(first), Number(step)];
  for (let k = 0; k < count; k++) numerators[k] = start + by * k;
  return column(denominator, numerators, null);
}

export function isConstant({ numerators }: Column): boolean {
  return numerators.length === 1;
}

/** A number of the column in lowest terms; marks are not looked at. */
export function numberOf({ numerators, denominator }: Column, k: number): Fraction {
  return fraction(BigInt(numerators[isOne(numerators) ? 0 : k]!), denominator);
}

/** The nearest doubles; not a number where a number is marked. */
export function doublesOf(a: Column): Float64Array {
  const { numerators, denominator, marks } = a;
  const plain = numerators instanceof Float64Array && denominator < EXACT_BELOW;
  const by = Number(denominator);
  const values = plain
    ? numerators.map((own) => own / by)
    : Float64Array.from({ length: numerators.length }, (_, k) => nearest(numberOf(a, k)));
  marks?.forEach((mark, k) => {
    if (mark !== 0) values[k] = Number.NaN;
  });
  return values;
}

/** The first number outside of two others; -1 when none is. */
export function firstOutside(a: Column, least: Fraction, most: Fraction): number {
  for (let k = 0; k < a.numerators.length; k++) {
    const own = BigInt(a.numerators[k]!);
    if (own * least.den < least.num * a.denominator || own * most.den > most.num * a.denominator) return k;
  }
  return -1;
}

/** Two columns behind each other. */
export function joined(a: Column, b: Column): Column {
  const { denominator, byA, byB } = onOneDenominator(a, b);
  const [first, second] = [scaledBy(a, byA), scaledBy(b, byB)];
  if (first instanceof Float64Array && second instanceof Float64Array) {
    const numerators = new Float64Array(first.length + second.length);
    numerators.set(first);
    numerators.set(second, first.length);
    return column(denominator, numerators, null);
  }
  return column(denominator, [...bigintsOf(first), ...bigintsOf(second)], null);
}

/** The same number so many times, where the column is a constant. */
export function spread(a: Column, count: number): Column {
  if (a.numerators.length === count) return a;
  const [own] = a.numerators;
  const numerators =
    a.numerators instanceof Float64Array
      ? new Float64Array(count).fill(Number(own))
      : Array.from({ length: count }, () => BigInt(own!));
  return { ...a, numerators, marks: a.marks === null ? null : new Uint8Array(count).fill(a.marks[0]!) };
}

/** One straight piece of a broken line: number k of the column is `height` + k * `slope`, for k below `until`. */
export interface Piece {
  readonly until: number;
  readonly height: Fraction;
  readonly slope: Fraction;
}

/** A broken line, its pieces ascending up to the last number. */
export function brokenLine(pieces: readonly Piece[], ledger: Ledger): Column {
  const count = pieces.at(-1)?.until ?? 0;
  const denominator = pieces.reduce((shared, { height, slope }) => {
    return bits(shared) > MOST_BITS ? shared : leastCommonMultiple(shared, leastCommonMultiple(height.den, slope.den));
  }, 1n);
  charge(ledger, count, OWN_FRACTION);
  const numerators: bigint[] = [];
  if (bits(denominator) > mostBits(count)) {
    const values = new Float64Array(count);
    let k = 0;
    for (const { until, height, slope } of pieces) {
      for (; k < until; k++)
        values[k] = nearest(
          fraction(height.num * slope.den + BigInt(k) * slope.num * height.den, height.den * slope.den),
        );
    }
    return ofDecimals(values, null, ledger);
  }
  for (const { until, height, slope } of pieces) {
    const [start, by] = [height.num * (denominator / height.den), slope.num * (denominator / slope.den)];
    for (let k = numerators.length; k < until; k++) numerators.push(start + by * BigInt(k));
  }
  return column(denominator, doublesWhere(numerators), null);
}

/**
 * Fractions over their lowest common denominator; where that has thousands of digits, their nearest decimals of 15
 * digits, which the ledger is told. A number instead of a fraction is a mark.
 */
export function ofFractions(numbers: readonly (Fraction | number)[], ledger: Ledger): Column {
  const marked = numbers.some((number) => typeof number === 'number');
  const marks = marked ? Uint8Array.from(numbers, (number) => (typeof number === 'number' ? number : 0)) : null;
  let denominator = 1n;
  for (const number of numbers) {
    if (typeof number === 'number' || denominator % number.den === 0n) continue;
    denominator = leastCommonMultiple(denominator, number.den);
    if (bits(denominator) > mostBits(numbers.length)) {
      const values = Float64Array.from(numbers, (own) => (typeof own === 'number' ? 0 : nearest(own)));
      return ofDecimals(values, marks, ledger);
    }
  }
  const numerators = numbers.map((own) => (typeof own === 'number' ? 0n : own.num * (denominator / own.den)));
  return column(denominator, doublesWhere(numerators), marks);
}

/** The nearest decimals of 15 digits; what is no finite number becomes a mark where none stands already. */
export function ofDecimals(values: Float64Array, marks: Uint8Array | null, ledger: Ledger): Column {
  charge(ledger, values.length, OWN_FRACTION);
  ledger.decimals = true;
  const digits = new Float64Array(values.length);
  const places = new Int16Array(values.length);
  let [least, most] = [0, 0];
  for (const [k, value] of values.entries()) {
    if (!Number.isFinite(value) || value === 0) continue;
    const [mantissa = '', exponent = ''] = value.toExponential(14).split('e');
    let [own, behind] = [Number(mantissa.replace('.', '')), 14 - Number(exponent)];
    for (; own % 10 === 0; behind--) own /= 10;
    digits[k] = own;
    places[k] = behind;
    least = Math.min(least, behind);
    most = Math.max(most, behind);
  }
  const tens = Array.from({ length: most - least + 1 }, (_, k) => 10n ** BigInt(k));
  const numerators = Array.from(digits, (own, k) => BigInt(own) * tens[most - places[k]!]!);
  const wrong = values.some((value) => !Number.isFinite(value)) ? Uint8Array.from(values, markOf) : null;
  const all = wrong === null ? marks : wrong.map((mark, k) => marks?.[k] || mark);
  return column(10n ** BigInt(most), doublesWhere(numerators), all);
}

function markOf(value: number): number {
  if (Number.isFinite(value)) return 0;
  return Number.isNaN(value) ? NOT_A_NUMBER : value > 0 ? INFINITE : MINUS_INFINITE;
}

/** Every numerator and the denominator divided by what they have in common. */
export function lowest(a: Column): Column {
  const { numerators, denominator } = a;
  if (!(numerators instanceof Float64Array) || denominator >= EXACT_BELOW) {
    let divisor = denominator;
    for (let k = 0; k < numerators.length && divisor > 1n; k++)
      divisor = greatestCommonDivisor(divisor, BigInt(numerators[k]!));
    if (divisor === 1n) return a;
    const reduced = Array.from({ length: numerators.length }, (_, k) => BigInt(numerators[k]!) / divisor);
    return {
      ...a,
      denominator: denominator / divisor,
      numerators: doublesWhere(reduced),
      largest: a.largest / divisor,
    };
  }
  let divisor = Number(denominator);
  for (let k = 0; k < numerators.length && divisor > 1; k++) divisor = common(divisor, Math.abs(numerators[k]!));
  if (divisor === 1) return a;
  const shared = BigInt(divisor);
  return {
    ...a,
    denominator: denominator / shared,
    numerators: numerators.map((own) => own / divisor),
    largest: a.largest / shared,
  };
}

export interface Scaled {
  readonly denominator: bigint;
  readonly byA: bigint;
  readonly byB: bigint;
}

export function onOneDenominator(a: Column, b: Column): Scaled {
  const denominator = leastCommonMultiple(a.denominator, b.denominator);
  return { denominator, byA: denominator / a.denominator, byB: denominator / b.denominator };
}

function scaledBy({ numerators, largest }: Column, by: bigint): Numerators {
  if (by === 1n) return numerators;
  const factor = Number(by);
  if (numerators instanceof Float64Array && largest * by < EXACT_BELOW) return numerators.map((own) => own * factor);
  return bigintsOf(numerators).map((own) => own * by);
}

export function bigintsOf(numerators: Numerators): readonly bigint[] {
  return numerators instanceof Float64Array ? Array.from(numerators, (own) => BigInt(own)) : numerators;
}

export function column(denominator: bigint, numerators: Numerators, marks: Uint8Array | null): Column {
  return { denominator, numerators, largest: largestOf(numerators), marks };
}

function largestOf(numerators: Numerators): bigint {
  if (!(numerators instanceof Float64Array)) return numerators.reduce((most, own) => greater(most, magnitude(own)), 0n);
  let most = 0;
  for (let k = 0; k < numerators.length; k++) most = Math.max(most, Math.abs(numerators[k]!));
  return BigInt(most);
}

export function doublesWhere(numerators: readonly bigint[]): Numerators {
  const fits = numerators.every((own) => own > -EXACT_BELOW && own < EXACT_BELOW);
  return fits ? Float64Array.from(numerators, Number) : numerators;
}

export function mostBits(count: number): number {
  return Math.min(MOST_BITS, MOST_BITS_IN_ALL / count);
}

export function isOne(numerators: Numerators): boolean {
  return numerators.length === 1;
}

export function at({ numerators }: Column, k: number): number {
  return isOne(numerators) ? 0 : k;
}

export function charge(ledger: Ledger, count: number, steps: number): void {
  ledger.steps -= count * steps;
  if (ledger.steps < 0) throw new TooMuchWork();
}

export function magnitude(x: bigint): bigint {
  return x < 0n ? -x : x;
}

export function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Of two whole doubles below 2^53, not both 0. */
export function common(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
