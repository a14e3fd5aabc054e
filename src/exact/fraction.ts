/**
 * Exact fractions: what a number of a file is before anything is computed from it.
 */
import { decimalText, toDecimal } from './decimal.ts';
import { bits, greatestCommonDivisor } from './integers.ts';

/** num / den in lowest terms, den above 0. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

export const ZERO: Fraction = { num: 0n, den: 1n };
export const ONE: Fraction = { num: 1n, den: 1n };

const EXACT_BELOW = 2n ** 53n;
/** Digits after the point, or before the end of a power of ten, that a number may have. */
const MOST_DIGITS = 1000;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
const RATIO = /^([+-]?\d+)\s*\/\s*(\d+)$/;

/** The fraction in lowest terms. @throws RangeError when d is 0 */
export function fraction(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new RangeError('a fraction has no denominator 0');
  const divisor = d < 0n ? -greatestCommonDivisor(n, d) : greatestCommonDivisor(n, d);
  return { num: n / divisor, den: d / divisor };
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
  return places > 0 ? fraction(digits, 10n ** BigInt(places)) : { num: digits * 10n ** BigInt(-places), den: 1n };
}

/** The shortest decimal that reads back as this finite number, as a fraction. */
export function fractionOf(value: number): Fraction {
  if (Number.isSafeInteger(value)) return { num: BigInt(value), den: 1n };
  const { digits, places } = toDecimal(value);
  return fraction(digits, 10n ** BigInt(places));
}

/** A finite number as the binary fraction it is, which its shortest decimal may not be. */
export function binaryFractionOf(value: number): Fraction {
  let den = 1n;
  let rest = value;
  // Doubling a number only changes its exponent, so nothing is lost on the way to a whole one.
  for (; !Number.isInteger(rest); rest *= 2) den *= 2n;
  return { num: BigInt(rest), den };
}

/** A number as written: its `exact` text where it has one, else the shortest decimal of its value. */
export function exactOf(number: { readonly value: number; readonly exact?: string | undefined }): Fraction {
  const written = number.exact === undefined ? null : readFraction(number.exact);
  return written ?? fractionOf(number.value);
}

/** The nearest double. */
export function nearest({ num, den }: Fraction): number {
  if (den === 1n) return Number(num);
  const size = num < 0n ? -num : num;
  if (size < EXACT_BELOW && den < EXACT_BELOW) return Number(num) / Number(den);
  // 66 bits of quotient, the last one set where digits follow, so that rounding to 53 bits is that of the fraction.
  const shift = Math.max(0, 66 - bits(size) + bits(den));
  const quotient = (size << BigInt(shift)) / den;
  const sticky = quotient * den === size << BigInt(shift) ? quotient : quotient | 1n;
  const value = Number(sticky) * 2 ** -shift;
  return num < 0n ? -value : value;
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
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : Number(difference > 0n);
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den - b.num * a.den, a.den * b.den);
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}

/** @throws RangeError when b is 0 */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den, a.den * b.num);
}

/** "3/10", "0", "1": always as a ratio. */
export function ratioText({ num, den }: Fraction): string {
  return den === 1n ? num.toString() : `${num}/${den}`;
}

/** A plain decimal where the fraction is one, else "1/3". */
export function fractionText({ num, den }: Fraction): string {
  let [rest, places] = [den, 0];
  for (const prime of [10n, 5n, 2n]) {
    for (; rest % prime === 0n; places++) rest /= prime;
  }
  return rest === 1n ? decimalText((num * 10n ** BigInt(places)) / den, places) : `${num}/${den}`;
}
