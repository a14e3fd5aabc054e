import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lawfulCount } from '../../src/engine/conflict/lawful.ts';
import { keepsRules } from '../../src/engine/deal.ts';
import { allDeals } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';

it('counts the combinations that keep the rules, whatever anybody wants', () => {
  fc.assert(
    fc.property(randomProblem(), (problem) => {
      const found = lawfulCount(problem, { states: 100_000, seed: '1' });
      const lawful = allDeals(problem).filter((deal) => keepsRules(problem, deal)).length;
      if (problem.forbidden.length === 0 && problem.sums.length === 0) expect(found).toBeNull();
      else expect(found).toEqual({ kind: 'exact', count: BigInt(lawful) });
    }),
  );
});
