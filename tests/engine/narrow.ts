/** Problems whose units are all numbers, for tests that calculate with them. */
import type { NarrowProblem, Problem } from '../../src/engine/problem.ts';
import { isNarrowProblem } from '../../src/engine/problem.ts';

export function narrow(problem: Problem): NarrowProblem {
  if (!isNarrowProblem(problem)) throw new Error('some party counts in big integers');
  return problem;
}
