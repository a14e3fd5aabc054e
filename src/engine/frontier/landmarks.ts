/** Known deals beside a frontier: which of its points is nearest to each. */
import { inPoints } from '../units.ts';
import { SOLUTION_NAMES } from '../answer.ts';
import type { FrontierPoint, SolutionName } from '../answer.ts';
import { allowed } from '../budget.ts';
import { questionNodes } from '../question-nodes.ts';
import { utilityPoints } from '../deal.ts';
import type { Draft } from '../draft/draft.ts';
import type { Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { Notes } from '../search/memory.ts';
import type { Measure } from './measure.ts';
import { measureUnits } from './measure.ts';
import { AGAINST_IDEALS, idealsWithin } from '../solution/ideals.ts';
import { solution } from '../solution/solutions.ts';
import type { CoalitionZone } from '../solution/solutions.ts';
import { walkedSolutions } from '../solution/walked.ts';

/** What each solution may take of the nodes of a question: only those that are soon proven stand beside the points. */
const SHARE = 1 / 4;

/** A bargaining solution, a complete draft or no deal, and the point nearest to it. */
export interface Landmark {
  readonly of: LandmarkName;
  /** Points, by party. */
  readonly utility: readonly number[];
  /** Number of the nearest point, the first of equally near ones. */
  readonly nearest: number;
  /** By how much, by the measure, the nearest differs for the party for which it differs most. */
  readonly distance: number;
}

export type LandmarkName = SolutionName | { readonly draft: number } | { readonly noDeal: true };

/** What stands beside the points. */
export interface Beside {
  readonly drafts: readonly Draft[];
  readonly noDeal: boolean;
}

/**
 * The proven solutions of a zone that has deals (none for null), the complete drafts, and no deal where that is asked for;
 * nothing when there are no points.
 */
export function landmarks(
  problem: Problem,
  points: readonly FrontierPoint[],
  zone: CoalitionZone | null,
  { drafts, noDeal }: Beside,
  effort: Effort,
  measure: Measure = 'points',
): readonly Landmark[] {
  if (points.length === 0) return [];
  const complete = drafts.flatMap((draft, index) => {
    const deal = draft.filter((option) => option !== null);
    return deal.length < draft.length ? [] : [{ of: { draft: index }, utility: utilityPoints(problem, deal) }];
  });
  const none = {
    of: { noDeal: true } as const,
    utility: problem.parties.map((own) => inPoints(own.disagreement, own.scale)),
  };
  const known = [...(zone === null ? [] : solutionsOf(problem, zone, effort)), ...complete, ...(noDeal ? [none] : [])];
  const units = measureUnits(problem, measure);
  const pace = problem.parties.map(({ scale }, party) => inPoints(units[party]!, scale));
  return known.map(({ of, utility }) => ({ of, utility, ...nearestPoint(points, utility, pace) }));
}

function solutionsOf(
  problem: Problem,
  zone: CoalitionZone,
  effort: Effort,
): readonly { readonly of: SolutionName; readonly utility: readonly number[] }[] {
  const granted = questionNodes(problem) * SHARE;
  const walked = walkedSolutions(problem, zone, SOLUTION_NAMES, { nodes: granted, ties: 1 });
  if (walked !== null) {
    return SOLUTION_NAMES.flatMap((name) =>
      walked.solutions.get(name)!.deals.map(({ utility }) => ({ of: name, utility })),
    );
  }
  const memory = new Notes().open(problem);
  const ideals = idealsWithin(problem, zone.region, effort, granted / problem.parties.length);
  const units = ideals.map((ideal) => ideal.units);
  const measured = ideals.every(({ proven }) => proven);
  return SOLUTION_NAMES.flatMap((name) => {
    if (!measured && AGAINST_IDEALS.has(name)) return [];
    const { deals, proven, nodes } = solution(problem, name, zone, units, 1, allowed(effort, granted), memory);
    effort.nodes += nodes;
    return (proven ? deals : []).map(({ utility }) => ({ of: name, utility }));
  });
}

function nearestPoint(
  points: readonly FrontierPoint[],
  utility: readonly number[],
  /** Points of each party that count as 1. */
  pace: readonly number[],
): { readonly nearest: number; readonly distance: number } {
  let nearest = 0;
  let distance = Infinity;
  for (const [index, point] of points.entries()) {
    const apart = point.utility.reduce(
      (most, value, party) => Math.max(most, Math.abs(value - utility[party]!) / pace[party]!),
      0,
    );
    if (apart >= distance) continue;
    nearest = index;
    distance = apart;
  }
  return { nearest, distance };
}
