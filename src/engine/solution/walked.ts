/**
 * The six solutions of a region by looking at each of its deals: where the space is small enough to walk, and a search
 * would take longer because many patterns tie issues together.
 */
import type { Solution, SolutionName } from '../answer.ts';
import { sumsAsParties } from '../enumerate/columns.ts';
import { planWalk } from '../enumerate/plan.ts';
import type { Plan } from '../enumerate/plan.ts';
import { walk } from '../enumerate/walk.ts';
import type { Deal, NarrowProblem, Problem } from '../problem.ts';
import { asksNothing, isNarrowProblem, patternsOf } from '../problem.ts';
import type { Units } from '../units.ts';
import { Leader, leximinOrder, productOrder, sumOrder } from './leader.ts';
import type { CoalitionZone } from './solutions.ts';
import { leftOutBy } from './solutions.ts';
import { termsOf } from './terms.ts';
import { scoreTies } from './ties.ts';

export interface WalkedSolutions {
  readonly solutions: Readonly<Record<SolutionName, Solution>>;
  /** By party, its best utility over the region in units. */
  readonly ideals: readonly Units[];
}

/** From so many tied patterns on, a search takes longer than looking at each deal. */
const MANY_PATTERNS = 24;
/** Steps of a walk that take as long as a node of a search, and the walks that are made. */
const STEPS_PER_NODE = 1500;
const WALKS = 2;
/** Utilities that are looked at, deal by deal. */
const MOST_UTILITIES = 2 ** 24;

/**
 * The solutions and ideals; null where a search is the better road: where walking takes longer than so many nodes, where
 * units are big integers, or where the parties cannot all gain, so that the Nash product is not told deal by deal.
 */
export function walkedSolutions(
  problem: Problem,
  zone: CoalitionZone,
  { nodes, ties }: { readonly nodes: number; readonly ties: number },
): WalkedSolutions | null {
  if (!isNarrowProblem(problem) || !isHardToSearch(problem)) return null;
  const signed = sumsAsParties(signedProblem(problem, zone));
  const plan = planWalk(signed);
  if (plan === null || plan.work * WALKS > nodes * STEPS_PER_NODE) return null;
  try {
    return bestByWalk(problem, zone, signed, plan, ties);
  } catch (error) {
    if (error instanceof TooMany) return null;
    throw error;
  }
}

/** The zone has more deals than are looked at one by one. */
class TooMany extends Error {}

function isHardToSearch(problem: Problem): boolean {
  return patternsOf(problem).filter(({ clauses }) => clauses.length > 1).length >= MANY_PATTERNS;
}

/** The problem whose zone are the deals of the region; everybody else accepts anything. */
function signedProblem(problem: Problem, { parties, region }: CoalitionZone): Problem {
  return {
    ...problem,
    parties: problem.parties.map((party, index) => ({
      ...party,
      redLines: [],
      ...(parties.includes(index) ? {} : { reservation: asksNothing(party), strict: false }),
    })),
    forbidden: region.forbidden,
    sums: region.sums,
    consent: { required: parties, quorum: parties.length, conditional: [] },
  };
}

/** Also where a plan is given: for tests. @throws TooMany */
export function bestByWalk(
  problem: NarrowProblem,
  { parties }: CoalitionZone,
  signed: Problem,
  plan: Plan,
  ties: number,
): WalkedSolutions | null {
  const ideals = new Float64Array(problem.parties.length).fill(-Infinity);
  let [deals, allGain] = [0, false];
  const eachDeal = (look: (utility: Float64Array, dealAt: () => Deal) => void): void => {
    const utility = new Float64Array(problem.parties.length);
    walk(signed, plan, false, (found) => {
      for (let party = 0; party < utility.length; party++) utility[party] = found.unitsOf(party);
      look(utility, found.deal);
    });
  };
  eachDeal((utility) => {
    if (++deals * problem.parties.length > MOST_UTILITIES) throw new TooMany();
    for (let party = 0; party < utility.length; party++) ideals[party] = Math.max(ideals[party]!, utility[party]!);
    allGain ||= parties.every((party) => utility[party]! > problem.parties[party]!.disagreement);
  });
  if (!allGain) return null;
  const { gains, relative, losses } = termsOf(problem, parties, [...ideals]);
  const leaders: Readonly<Record<SolutionName, Leader>> = {
    nash: new Leader(productOrder(gains), ties),
    'kalai-smorodinsky': new Leader(leximinOrder(relative), ties),
    egalitarian: new Leader(leximinOrder(gains), ties),
    utilitarian: new Leader(sumOrder(gains), ties),
    'relative-utilitarian': new Leader(sumOrder(relative), ties),
    'equal-loss': new Leader(leximinOrder(losses), ties),
  };
  const all = Object.values(leaders);
  eachDeal((utility, dealAt) => {
    for (const leader of all) leader.see(utility, dealAt);
  });
  const told = (name: SolutionName): Solution => ({
    ...scoreTies(problem, leaders[name].ties()),
    proven: true,
    nodes: 0,
    leftOut: leftOutBy(name, parties, relative),
  });
  const solutions = {
    nash: told('nash'),
    'kalai-smorodinsky': told('kalai-smorodinsky'),
    egalitarian: told('egalitarian'),
    utilitarian: told('utilitarian'),
    'relative-utilitarian': told('relative-utilitarian'),
    'equal-loss': told('equal-loss'),
  };
  return { solutions, ideals: [...ideals] };
}
