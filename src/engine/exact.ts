/**
 * Exact comparisons of ratios of integers of any size.
 *
 * Utilities of two parties live on different scales, so comparing them means comparing fractions. Floating point
 * decides when the fractions are clearly apart; big integers decide the rest.
 */
import { inPoints } from './units.ts';
import type { Units } from './units.ts';

/** A non-negative or negative fraction; `den` is a positive integer. Need not be in lowest terms. */
export interface Ratio {
  readonly num: Units;
  readonly den: Units;
}

/** Sign of a - b, exactly. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const x = Number(a.num) / Number(a.den);
  const y = Number(b.num) / Number(b.den);
  // Correctly rounded conversions and divisions are each off by at most half an ulp, far below this gap.
  const gap = 1e-14 * Math.max(Math.abs(x), Math.abs(y));
  if (x - y > gap && Number.isFinite(gap)) return 1;
  if (y - x > gap && Number.isFinite(gap)) return -1;
  const left = BigInt(a.num) * BigInt(b.den);
  const right = BigInt(b.num) * BigInt(a.den);
  return left === right ? 0 : left > right ? 1 : -1;
}

/** Least integer k with k / den >= ratio, exactly. */
export function ceilToDenominator(ratio: Ratio, den: Units): Units {
  const product = BigInt(ratio.num) * BigInt(den);
  return asUnits(-floorDivide(-product, BigInt(ratio.den)), den);
}

/** Least integer k with k / den > ratio, exactly. */
export function aboveToDenominator(ratio: Ratio, den: Units): Units {
  return asUnits(floorDivide(BigInt(ratio.num) * BigInt(den), BigInt(ratio.den)) + 1n, den);
}

/** The fraction as the nearest number. */
export function ratioNumber({ num, den }: Ratio): number {
  return inPoints(num, den);
}

/** A number where the denominator is one and it holds the integer exactly. */
function asUnits(value: bigint, den: Units): Units {
  return typeof den === 'number' && Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** A finite number as the fraction it is. */
export function fractionOf(value: number): { readonly num: bigint; readonly den: bigint } {
  let den = 1n;
  let rest = value;
  // Doubling a number only changes its exponent, so nothing is lost on the way to a whole one.
  for (; !Number.isInteger(rest); rest *= 2) den *= 2n;
  return { num: BigInt(rest), den };
}

/** The quotient rounded towards minus infinity; `b` is positive. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** The fraction in lowest terms. */
export function lowestTerms({ num, den }: Ratio): { readonly num: bigint; readonly den: bigint } {
  const [over, under] = [BigInt(num), BigInt(den)];
  const divisor = greatestCommonDivisor(over, under);
  return { num: over / divisor, den: under / divisor };
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}
