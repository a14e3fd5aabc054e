/** An option that is not on the list, against every deal of the problem that has it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newOptions } from '../../../src/engine/explain/new-option.ts';
import type { Deal, Problem } from '../../../src/engine/problem.ts';
import { allIssues, issueCount, optionCount } from '../../../src/engine/problem.ts';
import type { Units } from '../../../src/engine/units.ts';
import { columnOf, isNarrow, leastBetween, minus, mostBetween, unitsBetween } from '../../../src/engine/units.ts';
import { coalitionDeals, zoneDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

/** The problem with one more option of the issue, worth so much to each party. */
function extended(problem: Problem, issue: number, worth: readonly Units[]): Problem {
  const { offsets, parties, sums } = problem;
  const [end, all] = [offsets[issue + 1]!, offsets.at(-1)!];
  return {
    ...problem,
    offsets: offsets.map((offset, k) => (k <= issue ? offset : offset + 1)),
    parties: parties.map((party, k) => ({
      ...party,
      contributions: columnOf(
        [...unitsBetween(party.contributions, 0, end), worth[k]!, ...unitsBetween(party.contributions, end, all)].map(
          BigInt,
        ),
        isNarrow(party.contributions),
      ),
    })),
    sums: sums.map(({ amounts, atMost }) => ({
      amounts: Float64Array.from([...amounts.subarray(0, end), 0, ...amounts.subarray(end)]),
      atMost,
    })),
  };
}

function bestOf({ offsets, parties }: Problem, issue: number): Units[] {
  return parties.map(({ contributions }) => mostBetween(contributions, offsets[issue]!, offsets[issue + 1]!));
}

function worstOf({ offsets, parties }: Problem, issue: number): Units[] {
  return parties.map(({ contributions }) => leastBetween(contributions, offsets[issue]!, offsets[issue + 1]!));
}

describe('an option that is not on the list', () => {
  it('opens the zone where it is said to, and nowhere else, and with nothing less', () => {
    fc.assert(
      fc.property(randomProblem({ maxParties: 3, maxIssues: 3, maxOptions: 3 }), (problem) => {
        const { found, complete } = newOptions(problem, allIssues(problem), { nodes: 0 }, Infinity);
        expect(complete).toBe(true);
        for (let issue = 0; issue < issueCount(problem); issue++) {
          const added = optionCount(problem, issue);
          const hasIt = (deal: Deal): boolean => deal[issue] === added;
          const said = found.find((option) => option.issue === issue);
          const best = bestOf(problem, issue);
          expect(zoneDeals(extended(problem, issue, best)).some(hasIt)).toBe(said !== undefined);
          if (said === undefined) continue;
          const worst = worstOf(problem, issue);
          const signs = (worth: readonly Units[]): boolean =>
            coalitionDeals(extended(problem, issue, worth), said.coalition).some(hasIt);
          for (const { points, proven } of said.least) {
            expect(proven).toBe(true);
            const worth = points.map((value, party) =>
              value === null ? best[party]! : Math.round(value * problem.parties[party]!.scale),
            );
            expect(signs(worth)).toBe(true);
            for (const party of said.coalition) {
              if (Number(worth[party]) <= Number(worst[party])) continue;
              expect(signs(worth.map((units, k) => (k === party ? minus(units, 1) : units)))).toBe(false);
            }
          }
        }
      }),
      { numRuns: runs(600) },
    );
  });
});
