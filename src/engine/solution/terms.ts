/** Gains over the disagreement values, in points, as the terms that the bargaining solutions are made of. */
import type { Problem } from '../problem.ts';
import type { Term } from '../search/objective.ts';

export function gainTerms(problem: Problem, parties: readonly number[]): readonly Term[] {
  return parties.map((party) => {
    const { disagreement, scale, power } = problem.parties[party]!;
    return { party, offset: disagreement, divisor: scale, power };
  });
}
