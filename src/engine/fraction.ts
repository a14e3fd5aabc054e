/** Exact fractions of big integers in lowest terms: what power indices, patience and gains are computed in. */
import { greatestCommonDivisor } from './exact.ts';

/** Lowest terms; the denominator is positive. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** num / den in lowest terms. @throws RangeError for a denominator of 0 */
export function fraction(num: bigint, den: bigint): Fraction {
  if (den === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const divisor = greatestCommonDivisor(num, den) * (den < 0n ? -1n : 1n);
  return { num: num / divisor, den: den / divisor };
}

/** "3/10", "0", "1". */
export function fractionText({ num, den }: Fraction): string {
  return den === 1n ? num.toString() : `${num}/${den}`;
}

export function fractionNumber({ num, den }: Fraction): number {
  return Number((num * 10n ** 18n) / den) / 1e18;
}

export function addFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function timesFractions(a: Fraction, b: Fraction): Fraction {
  return fraction(a.num * b.num, a.den * b.den);
}
