/**
 * How many deals the zone holds and which options they use: exactly from a diagram that fits the budget, otherwise by
 * certified bounds from a coarser diagram on each side and an unbiased estimate by sampling the upper one.
 */
import type { DealCount } from '../answer.ts';
import { acceptingParties, keepsRules, suffices } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { issueCount } from '../problem.ts';
import { seededRandom } from '../random.ts';
import { layOut } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import { buildDiagram } from './diagram.ts';
import type { Diagram } from './diagram.ts';
import { binomialInterval } from './interval.ts';
import { acceptedFractions, countPaths, optionShares, samplePath } from './paths.ts';

export interface CountBudget {
  /** Most states of an exact diagram; bounds get by with a quarter of them. */
  readonly states: number;
  /** Seed of the sampling behind an estimate. */
  readonly seed: string;
}

export interface ZoneCount {
  readonly count: DealCount;
  /** Share of the counted deals that contain each option, by flat option number; null unless counted exactly. */
  readonly shares: Float64Array | null;
}

/** Deals drawn for an estimate. */
const DRAWS = 2000;

/**
 * The number of deals in the zone; with `waived`, in the zone as it would be if that party signed anything.
 */
export function countZone(problem: Problem, waived: number | null, budget: CountBudget): ZoneCount {
  const automaton = layOut(problem, waived);
  if (automaton === null) return { count: { kind: 'exact', count: 0n }, shares: null };
  const diagram = buildDiagram(automaton, 'exact', budget.states);
  if (diagram !== null) {
    const count = countPaths(diagram);
    return { count: { kind: 'exact', count }, shares: count === 0n ? null : sharesByOption(problem, diagram, count) };
  }
  return { count: boundCount(problem, waived, automaton, budget), shares: null };
}

/** Counts up to this are told exactly by the floating-point pass, so that shares are true quotients of counts. */
const EXACT_SHARES = 2n ** 40n;

/** Shares of the diagram's layers put back to flat option numbers. */
function sharesByOption(problem: Problem, diagram: Diagram, count: bigint): Float64Array {
  const total = Number(count);
  const exact = (share: number): number => (count <= EXACT_SHARES ? Math.round(share * total) / total : share);
  const byLayer = optionShares(diagram);
  const shares = new Float64Array(problem.offsets[issueCount(problem)]!);
  diagram.automaton.order.forEach((issue, layer) => {
    diagram.automaton.options[layer]!.forEach((option, index) => {
      shares[problem.offsets[issue]! + option] = exact(byLayer[layer]![index]!);
    });
  });
  return shares;
}

function boundCount(problem: Problem, waived: number | null, automaton: Automaton, budget: CountBudget): DealCount {
  const states = Math.ceil(budget.states / 4);
  const lower = buildDiagram(automaton, 'up', states);
  const upper = buildDiagram(automaton, 'down', states);
  if (lower === null || upper === null) throw new RangeError('a coarse diagram always fits its budget');
  const low = countPaths(lower);
  const high = countPaths(upper);
  if (low === high) return { kind: 'exact', count: low };
  const fractions = acceptedFractions(upper);
  const random = seededRandom(`${budget.seed}/count/${waived ?? 'all'}`);
  let hits = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const path = samplePath(upper, fractions, random);
    const deal = dealOfPath(automaton, path);
    if (isInZone(problem, deal, waived)) hits++;
  }
  const most = Number(high);
  const clamp = (value: number): number => Math.min(most, Math.max(Number(low), value));
  const [from, to] = binomialInterval(hits, DRAWS);
  return {
    kind: 'bounded',
    low,
    high,
    estimate: most * (hits / DRAWS),
    interval: [clamp(most * from), clamp(most * to)],
  };
}

function dealOfPath(automaton: Automaton, path: readonly number[]): Deal {
  const deal: number[] = [];
  automaton.order.forEach((issue, layer) => (deal[issue] = automaton.options[layer]![path[layer]!]!));
  return deal;
}

function isInZone(problem: Problem, deal: Deal, waived: number | null): boolean {
  const accepting = acceptingParties(problem, deal);
  if (waived !== null) accepting.add(waived);
  return keepsRules(problem, deal) && suffices(problem, deal, accepting);
}

/** The count of a set of deals of which at least one is known. */
export function atLeastOne(count: DealCount): DealCount {
  if (count.kind === 'exact' || count.low > 0n) return count;
  const [from, to] = count.interval;
  return { ...count, low: 1n, estimate: Math.max(1, count.estimate), interval: [Math.max(1, from), Math.max(1, to)] };
}

/** Deals that `waived` alone keeps out of the zone: those of the zone without it, less those of the zone. */
export function soleBlockerCount(problem: Problem, party: number, zone: DealCount, budget: CountBudget): DealCount {
  const without = countZone(problem, party, budget).count;
  if (without.kind === 'exact' && zone.kind === 'exact') return { kind: 'exact', count: without.count - zone.count };
  const [wide, narrow] = [asBounds(without), asBounds(zone)];
  const low = wide.low > narrow.high ? wide.low - narrow.high : 0n;
  const high = wide.high - narrow.low;
  return {
    kind: 'bounded',
    low,
    high,
    estimate: Math.max(0, wide.estimate - narrow.estimate),
    interval: [
      Math.max(Number(low), wide.interval[0] - narrow.interval[1]),
      Math.min(Number(high), wide.interval[1] - narrow.interval[0]),
    ],
  };
}

function asBounds(count: DealCount): Extract<DealCount, { kind: 'bounded' }> {
  if (count.kind === 'bounded') return count;
  const value = Number(count.count);
  return { kind: 'bounded', low: count.count, high: count.count, estimate: value, interval: [value, value] };
}
