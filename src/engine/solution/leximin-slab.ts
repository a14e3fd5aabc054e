/**
 * Leximin of many issues: the deals just under the bound of the smallest term, all at once.
 *
 * With hundreds of issues the best deals lie so close to the bound that a search of one partial deal after the other sees
 * millions of them. Listed by halves they are few: the slab under the bound grows until it holds a deal, and then holds
 * every deal whose smallest term is as large, so that the best of them by all terms is the answer.
 */
import { allowed } from '../budget.ts';
import type { Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import { condense } from '../search/condense.ts';
import { maximiseWithin } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { tightenBound } from '../search/multipliers.ts';
import type { TightBound } from '../search/multipliers.ts';
import { minimumObjective } from '../search/objective.ts';
import type { Objective, Term } from '../search/objective.ts';
import { slabDeals } from '../search/slab.ts';
import { buildSystem } from '../search/build-system.ts';
import { dealOf } from '../search/system.ts';
import type { System } from '../search/system.ts';
import { leximinBest } from './leximin-best.ts';
import type { Ties } from './ties.ts';

/** Nodes for a first deal, whose distance to the bound is the most that has to be looked through. */
const SHORT_SEARCH = 10_000;
/** Times that the bound is tightened again from where it was left; fewer once it gets no tighter. */
const POLISHED = 160;
const STALE = 8;
/** The first slab, in that distance, and how much thicker the next one is: the last one takes most of the work. */
const FIRST_PART = 1 / 64;
const THICKER = 1.2;
/** Of one half, some 150 MB. */
const MOST_ENTRIES = 3_000_000;
const MOST_DEALS = 100_000;
/** Entries that take as long to list as a node of a search. */
const ENTRIES_PER_NODE = 4;

/**
 * All leximin-best deals of a region that is known not to be empty; null where patterns tie issues together, where units
 * are big integers, or where the slab holds too many deals to list.
 */
export function leximinInSlab(problem: Problem, region: Region, terms: readonly Term[], effort: Effort): Ties | null {
  const plain = buildSystem(problem, region);
  const system = plain === null ? null : condense(plain, null);
  if (system === null || !isSeparable(system) || terms.length === 0) return null;
  const objective = minimumObjective(terms);
  const first = maximiseWithin(problem, region, objective, allowed(effort, SHORT_SEARCH), effort.memory);
  effort.nodes += first.nodes;
  if (first.best === null) return null;
  const known = objective.value(first.best.utility);
  const bound = polished(system, objective, known);
  for (let part = FIRST_PART; ; part = Math.min(1, part * THICKER)) {
    const granted = ((effort.limit ?? Infinity) - effort.nodes) * ENTRIES_PER_NODE;
    const level = bound.root - Math.max(0, bound.root - known) * part;
    const slab = slabDeals(system, bound, needsAt(system, terms, level), {
      entries: Math.min(MOST_ENTRIES, granted),
      deals: MOST_DEALS,
    });
    if (slab === null) return null;
    effort.nodes += Math.ceil(slab.entries / ENTRIES_PER_NODE);
    if (slab.deals.length > 0) {
      const deals = slab.deals.map((rows) => dealOf(system, rows));
      return leximinBest(problem, terms, deals);
    }
    if (part === 1) throw new RangeError('the slab down to a known deal holds that deal');
  }
}

/** Whether nothing but sums decides which deals are in the region. */
function isSeparable({ forbidden, bonuses, wide }: System): boolean {
  return forbidden.length === 0 && bonuses.length === 0 && wide.length === 0;
}

function polished(system: System, objective: Objective, known: number): TightBound {
  let best = tightenBound(system, objective, null, () => known);
  for (let round = 0, stale = 0; round < POLISHED && stale < STALE; round++) {
    const next = tightenBound(system, objective, { multipliers: best.multipliers, isNear: false }, () => known);
    stale = next.root < best.root ? 0 : stale + 1;
    if (stale === 0) best = next;
  }
  return best;
}

/** By column, the least that a deal of the region has where no term is below the level; rounded to the safe side. */
function needsAt({ bounded, floors }: System, terms: readonly Term[], level: number): Float64Array {
  const needs = floors.slice(0, bounded);
  for (const { party, offset, divisor } of terms) {
    const units = Number(offset) + level * Number(divisor);
    needs[party] = Math.max(needs[party]!, Math.ceil(units - 1e-9 - Math.abs(units) * 1e-12));
  }
  return needs;
}
