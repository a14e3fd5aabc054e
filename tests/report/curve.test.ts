import { describe, expect, it } from 'vitest';
import { BRAILLE, curveRows } from '../../src/report/text/curve.ts';
import { columns } from '../../src/report/text/width.ts';
import type { CurveOptions } from '../../src/report/text/curve.ts';

function drawn(options: Partial<CurveOptions>): string[] {
  const rows = curveRows({
    values: [0, 0, 10, 10],
    low: 0,
    high: 10,
    threshold: 5,
    moment: null,
    columns: 8,
    rows: 3,
    signs: BRAILLE,
    ...options,
  });
  return rows.map((pieces) => pieces.map(({ text }) => text).join(''));
}

describe('a curve', () => {
  it('runs from left to right, with a line up where the value moves and a dotted line at the mark', () => {
    expect(drawn({})).toEqual(['    ⡏⠉⠉⠉', '┄┄┄┄⡇┄┄┄', '⣀⣀⣀⣀⡇   ']);
  });

  it('has the sign at its moment, at the height of the value', () => {
    expect(drawn({ moment: 3 })).toEqual(['    ⡏⠉⠉●', '┄┄┄┄⡇┄┄┄', '⣀⣀⣀⣀⡇   ']);
  });

  it('is blank where there is no value yet, and without a line where the mark lies outside', () => {
    expect(drawn({ values: [null, null, 10, 10], threshold: 11 })).toEqual(['    ⠉⠉⠉⠉', '        ', '        ']);
  });

  it('takes its rows and columns exactly, whatever the values', () => {
    for (const values of [[], [3], [0, 10, 0, 10, 0], Array.from({ length: 100 }, (_, k) => k % 11)]) {
      const rows = drawn({ values, columns: 13, rows: 4 });
      expect(rows.map((row) => columns(row))).toEqual([13, 13, 13, 13]);
    }
  });

  it('is a level line where low and high are the same', () => {
    expect(drawn({ values: [4, 4], low: 4, high: 4, threshold: 4 }).join('')).toMatch(/[⠀-⣿]{8}/);
  });
});
