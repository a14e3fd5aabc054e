import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Archive } from '../../../src/engine/frontier/archive.ts';
import { runs } from '../../runs.ts';

it('knows whether a vector is at least as good everywhere, as looking at each would', () => {
  let covered = 0;
  const vectors = fc.integer({ min: 2, max: 4 }).chain((columns) =>
    fc.uniqueArray(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: 20,
      maxLength: 200,
      selector: (vector) => vector.join(),
    }),
  );
  fc.assert(
    fc.property(vectors, (rows) => {
      const columns = rows[0]!.length;
      const archive = new Archive(Float64Array.from(rows.flat()), columns);
      const added: number[][] = [];
      for (const [row, vector] of rows.entries()) {
        const expected = added.some((other) => other.every((value, column) => value >= vector[column]!));
        expect(archive.covers(row)).toBe(expected);
        if (expected) covered++;
        if (row % 3 === 0) continue;
        archive.add(row);
        added.push(vector);
      }
    }),
    { numRuns: runs(200) },
  );
  expect(covered).toBeGreaterThan(runs(500));
});
