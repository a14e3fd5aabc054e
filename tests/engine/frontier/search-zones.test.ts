import fc from 'fast-check';
import { expect, it } from 'vitest';
import { liesAbove, lowestCorner, splitCorners } from '../../../src/engine/frontier/search-zones.ts';
import type { Corner } from '../../../src/engine/frontier/search-zones.ts';
import { runs } from '../../runs.ts';

/** Vectors over a small grid, so that equal entries are common. */
const points = fc.integer({ min: 1, max: 4 }).chain((parties) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: parties, maxLength: parties }), {
    minLength: 1,
    maxLength: 12,
  }),
);

function cornersAfter(vectors: readonly (readonly number[])[]): Corner[] {
  let corners = [lowestCorner(vectors[0]!.length)];
  for (const point of vectors) {
    const split = corners.filter((corner) => liesAbove(point, corner));
    const kept = corners.filter((corner) => !liesAbove(point, corner));
    corners = [...kept, ...splitCorners(split, kept, point)];
  }
  return corners;
}

it('leaves exactly what no point covers', () => {
  fc.assert(
    fc.property(points, fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 4, maxLength: 4 }), (vectors, probe) => {
      const deal = probe.slice(0, vectors[0]!.length);
      const covered = vectors.some((point) => point.every((units, party) => units >= deal[party]!));
      expect(cornersAfter(vectors).some((corner) => liesAbove(deal, corner))).toBe(!covered);
    }),
    { numRuns: runs(3000) },
  );
});

it('keeps no zone that lies inside another', () => {
  fc.assert(
    fc.property(points, (vectors) => {
      const corners = cornersAfter(vectors);
      for (const [index, inner] of corners.entries()) {
        const inside = corners.some(
          (outer, other) => other !== index && outer.every((units, party) => units <= inner[party]!),
        );
        expect(inside).toBe(false);
      }
    }),
    { numRuns: runs(1000) },
  );
});
