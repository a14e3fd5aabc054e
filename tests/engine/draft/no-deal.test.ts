/** No deal held against the parties, against every deal of small problems. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsRules, utilityUnits } from '../../../src/engine/deal.ts';
import { assessNoDeal } from '../../../src/engine/draft/no-deal.ts';
import type { Deal } from '../../../src/engine/problem.ts';
import { allDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

describe('assessNoDeal', () => {
  it('is efficient exactly where no lawful deal is better for somebody and worse for nobody', () => {
    let beaten = 0;
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const isBetter = (deal: Deal): boolean => {
          const gains = problem.parties.map((party) => utilityUnits(problem, party, deal) - party.disagreement);
          return keepsRules(problem, deal) && Math.min(...gains) >= 0 && Math.max(...gains) > 0;
        };
        const { efficient, dominatedBy, utility } = assessNoDeal(problem, Infinity, { nodes: 0 });
        expect(efficient).toBe(!allDeals(problem).some(isBetter));
        expect(dominatedBy === null || isBetter(dominatedBy.deal)).toBe(true);
        expect(dominatedBy === null).toBe(efficient);
        expect(utility).toEqual(problem.parties.map(({ disagreement, scale }) => disagreement / scale));
        if (efficient === false) beaten++;
      }),
      { numRuns: runs(300) },
    );
    expect(beaten).toBeGreaterThan(runs(30));
  });

  it('says that it is not known where no node is granted, and nothing false', () => {
    fc.assert(
      fc.property(randomProblem(), fc.integer({ min: 1, max: 20 }), (problem, nodes) => {
        const full = assessNoDeal(problem, Infinity, { nodes: 0 });
        const { efficient } = assessNoDeal(problem, nodes, { nodes: 0 });
        expect([null, full.efficient]).toContain(efficient);
      }),
      { numRuns: runs(200) },
    );
  });
});
