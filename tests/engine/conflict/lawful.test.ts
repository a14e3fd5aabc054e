import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsRules } from '../../../src/engine/deal.ts';
import { contradictoryRules } from '../../../src/engine/conflict/lawful.ts';
import { allDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

describe('contradictoryRules', () => {
  it('names a minimal set of rules that leave no deal, exactly when there is one', () => {
    let lawless = 0;
    fc.assert(
      fc.property(randomProblem({ maxParties: 1, maxIssues: 2, maxOptions: 2 }), (problem) => {
        const hasDeal = (kept: readonly number[]): boolean =>
          allDeals(problem).some((deal) =>
            keepsRules({ ...problem, forbidden: kept.map((index) => problem.forbidden[index]!) }, deal),
          );
        const found = contradictoryRules(problem);
        expect(found === null).toBe(hasDeal([...problem.forbidden.keys()]));
        if (found === null) return;
        lawless++;
        expect(hasDeal(found)).toBe(false);
        for (const rule of found) expect(hasDeal(found.filter((other) => other !== rule))).toBe(true);
      }),
      { numRuns: runs(1000) },
    );
    expect(lawless).toBeGreaterThan(runs(15));
  });
});
