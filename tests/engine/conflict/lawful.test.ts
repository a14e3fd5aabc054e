import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsRules } from '../../../src/engine/deal.ts';
import { contradictoryRules } from '../../../src/engine/conflict/lawful.ts';
import type { Problem } from '../../../src/engine/problem.ts';
import { allDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { randomSums } from '../random-sums.ts';
import { runs } from '../../runs.ts';

/** Rules by one number each: the forbidden patterns, then the sums. */
function keeping(problem: Problem, kept: readonly number[]): Problem {
  const patterns = problem.forbidden.length;
  return {
    ...problem,
    forbidden: problem.forbidden.filter((_, rule) => kept.includes(rule)),
    sums: problem.sums.filter((_, rule) => kept.includes(patterns + rule)),
  };
}

describe('contradictoryRules', () => {
  it('names a minimal set of rules that leave no deal, exactly when there is one', () => {
    const lawless = { patterns: 0, sums: 0 };
    fc.assert(
      fc.property(
        randomProblem({ maxParties: 1, maxIssues: 2, maxOptions: 2 }).chain((problem) =>
          randomSums(problem).map((sums): Problem => ({ ...problem, sums })),
        ),
        (problem) => {
          const hasDeal = (kept: readonly number[]): boolean =>
            allDeals(problem).some((deal) => keepsRules(keeping(problem, kept), deal));
          const found = contradictoryRules(problem);
          const patterns = problem.forbidden.length;
          expect(found === null).toBe(hasDeal([...Array(patterns + problem.sums.length).keys()]));
          if (found === null) return;
          if (found.sums.length === 0) lawless.patterns++;
          else lawless.sums++;
          const rules = [...found.forbidden, ...found.sums.map((rule) => patterns + rule)];
          expect(hasDeal(rules)).toBe(false);
          for (const rule of rules) expect(hasDeal(rules.filter((other) => other !== rule))).toBe(true);
        },
      ),
      { numRuns: runs(1000) },
    );
    expect(lawless.patterns).toBeGreaterThan(runs(5));
    expect(lawless.sums).toBeGreaterThan(runs(15));
  });
});
