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

function compileOne(of: ReturnType<typeof party>, on: ReturnType<typeof issues>) {
  const { problem, warnings } = compileProblem(scenario({ issues: on, parties: [of] }));
  return { problem, warnings, compiled: problem.parties[0]! };
}

describe('exact', () => {
  test('units / scale is the defined utility for every deal, and the thresholds are as written', () => {
    const anyCase = anyIssues.chain((on) => anyParty(on).map((of) => ({ on, of })));
    fc.assert(
      fc.property(anyCase, ({ on, of }) => {
        const { problem, compiled, warnings } = compileOne(of, on);
        const under = BigInt(compiled.scale);
        expect(warnings).toEqual([]);
        for (const deal of deals(on)) {
          expect(equal({ over: units(problem, 0, deal), under }, utility(of, deal, on))).toBe(true);
        }
        expect(equal({ over: BigInt(compiled.disagreement), under }, fraction(of.disagreement.value))).toBe(true);
        expect(equal({ over: BigInt(compiled.reservation), under }, fraction(of.reservation.value))).toBe(true);
      }),
      { numRuns: 300 },
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
    const { compiled, warnings } = compileOne(party(scored([[5e-324, 0]])), issues(2));
    expect(warnings).toEqual([
      "party 'p': its numbers need more digits than can be computed exactly together; they are rounded to 0.000000000000001 points",
    ]);
    expect(compiled).toMatchObject({ scale: 1e15, contributions: Float64Array.of(0, 0) });
  });
});

describe('rounded', () => {
  const anyFine = fc
    .array(fc.tuple(fc.integer({ min: 1e14, max: 9e15 }), fc.integer({ min: 0, max: 1e15 })), {
      minLength: 2,
      maxLength: 5,
    })
    .map((rows) => rows.map(([weight, value]) => ({ weight: weight / 1e15, values: [0, value / 1e13] })));

  test('to the finest power of ten that fits, with a warning', () => {
    fc.assert(
      fc.property(anyFine, (rows) => {
        const on = issues(...rows.map(() => 2));
        const of = party(weighted(rows), { reservation: { value: 33.333333333 } });
        const { problem, compiled, warnings } = compileOne(of, on);
        fc.pre(warnings.length > 0);
        const scale = BigInt(compiled.scale);
        expect(String(scale)).toMatch(/^10*$/);
        expect(warnings[0]).toBe(
          `party 'p': its numbers need more digits than can be computed exactly together; they are rounded to ${(1 / compiled.scale).toFixed(String(scale).length - 1)} points`,
        );
        const bound = [...compiled.contributions].reduce(
          (sum, n) => sum + BigInt(Math.abs(n)),
          BigInt(compiled.reservation),
        );
        expect(bound < 2n ** 53n).toBe(true);
        expect(bound * 10n + 100n >= 2n ** 53n || scale * 10n >= 2n ** 53n).toBe(true);
        for (const deal of deals(on)) {
          const exact = utility(of, deal, on);
          const error = units(problem, 0, deal) * exact.under - exact.over * scale;
          const twice = 2n * (error < 0n ? -error : error);
          expect(twice <= BigInt(rows.length) * exact.under).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('fine numbers that happen to fit stay exact', () => {
    const rows = [{ weight: 0.123456789012345, values: [0, 100] }];
    expect(compileOne(party(weighted(rows)), issues(2))).toMatchObject({ warnings: [], compiled: { scale: 1 } });
  });
});
