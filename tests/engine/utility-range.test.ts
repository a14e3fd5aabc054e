import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utilityUnits } from '../../src/engine/deal.ts';
import { rangeUnits } from '../../src/engine/utility-range.ts';
import { allDeals } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';

it('holds the utility of every deal, and reaches its ends without adjustments', () => {
  fc.assert(
    fc.property(randomProblem(), (problem) => {
      for (const party of problem.parties) {
        const { least, most } = rangeUnits(problem, party);
        const units = allDeals(problem).map((deal) => utilityUnits(problem, party, deal));
        const [low, high] = [Math.min(...units), Math.max(...units)];
        expect(low).toBeGreaterThanOrEqual(least);
        expect(high).toBeLessThanOrEqual(most);
        if (party.adjustments.length === 0) expect([low, high]).toEqual([least, most]);
      }
    }),
  );
});
