import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsRules, matches, utilityPoints } from '../../src/engine/deal.ts';
import { hindsight } from '../../src/engine/hindsight.ts';
import type { Deal, Problem } from '../../src/engine/problem.ts';
import { runs } from '../runs.ts';
import { allDeals } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';

/** By the definition: the largest least gain over all deals that keep the rules and every red line that is kept already. */
function bruteLeft(problem: Problem, deal: Deal): number {
  const before = utilityPoints(problem, deal);
  const lines = problem.parties.flatMap(({ redLines }) => redLines.filter((line) => !matches(deal, line)));
  const others = allDeals(problem).filter(
    (other) => keepsRules(problem, other) && !lines.some((line) => matches(other, line)),
  );
  return Math.max(
    0,
    ...others.map((other) => Math.min(...utilityPoints(problem, other).map((points, k) => points - before[k]!))),
  );
}

const LIMITS = { nodes: 1_000_000, most: 3 };

describe('hindsight', () => {
  it('finds the deal that all would have preferred, by the largest least gain', () => {
    let better = 0;
    fc.assert(
      fc.property(randomProblem(), fc.nat(), (problem, pick) => {
        const lawful = allDeals(problem).filter((deal) => keepsRules(problem, deal));
        fc.pre(lawful.length > 0);
        const deal = lawful[pick % lawful.length]!;
        const found = hindsight(problem, deal, LIMITS);
        expect(found.proven).toBe(true);
        expect(found.left).toBeCloseTo(bruteLeft(problem, deal), 9);
        expect(found.better === null).toBe(found.left === 0);
        if (found.better === null) return;
        better++;
        expect(Math.min(...found.better.gain)).toBe(found.left);
        expect(keepsRules(problem, found.better.deal)).toBe(true);
      }),
      { numRuns: runs(300) },
    );
    expect(better).toBeGreaterThan(0);
  });
});
