/**
 * The partial deals of one boundary, and the candidates for the next: each is a partial deal with one more option.
 *
 * Hot code: everything is rows of typed arrays. Of a wide party the vectors hold ranks, which stand to each other as the
 * exact units do; those are kept beside them.
 */
import { compareUnits } from '../units.ts';

/** Partial deals by state: their pattern state, units by party, number, and the smallest of them in option order. */
export interface PartialDeals {
  readonly size: number;
  readonly patterns: Int32Array;
  readonly vectors: Float64Array;
  /** By party the exact units of every state; null for a narrow party, whose vectors have them. */
  readonly exact: readonly (readonly bigint[] | null)[];
  readonly counts: readonly bigint[];
  /** Option by issue, 0 where none is chosen yet: `state * issues + issue`. */
  readonly deals: Uint16Array;
}

export class Candidates {
  size = 0;
  /** Units by candidate and party. */
  readonly vectors: Float64Array;
  readonly #exact: readonly (bigint[] | null)[];
  readonly #partial: PartialDeals;
  readonly #parties: number;
  readonly #issue: number;
  readonly #options: readonly number[];
  readonly #issues: number;
  readonly #states: Int32Array;
  readonly #choices: Int32Array;
  readonly #patterns: Int32Array;
  /** Sum of the units, in floating point: never smaller for a vector that is nowhere smaller. */
  readonly #totals: Float64Array;

  /** `options`: the options of the issue that is decided now. */
  constructor(partial: PartialDeals, parties: number, issue: number, options: readonly number[]) {
    const most = partial.size * options.length;
    this.#exact = partial.exact.map((units) => (units === null ? null : []));
    this.#partial = partial;
    this.#parties = parties;
    this.#issue = issue;
    this.#options = options;
    this.#issues = partial.deals.length / partial.size;
    this.vectors = new Float64Array(most * parties);
    this.#states = new Int32Array(most);
    this.#choices = new Int32Array(most);
    this.#patterns = new Int32Array(most);
    this.#totals = new Float64Array(most);
  }

  /** `exact`: by party the units of wide parties, whose entries of the vector say nothing. */
  add(state: number, choice: number, pattern: number, vector: Float64Array, exact: readonly bigint[]): void {
    const candidate = this.size++;
    this.vectors.set(vector, candidate * this.#parties);
    this.#states[candidate] = state;
    this.#choices[candidate] = choice;
    this.#patterns[candidate] = pattern;
    for (let party = 0; party < this.#parties; party++) this.#exact[party]?.push(exact[party]!);
  }

  /** To be called once all are added: ranks for wide parties, and totals. */
  rank(): void {
    this.#exact.forEach((units, party) => {
      if (units === null) return;
      const ranks = new Map([...new Set(units)].sort(compareUnits).map((value, rank) => [value, rank]));
      units.forEach((value, candidate) => (this.vectors[candidate * this.#parties + party] = ranks.get(value)!));
    });
    for (let candidate = 0; candidate < this.size; candidate++) {
      let total = 0;
      for (let party = 0; party < this.#parties; party++) total += this.vectors[candidate * this.#parties + party]!;
      this.#totals[candidate] = total;
    }
  }

  patternOf(candidate: number): number {
    return this.#patterns[candidate]!;
  }

  sameVector(a: number, b: number): boolean {
    return this.#compareVectors(a, b) === 0;
  }

  /** Of the same patterns, nowhere less, and more for one of the first so many. */
  beats(one: number, other: number, first: number): boolean {
    if (this.#patterns[one] !== this.#patterns[other]) return false;
    let better = false;
    for (let party = 0; party < this.#parties; party++) {
      const difference = this.vectors[one * this.#parties + party]! - this.vectors[other * this.#parties + party]!;
      if (difference < 0) return false;
      if (difference > 0 && party < first) better = true;
    }
    return better;
  }

  /** Candidates by pattern state, then so that equal vectors stand together and no vector before one that beats it. */
  sorted(): Int32Array {
    const order = Int32Array.from({ length: this.size }, (_, candidate) => candidate);
    return order.sort(
      (a, b) =>
        this.#patterns[a]! - this.#patterns[b]! ||
        this.#totals[b]! - this.#totals[a]! ||
        this.#compareVectors(b, a) ||
        a - b,
    );
  }

  /** The partial deals that the runs of equal candidates make. */
  keep(runs: readonly (readonly number[])[]): PartialDeals {
    const patterns = new Int32Array(runs.length);
    const vectors = new Float64Array(runs.length * this.#parties);
    const deals = new Uint16Array(runs.length * this.#issues);
    const counts = runs.map((run, state) => {
      const first = run[0]!;
      patterns[state] = this.#patterns[first]!;
      vectors.set(this.vectors.subarray(first * this.#parties, (first + 1) * this.#parties), state * this.#parties);
      const smallest = run.reduce((least, other) => (this.#compareDeals(other, least) < 0 ? other : least));
      for (let issue = 0; issue < this.#issues; issue++)
        deals[state * this.#issues + issue] = this.#option(smallest, issue);
      return run.reduce((sum, candidate) => sum + this.#partial.counts[this.#states[candidate]!]!, 0n);
    });
    const exact = this.#exact.map((units) => (units === null ? null : runs.map((run) => units[run[0]!]!)));
    return { size: runs.length, patterns, vectors, exact, counts, deals };
  }

  #compareVectors(a: number, b: number): number {
    for (let party = 0; party < this.#parties; party++) {
      const difference = this.vectors[a * this.#parties + party]! - this.vectors[b * this.#parties + party]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #compareDeals(a: number, b: number): number {
    for (let issue = 0; issue < this.#issues; issue++) {
      const difference = this.#option(a, issue) - this.#option(b, issue);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  #option(candidate: number, issue: number): number {
    if (issue === this.#issue) return this.#options[this.#choices[candidate]!]!;
    return this.#partial.deals[this.#states[candidate]! * this.#issues + issue]!;
  }
}
