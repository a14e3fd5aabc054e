/**
 * Which of a row of values reach a need: an answer per need, ready to be read.
 *
 * The values are sorted once, and whatever numbers they are, only their ranks matter from then on: a need becomes the
 * rank of the first value that reaches it, and each rank has its set of values, as bits.
 */
import { firstAtLeast } from '../units.ts';
import type { Units } from './columns.ts';
import { fullRow } from './bits.ts';

/** Values of the inner deals, in their order: numbers, or big integers. */
export type Values = Float64Array | readonly bigint[];

export class Ladder {
  /** Rows of bits, one per step and an empty one behind the last. */
  readonly rows: Int32Array;
  readonly #steps: ArrayLike<Units>;
  readonly #words: number;
  readonly #guide: Guide | null;

  constructor(values: Values) {
    const steps = distinctAscending(values);
    const all = fullRow(values.length);
    const words = all.length;
    this.#steps = steps;
    this.#words = words;
    this.#guide = steps instanceof Float64Array ? guideTo(steps) : null;
    this.rows = new Int32Array((steps.length + 1) * words);
    this.rows.set(all);
    const byRank = placesByRank(values, steps);
    for (let rank = 0; rank < steps.length; rank++) {
      const next = (rank + 1) * words;
      this.rows.copyWithin(next, rank * words, next);
      for (const place of byRank[rank]!) this.rows[next + (place >> 5)]! &= ~(1 << (place & 31));
    }
  }

  /** Where the row of the values that are at least the need starts in `rows`. */
  rowFor(need: Units): number {
    const guide = this.#guide;
    const rank = guide === null || typeof need !== 'number' ? firstAtLeast(this.#steps, need) : guided(guide, need);
    return rank * this.#words;
  }

  /** The greatest value, where values are numbers. */
  get most(): number {
    return Number(this.#steps[this.#steps.length - 1]);
  }

  /** Where the empty row starts. */
  get none(): number {
    return this.#steps.length * this.#words;
  }
}

/** Ascending numbers, and by stretches of equal width where those of a stretch begin. */
interface Guide {
  readonly steps: Float64Array;
  readonly first: Int32Array;
  readonly perUnit: number;
}

function guideTo(steps: Float64Array): Guide {
  const span = steps.at(-1)! - steps[0]!;
  const perUnit = span > 0 ? steps.length / span : 0;
  const first = new Int32Array(steps.length + 1);
  for (let stretch = 0, step = 0; stretch < first.length; stretch++) {
    while (step < steps.length && Math.floor((steps[step]! - steps[0]!) * perUnit) < stretch) step++;
    first[stretch] = step;
  }
  return { steps, first, perUnit };
}

/** The same as `firstAtLeast`. A number is never in an earlier stretch than a smaller one, however it is rounded. */
function guided({ steps, first, perUnit }: Guide, need: number): number {
  if (need <= steps[0]!) return 0;
  if (need > steps[steps.length - 1]!) return steps.length;
  let step = first[Math.floor((need - steps[0]!) * perUnit)]!;
  while (steps[step]! < need) step++;
  return step;
}

/** Writes into `out`, from a place on, which values are at least the need; for values that are asked only seldom. */
export function writeReaching(values: Values, need: Units, out: Int32Array, from: number): void {
  for (let first = 0, word = from; first < values.length; first += 32, word++) {
    const end = Math.min(32, values.length - first);
    let bits = 0;
    for (let bit = 0; bit < end; bit++) if (values[first + bit]! >= need) bits |= 1 << bit;
    out[word] = bits;
  }
}

function distinctAscending(values: Values): ArrayLike<Units> {
  if (values instanceof Float64Array) {
    const sorted = values.slice().sort();
    let distinct = 0;
    for (const value of sorted) if (distinct === 0 || sorted[distinct - 1] !== value) sorted[distinct++] = value;
    return sorted.subarray(0, distinct);
  }
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
}

function placesByRank(values: Values, steps: ArrayLike<Units>): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length: steps.length }, () => []);
  for (let place = 0; place < values.length; place++) places[firstAtLeast(steps, values[place]!)]!.push(place);
  return places;
}
