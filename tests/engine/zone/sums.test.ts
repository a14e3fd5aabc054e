import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noSums } from '../../../src/engine/zone/sums.ts';
import type { Sums } from '../../../src/engine/zone/sums.ts';
import { runs } from '../../runs.ts';

/** Steps close together, far apart, and both: sums are marked, listed, and change from one to the other. */
const steps = fc.array(fc.oneof(fc.integer({ min: -6, max: 40 }), fc.integer({ min: 0, max: 1e12 })), {
  minLength: 1,
  maxLength: 4,
});

function everySum(parts: readonly (readonly number[])[]): readonly number[] {
  const sums = parts.reduce<readonly number[]>(
    (all, part) => [...new Set(all.flatMap((sum) => part.map((step) => sum + step)))],
    [0],
  );
  const least = Math.min(...sums);
  return sums.map((sum) => sum - least).sort((a, b) => a - b);
}

function told({ size }: Sums, at: (rank: number) => number | bigint): readonly number[] {
  return Array.from({ length: size }, (_, rank) => Number(at(rank)));
}

test('the sums of several parts are all there are, each at its rank, for numbers and big integers', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 7 }), (parts) => {
      const expected = everySum(parts);
      const narrow = parts.reduce<Sums>((sums, part) => sums.with(part), noSums(true));
      expect(told(narrow, (rank) => narrow.at(rank))).toEqual(expected);
      const wide = parts.reduce<Sums>((sums, part) => sums.with(part.map(BigInt)), noSums(false));
      expect(told(wide, (rank) => wide.at(rank))).toEqual(expected);
    }),
    { numRuns: runs(100) },
  );
});

test('a value between two sums has the rank of the higher one, and one beyond all of them their number', () => {
  fc.assert(
    fc.property(fc.array(steps, { maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (parts, share) => {
      const expected = everySum(parts);
      const sums = parts.reduce<Sums>((all, part) => all.with(part), noSums(true));
      const value = Math.round((expected.at(-1)! + 4) * share) - 2;
      expect(sums.below(value)).toBe(expected.filter((sum) => sum < value).length);
    }),
    { numRuns: runs(300) },
  );
});
