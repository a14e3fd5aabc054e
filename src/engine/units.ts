/**
 * Units: the exact integers in which a party's utility is counted, and the few operations on them.
 *
 * Most parties are narrow: none of their sums reaches 2^53, and plain numbers hold them all. A wide party (many
 * denominators, fifteen digits after the point, billions beside thousandths) counts in big integers. Numbers and big
 * integers compare exactly with each other in JavaScript; these functions add, subtract and divide them exactly too.
 */

/** A whole number of any size, below 2^53 where it is a `number`. `-Infinity` stands for no threshold at all. */
export type Units = number | bigint;

/** Units by flat option number: as numbers for a narrow party, in limbs for a wide one. */
export type UnitColumn = Float64Array | LimbColumn;

/**
 * Big integers by limbs: entry k is the sum of `limbs[j][k] * 2^(LIMB_BITS * j)`. All limbs but the last, which has the
 * sign, are from 0 to 2^LIMB_BITS - 1. So up to 2^20 entries are added limb by limb without passing 2^53.
 */
export interface LimbColumn {
  readonly length: number;
  readonly limbs: readonly Float64Array[];
}

export const LIMB_BITS = 32;
const LIMB_MASK = 2n ** BigInt(LIMB_BITS) - 1n;

const EXACT_BELOW = 2n ** 53n;

export function isNarrow(column: UnitColumn): column is Float64Array {
  return column instanceof Float64Array;
}

/** The column's entry of one option. */
export function unitsOf(column: UnitColumn, row: number): Units {
  return isNarrow(column) ? column[row]! : joinLimbs(column.limbs.map((limb) => limb[row]!));
}

/** The greatest entry from one row up to, without, another. */
export function mostBetween(column: UnitColumn, from: number, to: number): Units {
  return isNarrow(column)
    ? column.subarray(from, to).reduce((most, units) => Math.max(most, units), -Infinity)
    : largest(unitsBetween(column, from, to));
}

/** The least of them. */
export function leastBetween(column: UnitColumn, from: number, to: number): Units {
  return isNarrow(column)
    ? column.subarray(from, to).reduce((least, units) => Math.min(least, units), Infinity)
    : smallest(unitsBetween(column, from, to));
}

/** Entries from one row up to, without, another. */
export function unitsBetween(column: UnitColumn, from: number, to: number): readonly Units[] {
  return Array.from({ length: to - from }, (_, index) => unitsOf(column, from + index));
}

/** The integer that limbs, each below 2^53 in size, stand for together. */
export function joinLimbs(limbs: readonly number[]): bigint {
  return limbs.reduceRight((high, limb) => (high << BigInt(LIMB_BITS)) + BigInt(limb), 0n);
}

/** So many limbs of an integer, the lowest first. */
export function splitLimbs(units: bigint, count: number): number[] {
  const limbs: number[] = [];
  let rest = units;
  for (let limb = 0; limb < count - 1; limb++) {
    limbs.push(Number(rest & LIMB_MASK));
    rest >>= BigInt(LIMB_BITS);
  }
  return [...limbs, Number(rest)];
}

/** Limbs that hold integers of this size, with their sums in the last one. */
export function limbsFor(size: bigint): number {
  return Math.max(1, Math.ceil(size.toString(2).length / LIMB_BITS));
}

/** The column of these integers: as numbers where asked, which must hold them, else in limbs. */
export function columnOf(units: readonly bigint[], narrow: boolean): UnitColumn {
  if (narrow) return Float64Array.from(units, Number);
  const count = limbsFor(units.reduce((most, entry) => largerOf(most, magnitude(entry)), 0n));
  const limbs = Array.from({ length: count }, () => new Float64Array(units.length));
  units.forEach((entry, row) => splitLimbs(entry, count).forEach((limb, at) => (limbs[at]![row] = limb)));
  return { length: units.length, limbs };
}

/** The column with every entry changed; numbers must stay exact. */
export function mapColumn(column: UnitColumn, change: (units: bigint) => bigint): UnitColumn {
  if (isNarrow(column)) return column.map((units) => Number(change(BigInt(units))));
  return columnOf(
    Array.from({ length: column.length }, (_, row) => change(joinLimbs(column.limbs.map((limb) => limb[row]!)))),
    false,
  );
}

/** So many times one column plus so many times another of the same kind; the factors are at least 0. */
export function blended(a: UnitColumn, b: UnitColumn, timesA: number, timesB: number): UnitColumn {
  if (isNarrow(a) && isNarrow(b)) return a.map((units, row) => timesA * units + timesB * b[row]!);
  const [x, y] = [BigInt(timesA), BigInt(timesB)];
  const entries = Array.from(
    { length: a.length },
    (_, row) => x * BigInt(unitsOf(a, row)) + y * BigInt(unitsOf(b, row)),
  );
  return columnOf(entries, false);
}

/** The column upside down. */
export function negatedColumn(column: UnitColumn): UnitColumn {
  return isNarrow(column) ? column.map((units) => 0 - units) : mapColumn(column, (units) => -units);
}

/** A text that only equal columns have. */
export function columnKey(column: UnitColumn): string {
  return isNarrow(column) ? column.join() : column.limbs.map((limb) => limb.join()).join('|');
}

export function plus(a: Units, b: Units): Units {
  return typeof a === 'number' && typeof b === 'number' ? a + b : added(a, b, 1n);
}

export function minus(a: Units, b: Units): Units {
  return typeof a === 'number' && typeof b === 'number' ? a - b : added(a, b, -1n);
}

function added(a: Units, b: Units, sign: bigint): Units {
  if (typeof a === 'number' && !Number.isFinite(a)) return a;
  if (typeof b === 'number' && !Number.isFinite(b)) return sign > 0n ? b : -b;
  return BigInt(a) + sign * BigInt(b);
}

/** A whole number of times the units. */
export function times(units: Units, factor: number): Units {
  return typeof units === 'number' ? units * factor : units * BigInt(factor);
}

export function negative(units: Units): Units {
  return typeof units === 'number' ? 0 - units : -units;
}

export function larger(a: Units, b: Units): Units {
  return a >= b ? a : b;
}

export function smaller(a: Units, b: Units): Units {
  return a <= b ? a : b;
}

export function largest(units: Iterable<Units>): Units {
  let most: Units = -Infinity;
  for (const entry of units) if (entry > most) most = entry;
  return most;
}

export function smallest(units: Iterable<Units>): Units {
  let least: Units = Infinity;
  for (const entry of units) if (entry < least) least = entry;
  return least;
}

/** Sign of a - b. */
export function compareUnits(a: Units, b: Units): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first of the ascending units that is at least the value; their number where none is. */
export function firstAtLeast(units: ArrayLike<Units>, value: Units): number {
  let from = 0;
  let to = units.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (units[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

export function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}

function largerOf(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** True for integers that a number holds whatever is added up below 2^53. */
export function fitsNumber(size: bigint): boolean {
  return size < EXACT_BELOW;
}

/** The number nearest to units / scale: a party's points. `scale` is positive. */
export function inPoints(units: Units, scale: Units): number {
  if (typeof units === 'number' && typeof scale === 'number') return units / scale;
  if (typeof units === 'number' && !Number.isFinite(units)) return units;
  return nearest(BigInt(units), BigInt(scale));
}

/** Bits of a quotient that are more than a number has. */
const QUOTIENT_BITS = 66;

/** The number nearest to num / den, whatever their size; `den` is positive. */
function nearest(num: bigint, den: bigint): number {
  if (num === 0n) return 0;
  const size = magnitude(num);
  const shift = QUOTIENT_BITS - size.toString(2).length + den.toString(2).length;
  const [top, bottom] = shift > 0 ? [size << BigInt(shift), den] : [size, den << BigInt(-shift)];
  const quotient = top / bottom;
  // What is cut off must still tell which side of a halfway point the quotient is on.
  const rounded = Number(top % bottom === 0n ? quotient : quotient | 1n);
  const value = scaled(rounded, -shift);
  return num < 0n ? -value : value;
}

/** value * 2^exponent, also where 2^exponent alone is no number. */
function scaled(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
