import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planWalk } from '../../../src/engine/enumerate/plan.ts';
import type { Plan } from '../../../src/engine/enumerate/plan.ts';
import { walk } from '../../../src/engine/enumerate/walk.ts';
import type { Problem } from '../../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../../src/engine/problem.ts';
import { anyNumbers } from '../any-numbers.ts';
import { soleBlockerCount, zoneDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

/** Every way to part the issues, gone through in stretches of a few deals. */
function plansOf(problem: Problem): fc.Arbitrary<Plan> {
  const issues = Array.from({ length: issueCount(problem) }, (_, issue) => issue);
  return fc
    .tuple(fc.subarray(issues), fc.integer({ min: 1, max: 40 }), fc.boolean())
    .map(([inner, chunk, laddered]) => {
      const innerSize = inner.reduce((size, issue) => size * optionCount(problem, issue), 1);
      return { outer: issues.filter((issue) => !inner.includes(issue)), inner, innerSize, chunk, laddered, work: 0 };
    });
}

function check(problem: Problem, plan: Plan): void {
  const zone = zoneDeals(problem);
  const flows = new Float64Array(problem.offsets.at(-1)!);
  for (const deal of zone) deal.forEach((option, issue) => flows[problem.offsets[issue]! + option]!++);
  const blockers = problem.parties.map((_, party) => soleBlockerCount(problem, party));
  expect(walk(problem, plan, true)).toEqual({ count: zone.length, flows, soleBlockers: blockers });
  expect(walk(problem, plan, false)).toEqual({ count: zone.length, flows, soleBlockers: null });
}

describe('a walk', () => {
  it('counts what looking at each deal counts, however the issues are parted', () => {
    const cases = randomProblem().chain((problem) => fc.tuple(fc.constant(problem), plansOf(problem)));
    fc.assert(
      fc.property(cases, ([problem, plan]) => check(problem, plan)),
      { numRuns: runs(600) },
    );
  });

  it('does so where everybody has to sign and only sums decide, which it goes through in a way of its own', () => {
    const plain = anyNumbers({ maxParties: 6, maxIssues: 6, maxOptions: 4 }).map((problem): Problem => ({
      ...problem,
      parties: problem.parties.map((party) => ({ ...party, redLines: [], adjustments: [] })),
      forbidden: [],
      sums: [],
      consent: { required: [...problem.parties.keys()], quorum: problem.parties.length, conditional: [] },
    }));
    const cases = plain.chain((problem) => fc.tuple(fc.constant(problem), plansOf(problem)));
    fc.assert(
      fc.property(cases, ([problem, plan]) => check(problem, { ...plan, laddered: true })),
      { numRuns: 100 },
    );
  });

  it('follows its own plan as well', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => check(problem, planWalk(problem)!)),
      { numRuns: runs(600) },
    );
  });
});
