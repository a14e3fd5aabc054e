import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import {
  anyIssues,
  anyParty,
  deals,
  equal,
  fraction,
  issues,
  party,
  scenario,
  scored,
  units,
  utility,
  weighted,
} from './support.ts';
import { runs } from '../runs.ts';

function compileOne(of: ReturnType<typeof party>, on: ReturnType<typeof issues>) {
  const { problem } = compileProblem(scenario({ issues: on, parties: [of] }));
  return { problem, compiled: problem.parties[0]! };
}

describe('exact', () => {
  test('units / scale is the defined utility for every deal, and the thresholds are as written', () => {
    const anyCase = anyIssues.chain((on) => anyParty(on).map((of) => ({ on, of })));
    fc.assert(
      fc.property(anyCase, ({ on, of }) => {
        const { problem, compiled } = compileOne(of, on);
        const under = BigInt(compiled.scale);
        for (const deal of deals(on)) {
          expect(equal({ over: units(problem, 0, deal), under }, utility(of, deal, on))).toBe(true);
        }
        expect(equal({ over: BigInt(compiled.disagreement), under }, fraction(of.disagreement.value))).toBe(true);
        expect(equal({ over: BigInt(compiled.reservation), under }, fraction(of.reservation.value))).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  test('a threshold that floating point misses is met', () => {
    const rows = [0.1, 0.2, 0.3].map((weight) => ({ weight, values: [50, 49.9999999] }));
    const { problem, compiled } = compileOne(party(weighted(rows), { reservation: { value: 50 } }), issues(2, 2, 2));
    expect((0.1 * 50 + 0.2 * 50 + 0.3 * 50) / (0.1 + 0.2 + 0.3) >= 50).toBe(false);
    expect(units(problem, 0, [0, 0, 0])).toBe(BigInt(compiled.reservation));
    expect(units(problem, 0, [1, 0, 0]) < BigInt(compiled.reservation)).toBe(true);
  });

  test('the integers are the smallest that do', () => {
    const rows = [
      { weight: 30, values: [0, 100] },
      { weight: 30, values: [0, 50] },
    ];
    const { compiled } = compileOne(party(weighted(rows), { reservation: { value: 50 } }), issues(2, 2));
    expect(compiled).toMatchObject({ scale: 1, reservation: 50, contributions: Float64Array.of(0, 50, 0, 25) });
    const scores = compileOne(party(scored([[0.5, 2]]), { reservation: { value: 1.25 } }), issues(2)).compiled;
    expect(scores).toMatchObject({ scale: 4, reservation: 5, contributions: Float64Array.of(2, 8) });
  });

  test('an issue without weight adds nothing', () => {
    const rows = [
      { weight: 0, values: [10, 100] },
      { weight: 2, values: [30, 60] },
    ];
    expect(compileOne(party(weighted(rows)), issues(2, 2)).compiled).toMatchObject({
      scale: 1,
      contributions: Float64Array.of(0, 0, 30, 60),
    });
  });

  test('numbers as small as a number gets', () => {
    const { problem, compiled } = compileOne(party(scored([[5e-324, 0]])), issues(2));
    const least = { over: 5n, under: 10n ** 324n };
    expect(equal({ over: units(problem, 0, [0]), under: BigInt(compiled.scale) }, least)).toBe(true);
    expect(units(problem, 0, [1])).toBe(0n);
  });

  test('numbers of very different size beside each other', () => {
    const rows = [
      [1e12, 0.0001],
      [33.333333333333336, -7e-9],
    ];
    const of = party(scored(rows), { reservation: { value: 1e-10 } });
    const on = issues(2, 2);
    const { problem, compiled } = compileOne(of, on);
    for (const deal of deals(on)) {
      expect(equal({ over: units(problem, 0, deal), under: BigInt(compiled.scale) }, utility(of, deal, on))).toBe(true);
    }
    expect(equal({ over: BigInt(compiled.reservation), under: BigInt(compiled.scale) }, fraction(1e-10))).toBe(true);
  });

  const anyFine = fc
    .array(fc.tuple(fc.integer({ min: 1e14, max: 9e15 }), fc.integer({ min: 0, max: 1e15 })), {
      minLength: 2,
      maxLength: 5,
    })
    .map((rows) => rows.map(([weight, value]) => ({ weight: weight / 1e15, values: [0, value / 1e13] })));

  test('numbers of fifteen digits', () => {
    fc.assert(
      fc.property(anyFine, (rows) => {
        const on = issues(...rows.map(() => 2));
        const of = party(weighted(rows), { reservation: { value: 33.333333333 } });
        const { problem, compiled } = compileOne(of, on);
        for (const deal of deals(on)) {
          const own = { over: units(problem, 0, deal), under: BigInt(compiled.scale) };
          expect(equal(own, utility(of, deal, on))).toBe(true);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test('fine numbers that happen to fit stay numbers', () => {
    const rows = [{ weight: 0.123456789012345, values: [0, 100] }];
    expect(compileOne(party(weighted(rows)), issues(2)).compiled).toMatchObject({ scale: 1 });
  });
});
