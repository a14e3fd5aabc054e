import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimalConflict } from '../../../src/engine/conflict/quick-xplain.ts';

const CANDIDATES = [...Array(8).keys()];

describe('minimalConflict', () => {
  it('is impossible as it is, and possible once any one candidate goes', () => {
    const sets = fc.array(fc.subarray(CANDIDATES, { minLength: 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(sets, (clashing) => {
        const holds = (kept: readonly number[]): boolean =>
          !clashing.some((set) => set.every((candidate) => kept.includes(candidate)));
        const conflict = minimalConflict(CANDIDATES, holds);
        expect(holds(conflict)).toBe(false);
        for (const gone of conflict) expect(holds(conflict.filter((kept) => kept !== gone))).toBe(true);
      }),
    );
  });

  it('is empty without candidates', () => {
    expect(minimalConflict([], () => false)).toEqual([]);
  });
});
