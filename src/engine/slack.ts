/** How far a zone is from vanishing, or from opening, when all thresholds move together. */
import { seekBest } from './budget.ts';
import type { Problem } from './problem.ts';
import { leastSigned } from './problem.ts';
import type { CoalitionZone } from './solution/solutions.ts';
import { OutOfNodes } from './search/maximise.ts';
import type { Effort } from './search/maximise.ts';
import { minimumObjective } from './search/objective.ts';
import type { Term } from './search/objective.ts';

/**
 * The most points by which every member's reservation value can rise together with a deal left that crosses no red
 * line; negative: how far each must come down for one. Null when red lines and rules alone leave no deal.
 */
export function uniformSlack(problem: Problem, zone: CoalitionZone, effort: Effort): number | null {
  const { points, proven } = slackWithin(problem, zone, effort, Infinity);
  if (!proven) throw new OutOfNodes();
  return points;
}

export interface Slack {
  /** See `uniformSlack`; the most found where it is not proven. */
  readonly points: number | null;
  readonly proven: boolean;
}

/** The uniform slack as far as so many nodes show. */
export function slackWithin(
  problem: Problem,
  { parties, region }: CoalitionZone,
  effort: Effort,
  nodes: number,
): Slack {
  const objective = minimumObjective(slackTerms(problem, parties));
  const anyUtility = { ...region, floors: problem.parties.map(() => -Infinity) };
  const { best, proven } = seekBest(problem, anyUtility, objective, effort, nodes);
  return { points: best === null ? null : objective.value(best.utility), proven };
}

/** Each party's points above the least that it signs for, as terms of an objective. */
export function signingTerms(problem: Problem, parties: readonly number[]): readonly Term[] {
  return parties.map((party) => {
    const { scale } = problem.parties[party]!;
    return { party, offset: leastSigned(problem.parties[party]!), divisor: scale, power: 1 };
  });
}

/** Each party's points above its reservation value, as terms of an objective. */
export function slackTerms(problem: Problem, parties: readonly number[]): readonly Term[] {
  return parties.map((party) => {
    const { reservation, scale } = problem.parties[party]!;
    return { party, offset: reservation, divisor: scale, power: 1 };
  });
}
