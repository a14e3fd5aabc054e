import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planWalk } from '../../../src/engine/enumerate/plan.ts';
import type { Plan } from '../../../src/engine/enumerate/plan.ts';
import { tellDeals, walk } from '../../../src/engine/enumerate/walk.ts';
import type { Deal, NarrowProblem, Problem } from '../../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../../src/engine/problem.ts';
import { anyNumbers } from '../any-numbers.ts';
import { compareDeals, utilityUnits } from '../../../src/engine/deal.ts';
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

/** Everybody has to sign, and does for a sum of any numbers. */
function onlySums(maxParties: number): fc.Arbitrary<NarrowProblem> {
  return anyNumbers({ maxParties, maxIssues: 6, maxOptions: 4 }).map((problem) => ({
    ...problem,
    parties: problem.parties.map((party) => ({ ...party, redLines: [], adjustments: [] })),
    forbidden: [],
    sums: [],
    consent: { required: [...problem.parties.keys()], quorum: problem.parties.length, conditional: [] },
  }));
}

/** It tells each deal of the zone once with its utilities; and none, once nobody minds. */
function checkTold(problem: NarrowProblem, plan: Plan): void {
  const told: { readonly deal: Deal; readonly utility: readonly number[] }[] = [];
  tellDeals(problem, plan, {
    minds: () => true,
    see: (utility, dealAt) => void told.push({ deal: dealAt(), utility: [...utility] }),
  });
  told.sort((a, b) => compareDeals(a.deal, b.deal));
  expect(told.map(({ deal }) => deal)).toEqual(zoneDeals(problem));
  for (const { deal, utility } of told) {
    expect(utility).toEqual(problem.parties.map((party) => utilityUnits(problem, party, deal)));
  }
  const floor = Math.max(0, ...told.map(({ utility }) => utility[0]!));
  const best = told.filter(({ utility }) => utility[0]! >= floor).length;
  let seen = 0;
  tellDeals(problem, plan, {
    minds: (most) => most[0]! >= floor,
    see: (utility) => void (seen += utility[0]! >= floor ? 1 : 0),
  });
  expect(seen).toBe(best);
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
    const cases = onlySums(6).chain((problem) => fc.tuple(fc.constant(problem), plansOf(problem)));
    fc.assert(
      fc.property(cases, ([problem, plan]) => check(problem, { ...plan, laddered: true })),
      { numRuns: 100 },
    );
  });

  it('tells the deals it counts, but for those that nobody minds', () => {
    const shape = { maxParties: 4, maxIssues: 5, maxOptions: 4 };
    const cases = anyNumbers(shape).chain((problem) => fc.tuple(fc.constant(problem), plansOf(problem)));
    fc.assert(
      fc.property(cases, ([problem, plan]) => checkTold(problem, plan)),
      { numRuns: runs(400) },
    );
  });

  it('tells them where only sums decide', () => {
    const cases = onlySums(4).chain((problem) => fc.tuple(fc.constant(problem), plansOf(problem)));
    fc.assert(
      fc.property(cases, ([problem, plan]) => checkTold(problem, { ...plan, laddered: true })),
      { numRuns: runs(400) },
    );
  });

  it('follows its own plan as well', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => check(problem, planWalk(problem)!)),
      { numRuns: runs(600) },
    );
  });
});
