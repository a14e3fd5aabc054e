/** Conditional issues in one deal: what follows where another clause changes, and that nobody likes what does not arise. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arises, notArisingOption, withConditionsMet } from '../../src/engine/conditions.ts';
import { matches } from '../../src/engine/deal.ts';
import type { ConditionalIssue, Problem } from '../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../src/engine/problem.ts';
import { clauseCost, clauseStandings } from '../../src/engine/standing.ts';
import { allDeals } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';

/** Each issue but the first may depend on the one before it. */
const conditional = fc
  .tuple(randomProblem(), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), fc.nat())
  .map(([problem, picks, first]): Problem => {
    const conditions = Array.from({ length: issueCount(problem) - 1 }, (_, k) => k + 1).flatMap(
      (issue): ConditionalIssue[] => {
        if (!picks[issue % picks.length]) return [];
        const option = first % optionCount(problem, issue - 1);
        const options = [{ first: option, last: option }];
        return [{ issue, when: { clauses: [{ issue: issue - 1, options }] } }];
      },
    );
    return { ...problem, conditional: conditions };
  });

it('has an issue of which nothing is left to choose exactly where its condition fails', () => {
  fc.assert(
    fc.property(conditional, fc.nat(), fc.nat(), (problem, one, other) => {
      const deals = allDeals(problem);
      const [deal, before] = [deals[one % deals.length]!, deals[other % deals.length]!];
      const met = withConditionsMet(problem, deal, before);
      for (const [issue, option] of met.entries()) {
        const none = notArisingOption(problem, issue);
        if (none === null) expect(option).toBe(deal[issue]);
        else if (optionCount(problem, issue) > 1) expect(option === none).toBe(!arises(problem, met, issue));
      }
      expect(withConditionsMet(problem, met, before)).toEqual(met);
      for (const { issue, when } of problem.conditional ?? [])
        expect(arises(problem, met, issue)).toBe(matches(met, when));
    }),
  );
});

it('says of what does not arise that it gives and costs nobody anything', () => {
  fc.assert(
    fc.property(conditional, fc.nat(), (problem, pick) => {
      const deals = allDeals(problem);
      const deal = withConditionsMet(problem, deals[pick % deals.length]!, deals[0]!);
      for (const [issue, standings] of clauseStandings(problem, deal).entries()) {
        if (deal[issue] !== notArisingOption(problem, issue)) continue;
        expect(standings).toEqual(problem.parties.map(() => ({ share: null, above: 0, cost: 0 })));
        for (const party of problem.parties) expect(clauseCost(problem, party, deal, issue)).toBe(0);
      }
    }),
  );
});
