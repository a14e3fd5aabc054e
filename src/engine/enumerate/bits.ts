/**
 * Sets of deals as bits, 32 deals to a word. Hot code: what a word costs here is paid for every 32 deals of a walk.
 */

/** Words that hold so many bits. */
export function wordsFor(bits: number): number {
  return (bits + 31) >> 5;
}

/** All of so many bits set. */
export function fullRow(bits: number): Int32Array {
  const row = new Int32Array(wordsFor(bits)).fill(-1);
  if ((bits & 31) !== 0) row[row.length - 1] = (1 << (bits & 31)) - 1;
  return row;
}

/** Bits set in a word. */
export function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Bits set in a row. */
export function rowCount(row: Int32Array): number {
  let count = 0;
  for (let word = 0; word < row.length; word++) count += bitCount(row[word]!);
  return count;
}

/** Sparser rows are added bit by bit. */
const SPARSE_PER_WORD = 2;

/**
 * In how many of the rows added each bit is set. Rows are added like the digits of binary numbers, one for each bit,
 * side by side (carry-save addition): plane k holds the digits worth 2^k, and takes in two rows at a time.
 */
export class PlaceCounts {
  readonly #words: number;
  readonly #planes: Int32Array[] = [];
  /** Per plane a row that waits for a second one, and whether one does. */
  readonly #waiting: Int32Array[] = [];
  readonly #waits: boolean[] = [];
  readonly #single: Float64Array;

  constructor(bits: number) {
    this.#words = wordsFor(bits);
    this.#single = new Float64Array(this.#words * 32);
  }

  /** `count`: the number of bits set in the row. */
  add(row: Int32Array, count: number): void {
    if (count > SPARSE_PER_WORD * this.#words) {
      this.#take(row, 0);
      return;
    }
    for (let word = 0; word < this.#words; word++) {
      for (let left = row[word]!; left !== 0; left &= left - 1) {
        this.#single[word * 32 + 31 - Math.clz32(left & -left)]!++;
      }
    }
  }

  /** Adds bits of a single word. */
  addWord(word: number, bits: number): void {
    let carry = bits;
    for (let place = 0; carry !== 0; place++) {
      if (place === this.#planes.length) this.#addPlane();
      const plane = this.#planes[place]!;
      const before = plane[word]!;
      plane[word] = before ^ carry;
      carry &= before;
    }
  }

  /** By bit. */
  counts(): Float64Array {
    const counts = this.#single.slice();
    this.#planes.forEach((plane, place) => {
      addPlane(counts, plane, 2 ** place);
      if (this.#waits[place] === true) addPlane(counts, this.#waiting[place]!, 2 ** place);
    });
    return counts;
  }

  #take(row: Int32Array, place: number): void {
    if (place === this.#planes.length) this.#addPlane();
    const waiting = this.#waiting[place]!;
    if (this.#waits[place] === false) {
      waiting.set(row);
      this.#waits[place] = true;
      return;
    }
    const plane = this.#planes[place]!;
    for (let word = 0; word < waiting.length; word++) {
      const a = plane[word]!;
      const b = waiting[word]!;
      const c = row[word]!;
      const odd = a ^ b;
      plane[word] = odd ^ c;
      // The carry may overwrite what waited: both are used up.
      waiting[word] = (a & b) | (odd & c);
    }
    this.#waits[place] = false;
    this.#take(waiting, place + 1);
  }

  #addPlane(): void {
    this.#planes.push(new Int32Array(this.#words));
    this.#waiting.push(new Int32Array(this.#words));
    this.#waits.push(false);
  }
}

function addPlane(counts: Float64Array, plane: Int32Array, worth: number): void {
  for (let bit = 0; bit < counts.length; bit++) {
    if (((plane[bit >> 5]! >>> (bit & 31)) & 1) === 1) counts[bit]! += worth;
  }
}
