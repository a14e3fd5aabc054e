/** Sets of equally good deals: listed while they are few, otherwise counted and represented by the smallest. */
import type { ScoredDeal } from '../answer.ts';
import { compareDeals, utilityPoints } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';

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

/** The ties with every party's utility in points. */
export function scoreTies(
  problem: Problem,
  { deals, total }: Ties,
): { readonly deals: readonly ScoredDeal[]; readonly total: bigint | null } {
  return { deals: deals.map((deal) => ({ deal, utility: utilityPoints(problem, deal) })), total };
}
