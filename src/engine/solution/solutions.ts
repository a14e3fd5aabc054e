/**
 * The six bargaining solutions of one coalition, over the deals it can sign and for the gains of its members.
 *
 * Every rule works on exact integers and returns all of its maximisers; see the file of each rule for its source.
 */
import type { Solution, SolutionName } from '../answer.ts';
import type { Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import { maximise, maximiseWithin, OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import type { Memory } from '../search/memory.ts';
import { bestDeals } from '../search/tie-census.ts';
import { minimumObjective, productObjective, sumObjective } from '../search/objective.ts';
import type { Objective, Term } from '../search/objective.ts';
import type { Units } from '../units.ts';
import { bestKnown } from './best-known.ts';
import { leximin } from './leximin.ts';
import { nash } from './nash.ts';
import { termsOf } from './terms.ts';
import { scoreTies } from './ties.ts';
import type { Ties } from './ties.ts';

/** A coalition's zone: its members and the region of deals they all accept and can make by themselves. */
export interface CoalitionZone {
  readonly parties: readonly number[];
  readonly region: Region;
}

/** Nodes after which a rule is given up unproven: some seconds. */
const MOST_NODES = 8_000_000;
const SHORT_SEARCH = 200_000;

/**
 * One rule of the family, on a zone that is known not to be empty; given up unproven after `limit` nodes. What is proven
 * is the same with a memory and without.
 */
export function solution(
  problem: Problem,
  name: SolutionName,
  zone: CoalitionZone,
  ideals: readonly Units[],
  most: number,
  limit = MOST_NODES,
  memory: Memory | null = null,
): Solution {
  const effort: Effort = { nodes: 0, limit, ...(memory === null ? {} : { memory: memory.about(name) }) };
  const { region, parties } = zone;
  const { gains, relative, losses } = termsOf(problem, parties, ideals);
  const solve = (): Ties => {
    switch (name) {
      case 'nash':
        return nash(problem, region, parties, most, effort);
      case 'kalai-smorodinsky':
        return leximin(problem, region, relative, most, effort);
      case 'egalitarian':
        return leximin(problem, region, gains, most, effort);
      case 'utilitarian':
        return largestSum(problem, region, gains, most, effort);
      case 'relative-utilitarian':
        return largestSum(problem, region, relative, most, effort);
      case 'equal-loss':
        return leximin(problem, region, losses, most, effort);
    }
  };
  const { proven, ties } = withinNodes(solve, () =>
    firstFound(problem, name, zone, ideals, Math.min(SHORT_SEARCH, limit), effort),
  );
  const found = scoreTies(problem, ties);
  return {
    ...found,
    proven,
    nodes: effort.nodes,
    leftOut: leftOutBy(name, parties, relative),
  };
}

/** The parties that a rule with gains relative to ideals leaves out: those that can gain nothing. */
export function leftOutBy(
  name: SolutionName,
  parties: readonly number[],
  relative: readonly Term[],
): readonly number[] {
  if (name !== 'kalai-smorodinsky' && name !== 'relative-utilitarian') return [];
  return parties.filter((party) => !relative.some((term) => term.party === party));
}

/** What was proven; or, where that takes too long, what can be found without proof. */
function withinNodes(solve: () => Ties, find: () => Ties): { readonly proven: boolean; readonly ties: Ties } {
  try {
    return { proven: true, ties: solve() };
  } catch (error) {
    if (!(error instanceof OutOfNodes)) throw error;
    return { proven: false, ties: find() };
  }
}

/** The best deal that is remembered, or else the one that a short search finds under what the rule looks at first. */
function firstFound(
  problem: Problem,
  name: SolutionName,
  { parties, region }: CoalitionZone,
  ideals: readonly Units[],
  most: number,
  effort: Effort,
): Ties {
  const remembered = (effort.memory?.dealsIn(problem, region) ?? []).map(({ deal }) => deal);
  if (remembered.length > 0) {
    return { deals: [bestKnown(problem, name, parties, ideals, remembered)], total: null };
  }
  const terms = termsOf(problem, parties, ideals);
  const objective = (): Objective => {
    switch (name) {
      case 'nash':
        return productObjective(terms.gains);
      case 'kalai-smorodinsky':
        return minimumObjective(terms.relative);
      case 'egalitarian':
        return minimumObjective(terms.gains);
      case 'equal-loss':
        return minimumObjective(terms.losses);
      case 'utilitarian':
        return sumObjective(terms.gains);
      case 'relative-utilitarian':
        return sumObjective(terms.relative);
    }
  };
  const { best, nodes } = maximiseWithin(problem, region, objective(), most);
  effort.nodes += nodes;
  return { deals: best === null ? [] : [best.deal], total: null };
}

/** The greatest sum of gains: utilitarian, or relative utilitarian when gains are measured against the ideal. */
function largestSum(problem: Problem, region: Region, terms: readonly Term[], most: number, effort: Effort): Ties {
  const best = bestDeals(problem, region, sumObjective(terms), most, effort);
  if (best === null) throw new RangeError('a sum needs a region that is not empty');
  return best;
}

/** Best utility of each party over a region, in units: its ideal. The region must not be empty. */
export function idealUnits(problem: Problem, region: Region, effort: Effort): readonly Units[] {
  return problem.parties.map((_, party) => {
    const best = maximise(problem, region, minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]), effort);
    if (best === null) throw new RangeError('ideals need a region that is not empty');
    return best.utility[party]!;
  });
}
