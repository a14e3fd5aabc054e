/** The six solutions of one coalition, with the ideals that some of them measure gains against. */
import type { Solution, SolutionName } from '../answer.ts';
import { seekDeal } from '../budget.ts';
import { utilityPoints, utilityUnits } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { inPoints, larger } from '../units.ts';
import { AGAINST_IDEALS, idealsWithin } from './ideals.ts';
import { solution } from './solutions.ts';
import type { CoalitionZone } from './solutions.ts';

export type Solutions = Readonly<Record<SolutionName, Solution>>;

export interface Solved {
  /** Null where the coalition has no deal to sign, or none is known. */
  readonly solutions: Solutions | null;
  /** Per party: its best utility over the deals of the coalition, in points; null without solutions or unproven. */
  readonly ideals: readonly (number | null)[];
  /** False where it is not known whether the coalition has a deal. */
  readonly decided: boolean;
}

export interface SolutionLimits {
  /** Search nodes for one question. */
  readonly nodes: number;
  /** Most equally good deals to list per solution. */
  readonly ties: number;
}

/** Nodes of all solutions together, in those of one question; and the part that each may take at the least. */
const QUESTIONS = 4;
const LEAST_SHARE = 1 / 8;

/** The solutions as far as the nodes show. `known`: a deal of the coalition, where there is one. */
export function allSolutions(
  problem: Problem,
  zone: CoalitionZone,
  known: Deal | null,
  { nodes, ties }: SolutionLimits,
  effort: Effort,
): Solved {
  const first = seekDeal(problem, zone.region, effort, nodes);
  const deal = first?.deal ?? known;
  if (deal === null) return { solutions: null, ideals: problem.parties.map(() => null), decided: first === null };
  const ideals = idealsWithin(problem, zone.region, effort, nodes / problem.parties.length);
  const units = ideals.map((ideal, party) => larger(ideal.units, utilityUnits(problem, problem.parties[party]!, deal)));
  const measured = zone.parties.every((party) => ideals[party]!.proven);
  let left = nodes * QUESTIONS;
  const find = (name: SolutionName): Solution => {
    const isMeasured = measured || !AGAINST_IDEALS.has(name);
    const limit = Math.max(nodes * LEAST_SHARE, isMeasured ? Math.min(nodes, left) : 0);
    const found = solution(problem, name, zone, units, ties, limit, effort.memory);
    effort.nodes += found.nodes;
    left -= found.nodes;
    const deals = found.deals.length > 0 ? found.deals : [{ deal, utility: utilityPoints(problem, deal) }];
    if (isMeasured) return { ...found, deals };
    return { ...found, deals, proven: false, total: null, leftOut: [] };
  };
  const solutions = {
    nash: find('nash'),
    'kalai-smorodinsky': find('kalai-smorodinsky'),
    egalitarian: find('egalitarian'),
    utilitarian: find('utilitarian'),
    'relative-utilitarian': find('relative-utilitarian'),
    'equal-loss': find('equal-loss'),
  };
  return {
    solutions,
    ideals: ideals.map(({ units: best, proven }, party) =>
      proven ? inPoints(best, problem.parties[party]!.scale) : null,
    ),
    decided: true,
  };
}
