/** What a party is paid with for a clause, held against every deal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts, inZone, utilityPoints, utilityUnits } from '../../../src/engine/deal.ts';
import { neededFor, paymentsBetween, refusing } from '../../../src/engine/explain/refusal.ts';
import { glance } from '../../../src/engine/glance.ts';
import { inPoints } from '../../../src/engine/units.ts';
import { allDeals, bruteSolution, coalitionDeals, zoneDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';

const PICKS = fc.record({ deal: fc.nat(), other: fc.nat(), party: fc.nat(), issue: fc.nat() });

describe('a clause refused by one party', () => {
  it('leaves the deals that are signed without it, and their Nash deal', () => {
    fc.assert(
      fc.property(randomProblem(), PICKS, (problem, picks) => {
        const deals = allDeals(problem);
        const deal = deals[picks.deal % deals.length]!;
        const party = picks.party % problem.parties.length;
        const issue = picks.issue % deal.length;
        const without = refusing(problem, party, { issue, option: deal[issue]! });
        const worth = (option: number): number =>
          problem.parties[party]!.contributions[problem.offsets[issue]! + option]!;
        for (const other of deals.filter((each) => worth(each[issue]!) > worth(deal[issue]!))) {
          expect(inZone(without, other)).toBe(inZone(problem, other));
        }
        for (const other of deals.filter((each) => worth(each[issue]!) <= worth(deal[issue]!))) {
          expect(accepts(without, without.parties[party]!, other)).toBe(false);
        }
        const found = glance(without, { drafts: [], coalition: null, ties: 1 });
        expect(found.empty).toBe(zoneDeals(without).length === 0);
        if (found.coalition === null) return;
        const best = bruteSolution(without, 'nash', found.coalition, coalitionDeals(without, found.coalition));
        expect(best).toContainEqual(found.solutions!.nash.deals[0]!.deal);
      }),
    );
  });

  it('was paid with what the other clauses give beyond another deal, and needs what is then missing', () => {
    fc.assert(
      fc.property(randomProblem(), PICKS, (problem, picks) => {
        const deals = allDeals(problem);
        const [deal, other] = [deals[picks.deal % deals.length]!, deals[picks.other % deals.length]!];
        const party = picks.party % problem.parties.length;
        const issue = picks.issue % deal.length;
        const { byIssue, adjustments, total } = paymentsBetween(problem, party, deal, other);
        expect(total).toBeCloseTo(utilityPoints(problem, deal)[party]! - utilityPoints(problem, other)[party]!, 9);
        expect(byIssue.reduce((sum, { points }) => sum + points, adjustments)).toBeCloseTo(total, 9);
        expect(byIssue.every((own) => deal[own.issue] !== other[own.issue])).toBe(true);
        const own = problem.parties[party]!;
        const taken = other.map((option, k) => (k === issue ? deal[issue]! : option));
        const short = inPoints(own.reservation - utilityUnits(problem, own, taken), own.scale);
        expect(neededFor(problem, party, other, { issue, option: deal[issue]! })).toBe(Math.max(0, short));
      }),
    );
  });
});
