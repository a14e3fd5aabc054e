/**
 * A set of states, each a row of small non-negative integers, numbered in the order they were added.
 *
 * Hot code: fields are packed into 31-bit words; an open-addressing table finds a state by its words.
 */
export class StateTable {
  size = 0;
  readonly #words: number;
  readonly #wordOf: Int32Array;
  readonly #shiftOf: Int32Array;
  readonly #maskOf: Int32Array;
  #keys: Int32Array;
  #slots: Int32Array;
  readonly #key: Int32Array;

  /** `widths`: bits of each field; at most 31. */
  constructor(widths: readonly number[]) {
    this.#wordOf = new Int32Array(widths.length);
    this.#shiftOf = new Int32Array(widths.length);
    this.#maskOf = new Int32Array(widths.length);
    let word = 0;
    let used = 0;
    widths.forEach((width, field) => {
      if (used + width > 31) {
        word++;
        used = 0;
      }
      this.#wordOf[field] = word;
      this.#shiftOf[field] = used;
      this.#maskOf[field] = 2 ** width - 1;
      used += width;
    });
    this.#words = word + 1;
    this.#key = new Int32Array(this.#words);
    this.#keys = new Int32Array(64 * this.#words);
    this.#slots = new Int32Array(128).fill(-1);
  }

  /** The number of the state with these fields, which is added if it is new. */
  add(fields: Int32Array): number {
    const key = this.#key;
    const words = this.#words;
    key.fill(0);
    for (let field = 0; field < this.#wordOf.length; field++) {
      key[this.#wordOf[field]!]! |= fields[field]! << this.#shiftOf[field]!;
    }
    let hash = 0;
    for (let word = 0; word < words; word++) hash = Math.imul(hash ^ key[word]!, 0x9e3779b1) ^ (hash >>> 15);
    hash ^= hash >>> 16;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const state = this.#slots[slot]!;
      if (state === -1) {
        this.#slots[slot] = this.size;
        return this.#append(key);
      }
      let word = 0;
      while (word < words && this.#keys[state * words + word] === key[word]) word++;
      if (word === words) return state;
    }
  }

  /** Unpacks a state into `out`, one entry per field. */
  read(state: number, out: Int32Array): void {
    const from = state * this.#words;
    for (let field = 0; field < this.#wordOf.length; field++) {
      out[field] = (this.#keys[from + this.#wordOf[field]!]! >>> this.#shiftOf[field]!) & this.#maskOf[field]!;
    }
  }

  #append(key: Int32Array): number {
    const state = this.size++;
    if (this.size * this.#words > this.#keys.length) {
      const grown = new Int32Array(this.#keys.length * 2);
      grown.set(this.#keys);
      this.#keys = grown;
    }
    this.#keys.set(key, state * this.#words);
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return state;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const words = this.#words;
    const mask = slots.length - 1;
    for (let state = 0; state < this.size; state++) {
      let hash = 0;
      for (let word = 0; word < words; word++) {
        hash = Math.imul(hash ^ this.#keys[state * words + word]!, 0x9e3779b1) ^ (hash >>> 15);
      }
      hash ^= hash >>> 16;
      let slot = hash & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = state;
    }
    this.#slots = slots;
  }
}
