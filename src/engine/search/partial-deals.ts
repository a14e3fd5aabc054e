/**
 * The partial deals that a walk has met, told apart by what their completions depend on: the units so far, and which
 * patterns are still running.
 *
 * Hot code: a partial deal is a row of 32-bit words in one array, found through an open-addressing table of row numbers.
 */
import type { Walker } from './walker.ts';

/** Words that all rows together may take. */
const MOST_WORDS = 1 << 22;
const FIRST_ROWS = 64;
const FIRST_SLOTS = 256;

export class PartialDeals {
  size = 0;
  readonly #walker: Walker;
  readonly #words: number;
  readonly #mostRows: number;
  readonly #key: Int32Array;
  #rows: Int32Array;
  /** A row's number plus 1; 0 where there is none. */
  #slots = new Int32Array(FIRST_SLOTS);

  /** Remembers at most so many. */
  constructor(walker: Walker, most: number) {
    this.#walker = walker;
    this.#words = walker.stateWords;
    this.#mostRows = Math.min(most, Math.floor(MOST_WORDS / this.#words));
    this.#key = new Int32Array(this.#words);
    this.#rows = new Int32Array(FIRST_ROWS * this.#words);
  }

  get full(): boolean {
    return this.size >= this.#mostRows;
  }

  /** The number of the walker's partial deal among those met, in order; -1 where it is new. */
  find(depth: number): number {
    this.#walker.writeState(depth, this.#key);
    return this.#slots[this.#slotOf(this.#key, 0)]! - 1;
  }

  /** Remembers the walker's partial deal, which must be new, and returns its number. There must be room. */
  add(depth: number): number {
    if ((this.size + 1) * 2 > this.#slots.length) this.#widen();
    this.#walker.writeState(depth, this.#key);
    const row = this.size++;
    if (this.size * this.#words > this.#rows.length) {
      const grown = new Int32Array(this.#rows.length * 2);
      grown.set(this.#rows);
      this.#rows = grown;
    }
    this.#rows.set(this.#key, row * this.#words);
    this.#slots[this.#slotOf(this.#key, 0)] = row + 1;
    return row;
  }

  /** The slot with this key, or the empty one where it belongs. */
  #slotOf(keys: Int32Array, from: number): number {
    const words = this.#words;
    const rows = this.#rows;
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hashOf(keys, from, words) & mask; ; slot = (slot + 1) & mask) {
      const row = slots[slot]! - 1;
      if (row === -1) return slot;
      let word = 0;
      while (word < words && rows[row * words + word] === keys[from + word]) word++;
      if (word === words) return slot;
    }
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let row = 0; row < this.size; row++) {
      this.#slots[this.#slotOf(this.#rows, row * this.#words)] = row + 1;
    }
  }
}

function hashOf(words: Int32Array, from: number, count: number): number {
  let hash = 0;
  for (let word = 0; word < count; word++) hash = Math.imul(hash ^ words[from + word]!, 0x9e3779b1) ^ (hash >>> 15);
  return hash ^ (hash >>> 16);
}
