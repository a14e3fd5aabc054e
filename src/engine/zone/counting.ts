/** What is counted apart, within which budget, and what follows from counts. Counts nothing itself. */
import type { BoundedCount, DealCount } from '../answer.ts';
import { isEstimable } from '../answer.ts';
import type { Problem } from '../problem.ts';
import { spaceSize } from '../problem.ts';

/** About what one state takes: its words, its slot, its successors and its share of the sums over all paths. */
export const BYTES_PER_STATE = 64;

export interface CountBudget {
  /** Most states of one diagram; what needs more is bounded. */
  readonly states: number;
  /** Seed of the sampling behind an estimate. */
  readonly seed: string;
}

/** A count that waits for no other: plain data, so that it can be made anywhere. */
export interface Counting {
  readonly problem: Problem;
  /** Of the zone as it would be if that party signed anything, by diagrams; null: of the zone, by either road. */
  readonly waived: number | null;
  readonly budget: CountBudget;
}

/** The count as a number, the largest there is where it is larger still. */
export function asNumber(count: bigint): number {
  return Math.min(Number(count), Number.MAX_VALUE);
}

/** The count of a set of deals of which at least one is known. */
export function atLeastOne(count: DealCount): DealCount {
  if (count.kind === 'exact' || count.low > 0n) return count;
  const [from, to] = count.interval;
  return { ...count, low: 1n, estimate: Math.max(1, count.estimate), interval: [Math.max(1, from), Math.max(1, to)] };
}

/** The count with a smaller proven bound. */
export function atMost(count: DealCount, most: bigint): DealCount {
  if (count.kind === 'exact' || count.high <= most) return count;
  if (count.low === most) return { kind: 'exact', count: most };
  const capped = (value: number): number => Math.min(value, Number(most));
  const [from, to] = count.interval;
  return { ...count, high: most, estimate: capped(count.estimate), interval: [capped(from), capped(to)] };
}

/** Parts of a budget that counts beside the main one have, and how many of them have such a part before they share. */
const BESIDE = 8;

/** The budget of each of so many counts that stand beside the main one: sole blockers, other coalitions, each way out. */
export function aside(budget: CountBudget, among = 1): CountBudget {
  return { ...budget, states: Math.ceil(budget.states / BESIDE / Math.max(1, among / BESIDE)) };
}

/** One count for each party: all of them, at least four, share what one count beside the main one may have. */
export function forBlockers({ parties }: Problem, budget: CountBudget): CountBudget {
  return aside({ ...budget, states: Math.ceil(budget.states / Math.max(4, parties.length)) });
}

/** Deals that a party alone keeps out of the zone: those of the zone without it, less those of the zone. */
export function blockedOf(without: DealCount, zone: DealCount): DealCount {
  if (without.kind === 'exact' && zone.kind === 'exact') return { kind: 'exact', count: without.count - zone.count };
  const [wide, narrow] = [asBounds(without), asBounds(zone)];
  const low = wide.low > narrow.high ? wide.low - narrow.high : 0n;
  const high = wide.high - narrow.low;
  return {
    kind: 'bounded',
    low,
    high,
    estimate: isEstimable(wide) && isEstimable(narrow) ? Math.max(0, wide.estimate - narrow.estimate) : wide.estimate,
    interval: [
      Math.max(asNumber(low), wide.interval[0] - narrow.interval[1]),
      Math.min(asNumber(high), wide.interval[1] - narrow.interval[0]),
    ],
  };
}

function asBounds(count: DealCount): BoundedCount {
  if (count.kind === 'bounded') return count;
  const value = asNumber(count.count);
  return { kind: 'bounded', low: count.count, high: count.count, estimate: value, interval: [value, value] };
}

/** The counts that tell who keeps deals out, one for each party. */
export function withoutEach(problem: Problem, asked: CountBudget): readonly Counting[] {
  const { states, seed } = forBlockers(problem, asked);
  return problem.parties.map((_, waived) => ({ problem, waived, budget: { states, seed } }));
}

/** Per party, how many deals it alone keeps out of a zone that has so many, from the counts without each. */
export function soleBlockersFrom(
  problem: Problem,
  zone: DealCount,
  without: readonly DealCount[],
): readonly DealCount[] {
  return without.map((count) => atMost(blockedOf(count, zone), spaceSize(problem)));
}
