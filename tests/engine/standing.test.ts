import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utilityPoints } from '../../src/engine/deal.ts';
import type { Deal, Problem } from '../../src/engine/problem.ts';
import { optionCount } from '../../src/engine/problem.ts';
import { clauseCost, clauseStandings } from '../../src/engine/standing.ts';
import { allDeals } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';

/** What every option of the issue would give the party, the deal's other clauses kept. */
function alternatives(problem: Problem, deal: Deal, issue: number, party: number): number[] {
  return Array.from({ length: optionCount(problem, issue) }, (_, option) => {
    const other = deal.map((clause, k) => (k === issue ? option : clause));
    return utilityPoints(problem, other)[party]!;
  });
}

it('says what another option of one issue would give, adjustments included', () => {
  fc.assert(
    fc.property(randomProblem(), fc.nat(), (problem, pick) => {
      const deals = allDeals(problem);
      const deal = deals[pick % deals.length]!;
      clauseStandings(problem, deal).forEach((standings, issue) => {
        standings.forEach(({ share, cost, above }, party) => {
          const worths = alternatives(problem, deal, issue, party);
          const [worst, best] = [Math.min(...worths), Math.max(...worths)];
          const now = worths[deal[issue]!]!;
          expect(cost).toBeCloseTo(best - now, 9);
          expect(above).toBeCloseTo(now - worst, 9);
          expect(clauseCost(problem, problem.parties[party]!, deal, issue)).toBe(cost);
          if (share === null) expect(best).toBeCloseTo(worst, 9);
          else expect(share).toBeCloseTo((now - worst) / (best - worst), 9);
        });
      });
    }),
  );
});

it('counts what an open issue could add for no clause', () => {
  fc.assert(
    fc.property(randomProblem(), (problem) => {
      const deal = allDeals(problem)[0]!;
      const bare = { ...problem, parties: problem.parties.map((party) => ({ ...party, adjustments: [] })) };
      deal.forEach((_, issue) => {
        const alone = deal.map((clause, k) => (k === issue ? clause : null));
        const free = { ...problem, parties: problem.parties.map(onlyOn(issue)) };
        problem.parties.forEach((_party, party) => {
          const cost = clauseCost(problem, problem.parties[party]!, alone, issue);
          expect(cost).toBe(clauseCost(free, free.parties[party]!, alone, issue));
          if (free.parties[party]!.adjustments.length === 0) {
            expect(cost).toBe(clauseCost(bare, bare.parties[party]!, alone, issue));
          }
        });
      });
    }),
  );
});

/** The party with the adjustments that name no other issue. */
function onlyOn(issue: number): (party: Problem['parties'][number]) => Problem['parties'][number] {
  return (party) => ({
    ...party,
    adjustments: party.adjustments.filter(({ when }) => when.clauses.every((clause) => clause.issue === issue)),
  });
}
