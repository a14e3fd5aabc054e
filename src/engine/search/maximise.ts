/**
 * Proven maximisers of an objective over a region, without enumerating it: branch and bound (Land and Doig 1960) under
 * linear bounds that fall apart issue by issue.
 */
import { allUnits, keepsSums } from '../deal.ts';
import { hasOption } from '../option-set.ts';
import type { Deal, Pattern, Problem } from '../problem.ts';
import { isOutOfReach } from '../region.ts';
import type { PartyFloor, Region } from '../region.ts';
import { wantedRows } from './dominance.ts';
import type { Wanted } from './dominance.ts';
import { explore, OutOfNodes, sawEachDeal, walkDeals } from './explore.ts';
import type { Effort, Listing, Stretch, Visitor } from './explore.ts';
import { floorTerms, narrow } from './guide.ts';
import type { Guide } from './guide.ts';
import type { Memory } from './memory.ts';
import { minimumObjective, sumObjective } from './objective.ts';
import type { Objective, Term, Utility } from './objective.ts';
import type { Units } from '../units.ts';
import { dealOf } from './system.ts';
import type { System } from './system.ts';
import type { Walker } from './walker.ts';

export { OutOfNodes } from './explore.ts';
export type { Effort } from './explore.ts';

export interface Maximum {
  /** One maximiser; which one depends on the search order only, see `findTies` for the canonical one. */
  readonly deal: Deal;
  /** Its utilities in units, by party. */
  readonly utility: readonly Units[];
}

/** The best deal of a region under an objective, or null when the region is proven empty. */
export function maximise(problem: Problem, region: Region, objective: Objective, effort: Effort): Maximum | null {
  const search = new Search(problem, objective, null);
  run(search, problem, region, objective, effort);
  return search.best;
}

/** Which deals are met on the way to the best one. */
export interface Meeting {
  /** How many at the most; where there are more, none is told. */
  readonly most: number;
  /**
   * Where given, the deals as good as the best are judged by these terms in turn: those may be left out of which another
   * has no less of any term, and more of one.
   */
  readonly judged?: readonly Term[];
}

/** The same, and every deal as good, in no order, where the search met all of them and they are no more than so many. */
export function maximiseMeeting(
  problem: Problem,
  region: Region,
  objective: Objective,
  meeting: Meeting,
  effort: Effort,
): { readonly best: Maximum | null; readonly ties: readonly Deal[] | null } {
  const search = new Search(problem, objective, null, meeting);
  run(search, problem, region, objective, effort);
  return search;
}

/** The best deal that so many nodes find, and whether it is proven best (null and proven: the region is empty). */
export function maximiseWithin(
  problem: Problem,
  region: Region,
  objective: Objective,
  limit: number,
  memory: Memory | null = null,
): { readonly best: Maximum | null; readonly proven: boolean; readonly nodes: number } {
  const effort: Effort = { nodes: 0, limit, ...(memory === null ? {} : { memory }) };
  const search = new Search(problem, objective, null);
  let proven = true;
  try {
    run(search, problem, region, objective, effort);
  } catch (error) {
    if (!(error instanceof OutOfNodes)) throw error;
    proven = false;
  }
  return { best: search.best, proven, nodes: effort.nodes };
}

/** A deal whose objective is at least that of the goal's utility, or null when there is proven to be none. */
export function reach(
  problem: Problem,
  region: Region,
  objective: Objective,
  goal: readonly Units[],
  effort: Effort,
): Maximum | null {
  const search = new Search(problem, objective, goal);
  run(search, problem, region, objective, effort);
  return search.done ? search.best : null;
}

/** Looks at the deals remembered, then through the region for better ones. */
function run(search: Search, problem: Problem, region: Region, objective: Objective, effort: Effort): void {
  const { memory } = effort;
  if (memory !== undefined) for (const known of memory.dealsIn(problem, region)) search.tryKnown(known);
  try {
    if (!search.done) explore(problem, region, objective, search, effort);
  } finally {
    if (search.best !== null) memory?.noteDeal(search.name, search.best);
  }
}

/** Any deal of the region, or null when it is proven empty. Stops at the first one. */
export function findDeal(problem: Problem, region: Region, effort: Effort): Maximum | null {
  // Nothing reaches a threshold without end.
  if (region.floors.includes(Infinity) || isOutOfReach(problem, region)) return null;
  const terms = floorTerms(problem, region.floors);
  // The deal that leaves everyone furthest above the floors is the likeliest to exist, and 0 is all that is needed.
  const slack = terms.length > 0 ? minimumObjective(terms) : sumObjective([]);
  // What a party without a floor gets is no part of the terms.
  const goal = region.floors.map((floor) => (floor === -Infinity ? 0 : floor));
  return reach(problem, region, slack, goal, effort);
}

/** Nodes of a search after which it meets no deals as good as the best any more: to find the best takes fewer. */
const MEETING_NODES = 200_000;

/** One search for the best deal; or, given a goal, for the first deal at least as good as the goal's utility. */
class Search implements Visitor {
  readonly name: string;
  readonly knowsBest = false;
  readonly listing: Listing = { down: 'highest', take: (system, deals) => this.#take(system, deals) };
  best: Maximum | null = null;
  done = false;
  /** Deals as good as the best that were met; null once one may have been passed over. */
  ties: Deal[] | null;
  readonly #problem: Problem;
  readonly #objective: Objective;
  readonly #goal: Utility | null;
  readonly #meeting: Meeting | null;
  /** Floors that every deal still wanted keeps, raised with each better deal found. */
  #wanted: readonly PartyFloor[];
  #walked = 0;

  constructor(problem: Problem, objective: Objective, goal: Utility | null, meeting: Meeting | null = null) {
    this.#problem = problem;
    this.#objective = objective;
    this.#goal = goal;
    this.#meeting = meeting;
    this.ties = meeting === null ? null : [];
    this.name = goal === null ? 'best deal' : 'any deal';
    this.#wanted = (goal === null ? null : objective.floorsAt(goal, false)) ?? [];
  }

  get least(): number {
    return Math.max(this.#bestValue(), this.#goal === null ? -Infinity : this.#objective.value(this.#goal));
  }

  wanted(floors: Float64Array): Wanted | null {
    const judged = this.#meeting?.judged;
    if (this.ties !== null && judged !== undefined) {
      return wantedRows('best', floors, { terms: judged, rewardsEach: true });
    }
    const wanted = wantedRows('one', floors, this.#objective);
    // Of rows that give everybody the same it needs one.
    if (wanted?.better === null) this.#meetNoMore();
    return wanted;
  }

  get floors(): readonly PartyFloor[] {
    return this.#wanted;
  }

  /** Takes note of a deal that is known to be in the region. */
  tryKnown({ deal, utility }: Maximum): void {
    if (this.#isBetter(utility)) this.#keep({ deal, utility });
  }

  tryDeal(system: System, rows: Int32Array): number {
    const utility = evaluate(this.#problem, system, rows);
    if (utility !== null) this.#consider(system, rows, utility);
    return this.#bestValue();
  }

  #take(system: System, deals: readonly Int32Array[]): void {
    for (const rows of deals) {
      const utility = evaluate(this.#problem, system, rows);
      if (utility === null) continue;
      this.#consider(system, rows, utility);
      this.#noteTie(system, rows, utility);
    }
  }

  walk(walker: Walker, guide: Guide, { patience }: Stretch): boolean {
    const before = this.ties?.length ?? 0;
    const met = this.ties;
    const tighten = (): void => {
      narrow(walker, guide, this.least, this.#wanted);
    };
    const onDeal = (): void => {
      const utility = walker.readUtility();
      const isBetter = this.#consider(walker.system, walker.chosen, utility);
      const isOneTooMany = this.#noteTie(walker.system, walker.chosen, utility);
      if (isBetter || isOneTooMany) tighten();
    };
    tighten();
    const finished = walkDeals(walker, { patience, once: true, onDeal, isDone: () => this.done });
    this.#walked += walker.spent;
    // What a walk that was given up has met is met again in its parts.
    if (!finished) this.ties = this.ties && (this.ties === met ? met.slice(0, before) : []);
    else if (!sawEachDeal(walker)) this.#meetNoMore();
    if (this.#walked > MEETING_NODES) this.#meetNoMore();
    return finished;
  }

  /** Takes note of a deal that may be as good as the best; true where there are too many of those. */
  #noteTie(system: System, rows: Int32Array, utility: Utility): boolean {
    if (this.ties === null || this.#objective.compare(utility, this.best!.utility) !== 0) return false;
    if (this.ties.length < this.#meeting!.most) {
      this.ties.push(dealOf(system, rows));
      return false;
    }
    this.#meetNoMore();
    return true;
  }

  /** From here on only better deals are wanted. */
  #meetNoMore(): void {
    this.ties = null;
    if (this.best !== null) this.#wanted = this.#floorsAbove(this.best.utility);
  }

  /** Floors of whatever is better than a deal, or as good where such deals are to be met. */
  #floorsAbove(utility: Utility): readonly PartyFloor[] {
    return this.#objective.floorsAt(utility, this.ties === null) ?? this.#wanted;
  }

  #consider(system: System, rows: Int32Array, utility: Utility): boolean {
    if (!this.#isBetter(utility)) return false;
    this.#keep({ deal: dealOf(system, rows), utility: Array.from(utility) });
    return true;
  }

  #isBetter(utility: Utility): boolean {
    return this.best === null || this.#objective.compare(utility, this.best.utility) > 0;
  }

  #keep(found: Maximum): void {
    this.best = found;
    if (this.ties !== null) this.ties = [];
    this.#wanted = this.#floorsAbove(found.utility);
    this.done = this.#goal !== null && this.#objective.compare(found.utility, this.#goal) >= 0;
  }

  #bestValue(): number {
    return this.best === null ? -Infinity : this.#objective.value(this.best.utility);
  }
}

/** Utilities of a full choice of rows, or null when it breaks a rule or misses a floor. */
function evaluate(problem: Problem, system: System, rows: Int32Array): Utility | null {
  const holds = ({ clauses }: Pattern): boolean =>
    clauses.every(({ issue, options }) =>
      hasOption(options, system.options[issue]![rows[issue]! - system.start[issue]!]!),
    );
  if (system.forbidden.some(holds)) return null;
  return system.wide.length === 0 && system.blocked === null
    ? sumOfRows(system, rows, holds)
    : unitsOfRows(problem, system, rows);
}

/** Where rows have the exact units of single options. */
function sumOfRows(system: System, rows: Int32Array, holds: (pattern: Pattern) => boolean): Utility | null {
  const { columns, contributions, constant, bonuses, floors, parties } = system;
  const sums = Array.from(constant);
  for (let issue = 0; issue < rows.length; issue++) {
    const from = rows[issue]! * columns;
    for (let column = 0; column < columns; column++) sums[column]! += contributions[from + column]!;
  }
  for (const { when, party, units } of bonuses) if (holds(when)) sums[party]! += units;
  return sums.every((units, column) => units >= floors[column]!) ? sums.slice(0, parties) : null;
}

/** Where they do not, by the deal that the rows stand for. */
function unitsOfRows(problem: Problem, system: System, rows: Int32Array): Utility | null {
  const deal = dealOf(system, rows);
  if (!keepsSums(problem, system.sums, deal)) return null;
  const utility = allUnits(problem, deal);
  const floorOf = (party: number): Units =>
    system.wide.find((place) => place.party === party)?.floor ?? system.floors[party]!;
  return utility.every((units, party) => units >= floorOf(party)) ? utility : null;
}
