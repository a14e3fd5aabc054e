/**
 * How many deals each of several coalitions can sign, from the rows of deals that each party accepts.
 *
 * Hot code. Coalitions that begin with the same parties share what those accept together: they are the branches of a
 * tree, and a branch is left where no deal remains.
 */
import { rowCount } from './bits.ts';

export class Joint {
  /** By coalition, over all rows looked at. */
  readonly counts: Float64Array;
  /** By node, parents before their children: its depth from 1, the row it asks for, and the node behind its branch. */
  readonly #depths: Int32Array;
  readonly #asks: Int32Array;
  readonly #behind: Int32Array;
  /** By node, the coalition that ends there; -1: none. */
  readonly #ends: Int32Array;
  /** By depth, the deals that are left there. */
  readonly #left: Int32Array[] = [];
  readonly #most: number;

  /** By coalition the numbers of the rows whose deals it can sign, ascending and at least one; no two are the same. */
  constructor(coalitions: readonly (readonly number[])[]) {
    const order = [...coalitions.keys()].sort((a, b) => compareLists(coalitions[a]!, coalitions[b]!));
    const [depths, asks, ends] = [new Array<number>(), new Array<number>(), new Array<number>()];
    let before: readonly number[] = [];
    for (const coalition of order) {
      const rows = coalitions[coalition]!;
      let shared = 0;
      while (shared < before.length && before[shared] === rows[shared]) shared++;
      rows.slice(shared).forEach((row, index) => {
        depths.push(shared + index + 1);
        asks.push(row);
        ends.push(-1);
      });
      ends[ends.length - 1] = coalition;
      before = rows;
    }
    this.counts = new Float64Array(coalitions.length);
    this.#depths = Int32Array.from(depths);
    this.#asks = Int32Array.from(asks);
    this.#ends = Int32Array.from(ends);
    this.#behind = Int32Array.from(depths, (depth, node) => {
      const behind = depths.findIndex((other, index) => index > node && other <= depth);
      return behind === -1 ? depths.length : behind;
    });
    this.#most = depths.reduce((most, depth) => Math.max(most, depth), 0);
  }

  /** Adds the deals of a row: `starts` are those that keep the rules, `rows` by number begin at `from`. */
  add(starts: Int32Array, rows: readonly Int32Array[], from: Int32Array): void {
    const [depths, asks, behind, ends] = [this.#depths, this.#asks, this.#behind, this.#ends];
    while (this.#left.length < this.#most) this.#left.push(new Int32Array(starts.length));
    for (let node = 0; node < depths.length;) {
      const depth = depths[node]!;
      const row = asks[node]!;
      const deals = this.#left[depth - 1]!;
      const any = joinRows(depth === 1 ? starts : this.#left[depth - 2]!, rows[row]!, from[row]!, deals);
      const end = ends[node]!;
      if (any !== 0 && end >= 0) this.counts[end]! += rowCount(deals);
      node = any === 0 ? behind[node]! : node + 1;
    }
  }
}

/** Writes the deals of both rows, the second from a place on; 0: there are none. */
function joinRows(some: Int32Array, others: Int32Array, from: number, out: Int32Array): number {
  let any = 0;
  for (let word = 0; word < out.length; word++) {
    const both = some[word]! & others[from + word]!;
    out[word] = both;
    any |= both;
  }
  return any;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? a.length - b.length : a[at]! - (b[at] ?? -1);
}
