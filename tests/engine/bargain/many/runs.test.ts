import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunsQuestion } from '../../../../src/engine/bargain/question.ts';
import { runMany } from '../../../../src/engine/bargain/many/runs.ts';
import { summariseRuns } from '../../../../src/engine/bargain/many/summary.ts';
import { inZone, utilityUnits } from '../../../../src/engine/deal.ts';
import type { Deal, NarrowProblem } from '../../../../src/engine/problem.ts';
import type { Uncertainty } from '../../../../src/engine/sensitivity/uncertainty.ts';
import { runs } from '../../../runs.ts';
import { coalitionDeals, zoneDeals } from '../../brute-force.ts';
import { randomProblem } from '../../random-problem.ts';
import { randomSession } from '../random-session.ts';

const asked = randomProblem({ maxParties: 3, maxIssues: 4, maxOptions: 3 }).chain((problem) =>
  fc.record({
    problem: fc.constant(problem),
    question: fc
      .tuple(randomSession(problem, []), fc.boolean(), fc.boolean())
      .map(([session, drawStart, isUncertain]): RunsQuestion => ({
        ...session,
        from: 0,
        to: 6,
        drawStart,
        ranges: isUncertain ? { first: rangesOf(problem), later: [] } : null,
        drafts: [zeroes(problem)],
        told: 2,
      })),
  }),
);

describe('many sessions', () => {
  it('are the same however they are split', () => {
    fc.assert(
      fc.property(asked, fc.integer({ min: 1, max: 5 }), ({ problem, question }, at) => {
        const parts = [...runMany(problem, { ...question, to: at }), ...runMany(problem, { ...question, from: at })];
        expect(parts).toEqual(runMany(problem, question));
      }),
      { numRuns: runs(60) },
    );
  });

  it('say how good a deal is by what the same signers could have', () => {
    fc.assert(
      fc.property(asked, ({ problem, question }) => {
        const found = runMany(problem, { ...question, ranges: null });
        for (const { agreement, standing, noZone, session, number } of found) {
          expect(session === null).toBe(number >= question.told);
          if (agreement === null || standing === null) {
            expect(noZone).toBe(zoneDeals(problem).length === 0);
            continue;
          }
          expect(inZone(problem, agreement.deal)).toBe(true);
          const { signers, deal } = agreement;
          const gain = (other: Deal, party: number): number => {
            const { scale, disagreement } = problem.parties[party]!;
            return (utilityUnits(problem, problem.parties[party]!, other) - disagreement) / scale;
          };
          const more = (other: Deal): number[] => signers.map((party) => gain(other, party) - gain(deal, party));
          const others = coalitionDeals(problem, signers);
          const better = others.map(more).filter((each) => Math.min(...each) >= 0);
          expect(standing.distance).toBeCloseTo(Math.max(...better.map((each) => Math.min(...each))), 9);
          expect(standing.left).toBeCloseTo(Math.max(...better.map((each) => each.reduce((a, b) => a + b))), 9);
          const product = (other: Deal): number =>
            signers.reduce((all, party) => all * gain(other, party) ** problem.parties[party]!.power, 1);
          const largest = Math.max(...others.map(product));
          if (largest > 0) expect(standing.nash).toBeCloseTo(product(deal) / largest, 6);
          else expect(standing.nash).toBeNull();
          expect(standing.nearest?.share).toBeCloseTo(deal.filter((option) => option === 0).length / deal.length, 12);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('are summed up without losing one', () => {
    fc.assert(
      fc.property(asked, ({ problem, question }) => {
        const found = runMany(problem, question);
        const { deals, failed, options, nearest, rounds } = summariseRuns(problem, found, 1);
        expect(deals + failed.noZone + failed.deadline + failed.walkOut).toBe(found.length);
        expect(nearest).toEqual([deals]);
        expect(options.reduce((sum, count) => sum + count, 0)).toBe(deals * (problem.offsets.length - 1));
        if (rounds !== null) expect(rounds.least).toBeLessThanOrEqual(rounds.most);
      }),
      { numRuns: runs(30) },
    );
  });
});

function zeroes(problem: NarrowProblem): number[] {
  return Array.from({ length: problem.offsets.length - 1 }, () => 0);
}

/** Score sheets known to within a point. */
function rangesOf(problem: NarrowProblem): Uncertainty {
  return problem.parties.map(({ scale, contributions, disagreement, reservation, redLines }) => ({
    weights: null,
    values: Array.from(contributions, (units) => ({ low: units / scale, high: units / scale + 1 })),
    disagreement: { low: disagreement / scale, high: disagreement / scale },
    reservation: { low: reservation / scale, high: reservation / scale },
    firmness: { low: 0, high: 0 },
    redLines: redLines.map(() => ({ low: 1, high: 1 })),
  }));
}
