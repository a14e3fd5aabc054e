/**
 * Exact comparisons of ratios of integers below 2^53.
 *
 * Utilities of two parties live on different scales, so comparing them means comparing fractions. Floating point
 * decides when the fractions are clearly apart; big integers decide the rest.
 */

/** A non-negative or negative fraction; `den` is a positive integer. Need not be in lowest terms. */
export interface Ratio {
  readonly num: number;
  readonly den: number;
}

/** Sign of a - b, exactly. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const x = a.num / a.den;
  const y = b.num / b.den;
  // Two correctly rounded divisions are each off by at most half an ulp, far below this gap.
  const gap = 1e-14 * Math.max(Math.abs(x), Math.abs(y));
  if (x - y > gap) return 1;
  if (y - x > gap) return -1;
  const left = BigInt(a.num) * BigInt(b.den);
  const right = BigInt(b.num) * BigInt(a.den);
  return left === right ? 0 : left > right ? 1 : -1;
}

/** Least integer k with k / den >= ratio, exactly. */
export function ceilToDenominator(ratio: Ratio, den: number): number {
  const product = BigInt(ratio.num) * BigInt(den);
  return Number(-floorDivide(-product, BigInt(ratio.den)));
}

/** Least integer k with k / den > ratio, exactly. */
export function aboveToDenominator(ratio: Ratio, den: number): number {
  return Number(floorDivide(BigInt(ratio.num) * BigInt(den), BigInt(ratio.den))) + 1;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
