import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ListedDeals } from '../../../../src/engine/bargain/offer/listed-deals.ts';
import { SearchedDeals } from '../../../../src/engine/bargain/offer/searched-deals.ts';
import { timeTarget } from '../../../../src/engine/bargain/party/target.ts';
import { accepts, keepsRules, utilityUnits } from '../../../../src/engine/deal.ts';
import type { Deal, Problem } from '../../../../src/engine/problem.ts';
import { seededRandom } from '../../../../src/engine/random.ts';
import { runs } from '../../../runs.ts';
import { allDeals } from '../../brute-force.ts';
import { randomProblem } from '../../random-problem.ts';

const ALONE = { maxParties: 1, maxIssues: 5, maxOptions: 4 };

const asked = randomProblem(ALONE).chain((problem) =>
  fc.record({
    problem: fc.constant({ ...problem, consent: { required: [0], quorum: 1, conditional: [] } }),
    floor: fc.integer({ min: 0, max: 40 }),
    scores: fc
      .array(fc.constantFrom(0, 0, 1, 2, 5), { minLength: problem.offsets.at(-1)!, maxLength: problem.offsets.at(-1)! })
      .map((entries) => Float64Array.from(entries)),
  }),
);

describe('the deals of one party', () => {
  it('are the same, listed and searched, as by looking at every deal', () => {
    fc.assert(
      fc.property(asked, ({ problem, floor, scores }) => {
        const party = problem.parties[0]!;
        const worth = (deal: Deal): number => utilityUnits(problem, party, deal);
        const signable = allDeals(problem).filter((deal) => keepsRules(problem, deal) && accepts(problem, party, deal));
        for (const deals of [new ListedDeals(problem), new SearchedDeals(problem)]) {
          expect(deals.isEmpty).toBe(signable.length === 0);
          if (signable.length === 0) continue;
          expect(deals.best).toBe(Math.max(...signable.map(worth)));
          const good = signable.filter((deal) => worth(deal) >= floor);
          if (good.length === 0) continue;
          expect(deals.thrifty(floor).units).toBe(Math.min(...good.map(worth)));
          const nearest = deals.nearest(scores, floor);
          const most = Math.max(...good.map((deal) => scoreOf(problem, scores, deal)));
          const equals = good.filter((deal) => scoreOf(problem, scores, deal) === most);
          expect(scoreOf(problem, scores, nearest.deal)).toBe(most);
          expect(nearest.units).toBe(Math.max(...equals.map(worth)));
          const ceiling = floor + 3;
          const drawn = deals.random(floor, ceiling, seededRandom('1'));
          const isBetween = (deal: Deal): boolean => worth(deal) <= ceiling && good.includes(deal);
          expect(isBetween(good.find((deal) => deal.join() === drawn.deal.join())!)).toBe(good.some(isBetween));
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('are drawn each as often, in a space that is not listed, whatever ties the issues together', () => {
    const draws = 4000;
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 20 }), ({ problem, floor }, width) => {
        const party = problem.parties[0]!;
        const deals = new SearchedDeals(problem);
        if (deals.isEmpty) return;
        const worth = (deal: Deal): number => utilityUnits(problem, party, deal);
        const good = allDeals(problem).filter(
          (deal) =>
            keepsRules(problem, deal) &&
            accepts(problem, party, deal) &&
            worth(deal) >= floor &&
            worth(deal) <= floor + width,
        );
        if (good.length === 0) return;
        const random = seededRandom('draws');
        const counts = new Map(good.map((deal) => [deal.join(), 0]));
        for (let draw = 0; draw < draws; draw++) {
          const key = deals.random(floor, floor + width, random).deal.join();
          counts.set(key, counts.get(key)! + 1);
        }
        const mean = draws / good.length;
        // Six standard deviations of a count, and some for small ones.
        for (const count of counts.values()) expect(Math.abs(count - mean)).toBeLessThan(6 * Math.sqrt(mean) + 6);
      }),
      { numRuns: runs(40) },
    );
  });

  it('take the first of several that are worth the same', () => {
    fc.assert(
      fc.property(asked, ({ problem, floor }) => {
        const party = problem.parties[0]!;
        const deals = new ListedDeals(problem);
        if (deals.isEmpty || deals.best < floor) return;
        const { deal, units } = deals.thrifty(floor);
        const first = allDeals(problem).find(
          (other) =>
            keepsRules(problem, other) &&
            accepts(problem, party, other) &&
            utilityUnits(problem, party, other) === units,
        );
        expect(deal).toEqual(first);
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('a target over time', () => {
  const none = { num: 0n, den: 1n };
  const span = { least: 1000, best: 9000, scale: 100 };

  it('falls from near the best to near the least, rounded up to whole units', () => {
    const linear = [0, 1, 2].map((round) => timeTarget(span, { round, rounds: 3 }, { exponent: 1, tolerance: none }));
    expect(linear).toEqual([7000, 5000, 3000]);
    const boulware = timeTarget(span, { round: 1, rounds: 3 }, { exponent: 4, tolerance: none });
    expect(boulware).toBe(1000 + 8000 - 8000 / 16);
    const conceder = timeTarget(span, { round: 0, rounds: 15 }, { exponent: 0.25, tolerance: none });
    expect(conceder).toBe(5000);
  });

  it('stays at the best for who never concedes, and gives way by its tolerance', () => {
    const exponent = Infinity;
    expect(timeTarget(span, { round: 8, rounds: 9 }, { exponent, tolerance: none })).toBe(9000);
    expect(timeTarget(span, { round: 8, rounds: 9 }, { exponent, tolerance: { num: 1n, den: 10n } })).toBe(8990);
  });

  it('is exact for units beyond the numbers', () => {
    const wide = { least: 0n, best: 10n ** 30n, scale: 10n ** 28n };
    const target = timeTarget(wide, { round: 0, rounds: 2 }, { exponent: 1, tolerance: none });
    expect(target).toBe((2n * 10n ** 30n) / 3n + 1n);
  });
});

function scoreOf({ offsets }: Problem, scores: Float64Array, deal: Deal): number {
  return deal.reduce((sum, option, issue) => sum + scores[offsets[issue]! + option]!, 0);
}
