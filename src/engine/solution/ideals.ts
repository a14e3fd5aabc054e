/** The most that each party could get: what some solutions measure gains against. */
import type { SolutionName } from '../answer.ts';
import { seekBest } from '../budget.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import type { Units } from '../units.ts';

/** A party's best utility over a region in units, or the best found; `-Infinity` where no deal was. */
export interface Ideal {
  readonly units: Units;
  readonly deal: Deal | null;
  readonly proven: boolean;
}

/** Solutions that measure gains against the ideals. */
export const AGAINST_IDEALS: ReadonlySet<SolutionName> = new Set([
  'kalai-smorodinsky',
  'relative-utilitarian',
  'equal-loss',
]);

/** The ideals over a region that is not empty, with so many nodes for each. */
export function idealsWithin(problem: Problem, region: Region, effort: Effort, nodes: number): readonly Ideal[] {
  return problem.parties.map((_, party) => {
    const objective = minimumObjective([{ party, offset: 0, divisor: 1, power: 1 }]);
    const { best, proven } = seekBest(problem, region, objective, effort, nodes);
    return { units: best === null ? -Infinity : best.utility[party]!, deal: best?.deal ?? null, proven };
  });
}
