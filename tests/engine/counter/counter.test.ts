import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counterOffers } from '../../../src/engine/counter/counter.ts';
import { keepsRules, matches, utilityUnits } from '../../../src/engine/deal.ts';
import type { Deal, Problem } from '../../../src/engine/problem.ts';
import { leastSigned } from '../../../src/engine/problem.ts';
import { allDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

interface Asked {
  readonly problem: Problem;
  readonly party: number;
  readonly sides: readonly number[];
  readonly above: number;
  readonly count: number;
}

/** Two parties at least; the first of them offers to the others, or the last one does. */
const asked: fc.Arbitrary<Asked> = fc
  .record({
    problem: randomProblem().filter(({ parties }) => parties.length > 1),
    last: fc.boolean(),
    above: fc.integer({ min: 0, max: 30 }),
    count: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ problem, last, above, count }) => {
    const party = last ? problem.parties.length - 1 : 0;
    const sides = [...problem.parties.keys()].filter((other) => other !== party);
    return { problem, party, sides, above, count };
  });

function leastOf({ problem, party, above }: Asked): number {
  return Number(leastSigned(problem.parties[party]!)) + above;
}

/** The definition: rules kept, no red line of the two crossed, worth enough to the one who offers. */
function allowed(of: Asked, side: number): readonly Deal[] {
  const { problem, party } = of;
  const lines = [party, side].flatMap((each) => problem.parties[each]!.redLines);
  return allDeals(problem).filter(
    (deal) =>
      keepsRules(problem, deal) &&
      !lines.some((line) => matches(deal, line)) &&
      utilityUnits(problem, problem.parties[party]!, deal) >= leastOf(of),
  );
}

describe('counter-offers', () => {
  it('are the best for their side among all deals that are worth enough and vary what they say they vary', () => {
    fc.assert(
      fc.property(asked, (of) => {
        const { problem, party, sides, count } = of;
        const { offers } = counterOffers(problem, { party, least: leastOf(of), sides, count });
        for (const [k, { side, deal, apartOn, proven }] of offers.entries()) {
          const worth = (each: Deal): number => Number(utilityUnits(problem, problem.parties[side]!, each));
          const own = (each: Deal): number => Number(utilityUnits(problem, problem.parties[party]!, each));
          const isBestOf = (among: readonly Deal[]): boolean => {
            const best = Math.max(...among.map(worth));
            const mine = Math.max(...among.filter((each) => worth(each) === best).map(own));
            return among.some((each) => each.join() === deal.join()) && worth(deal) === best && own(deal) === mine;
          };
          const before = offers.slice(0, k);
          const toSide = before.filter((offer) => offer.side === side).map((offer) => offer.deal);
          const toOthers = before.filter((offer) => offer.side !== side).map((offer) => offer.deal);
          // What was the best for it may have been offered to others before.
          const known = subsets(toOthers).map((some) => [...toSide, ...some]);
          const apart = known.map((seen) =>
            allowed(of, side).filter(
              (each) => apartOn === null || seen.every((offer) => offer[apartOn] !== each[apartOn]),
            ),
          );
          expect(proven).toBe(true);
          expect(apart.some(isBestOf)).toBe(true);
          if (apartOn === null) expect(toSide).toEqual([]);
        }
      }),
      { numRuns: runs(150) },
    );
  });

  it('are as many as asked for or fewer, never the same twice, and only missing where there is no deal', () => {
    fc.assert(
      fc.property(asked, (of) => {
        const { problem, party, sides, count } = of;
        const { offers, none } = counterOffers(problem, { party, least: leastOf(of), sides, count });
        expect(offers.length).toBeLessThanOrEqual(count);
        expect(new Set(offers.map(({ deal }) => deal.join())).size).toBe(offers.length);
        for (const side of none) expect(allowed(of, side)).toEqual([]);
        if (offers.length === count) return;
        expect(none).toEqual(sides.filter((side) => allowed(of, side).length === 0));
      }),
      { numRuns: runs(150) },
    );
  });
});

function subsets(deals: readonly Deal[]): Deal[][] {
  return deals.reduce<Deal[][]>((sets, deal) => sets.flatMap((set) => [set, [...set, deal]]), [[]]);
}
