/** How each clause of a deal stands with each party: what it gives and what it costs against the party's best option. */
import type { Deal, Problem } from './problem.ts';
import { issueCount } from './problem.ts';
import { inPoints, leastBetween, minus, mostBetween, unitsOf } from './units.ts';

export interface ClauseStanding {
  /** Share 0..1 of the party's swing on the issue (worst option to best) that the clause gives; null: no swing. */
  readonly share: number | null;
  /** Points lost against the party's best option of the issue. */
  readonly cost: number;
}

/** Standing of every clause of the deal, by issue and party. Adjustments belong to no single clause and are left out. */
export function clauseStandings(problem: Problem, deal: Deal): ClauseStanding[][] {
  return Array.from({ length: issueCount(problem) }, (_, issue) => {
    const from = problem.offsets[issue]!;
    const to = problem.offsets[issue + 1]!;
    return problem.parties.map(({ contributions, scale }) => {
      const worst = leastBetween(contributions, from, to);
      const best = mostBetween(contributions, from, to);
      const chosen = unitsOf(contributions, from + deal[issue]!);
      return {
        share: best === worst ? null : inPoints(minus(chosen, worst), minus(best, worst)),
        cost: inPoints(minus(best, chosen), scale),
      };
    });
  });
}
