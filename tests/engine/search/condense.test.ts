import { optionSet } from '../../../src/engine/option-set.ts';
import { expect, it } from 'vitest';
import type { Problem } from '../../../src/engine/problem.ts';
import { findDeal } from '../../../src/engine/search/maximise.ts';

it('finds no deal where rules between two issues forbid every pair of their options', () => {
  const problem: Problem = {
    offsets: Int32Array.from([0, 2, 4, 6]),
    parties: [
      {
        scale: 1,
        contributions: Float64Array.from([0, 1, 0, 1, 0, 1]),
        adjustments: [],
        redLines: [],
        disagreement: 0,
        reservation: 0,
        strict: false,
        power: 1,
      },
    ],
    sums: [],
    forbidden: [],
    consent: { required: [0], quorum: 1, conditional: [] },
  };
  const forbidden = [0, 1].flatMap((first) =>
    [0, 1].map((second) => ({
      clauses: [
        { issue: 1, options: optionSet([first]) },
        { issue: 2, options: optionSet([second]) },
      ],
    })),
  );
  expect(findDeal(problem, { floors: [0], forbidden, sums: [] }, { nodes: 0 })).toBeNull();
});
