/**
 * Proven maximisers of an objective over a region, without enumerating it: branch and bound (Land and Doig 1960)
 * with the root multipliers' linear bound, then a second pass that finds or counts every tie.
 */
import type { Problem, Deal } from '../problem.ts';
import { issueCount } from '../problem.ts';
import type { Region } from '../region.ts';
import { fixOption } from '../region.ts';
import { compareDeals, utilityUnits } from '../deal.ts';
import { tightenBound } from './multipliers.ts';
import type { LinearBound, Multipliers } from './multipliers.ts';
import { minimumObjective, sumObjective } from './objective.ts';
import type { Objective, Term } from './objective.ts';
import type { Ties } from '../solution/ties.ts';
import { buildSystem } from './system.ts';
import type { System } from './system.ts';
import { Walker } from './walker.ts';

export interface Maximum {
  /** One maximiser; which one depends on the search order only, see `findTies` for the canonical one. */
  readonly deal: Deal;
  /** Its utilities in units, by party. */
  readonly utility: readonly number[];
}

/** Counts search nodes over the many searches of one answer. */
export interface Effort {
  nodes: number;
}

/** The best deal of a region under an objective, or null when the region is proven empty. */
export function maximise(problem: Problem, region: Region, objective: Objective, effort: Effort): Maximum | null {
  const search = new Search(problem, objective, null, effort);
  search.run(region, null);
  return search.best;
}

/** A deal whose objective is at least that of the goal's utility, or null when there is proven to be none. */
function reach(
  problem: Problem,
  region: Region,
  objective: Objective,
  goal: readonly number[],
  effort: Effort,
): Maximum | null {
  const search = new Search(problem, objective, goal, effort);
  search.run(region, null);
  return search.best !== null && objective.compare(search.best.utility, goal) >= 0 ? search.best : null;
}

/** Any deal of the region, or null when it is proven empty. Stops at the first one. */
export function findDeal(problem: Problem, region: Region, effort: Effort): Maximum | null {
  const terms = floorTerms(problem, region.floors);
  // The deal that leaves everyone furthest above the floors is the likeliest to exist, and 0 is all that is needed.
  const slack = terms.length > 0 ? minimumObjective(terms) : sumObjective([]);
  return reach(
    problem,
    region,
    slack,
    region.floors.map((floor) => Math.max(floor, Number.MIN_SAFE_INTEGER)),
    effort,
  );
}

/** Partial deals a search visits under one set of multipliers before it splits and tightens them. */
const PATIENCE = 1000;

/**
 * One search for the best deal of a region; or, given a goal, for the first deal found whose objective is at least
 * that of the goal's utility.
 *
 * A region is walked depth-first under one set of multipliers. Where that takes too long, it is split by an issue
 * and each part gets multipliers of its own: cheap bounds where they suffice, sharp ones where they do not.
 */
class Search {
  best: Maximum | null = null;
  readonly #problem: Problem;
  readonly #objective: Objective;
  readonly #goal: ArrayLike<number> | null;
  readonly #effort: Effort;
  /** Floors that every deal still wanted keeps, raised with each better deal found. */
  #wanted: readonly (readonly [party: number, floor: number])[] = [];
  #reached = false;

  constructor(problem: Problem, objective: Objective, goal: ArrayLike<number> | null, effort: Effort) {
    this.#problem = problem;
    this.#objective = objective;
    this.#goal = goal;
    this.#effort = effort;
    if (goal !== null) this.#wanted = objective.floorsAt(goal, false) ?? [];
  }

  run(region: Region, start: GuideMultipliers | null): void {
    const system = buildSystem(this.#problem, raise(region, this.#wanted));
    if (system === null || this.#reached) return;
    const guide = this.#guide(system, start);
    if (guide === null || this.#reached) return;
    const walker = new Walker(system, guide.bounds);
    this.#tighten(walker, guide);
    const finished = this.#walk(walker, guide, new Float64Array(system.parties), 0);
    this.#effort.nodes += walker.nodes;
    if (finished || this.#reached) return;
    const depth = splittingDepth(walker);
    const issue = walker.order[depth]!;
    for (let index = walker.firstRow[depth]!; index < walker.firstRow[depth + 1]!; index++) {
      const option = system.options[issue]![walker.rows[index]! - system.start[issue]!]!;
      this.run(fixOption(region, issue, option, system.options.length), guide.multipliers);
    }
  }

  /** The linear bounds of a part: of the objective, and of the slack over the floors; null when they prove it empty. */
  #guide(system: System, start: GuideMultipliers | null): Guide | null {
    const consider = (rows: Int32Array): void => {
      const utility = evaluate(this.#problem, system, rows);
      if (utility !== null) this.#consider(system, rows, utility);
    };
    const terms = floorTerms(this.#problem, system.floors);
    const slackStart = start?.slack?.terms.length === terms.length ? start.slack : null;
    const slack =
      terms.length === 0
        ? null
        : tightenBound(system, minimumObjective(terms), slackStart, (rows) => {
            consider(rows);
            return 0;
          });
    if (slack !== null && slack.root < -roundingMargin(system, slack)) return null;
    const value = tightenBound(system, this.#objective, start?.value ?? null, (rows) => {
      consider(rows);
      return this.#bestValue();
    });
    const bounds = slack === null ? [value] : [value, slack];
    return {
      bounds,
      margins: bounds.map((bound) => roundingMargin(system, bound)),
      floors: system.floors,
      multipliers: { value: value.multipliers, slack: slack?.multipliers ?? null },
    };
  }

  #walk(walker: Walker, guide: Guide, utility: Float64Array, depth: number): boolean {
    if (depth === walker.depths) {
      walker.readUtility(depth, utility);
      if (this.#consider(walker.system, walker.chosen, utility)) this.#tighten(walker, guide);
      return true;
    }
    for (let index = walker.firstRow[depth]!; index < walker.firstRow[depth + 1]! && !this.#reached; index++) {
      const row = walker.rows[index]!;
      if (walker.enter(depth, row)) {
        if (walker.nodes > PATIENCE && depth + 1 < walker.depths) return false;
        const finished = this.#walk(walker, guide, utility, depth + 1);
        walker.leave(depth);
        if (!finished) return false;
      } else if (walker.exhausted(depth, row)) {
        break;
      }
    }
    return true;
  }

  #consider(system: System, rows: Int32Array, utility: Float64Array): boolean {
    if (this.best !== null && this.#objective.compare(utility, this.best.utility) <= 0) return false;
    this.best = { deal: dealOf(system, rows), utility: [...utility] };
    this.#wanted = this.#objective.floorsAt(utility, true) ?? this.#wanted;
    this.#reached = this.#goal !== null && this.#objective.compare(utility, this.#goal) >= 0;
    return true;
  }

  /** Asks the walker only for deals better than the best (or at least as good as the goal). */
  #tighten(walker: Walker, { bounds, margins, floors }: Guide): void {
    const goalValue = this.#goal === null ? -Infinity : this.#objective.value(this.#goal);
    walker.cuts[0] = Math.max(this.#bestValue(), goalValue) - margins[0]!;
    for (const [party, floor] of this.#wanted) walker.floors[party] = Math.max(walker.floors[party]!, floor);
    const slack = bounds[1];
    if (slack === undefined) return;
    // The slack was measured from the floors of the part; deals above higher floors have that much more of it.
    let least = 0;
    slack.weights.forEach((weight, party) => {
      if (floors[party]! > -Infinity) least += weight * (walker.floors[party]! - floors[party]!);
    });
    walker.cuts[1] = least * (1 - 1e-12) - margins[1]!;
  }

  #bestValue(): number {
    return this.best === null ? -Infinity : this.#objective.value(this.best.utility);
  }
}

/** The linear bounds one part is walked with, how far rounding can be off in each, and the floors they start from. */
interface Guide {
  readonly bounds: readonly LinearBound[];
  readonly margins: readonly number[];
  readonly floors: Float64Array;
  readonly multipliers: GuideMultipliers;
}

interface GuideMultipliers {
  readonly value: Multipliers;
  readonly slack: Multipliers | null;
}

/** Each party's utility above its floor, in points, for the parties that have one. */
function floorTerms(problem: Problem, floors: ArrayLike<number>): readonly Term[] {
  return problem.parties.flatMap(({ scale }, party) => {
    const offset = floors[party]!;
    return offset === -Infinity ? [] : [{ party, offset, divisor: scale, power: 1 }];
  });
}

/** The last issue in branching order that still has a choice: the one the multipliers are least sure about. */
function splittingDepth({ firstRow, depths }: Walker): number {
  for (let depth = depths - 1; depth > 0; depth--) if (firstRow[depth + 1]! - firstRow[depth]! > 1) return depth;
  return 0;
}

function raise(region: Region, wanted: readonly (readonly [party: number, floor: number])[]): Region {
  if (wanted.length === 0) return region;
  const floors = [...region.floors];
  for (const [party, floor] of wanted) floors[party] = Math.max(floors[party]!, floor);
  return { ...region, floors };
}

/** Every deal of the region whose objective equals that of `best`, a known maximiser's utility. */
export function findTies(
  problem: Problem,
  region: Region,
  objective: Objective,
  best: readonly number[],
  most: number,
  effort: Effort,
): Ties {
  const census = new TieCensus(problem, objective, best, most, effort);
  census.run(raise(region, objective.floorsAt(best, false) ?? []), null, PATIENCE);
  const { total, deals } = census;
  if (total !== null && total <= BigInt(most)) return { deals: deals.sort(compareDeals), total };
  return { deals: [smallestTie(problem, region, objective, best, effort)], total };
}

/** Partial deals that the counting of ties may visit in all; past that only the canonical tie is named. */
const TIE_STATES = 1_000_000;

/** Counts the ties of a region, part by part as `Search` splits it, and lists them while they are few. */
class TieCensus {
  total: bigint | null = 0n;
  readonly deals: Deal[] = [];
  readonly #problem: Problem;
  readonly #objective: Objective;
  readonly #best: readonly number[];
  readonly #most: number;
  readonly #effort: Effort;
  #states = 0;

  constructor(problem: Problem, objective: Objective, best: readonly number[], most: number, effort: Effort) {
    this.#problem = problem;
    this.#objective = objective;
    this.#best = best;
    this.#most = most;
    this.#effort = effort;
  }

  /** Each split doubles the patience, so that a region of many ties is soon counted in one go, states merged. */
  run(region: Region, start: Multipliers | null, patience: number): void {
    if (this.total === null) return;
    const system = buildSystem(this.#problem, region);
    if (system === null) return;
    const value = this.#objective.value(this.#best);
    const bound = tightenBound(system, this.#objective, start, () => value);
    const walker = new Walker(system, [bound]);
    walker.cuts[0] = value - roundingMargin(system, bound);
    const walk = new TieWalk(walker, this.#objective, this.#best, patience);
    const count = walk.count(0);
    this.#effort.nodes += walker.nodes;
    this.#states += walk.states;
    if (count !== null) {
      this.total += count;
      if (count > 0n && this.total <= BigInt(this.#most)) walk.list(0, this.deals);
    } else if (this.#states > TIE_STATES) {
      this.total = null;
    } else {
      const depth = splittingDepth(walker);
      const issue = walker.order[depth]!;
      for (const option of system.options[issue]!) {
        this.run(fixOption(region, issue, option, system.options.length), bound.multipliers, 2 * patience);
      }
    }
  }
}

/** Counts the ties below each partial deal once, however many ways lead to it. */
class TieWalk {
  readonly #walker: Walker;
  readonly #objective: Objective;
  readonly #best: readonly number[];
  readonly #patience: number;
  readonly #counts = new Map<string, bigint>();
  readonly #utility: Float64Array;

  constructor(walker: Walker, objective: Objective, best: readonly number[], patience: number) {
    this.#walker = walker;
    this.#objective = objective;
    this.#best = best;
    this.#patience = patience;
    this.#utility = new Float64Array(walker.system.parties);
  }

  get states(): number {
    return this.#counts.size;
  }

  /** Number of ties below the walker's partial deal, or null when patience ran out. */
  count(depth: number): bigint | null {
    const walker = this.#walker;
    if (depth === walker.depths) return this.#isTie() ? 1n : 0n;
    const key = walker.stateKey(depth);
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    if (this.#counts.size >= this.#patience) return null;
    let count = 0n;
    for (let index = walker.firstRow[depth]!; index < walker.firstRow[depth + 1]!; index++) {
      if (!walker.enter(depth, walker.rows[index]!)) continue;
      const below = this.count(depth + 1);
      walker.leave(depth);
      if (below === null) return null;
      count += below;
    }
    this.#counts.set(key, count);
    return count;
  }

  /** Appends all ties below the walker's partial deal; only after `count`. */
  list(depth: number, deals: Deal[]): void {
    const walker = this.#walker;
    if (depth === walker.depths) {
      if (this.#isTie()) deals.push(dealOf(walker.system, walker.chosen));
      return;
    }
    if (this.#counts.get(walker.stateKey(depth)) === 0n) return;
    for (let index = walker.firstRow[depth]!; index < walker.firstRow[depth + 1]!; index++) {
      if (!walker.enter(depth, walker.rows[index]!)) continue;
      this.list(depth + 1, deals);
      walker.leave(depth);
    }
  }

  #isTie(): boolean {
    this.#walker.readUtility(this.#walker.depths, this.#utility);
    return this.#objective.compare(this.#utility, this.#best) === 0;
  }
}

/** The smallest tie in option order: issue by issue the first option with which the best value is still reached. */
function smallestTie(
  problem: Problem,
  region: Region,
  objective: Objective,
  best: readonly number[],
  effort: Effort,
): Deal {
  const issues = issueCount(problem);
  let narrowed = region;
  const deal: number[] = [];
  for (let issue = 0; issue < issues; issue++) {
    for (let option = 0; deal.length === issue; option++) {
      const attempt = fixOption(narrowed, issue, option, issues);
      if (reach(problem, attempt, objective, best, effort) === null) continue;
      narrowed = attempt;
      deal.push(option);
    }
  }
  return deal;
}

/** How much the running floating-point sums of a bound can be off, with a wide berth. */
function roundingMargin(system: System, bound: LinearBound): number {
  let size = Math.abs(bound.constant);
  for (let party = 0; party < system.parties; party++) {
    let most = Math.abs(system.constant[party]!);
    for (let issue = 0; issue < system.options.length; issue++) {
      let largest = 0;
      for (let row = system.start[issue]!; row < system.start[issue + 1]!; row++) {
        largest = Math.max(largest, Math.abs(system.contributions[row * system.parties + party]!));
      }
      most += largest;
    }
    size += Math.abs(bound.weights[party]!) * most;
  }
  return size * (system.options.length + system.bonuses.length + system.parties + 8) * 2 ** -50;
}

function dealOf(system: System, rows: Int32Array): Deal {
  return Array.from(rows, (row, issue) => system.options[issue]![row - system.start[issue]!]!);
}

/** Utilities of a full choice of rows, or null when it breaks a pattern or misses a floor. */
function evaluate(problem: Problem, system: System, rows: Int32Array): Float64Array | null {
  const deal = dealOf(system, rows);
  const broken = system.forbidden.some(({ clauses }) =>
    clauses.every(({ issue, options }) => options.includes(deal[issue]!)),
  );
  if (broken) return null;
  const utility = Float64Array.from(problem.parties, (party) => utilityUnits(problem, party, deal));
  return utility.every((units, party) => units >= system.floors[party]!) ? utility : null;
}
