import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { pointsAtStake } from '../../../src/tui/screens/points/at-stake.ts';
import { randomProblem } from '../../engine/random-problem.ts';
import { runs } from '../../runs.ts';

/** By looking at every change. */
function byPairs({ offsets, parties }: Problem, issue: number): number {
  const options = Array.from({ length: offsets[issue + 1]! - offsets[issue]! }, (_, k) => offsets[issue]! + k);
  const amounts = options.flatMap((from) =>
    options.map((to) => {
      const gains = parties.map(({ contributions, scale }) => (contributions[to]! - contributions[from]!) / scale);
      return Math.min(Math.max(...gains), Math.max(...gains.map((gain) => -gain)));
    }),
  );
  return Math.max(0, ...amounts);
}

test('the points at stake are those of the change that sets two parties most against each other', () => {
  fc.assert(
    fc.property(randomProblem({ maxParties: 4, maxIssues: 3, maxOptions: 9 }), (problem) => {
      for (let issue = 0; issue < problem.offsets.length - 1; issue++) {
        expect(pointsAtStake(problem, issue)).toBeCloseTo(byPairs(problem, issue), 9);
      }
    }),
    { numRuns: runs(1000) },
  );
});

test('a range of a million numbers is read in one go', () => {
  const options = 1_000_001;
  const party = {
    scale: 10_000,
    adjustments: [],
    redLines: [],
    disagreement: 0,
    reservation: 0,
    strict: false,
    power: 1,
  };
  const rising = Float64Array.from({ length: options }, (_, k) => k);
  const problem: Problem = {
    offsets: Int32Array.of(0, options),
    parties: [
      { ...party, contributions: rising },
      { ...party, contributions: rising.map((k) => options - 1 - k) },
    ],
    forbidden: [],
    sums: [],
    consent: { required: [0, 1], quorum: 2, conditional: [] },
  };
  expect(pointsAtStake(problem, 0)).toBe(100);
});
