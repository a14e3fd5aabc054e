/** How much an issue sets the parties against each other. */
import type { Problem } from '../../../engine/problem.ts';
import { optionCount } from '../../../engine/problem.ts';
import { inPoints, minus, unitsOf } from '../../../engine/units.ts';

/**
 * Points at stake between parties on the issue: the most that one change of the clause gives to one party and takes from
 * another, the smaller of the two amounts; 0 where all want the same. Adjustments belong to no single clause and are
 * left out.
 */
export function pointsAtStake(problem: Problem, issue: number): number {
  const { offsets, parties } = problem;
  const options = optionCount(problem, issue);
  let most = 0;
  for (let from = 0; from < options; from++) {
    for (let to = from + 1; to < options; to++) {
      const gains = parties.map(({ contributions, scale }) => {
        const at = offsets[issue]!;
        return inPoints(minus(unitsOf(contributions, at + to), unitsOf(contributions, at + from)), scale);
      });
      most = Math.max(most, Math.min(Math.max(0, ...gains), Math.max(0, ...gains.map((gain) => -gain))));
    }
  }
  return most;
}
