/** Whether the deals of a problem are so few that each can be looked at. */
import type { Problem } from '../../problem.ts';
import { spaceSize } from '../../problem.ts';

/** Spaces with at most so many combinations are listed. */
const MOST_LISTED = 50_000n;

/** Whether every deal can be looked at, as some strategies do. */
export function canList(problem: Problem): boolean {
  return spaceSize(problem) <= MOST_LISTED;
}
