/**
 * The deals just under a bound, listed where a search of one partial deal after the other may see millions of them.
 *
 * Listed by halves they are few. For the largest smallest term the slab under the bound grows until it holds a deal, and
 * then holds every deal whose smallest term is as large; of a product it holds all deals that may be as good as a known one.
 */
import type { PartyFloor } from '../region.ts';
import type { Effort } from './explore.ts';
import { tightenBound } from './multipliers.ts';
import type { Multipliers, TightBound } from './multipliers.ts';
import type { Objective } from './objective.ts';
import { reducedUnder, slabDeals } from './slab.ts';
import type { SlabAsked } from './slab.ts';
import { isSeparable } from './system.ts';
import type { System } from './system.ts';

/** Times that the bound is tightened again from where it was left; fewer once it gets no tighter. */
const POLISHED = 160;
const STALE = 8;
/** The first slab, in parts of the way down, and how much thicker the next one is: the last one takes most of the work. */
const FIRST_PART = 1 / 64;
const THICKER = 1.2;
/** Of one half, some 150 MB. */
const MOST_ENTRIES = 3_000_000;
const MOST_DEALS = 100_000;
/** Entries that take as long to list as a node of a search. */
const ENTRIES_PER_NODE = 4;
/** Pairs of entries that are as soon looked at. */
const LOOKS_PER_ENTRY = 4;

/** Down to which value: for the best of a minimum, some level that one reaches; else the least. */
export type Down = 'highest' | 'all';

interface Asked {
  /** Where the bound may start from. */
  readonly start: Multipliers | null;
  /** No deal with a smaller value is wanted. */
  readonly least: number;
  readonly down: Down;
}

/** False for objectives that ask nobody for any least, where patterns tie issues together, and where units are big integers or blocks. */
export function canBeListed(system: System, { floorsNear }: Objective): boolean {
  return floorsNear !== null && isSeparable(system);
}

/**
 * All deals from the bound down to some value, as rows by issue; a few below it may be among them. Null where they
 * cannot be listed, where no least is known, or where there are too many.
 */
export function dealsUnderBound(
  system: System,
  objective: Objective,
  { start, least, down }: Asked,
  effort: Effort,
): readonly Int32Array[] | null {
  const { floorsNear } = objective;
  if (floorsNear === null || !canBeListed(system, objective) || least === -Infinity) return null;
  const bound = polished(system, objective, start, least);
  const reduced = reducedUnder(system, bound);
  const asked = askedOf(objective, bound, least);
  const isAtOnce = down === 'all' || objective.rewardsEach;
  for (let part = isAtOnce ? 1 : FIRST_PART; ; part = Math.min(1, part * THICKER)) {
    const granted = ((effort.limit ?? Infinity) - effort.nodes) * ENTRIES_PER_NODE;
    const level = bound.root - Math.max(0, bound.root - least) * part;
    const needs = needsOf(system, floorsNear(level, bound));
    const entries = Math.min(MOST_ENTRIES, granted);
    const limits = { entries, looks: entries * LOOKS_PER_ENTRY, deals: MOST_DEALS };
    const slab = slabDeals(reduced, { needs, ...asked }, limits);
    if (slab === null) return null;
    effort.nodes += Math.ceil((slab.entries + slab.looks / LOOKS_PER_ENTRY) / ENTRIES_PER_NODE);
    if (slab.deals.length > 0 || part === 1) return slab.deals;
  }
}

/** The needs say all of a minimum. Of a product they do not: a deal that reaches them may be worth less than the least. */
function askedOf(objective: Objective, { root }: TightBound, least: number): Omit<SlabAsked, 'needs'> {
  if (!objective.rewardsEach) return { below: Infinity, isWanted: () => true };
  // Values in floating point are off by far less.
  const certain = least - 1e-9 * (1 + Math.abs(least));
  return { below: root - certain, isWanted: (units) => objective.value(units) >= certain };
}

function polished(system: System, objective: Objective, start: Multipliers | null, known: number): TightBound {
  let best = tightenBound(system, objective, start && { multipliers: start, isNear: false }, () => known);
  for (let round = 0, stale = 0; round < POLISHED && stale < STALE; round++) {
    const next = tightenBound(system, objective, { multipliers: best.multipliers, isNear: false }, () => known);
    stale = next.root < best.root ? 0 : stale + 1;
    if (stale === 0) best = next;
  }
  return best;
}

/** By column, the least that a deal of the region has which keeps the floors. */
function needsOf({ bounded, floors }: System, asked: readonly PartyFloor[]): Float64Array {
  const needs = floors.slice(0, bounded);
  for (const [party, floor] of asked) needs[party] = Math.max(needs[party]!, Number(floor));
  return needs;
}
