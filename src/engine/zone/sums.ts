/**
 * The sums that some layers can give a party, told by their rank: which sum has a rank, and which rank a need has.
 *
 * Where sums lie close together they are marked in a bitmap, which is shifted and joined a word at a time; else they are
 * listed. Both tell the same.
 */
import { bitCount } from '../enumerate/bits.ts';
import { compareUnits, firstAtLeast, minus, smallest } from '../units.ts';
import type { Units } from '../units.ts';
import type { LayeredUnits } from './automaton.ts';

export interface Sums {
  readonly size: number;
  /** The sum of this rank, counted from the smallest, which is 0. */
  at(rank: number): Units;
  /** How many sums are less than the value: the rank of the first that is not, where there is one. */
  below(value: Units): number;
  /** All sums of one of these and one step, counted from their smallest. */
  with(steps: readonly Units[]): Sums;
}

/** The one sum of nothing, 0; `narrow`: where numbers hold every sum. */
export function noSums(narrow: boolean): Sums {
  return new ListedSums(narrow ? Float64Array.of(0) : [0n]);
}

/** A bitmap may have so many words for each sum that goes into it. */
const WORDS_PER_SUM = 1;

class ListedSums implements Sums {
  readonly #list: LayeredUnits;

  constructor(list: LayeredUnits) {
    this.#list = list;
  }

  get size(): number {
    return this.#list.length;
  }

  at(rank: number): Units {
    return this.#list[rank]!;
  }

  below(value: Units): number {
    return firstAtLeast(this.#list, value);
  }

  with(steps: readonly Units[]): Sums {
    const list = this.#list;
    const shifts = distances(steps);
    if (!(list instanceof Float64Array)) return new ListedSums(joined(list, shifts.map(BigInt)));
    return isClose(list.at(-1)!, list.length, shifts.map(Number))
      ? MarkedSums.of(list).with(steps)
      : new ListedSums(joinedNumbers(list, shifts.map(Number)));
  }
}

/** Whether a bitmap for sums up to the largest one and these shifts beyond is small beside the sums in it. */
function isClose(largest: number, size: number, shifts: readonly number[]): boolean {
  return (largest + shifts.at(-1)!) / 32 <= WORDS_PER_SUM * size * shifts.length;
}

/** How far each step lies above the smallest, ascending. */
function distances(steps: readonly Units[]): readonly Units[] {
  const least = smallest(steps);
  return [...new Set(steps.map((step) => minus(step, least)))].sort(compareUnits);
}

/** The list moved by each of the shifts, which ascend from 0, and joined: ascending. */
function joinedNumbers(list: Float64Array, shifts: readonly number[]): Float64Array {
  let all = list;
  for (const shift of shifts.slice(1)) {
    const made = new Float64Array(all.length + list.length);
    let [size, a, b] = [0, 0, 0];
    while (a < all.length || b < list.length) {
      const one = a < all.length ? all[a]! : Infinity;
      const other = b < list.length ? list[b]! + shift : Infinity;
      made[size++] = one < other ? one : other;
      if (one <= other) a++;
      if (other <= one) b++;
    }
    all = made.slice(0, size);
  }
  return all;
}

function joined(list: readonly bigint[], shifts: readonly bigint[]): readonly bigint[] {
  const reached = new Set<bigint>();
  for (const shift of shifts) for (const sum of list) reached.add(sum + shift);
  return [...reached].sort(compareUnits);
}

class MarkedSums implements Sums {
  readonly size: number;
  readonly #words: Uint32Array;
  /** By word, the sums marked in the words before it. */
  readonly #before: Int32Array;
  readonly #largest: number;

  private constructor(words: Uint32Array, largest: number) {
    this.#words = words;
    this.#largest = largest;
    this.#before = new Int32Array(words.length);
    let size = 0;
    for (let word = 0; word < words.length; word++) {
      this.#before[word] = size;
      size += bitCount(words[word]!);
    }
    this.size = size;
  }

  /** `list`: ascending from 0. */
  static of(list: Float64Array): MarkedSums {
    const largest = list.at(-1)!;
    const words = new Uint32Array(Math.floor(largest / 32) + 1);
    for (const sum of list) words[Math.floor(sum / 32)]! |= 1 << (sum % 32);
    return new MarkedSums(words, largest);
  }

  at(rank: number): number {
    const before = this.#before;
    let [from, to] = [0, before.length - 1];
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if (before[middle]! <= rank) from = middle;
      else to = middle - 1;
    }
    let word = this.#words[from]!;
    for (let skipped = before[from]!; skipped < rank; skipped++) word &= word - 1;
    return from * 32 + 31 - Math.clz32(word & -word);
  }

  below(value: Units): number {
    const sum = Number(value);
    if (sum <= 0) return 0;
    if (sum > this.#largest) return this.size;
    const word = Math.floor(sum / 32);
    const below = this.#words[word]! & ((1 << (sum % 32)) - 1);
    return this.#before[word]! + bitCount(below);
  }

  with(steps: readonly Units[]): Sums {
    const shifts = distances(steps).map(Number);
    if (!isClose(this.#largest, this.size, shifts)) return new ListedSums(this.#list()).with(steps);
    const from = this.#words;
    const largest = this.#largest + shifts.at(-1)!;
    const words = new Uint32Array(Math.floor(largest / 32) + 1);
    for (const shift of shifts) {
      const [far, near] = [Math.floor(shift / 32), shift % 32];
      for (let word = 0; word < from.length; word++) words[word + far]! |= from[word]! << near;
      if (near === 0) continue;
      for (let word = 0; word < from.length; word++) {
        const over = from[word]! >>> (32 - near);
        if (over !== 0) words[word + far + 1]! |= over;
      }
    }
    return new MarkedSums(words, largest);
  }

  #list(): Float64Array {
    const list = new Float64Array(this.size);
    let size = 0;
    this.#words.forEach((word, index) => {
      for (let left = word; left !== 0; left &= left - 1) list[size++] = index * 32 + 31 - Math.clz32(left & -left);
    });
    return list;
  }
}
