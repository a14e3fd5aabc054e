/** A stretch of the combinations of a walk's inner issues: what each adds, and which patterns it matches. */
import { hasOption } from '../option-set.ts';
import type { Pattern, Problem } from '../problem.ts';
import { optionCount } from '../problem.ts';
import { fullRow } from './bits.ts';
import { plus } from './columns.ts';
import type { Column, Units } from './columns.ts';
import type { Values } from './ladder.ts';
import type { Plan } from './plan.ts';

export class InnerDeals {
  readonly size: number;
  /** All of them, as bits. */
  readonly full: Int32Array;
  readonly #offsets: Int32Array;
  readonly #issues: readonly number[];
  /** By inner issue, the option that each combination has. */
  readonly #options: readonly Int32Array[];

  constructor(problem: Problem, { inner, innerSize, chunk }: Plan, first: number) {
    this.size = Math.min(chunk, innerSize - first);
    this.full = fullRow(this.size);
    this.#offsets = problem.offsets;
    this.#issues = inner;
    let stride = innerSize;
    this.#options = inner.map((issue) => {
      const options = optionCount(problem, issue);
      stride /= options;
      const own = new Int32Array(this.size);
      for (let place = 0; place < this.size; place++) own[place] = Math.floor((first + place) / stride) % options;
      return own;
    });
  }

  /** What each combination adds to the column. */
  values({ gains }: Column): Values {
    const { size } = this;
    if (gains instanceof Float64Array) {
      const sums = new Float64Array(size);
      this.#options.forEach((options, index) => {
        const offset = this.#offsets[this.#issues[index]!]!;
        for (let place = 0; place < size; place++) sums[place]! += gains[offset + options[place]!]!;
      });
      return sums;
    }
    return Array.from({ length: size }, (_, place) =>
      this.#options.reduce(
        (sum, options, index) => sum + BigInt(gains[this.#offsets[this.#issues[index]!]! + options[place]!]!),
        0n,
      ),
    );
  }

  /** The combinations that meet all of the pattern's clauses on inner issues; null where it has none. */
  matching({ clauses }: Pattern): Int32Array | null {
    const own = clauses.flatMap(({ issue, options }) => {
      const index = this.#issues.indexOf(issue);
      return index === -1 ? [] : [{ chosen: this.#options[index]!, options }];
    });
    if (own.length === 0) return null;
    const row = new Int32Array(this.full.length);
    for (let place = 0; place < this.size; place++) {
      if (own.every(({ chosen, options }) => hasOption(options, chosen[place]!))) row[place >> 5]! |= 1 << (place & 31);
    }
    return row;
  }

  /** Writes the options of a combination into a deal. */
  write(place: number, deal: number[]): void {
    this.#options.forEach((options, index) => (deal[this.#issues[index]!] = options[place]!));
  }

  /** Adds deals counted by combination to those counted by option. */
  addFlows(counts: Float64Array, flows: Float64Array): void {
    this.#options.forEach((options, index) => {
      const offset = this.#offsets[this.#issues[index]!]!;
      for (let place = 0; place < this.size; place++) flows[offset + options[place]!]! += counts[place]!;
    });
  }
}

/** The values with the units added where the row has a bit. */
export function raised(values: Values, row: Int32Array, units: Units): Values {
  if (values instanceof Float64Array) {
    const sums = values.slice();
    const added = Number(units);
    for (let word = 0; word < row.length; word++) {
      for (let left = row[word]!; left !== 0; left &= left - 1)
        sums[word * 32 + 31 - Math.clz32(left & -left)]! += added;
    }
    return sums;
  }
  return values.map((value, place) =>
    ((row[place >> 5]! >>> (place & 31)) & 1) === 1 ? BigInt(plus(value, units)) : value,
  );
}
