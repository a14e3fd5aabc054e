/**
 * Exact fractions: what a number of a file is before anything is computed from it.
 */
import { decimalText, toDecimal } from './decimal.ts';

/** n / d in lowest terms, d above 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

const EXACT_BELOW = 2n ** 53n;
/** Digits after the point, or before the end of a power of ten, that a number may have. */
const MOST_DIGITS = 1000;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
const RATIO = /^([+-]?\d+)\s*\/\s*(\d+)$/;

/** The fraction in lowest terms. @throws RangeError when d is 0 */
export function fraction(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('a fraction has no denominator 0');
  const divisor = d < 0n ? -greatestCommonDivisor(n, d) : greatestCommonDivisor(n, d);
  return { n: n / divisor, d: d / divisor };
}

/** "12", "-0.25", "1e3" or "1/3", digit by digit; null for any other text, a denominator of 0 and far too many digits. */
export function readFraction(text: string): Fraction | null {
  if (text.length > MOST_DIGITS) return null;
  const ratio = RATIO.exec(text);
  if (ratio !== null) {
    const d = BigInt(ratio[2] ?? '');
    return d === 0n ? null : fraction(BigInt(ratio[1] ?? ''), d);
  }
  const [, sign, whole = '', part = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (sign === undefined || whole + part === '') return null;
  const places = part.length - Number(exponent);
  if (Math.abs(places) > MOST_DIGITS) return null;
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  return places > 0 ? fraction(digits, 10n ** BigInt(places)) : { n: digits * 10n ** BigInt(-places), d: 1n };
}

/** The shortest decimal that reads back as this finite number, as a fraction. */
export function fractionOf(value: number): Fraction {
  if (Number.isSafeInteger(value)) return { n: BigInt(value), d: 1n };
  const { digits, places } = toDecimal(value);
  return fraction(digits, 10n ** BigInt(places));
}

/** A number as written: its `exact` text where it has one, else the shortest decimal of its value. */
export function exactOf(number: { readonly value: number; readonly exact?: string | undefined }): Fraction {
  const written = number.exact === undefined ? null : readFraction(number.exact);
  return written ?? fractionOf(number.value);
}

/** The nearest double. */
export function nearest({ n, d }: Fraction): number {
  if (d === 1n) return Number(n);
  const size = n < 0n ? -n : n;
  if (size < EXACT_BELOW && d < EXACT_BELOW) return Number(n) / Number(d);
  // 66 bits of quotient, the last one set where digits follow, so that rounding to 53 bits is that of the fraction.
  const shift = Math.max(0, 66 - bits(size) + bits(d));
  const quotient = (size << BigInt(shift)) / d;
  const sticky = quotient * d === size << BigInt(shift) ? quotient : quotient | 1n;
  const value = Number(sticky) * 2 ** -shift;
  return n < 0n ? -value : value;
}

/** The nearest double whose shortest decimal, which is what is printed of it, is not above (`down`) or not below the fraction. */
export function roundedTo(exact: Fraction, side: 'down' | 'up'): number {
  const way = side === 'up' ? 1 : -1;
  let value = nearest(exact);
  while (compare(fractionOf(value), exact) * way < 0) value = neighbour(value, way);
  return value;
}

/** The next double above (1) or below (-1). */
function neighbour(value: number, way: 1 | -1): number {
  if (value === 0) return way * Number.MIN_VALUE;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 === way > 0 ? 1n : -1n));
  return view.getFloat64(0);
}

/** Below 0, 0 or above 0, as a sort wants it. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : Number(difference > 0n);
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.n, a.d * b.d);
}

/** @throws RangeError when b is 0 */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

/** A plain decimal where the fraction is one, else "1/3". */
export function fractionText({ n, d }: Fraction): string {
  let [rest, places] = [d, 0];
  for (const prime of [10n, 5n, 2n]) {
    for (; rest % prime === 0n; places++) rest /= prime;
  }
  return rest === 1n ? decimalText((n * 10n ** BigInt(places)) / d, places) : `${n}/${d}`;
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The quotient rounded towards minus infinity; `b` is positive. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** Of two positive integers. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return a === b ? a : (a / greatestCommonDivisor(a, b)) * b;
}

/** Binary digits of an integer from 0 on, up to three more than it has. */
export function bits(size: bigint): number {
  return size.toString(16).length * 4;
}
