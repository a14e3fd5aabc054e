import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, fraction, fractionOf, nearest, roundedTo } from '../../src/exact/fraction.ts';
import { runs } from '../runs.ts';

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => fraction(n, d));

it('rounds to the side asked for, by what is printed, and no further than it must', () => {
  fc.assert(
    fc.property(anyFraction, (exact) => {
      const [down, up] = [roundedTo(exact, 'down'), roundedTo(exact, 'up')];
      expect(compare(fractionOf(down), exact)).toBeLessThanOrEqual(0);
      expect(compare(fractionOf(up), exact)).toBeGreaterThanOrEqual(0);
      expect([down, up]).toContain(nearest(exact));
      expect(up - down).toBeLessThanOrEqual(Math.abs(nearest(exact)) * 2 ** -51);
    }),
    { numRuns: runs(300) },
  );
});

it('leaves a number that a double prints as it is', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: 1e-12, max: 1e15 }), fc.constantFrom(1, -1), (size, sign) => {
      for (const side of ['down', 'up'] as const) expect(roundedTo(fractionOf(sign * size), side)).toBe(sign * size);
    }),
    { numRuns: runs(300) },
  );
});
