/**
 * Exact comparisons of ratios of integers of any size.
 *
 * Utilities of two parties live on different scales, so comparing them means comparing fractions. Floating point
 * decides when the fractions are clearly apart; big integers decide the rest.
 */
import { fraction } from '../exact/fraction.ts';
import type { Fraction } from '../exact/fraction.ts';
import { floorDivide } from '../exact/integers.ts';
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

/** The fraction in lowest terms. */
export function lowestTerms({ num, den }: Ratio): Fraction {
  return fraction(BigInt(num), BigInt(den));
}
