/**
 * All deals as good as a known maximum: counted exactly without listing them, and listed while they are few.
 *
 * Partial deals with equal utilities and equal pattern states have the same completions, so each such state is counted
 * once. A part with too many states is split, as in the search for the maximum.
 */
import { compareDeals } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { allIssues, issueCount } from '../problem.ts';
import type { Region } from '../region.ts';
import { keepWithin, spanOf, withFloors } from '../region.ts';
import type { Ties } from '../solution/ties.ts';
import { wantedRows } from './dominance.ts';
import type { Wanted } from './dominance.ts';
import { explore } from './explore.ts';
import type { Effort, Stretch, Visitor } from './explore.ts';
import { narrow } from './guide.ts';
import type { Guide } from './guide.ts';
import { maximiseMeeting, reach } from './maximise.ts';
import type { Objective } from './objective.ts';
import { PartialDeals } from './partial-deals.ts';
import type { Units } from '../units.ts';
import { dealOf } from './system.ts';
import type { Walker } from './walker.ts';

/** More ties than this are counted, not met one by one. */
const MOST_MET = 1000;

/** The best deals of a region; null when it is proven empty. `most`: deals to list. */
export function bestDeals(
  problem: Problem,
  region: Region,
  objective: Objective,
  most: number,
  effort: Effort,
): Ties | null {
  const { best, ties } = maximiseMeeting(problem, region, objective, { most: MOST_MET }, effort);
  if (best === null) return null;
  if (ties === null) return findTies(problem, region, objective, best.utility, most, effort);
  const deals = ties.toSorted(compareDeals);
  return { deals: deals.slice(0, deals.length > most ? 1 : most), total: BigInt(deals.length) };
}

/** Every deal of the region whose objective equals that of `best`, a known maximiser's utility. */
export function findTies(
  problem: Problem,
  region: Region,
  objective: Objective,
  best: readonly Units[],
  most: number,
  effort: Effort,
): Ties {
  const census = new TieCensus(objective, best, most);
  explore(problem, withFloors(region, objective.floorsAt(best, false) ?? []), objective, census, effort);
  const { total, deals } = census;
  if (total === null) effort.memory?.noteGivenUp();
  if (total !== null && total <= BigInt(most)) return { deals: deals.sort(compareDeals), total };
  return { deals: [smallestTie(problem, region, objective, best, effort)], total };
}

/** States the first walk may count before it is split. */
const FIRST_STATES = 4000;

/** States that all walks together may count; past that only the canonical tie is named. */
const ALL_STATES = 1_000_000;

/** Counts the ties of a region part by part, and lists them while they are few. */
class TieCensus implements Visitor {
  readonly name = 'best deal';
  readonly knowsBest = true;
  readonly listing = null;
  readonly floors = [];
  total: bigint | null = 0n;
  readonly deals: Deal[] = [];
  readonly #objective: Objective;
  readonly #best: readonly Units[];
  readonly least: number;
  readonly #most: number;
  #states = 0;

  constructor(objective: Objective, best: readonly Units[], most: number) {
    this.#objective = objective;
    this.#best = best;
    this.least = objective.value(best);
    this.#most = most;
  }

  get done(): boolean {
    return this.total === null;
  }

  wanted(floors: Float64Array): Wanted | null {
    return wantedRows('best', floors, this.#objective);
  }

  tryDeal(): number {
    return this.least;
  }

  /** Each split doubles the allowance, so that a region of many ties is soon counted in one go, states merged. */
  walk(walker: Walker, guide: Guide, { splits }: Stretch): boolean {
    narrow(walker, guide, this.least, []);
    const walk = new TieWalk(walker, this.#objective, this.#best, FIRST_STATES * 2 ** splits);
    const count = walk.count(0);
    this.#states += walk.states;
    if (count === null) {
      if (this.#states > ALL_STATES) this.total = null;
      return false;
    }
    this.total = (this.total ?? 0n) + count;
    if (count > 0n && this.total <= BigInt(this.#most)) walk.list(0, this.deals);
    return true;
  }
}

/** Counts the ties below each partial deal once, however many ways lead to it. */
class TieWalk {
  readonly #walker: Walker;
  readonly #objective: Objective;
  readonly #best: readonly Units[];
  readonly #states: PartialDeals;
  /** By number of the state. */
  readonly #counts: bigint[] = [];

  constructor(walker: Walker, objective: Objective, best: readonly Units[], allowance: number) {
    this.#walker = walker;
    this.#objective = objective;
    this.#best = best;
    this.#states = new PartialDeals(walker, allowance);
  }

  get states(): number {
    return this.#states.size;
  }

  /** Number of ties below the walker's partial deal, or null when the allowance ran out. */
  count(depth: number): bigint | null {
    const walker = this.#walker;
    if (depth === walker.depths) return this.#isTie() ? 1n : 0n;
    const known = this.#states.find(depth);
    if (known !== -1) return this.#counts[known]!;
    if (this.#states.full || walker.spent > walker.most) return null;
    const state = this.#states.add(depth);
    let count = 0n;
    for (let index = walker.firstRow[depth]!; index < walker.firstRow[depth + 1]!; index++) {
      if (!walker.enter(depth, walker.rows[index]!)) continue;
      const below = this.count(depth + 1);
      walker.leave(depth);
      if (below === null) return null;
      count += below;
    }
    this.#counts[state] = count;
    return count;
  }

  /** Appends all ties below the walker's partial deal; only after `count`. */
  list(depth: number, deals: Deal[]): void {
    const walker = this.#walker;
    if (depth === walker.depths) {
      if (this.#isTie()) deals.push(dealOf(walker.system, walker.chosen));
      return;
    }
    if (this.#counts[this.#states.find(depth)] === 0n) return;
    for (let index = walker.firstRow[depth]!; index < walker.firstRow[depth + 1]!; index++) {
      if (!walker.enter(depth, walker.rows[index]!)) continue;
      this.list(depth + 1, deals);
      walker.leave(depth);
    }
  }

  #isTie(): boolean {
    return this.#objective.compare(this.#walker.readUtility(), this.#best) === 0;
  }
}

/** The smallest tie in option order: issue by issue the first option with which the best value is still reached, by halving. */
function smallestTie(
  problem: Problem,
  region: Region,
  objective: Objective,
  best: readonly Units[],
  effort: Effort,
): Deal {
  const issues = issueCount(problem);
  let narrowed = region;
  return allIssues(problem).map((issue) => {
    let { first, last } = spanOf(problem, region, issue);
    while (first < last) {
      const middle = Math.floor((first + last) / 2);
      const found = reach(
        problem,
        keepWithin(narrowed, issue, { first, last: middle }, issues),
        objective,
        best,
        effort,
      );
      if (found === null) first = middle + 1;
      else last = found.deal[issue]!;
    }
    narrowed = keepWithin(narrowed, issue, { first, last }, issues);
    return first;
  });
}
