import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { line, lineWidth, plainText, safe } from '../../../src/tui/draw/line.ts';
import { columnsOf, moreText, windowOf } from '../../../src/tui/draw/list.ts';
import { nameText } from './support.ts';

describe('windowOf', () => {
  it('fills the height, holds the cursor, and does not move without need', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.integer({ min: -5, max: 60 }),
        fc.nat(20),
        fc.nat(60),
        (count, cursor, height, before) => {
          const { start, end } = windowOf(count, cursor, height, before);
          expect(end - start).toBe(Math.min(count, height));
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(count);
          if (end === start) return;
          const row = Math.min(count - 1, Math.max(0, cursor));
          expect(row).toBeGreaterThanOrEqual(start);
          expect(row).toBeLessThan(end);
          const fits = before + height <= count && row >= before && row < before + height;
          if (fits) expect(start).toBe(before);
        },
      ),
    );
  });

  it('says how many rows lie outside', () => {
    expect(moreText({ start: 3, end: 8 }, 20, UNICODE)).toBe('↑ 3  ↓ 12');
    expect(moreText({ start: 0, end: 8 }, 8, UNICODE)).toBe('');
  });
});

describe('columnsOf', () => {
  const heads = [
    { title: 'issue', grow: true },
    { title: 'now', align: 'right' },
    { title: 'was', align: 'right', width: 4 },
  ] as const;

  it('gives lines of exactly the width', () => {
    const cells = fc.array(nameText.map(safe), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), fc.nat(50), fc.nat(3), (rows, width, gap) => {
        const { header, rows: lines } = columnsOf({ columns: heads, rows, width, gap });
        for (const of of [header, ...lines]) expect(lineWidth(of)).toBe(width);
        expect(lines).toHaveLength(rows.length);
      }),
    );
  });

  it('aligns, lets one column grow, and cuts the widest first', () => {
    const rows = [
      ['Water share', '62.3', line('5')],
      ['Dam', '8.0', '12'],
    ];
    const wide = columnsOf({ columns: heads, rows, width: 30 });
    expect([wide.header, ...wide.rows].map(plainText)).toEqual([
      'issue                now   was',
      'Water share         62.3     5',
      'Dam                  8.0    12',
    ]);
    expect(columnsOf({ columns: heads, rows, width: 20 }).rows.map(plainText)).toEqual([
      'Water s…  62.3     5',
      'Dam        8.0    12',
    ]);
  });
});
