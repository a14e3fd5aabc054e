/** The six solutions of one coalition, with the ideals that some of them measure gains against. */
import { SOLUTION_NAMES } from '../answer.ts';
import type { Solution, SolutionName } from '../answer.ts';
import { allowed, seekDeal } from '../budget.ts';
import { utilityPoints, utilityUnits } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { isInRegion } from '../region.ts';
import { inPoints, largest } from '../units.ts';
import type { Units } from '../units.ts';
import { bestKnown } from './best-known.ts';
import { AGAINST_IDEALS, idealsWithin } from './ideals.ts';
import { solution } from './solutions.ts';
import type { CoalitionZone } from './solutions.ts';
import { walkedSolutions } from './walked.ts';

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

/** The solutions as far as the nodes show. `known`: deals that may be the coalition's, those of the caller's searches. */
export function allSolutions(
  problem: Problem,
  zone: CoalitionZone,
  known: readonly Deal[],
  { nodes, ties }: SolutionLimits,
  effort: Effort,
): Solved {
  const { region, parties } = zone;
  const walked = walkedSolutions(problem, zone, SOLUTION_NAMES, { nodes, ties });
  if (walked !== null) {
    const points = walked.ideals.map((units, party) => inPoints(units, problem.parties[party]!.scale));
    return { solutions: byName((name) => walked.solutions.get(name)!), ideals: points, decided: true };
  }
  const first = seekDeal(problem, region, effort, nodes);
  const given = known.filter((deal) => isInRegion(problem, region, deal));
  const start = [...(first ? [first.deal] : []), ...given];
  const [deal] = start;
  if (deal === undefined) return { solutions: null, ideals: problem.parties.map(() => null), decided: first === null };
  const ideals = idealsWithin(problem, region, effort, nodes / problem.parties.length);
  const met = [...start, ...ideals.flatMap((ideal) => (ideal.deal === null ? [] : [ideal.deal]))];
  const units = problem.parties.map((party, index) =>
    largest([ideals[index]!.units, ...met.map((of) => utilityUnits(problem, party, of))]),
  );
  const measured = parties.every((party) => ideals[party]!.proven);
  let left = allowed(effort, nodes * QUESTIONS);
  const find = (name: SolutionName): Solution => {
    const isMeasured = measured || !AGAINST_IDEALS.has(name);
    const limit = Math.max(nodes * LEAST_SHARE, isMeasured ? Math.min(nodes, left) : 0);
    const found = solution(problem, name, zone, units, ties, limit, effort.memory);
    effort.nodes += found.nodes;
    left -= found.nodes;
    return isMeasured ? found : { ...found, proven: false, total: null, leftOut: [] };
  };
  const found = byName(find);
  const deals = [...met, ...SOLUTION_NAMES.flatMap((name) => found[name].deals.map((scored) => scored.deal))];
  return {
    solutions: withBestKnown(problem, parties, units, found, deals),
    ideals: ideals.map(({ units: best, proven }, party) =>
      proven ? inPoints(best, problem.parties[party]!.scale) : null,
    ),
    decided: true,
  };
}

/** Where a solution is not proven, the best of all deals known by it. */
function withBestKnown(
  problem: Problem,
  parties: readonly number[],
  ideals: readonly Units[],
  found: Solutions,
  deals: readonly Deal[],
): Solutions {
  return byName((name) => {
    if (found[name].proven) return found[name];
    const deal = bestKnown(problem, name, parties, ideals, deals);
    return { ...found[name], deals: [{ deal, utility: utilityPoints(problem, deal) }] };
  });
}

/** Made in the order in which they are told. */
function byName(make: (name: SolutionName) => Solution): Solutions {
  return {
    nash: make('nash'),
    'kalai-smorodinsky': make('kalai-smorodinsky'),
    egalitarian: make('egalitarian'),
    utilitarian: make('utilitarian'),
    'relative-utilitarian': make('relative-utilitarian'),
    'equal-loss': make('equal-loss'),
  };
}
