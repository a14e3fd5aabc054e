/**
 * How a party's need at one boundary becomes a small integer: a rank among the attainable sums, which loses nothing, or
 * a step of a coarser grid, rounded to the safe side.
 */
import type { LayeredParty } from './automaton.ts';

export type Rounding = 'exact' | 'down' | 'up';

/** The field of a party whose need even the worst completion meets. */
export const SATISFIED = 0;

/** Fields must fit 30 bits. */
const MOST_STEPS = 2 ** 30;

export class NeedScale {
  /** The field of a party whose need no completion meets; all others lie below. */
  readonly lost: number;
  readonly #low: number;
  readonly #high: number;
  /** Units per step, or the sums that ranks stand for. */
  readonly #grid: number;
  readonly #sums: Float64Array | null;
  readonly #rounding: Rounding;

  private constructor(low: number, high: number, grid: number, sums: Float64Array | null, rounding: Rounding) {
    this.#low = low;
    this.#high = high;
    this.#grid = grid;
    this.#sums = sums;
    this.#rounding = rounding;
    this.lost = sums === null ? Math.ceil((high - low) / grid) + 1 : sums.length;
  }

  /** Needs told apart in at most so many steps; null when exact needs were asked and do not fit. */
  static at(
    party: LayeredParty,
    boundary: number,
    sums: Float64Array | null,
    steps: number,
    rounding: Rounding,
  ): NeedScale | null {
    const low = party.low[boundary]!;
    const high = party.high[boundary]!;
    if (sums !== null && sums.length <= steps) return new NeedScale(low, high, 1, sums, rounding);
    const grid = Math.max(1, Math.ceil((high - low) / Math.min(steps, MOST_STEPS - 2)));
    return rounding === 'exact' && grid > 1 ? null : new NeedScale(low, high, grid, null, rounding);
  }

  field(need: number): number {
    if (need <= this.#low) return SATISFIED;
    if (need > this.#high) return this.lost;
    const above = need - this.#low;
    if (this.#sums !== null) return rankAtOrAbove(this.#sums, above);
    if (this.#rounding === 'down') return Math.floor(above / this.#grid);
    const steps = Math.ceil(above / this.#grid);
    return this.#low + steps * this.#grid > this.#high ? this.lost : steps;
  }

  /** The need a field stands for, between satisfied and lost. */
  need(field: number): number {
    return this.#low + (this.#sums === null ? field * this.#grid : this.#sums[field]!);
  }
}

/** Index of the first entry that is at least the value; there must be one. */
function rankAtOrAbove(sums: Float64Array, value: number): number {
  let [from, to] = [0, sums.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sums[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
