/**
 * Solutions of a region by a walk through its deals, all that are asked for at once: where that is short beside what a
 * search takes to begin, or where a search would take long because many patterns tie issues together.
 */
import type { Solution, SolutionName } from '../answer.ts';
import { sumsAsParties } from '../enumerate/columns.ts';
import { planWalk } from '../enumerate/plan.ts';
import type { Plan } from '../enumerate/plan.ts';
import { tellDeals } from '../enumerate/walk.ts';
import type { Watcher } from '../enumerate/teller.ts';
import { utilityUnits } from '../deal.ts';
import type { Deal, NarrowProblem, Problem } from '../problem.ts';
import { allIssues, isNarrowProblem, LONG_ISSUE, optionCount, patternsOf } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Units } from '../units.ts';
import { AGAINST_IDEALS } from './ideals.ts';
import { Leader, leximinOrder, productOrder, sumOrder } from './leader.ts';
import type { Order } from './leader.ts';
import type { CoalitionZone } from './solutions.ts';
import { leftOutBy } from './solutions.ts';
import { termsOf } from './terms.ts';
import type { StandardTerms } from './terms.ts';
import { scoreTies } from './ties.ts';

export interface WalkedSolutions {
  /** Of every name that was asked for. */
  readonly solutions: ReadonlyMap<SolutionName, Solution>;
  /** By party, its best utility over the region in units; empty where no name asks for them. */
  readonly ideals: readonly Units[];
}

export interface WalkLimits {
  /** Search nodes for one question. */
  readonly nodes: number;
  /** Most equally good deals to list per solution. */
  readonly ties: number;
}

/** A walk of so many deals, times parties, is short, as long as it looks at no more utilities than this one by one. */
const SHORT = 2 ** 22;
const SHORT_LOOK = 2 ** 16;
/** A short walk leaves most deals out for what the outer issues give: so few inner deals at once serve it best. */
const AT_ONCE = 8;
/** From so many tied patterns on, a search takes longer than looking at each deal: at so many utilities at the most. */
const MANY_PATTERNS = 24;
const LONG_LOOK = 2 ** 24;
/** Steps of a walk that take as long as a node of a search, and the walks that are made. */
const STEPS_PER_NODE = 1500;
const WALKS = 2;

/**
 * The solutions of these names; null where a search is the better road: where walking takes too long, where units are big
 * integers, where the region has no deal, or where the Nash deal is asked for and the parties cannot all gain, so that it
 * is not told deal by deal.
 */
export function walkedSolutions(
  problem: Problem,
  { parties, region }: CoalitionZone,
  names: readonly SolutionName[],
  { nodes, ties }: WalkLimits,
): WalkedSolutions | null {
  if (!isNarrowProblem(problem) || region.fixed !== undefined || region.within !== undefined) return null;
  const asked = sumsAsParties(regionProblem(problem, region));
  const deals = isNarrowProblem(asked) ? dealsWithin(asked, (nodes * STEPS_PER_NODE) / WALKS) : null;
  try {
    return deals === null ? null : bestByWalk(problem, parties, names, deals, ties);
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

/** Null where telling them takes more steps, or longer than a search. */
function dealsWithin(problem: NarrowProblem, steps: number): Deals | null {
  const sizes = allIssues(problem).map((issue) => optionCount(problem, issue));
  const utilities = sizes.reduce((product, size) => product * size, problem.parties.length);
  if (utilities <= Math.min(SHORT, steps) && sizes.every((size) => size <= LONG_ISSUE)) {
    return new Deals(problem, planWalk(problem, AT_ONCE)!, SHORT_LOOK);
  }
  if (patternsOf(problem).filter(({ clauses }) => clauses.length > 1).length < MANY_PATTERNS) return null;
  const plan = planWalk(problem);
  return plan === null || plan.work > steps ? null : new Deals(problem, plan, LONG_LOOK);
}

/** The problem whose zone are the deals of the region. */
function regionProblem(problem: NarrowProblem, { floors, forbidden, sums }: Region): Problem {
  const everyone = [...problem.parties.keys()];
  return {
    ...problem,
    parties: problem.parties.map((party, index) => ({
      ...party,
      redLines: [],
      reservation: floors[index]!,
      strict: false,
    })),
    forbidden,
    sums,
    consent: { required: everyone, quorum: everyone.length, conditional: [] },
  };
}

/** More would have to be looked at one by one than is granted. */
class TooMany extends Error {}

/** The deals of a problem, told to watchers who leave out what they do not mind. */
class Deals {
  readonly #problem: NarrowProblem;
  readonly #plan: Plan;
  /** Utilities that are looked at each time they are told. */
  readonly #most: number;

  constructor(problem: NarrowProblem, plan: Plan, most: number) {
    this.#problem = problem;
    this.#plan = plan;
    this.#most = most;
  }

  /** @throws TooMany */
  tell(watchers: readonly Watcher[]): void {
    const parties = this.#problem.parties.length;
    let left = this.#most;
    const look = (): void => {
      left -= parties;
      if (left < 0) throw new TooMany();
    };
    tellDeals(this.#problem, this.#plan, {
      minds: (most) => {
        look();
        return watchers.some((watcher) => watcher.minds(most));
      },
      see: (utility, dealAt) => {
        look();
        for (const watcher of watchers) watcher.see(utility, dealAt);
      },
    });
  }
}

/** @throws TooMany */
function bestByWalk(
  problem: NarrowProblem,
  parties: readonly number[],
  names: readonly SolutionName[],
  deals: Deals,
  ties: number,
): WalkedSolutions | null {
  const leadersOf = (asked: readonly SolutionName[], terms: StandardTerms): ReadonlyMap<SolutionName, Leader> =>
    new Map(asked.map((name) => [name, new Leader(orderOf(name, terms), ties)]));
  const measured = names.filter((name) => AGAINST_IDEALS.has(name));
  const best = measured.length === 0 ? null : new Best(problem.parties.length);
  const first = leadersOf(
    names.filter((name) => !AGAINST_IDEALS.has(name)),
    termsOf(problem, parties, []),
  );
  deals.tell([...(best === null ? [] : [best]), ...first.values()]);
  const terms = termsOf(problem, parties, best === null ? [] : [...best.units]);
  const second = leadersOf(measured, terms);
  if (second.size > 0) deals.tell([...second.values()]);
  const solutions = new Map<SolutionName, Solution>();
  for (const [name, leader] of [...first, ...second]) {
    const found = leader.ties();
    const [deal] = found.deals;
    if (deal === undefined || (name === 'nash' && !allGain(problem, parties, deal))) return null;
    const leftOut = leftOutBy(name, parties, terms.relative);
    solutions.set(name, { ...scoreTies(problem, found), proven: true, nodes: 0, leftOut });
  }
  return { solutions, ideals: best === null ? [] : [...best.units] };
}

function allGain(problem: NarrowProblem, parties: readonly number[], deal: Deal): boolean {
  return parties.every((party) => {
    const own = problem.parties[party]!;
    return utilityUnits(problem, own, deal) > own.disagreement;
  });
}

/** The best utility of each party. */
class Best implements Watcher {
  readonly units: Float64Array;

  constructor(parties: number) {
    this.units = new Float64Array(parties).fill(-Infinity);
  }

  minds(most: Float64Array): boolean {
    return this.units.some((units, party) => most[party]! > units);
  }

  see(utility: Float64Array): void {
    const { units } = this;
    for (let party = 0; party < units.length; party++) {
      if (utility[party]! > units[party]!) units[party] = utility[party]!;
    }
  }
}

function orderOf(name: SolutionName, { gains, relative, losses }: StandardTerms): Order {
  switch (name) {
    case 'nash':
      return productOrder(gains);
    case 'kalai-smorodinsky':
      return leximinOrder(relative);
    case 'egalitarian':
      return leximinOrder(gains);
    case 'utilitarian':
      return sumOrder(gains);
    case 'relative-utilitarian':
      return sumOrder(relative);
    case 'equal-loss':
      return leximinOrder(losses);
  }
}
