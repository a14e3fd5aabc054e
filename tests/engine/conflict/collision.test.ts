import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../../src/engine/answer.ts';
import { allConstraints, demandOnly } from '../../../src/engine/conflict/demands.ts';
import { collisionOf } from '../../../src/engine/conflict/collision.ts';
import { countsOfOpenings, withCounts } from '../../../src/engine/conflict/opening-counts.ts';
import type { Problem } from '../../../src/engine/problem.ts';
import { allDeals, zoneDeals } from '../brute-force.ts';
import { keepsRules } from '../../../src/engine/deal.ts';
import { randomProblem } from '../random-problem.ts';
import { countOf } from '../../../src/engine/zone/roads.ts';
import { runs } from '../../runs.ts';

const BUDGET = { states: 100_000, seed: 'test' };

function isOpen(problem: Problem, kept: readonly Constraint[]): boolean {
  return zoneDeals(demandOnly(problem, kept)).length > 0;
}

describe('the collision of an empty zone', () => {
  it('finds an irreducible conflict and minimal ways out, whatever makes the zone empty', () => {
    let empty = 0;
    fc.assert(
      fc.property(randomProblem({ maxParties: 4, maxIssues: 4, maxOptions: 3 }), (problem) => {
        fc.pre(zoneDeals(problem).length === 0);
        const found = collisionOf(problem, 10, { nodes: 0 });
        const collision = found && withCounts(found, countsOfOpenings(problem, found, BUDGET).map(countOf));
        if (!allDeals(problem).some((deal) => keepsRules(problem, deal))) {
          expect(collision).toBeNull();
          return;
        }
        empty++;
        const { conflict, openings } = collision!;
        expect(isOpen(problem, conflict)).toBe(false);
        for (const demand of conflict)
          expect(
            isOpen(
              problem,
              conflict.filter((other) => other !== demand),
            ),
          ).toBe(true);
        expect(openings.length).toBeGreaterThan(0);
        const told = openings.map(({ drop }) =>
          drop
            .map((demand) => JSON.stringify(demand))
            .sort()
            .join(),
        );
        expect(new Set(told).size).toBe(told.length);
        const demands = allConstraints(problem);
        const contains = (list: readonly Constraint[], demand: Constraint): boolean =>
          list.some((other) => JSON.stringify(other) === JSON.stringify(demand));
        for (const { drop, count } of openings) {
          const kept = demands.filter((demand) => !contains(drop, demand));
          expect(count).toEqual({ kind: 'exact', count: BigInt(zoneDeals(demandOnly(problem, kept)).length) });
          expect(isOpen(problem, kept)).toBe(true);
          for (const demand of drop) expect(isOpen(problem, [...kept, demand])).toBe(false);
        }
      }),
      { numRuns: runs(400) },
    );
    expect(empty).toBeGreaterThan(runs(25));
  });
});
