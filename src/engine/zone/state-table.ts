/**
 * A set of states, each a row of small non-negative integers, numbered in the order they were added.
 *
 * Hot code: fields are packed into 31-bit words; the slots of an open-addressing table hold the words themselves next
 * to the state's number, so that finding a state touches one place in memory.
 */
export class StateTable {
  size = 0;
  readonly #fields: number;
  readonly #words: number;
  readonly #wordOf: Int32Array;
  readonly #shiftOf: Int32Array;
  readonly #maskOf: Int32Array;
  #keys: Int32Array;
  /** Per slot the state's number plus 1 (0: empty), then its words. */
  #slots: Int32Array;
  readonly #stride: number;
  #mask = 127;
  readonly #key: Int32Array;

  /** `widths`: bits of each field; at most 31. */
  constructor(widths: readonly number[]) {
    this.#fields = widths.length;
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
    this.#stride = this.#words + 1;
    this.#key = new Int32Array(this.#words);
    this.#keys = new Int32Array(64 * this.#words);
    this.#slots = new Int32Array((this.#mask + 1) * this.#stride);
  }

  /** The number of the state with these fields, which is added if it is new. */
  add(fields: Int32Array): number {
    const key = this.#key;
    const words = this.#words;
    const stride = this.#stride;
    const slots = this.#slots;
    const mask = this.#mask;
    key.fill(0);
    for (let field = 0; field < this.#fields; field++) {
      key[this.#wordOf[field]!]! |= fields[field]! << this.#shiftOf[field]!;
    }
    for (let slot = hashOf(key, 0, words) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * stride;
      const number = slots[at]!;
      if (number === 0) {
        slots[at] = this.size + 1;
        for (let word = 0; word < words; word++) slots[at + 1 + word] = key[word]!;
        return this.#append(key);
      }
      let word = 0;
      while (word < words && slots[at + 1 + word] === key[word]) word++;
      if (word === words) return number - 1;
    }
  }

  /** Unpacks a state into `out`, one entry per field. */
  read(state: number, out: Int32Array): void {
    const from = state * this.#words;
    for (let field = 0; field < this.#fields; field++) {
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
    if (this.size * 2 > this.#mask) this.#rehash();
    return state;
  }

  #rehash(): void {
    const words = this.#words;
    const stride = this.#stride;
    const keys = this.#keys;
    const mask = this.#mask * 2 + 1;
    const slots = new Int32Array((mask + 1) * stride);
    for (let state = 0; state < this.size; state++) {
      let slot = hashOf(keys, state * words, words) & mask;
      while (slots[slot * stride] !== 0) slot = (slot + 1) & mask;
      slots[slot * stride] = state + 1;
      for (let word = 0; word < words; word++) slots[slot * stride + 1 + word] = keys[state * words + word]!;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

function hashOf(words: Int32Array, from: number, count: number): number {
  let hash = 0;
  for (let word = 0; word < count; word++) hash = Math.imul(hash ^ words[from + word]!, 0x9e3779b1) ^ (hash >>> 15);
  return hash ^ (hash >>> 16);
}
