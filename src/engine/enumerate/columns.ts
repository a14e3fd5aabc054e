/** What a walk adds up: a column of integers per party, each with the least sum that is enough. */
import type { Adjustment, Problem } from '../problem.ts';

/** Exact integers: numbers while all sums stay below 2^53. */
export type Units = number | bigint;

export interface Column {
  /** By flat option number. */
  readonly gains: ArrayLike<Units>;
  readonly adjustments: readonly Adjustment[];
  readonly floor: Units;
}

export function columnsOf({ parties }: Problem): readonly Column[] {
  return parties.map(({ contributions, adjustments, reservation }) => ({
    gains: contributions,
    adjustments,
    floor: reservation,
  }));
}

export function plus(a: Units, b: Units): Units {
  return typeof a === 'number' && typeof b === 'number' ? a + b : BigInt(a) + BigInt(b);
}

export function minus(a: Units, b: Units): Units {
  return typeof a === 'number' && typeof b === 'number' ? a - b : BigInt(a) - BigInt(b);
}
