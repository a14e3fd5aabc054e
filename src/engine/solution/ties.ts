/** Sets of equally good deals: listed while they are few, otherwise counted and represented by the smallest. */
import { compareDeals } from '../deal.ts';
import type { Deal } from '../problem.ts';

export interface Ties {
  /** All of them in option order when they are at most the asked number, else only the smallest in option order. */
  readonly deals: readonly Deal[];
  /** Exact number of ties, or null when counting them passed the budget. */
  readonly total: bigint | null;
}

/** The union of disjoint sets of ties, cut as one set would be. */
export function joinTies(sets: readonly Ties[], most: number): Ties {
  const deals = sets.flatMap((set) => set.deals).sort(compareDeals);
  const total = sets.reduce<bigint | null>(
    (sum, set) => (sum === null || set.total === null ? null : sum + set.total),
    0n,
  );
  return total !== null && total <= BigInt(most) ? { deals, total } : { deals: deals.slice(0, 1), total };
}
