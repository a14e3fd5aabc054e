/**
 * The best deals so far by one standard, told one deal after the other: all that are equally good while they are few.
 *
 * Hot code: an order compares in floating point where that decides for certain, and exactly elsewhere.
 */
import { compareDeals } from '../deal.ts';
import { compareRatios } from '../ratio.ts';
import type { Deal } from '../problem.ts';
import { productObjective, sumObjective } from '../search/objective.ts';
import type { Objective, Term } from '../search/objective.ts';
import type { Ties } from './ties.ts';

/** How utilities in units, by party, compare with the best so far. Nobody's getting more makes a deal worse. */
export interface Order {
  /** Sign of the deal against the best; 1 where there is none yet. */
  compare(utility: Float64Array): number;
  /** The deal compared last is the best so far. */
  lead(utility: Float64Array): void;
}

export class Leader {
  readonly #order: Order;
  readonly #most: number;
  #total = 0;
  #deals: Deal[] = [];

  /** `most`: equally good deals that are listed; of more, the smallest is told. */
  constructor(order: Order, most: number) {
    this.#order = order;
    this.#most = most;
  }

  /** Whether a deal that gives nobody more than this may be as good as the best. */
  minds(most: Float64Array): boolean {
    return this.#order.compare(most) >= 0;
  }

  see(utility: Float64Array, dealAt: () => Deal): void {
    const sign = this.#order.compare(utility);
    if (sign < 0) return;
    if (sign > 0) {
      this.#order.lead(utility);
      this.#total = 0;
      this.#deals = [];
    }
    this.#total++;
    const deal = dealAt();
    if (this.#total <= this.#most) {
      this.#deals.push(deal);
      return;
    }
    const smallest = [...this.#deals, deal].reduce((least, other) => (compareDeals(other, least) < 0 ? other : least));
    this.#deals = [smallest];
  }

  ties(): Ties {
    return { deals: this.#deals.toSorted(compareDeals), total: BigInt(this.#total) };
  }
}

/** Sums of doubles are off by far less than this part of their size. */
const MARGIN = 1e-9;

/** By the sum of the terms. */
export function sumOrder(terms: readonly Term[]): Order {
  const [offsets, divisors] = numbersOf(terms);
  return byValue(sumObjective(terms), (utility, out) => {
    let [value, size] = [0, 0];
    for (let k = 0; k < terms.length; k++) {
      const term = (utility[terms[k]!.party]! - offsets[k]!) / divisors[k]!;
      value += term;
      size += Math.abs(term);
    }
    out.value = value;
    out.size = size;
  });
}

/** Products between these are never rounded to nothing or to infinity. */
const CLEAR = { least: 1e-280, most: 1e280 } as const;

/** By the product of the terms, each to its power; deals with a term that is not above 0 come last. */
export function productOrder(terms: readonly Term[]): Order {
  const [offsets, divisors] = numbersOf(terms);
  const powers = terms.reduce((sum, { power }) => sum + power, 0);
  return byValue(productObjective(terms), (utility, out) => {
    let value = 1;
    for (let k = 0; k < terms.length; k++) {
      const { party, power } = terms[k]!;
      const gain = utility[party]! - offsets[k]!;
      if (gain <= 0) {
        out.value = -Infinity;
        return;
      }
      value *= power === 1 ? gain / divisors[k]! : (gain / divisors[k]!) ** power;
    }
    const isClear = value > CLEAR.least && value < CLEAR.most;
    out.value = isClear ? value : 0;
    out.size = isClear ? value * powers : Infinity;
  });
}

/** A value in floating point, and the size of what it was made of, which says how far it may be off. */
interface Valued {
  value: number;
  size: number;
}

/** By an objective that is decided by its value in floating point where values are far enough apart. */
function byValue(objective: Objective, weigh: (utility: Float64Array, out: Valued) => void): Order {
  let best: Float64Array | null = null;
  const [own, leading]: [Valued, Valued] = [
    { value: 0, size: 0 },
    { value: 0, size: 0 },
  ];
  return {
    compare(utility) {
      if (best === null) return 1;
      weigh(utility, own);
      // Of two without a value none is better.
      if (own.value === -Infinity) return leading.value === -Infinity ? 0 : -1;
      if (leading.value === -Infinity) return 1;
      const difference = own.value - leading.value;
      if (Math.abs(difference) > MARGIN * (own.size + leading.size)) return difference < 0 ? -1 : 1;
      return objective.compare(utility, best);
    },
    lead(utility) {
      best = utility.slice();
      weigh(utility, leading);
    },
  };
}

/** Terms by how large they are, the smallest first, in floating point. */
interface Ranked {
  readonly terms: Int32Array;
  readonly values: Float64Array;
}

/** By the smallest term, then the next smallest, and so on. */
export function leximinOrder(terms: readonly Term[]): Order {
  const [offsets, divisors] = numbersOf(terms);
  const ranked = (): Ranked => ({ terms: new Int32Array(terms.length), values: new Float64Array(terms.length) });
  const [own, leading] = [ranked(), ranked()];
  let best: Float64Array | null = null;
  let bestLeast = Infinity;
  // A quotient is rounded to the nearest double, so that unequal ones are never out of order.
  const valueOf = (utility: Float64Array, k: number): number =>
    (utility[terms[k]!.party]! - offsets[k]!) / divisors[k]!;
  const leastOf = (utility: Float64Array): number => {
    let least = Infinity;
    for (let k = 0; k < terms.length; k++) least = Math.min(least, valueOf(utility, k));
    return least;
  };
  const rank = (utility: Float64Array, into: Ranked): void => {
    for (let k = 0; k < terms.length; k++) {
      const value = valueOf(utility, k);
      let place = k;
      for (; place > 0 && into.values[place - 1]! > value; place--) {
        into.values[place] = into.values[place - 1]!;
        into.terms[place] = into.terms[place - 1]!;
      }
      into.values[place] = value;
      into.terms[place] = k;
    }
  };
  const exactly = (utility: Float64Array) =>
    terms.map(({ party }, k) => ({ num: utility[party]! - offsets[k]!, den: divisors[k]! })).sort(compareRatios);
  const compareExactly = (utility: Float64Array, other: Float64Array): number => {
    const others = exactly(other);
    const signs = exactly(utility).map((term, place) => compareRatios(term, others[place]!));
    return signs.find((sign) => sign !== 0) ?? 0;
  };
  return {
    compare(utility) {
      if (best === null) return 1;
      const least = leastOf(utility);
      if (least !== bestLeast) return least < bestLeast ? -1 : 1;
      rank(utility, own);
      for (let place = 0; place < terms.length; place++) {
        const [value, other] = [own.values[place]!, leading.values[place]!];
        if (value !== other) return value < other ? -1 : 1;
        const k = own.terms[place]!;
        const { party } = terms[k]!;
        const isSame = value === 0 || (k === leading.terms[place] && utility[party] === best[party]);
        if (!isSame) return compareExactly(utility, best);
      }
      return 0;
    },
    lead(utility) {
      best = utility.slice();
      bestLeast = leastOf(utility);
      rank(utility, leading);
    },
  };
}

function numbersOf(terms: readonly Term[]): readonly [offsets: Float64Array, divisors: Float64Array] {
  return [
    Float64Array.from(terms, ({ offset }) => Number(offset)),
    Float64Array.from(terms, ({ divisor }) => Number(divisor)),
  ];
}
