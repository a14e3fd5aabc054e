/** Integers of any size: common divisors and multiples, division that rounds down, sizes. */

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Of two positive integers. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return a === b ? a : (a / greatestCommonDivisor(a, b)) * b;
}

/** The quotient rounded towards minus infinity; `b` is positive. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** Binary digits of an integer from 0 on, up to three more than it has. */
export function bits(size: bigint): number {
  return size.toString(16).length * 4;
}
