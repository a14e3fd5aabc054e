/**
 * How a party's need at one boundary becomes a small integer: a rank among the attainable sums, which loses nothing, or
 * a step of a coarser grid, rounded to the safe side.
 */
import { floorDivide } from '../../exact/integers.ts';
import { minus, plus, times } from '../units.ts';
import type { Units } from '../units.ts';
import type { LayeredParty } from './automaton.ts';
import type { Sums } from './sums.ts';

export type Rounding = 'exact' | 'down' | 'up';

/** The field of a party whose need even the worst completion meets. */
export const SATISFIED = 0;

/** Fields must fit 30 bits. */
const MOST_STEPS = 2 ** 30;

export class NeedScale {
  /** The field of a party whose need no completion meets; all others lie below. */
  readonly lost: number;
  readonly #low: Units;
  readonly #high: Units;
  /** Units per step, or the sums that ranks stand for. */
  readonly #grid: Units;
  readonly #sums: Sums | null;
  readonly #rounding: Rounding;

  private constructor(low: Units, high: Units, grid: Units, sums: Sums | null, rounding: Rounding) {
    this.#low = low;
    this.#high = high;
    this.#grid = grid;
    this.#sums = sums;
    this.#rounding = rounding;
    this.lost = sums === null ? stepsAbove(minus(high, low), grid) + 1 : sums.size;
  }

  /** Needs told apart in at most so many steps; null when exact needs were asked and do not fit. */
  static at(
    party: LayeredParty,
    boundary: number,
    sums: Sums | null,
    steps: number,
    rounding: Rounding,
  ): NeedScale | null {
    const low = party.low[boundary]!;
    const high = party.high[boundary]!;
    if (sums !== null && sums.size <= steps) return new NeedScale(low, high, 1, sums, rounding);
    const grid = gridOf(minus(high, low), Math.min(steps, MOST_STEPS - 2));
    return rounding === 'exact' && grid > 1 ? null : new NeedScale(low, high, grid, null, rounding);
  }

  field(need: Units): number {
    if (need <= this.#low) return SATISFIED;
    if (need > this.#high) return this.lost;
    const above = minus(need, this.#low);
    if (this.#sums !== null) return this.#sums.below(above);
    if (this.#rounding === 'down') return stepsBelow(above, this.#grid);
    const steps = stepsAbove(above, this.#grid);
    return plus(this.#low, times(this.#grid, steps)) > this.#high ? this.lost : steps;
  }

  /** The need a field stands for, between satisfied and lost. */
  need(field: number): Units {
    return plus(this.#low, this.#sums === null ? times(this.#grid, field) : this.#sums.at(field));
  }
}

/** The least grid, at least 1, on which so many units take at most so many steps. */
function gridOf(units: Units, steps: number): Units {
  if (typeof units === 'number') return Math.max(1, Math.ceil(units / steps));
  const grid = (units + BigInt(steps) - 1n) / BigInt(steps);
  return grid > 1n ? grid : 1n;
}

function stepsBelow(units: Units, grid: Units): number {
  return typeof units === 'number' && typeof grid === 'number'
    ? Math.floor(units / grid)
    : Number(floorDivide(BigInt(units), BigInt(grid)));
}

function stepsAbove(units: Units, grid: Units): number {
  return typeof units === 'number' && typeof grid === 'number'
    ? Math.ceil(units / grid)
    : Number(-floorDivide(-BigInt(units), BigInt(grid)));
}
