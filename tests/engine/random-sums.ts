/** Rules on sums of small whole amounts, on the options of a problem. */
import fc from 'fast-check';
import type { Problem, SumRule } from '../../src/engine/problem.ts';

export function randomSums(problem: Problem, most = 2): fc.Arbitrary<SumRule[]> {
  const options = problem.offsets.at(-1)!;
  const rule = fc.record({
    amounts: fc
      .array(fc.integer({ min: -3, max: 5 }), { minLength: options, maxLength: options })
      .map((amounts) => Float64Array.from(amounts)),
    atMost: fc.integer({ min: -6, max: 8 }),
  });
  return fc.array(rule, { maxLength: most });
}
