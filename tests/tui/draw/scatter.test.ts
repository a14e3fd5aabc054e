import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASCII, UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { plainText } from '../../../src/tui/draw/line.ts';
import { plotArea, scatter } from '../../../src/tui/draw/scatter.ts';
import { sized, widthsOf, nameText } from './support.ts';

const coordinate = fc.double({ noNaN: true, min: -20, max: 120 });
const point = fc.record({ x: coordinate, y: coordinate });
const AXES = { x: { title: 'Upland', low: 0, high: 100 }, y: { title: 'Delta', low: 0, high: 100 } };

/** Coordinates of the lit dots of a plot in Unicode, in dots from the lower left. */
function litDots(rows: readonly string[], left: number, top: number, height: number): string[] {
  const bits = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80];
  const lit: string[] = [];
  for (const [r, row] of rows.slice(top, top + height).entries()) {
    for (const [c, sign] of Array.from(row).slice(left).entries()) {
      const code = (sign.codePointAt(0) ?? 0) - 0x2800;
      if (code < 0 || code > 255) continue;
      for (const [b, bit] of bits.entries()) {
        if ((code & bit) !== 0) lit.push(`${c * 2 + (b >> 2)},${height * 4 - 1 - (r * 4 + (b & 3))}`);
      }
    }
  }
  return lit.sort();
}

describe('scatter', () => {
  it('has exactly the size, whatever the points and titles', () => {
    fc.assert(
      fc.property(
        fc.record({
          points: fc.array(point, { maxLength: 20 }),
          marks: fc.array(fc.record({ x: coordinate, y: coordinate, sign: fc.constantFrom('A', '●', '漢', '') }), {
            maxLength: 4,
          }),
          cursor: fc.option(fc.nat(5), { nil: undefined }),
          x: fc.record({ title: nameText, low: coordinate, high: coordinate, threshold: coordinate }),
          y: fc.record({ title: nameText, low: coordinate, high: coordinate, threshold: coordinate }),
          width: fc.nat(40),
          height: fc.nat(12),
          glyphs: fc.constantFrom(UNICODE, ASCII),
        }),
        (options) => {
          expect(widthsOf(scatter(options))).toEqual(sized(options.width, options.height));
        },
      ),
    );
  });

  it('lights exactly the dots of the points within the axes', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (points) => {
        const options = { points, marks: [], ...AXES, width: 40, height: 12, glyphs: UNICODE };
        const { left, top, columns, rows } = plotArea(options);
        const inside = points.filter(({ x, y }) => x >= 0 && x <= 100 && y >= 0 && y <= 100);
        const wanted = inside.map(({ x, y }) => {
          const right = Math.min(columns * 2 - 1, Math.floor((x / 100) * columns * 2));
          const up = Math.min(rows * 4 - 1, Math.floor((y / 100) * rows * 4));
          return `${right},${up}`;
        });
        expect(litDots(scatter(options).map(plainText), left, top, rows)).toEqual([...new Set(wanted)].sort());
      }),
    );
  });

  it('draws axes, thresholds, marks and the cursor', () => {
    const lines = scatter({
      points: [{ x: 100, y: 100 }],
      marks: [
        { x: 0, y: 0, sign: 'A' },
        { x: 60, y: 60, sign: 'B' },
      ],
      cursor: 1,
      x: { ...AXES.x, threshold: 50 },
      y: { ...AXES.y, threshold: 50 },
      width: 14,
      height: 6,
      glyphs: UNICODE,
    });
    expect(lines.map(plainText)).toEqual([
      '    Delta     ',
      '100      ┆   ⠈',
      '    ┄┄┄┄┄┼B┄┄┄',
      '         ┆    ',
      '  0 A    ┆    ',
      '    0 Upl… 100',
    ]);
    expect(lines.flat().find(({ text }) => text === 'B')?.tone).toBe('cursor');
  });

  it('has only ASCII with the ASCII set', () => {
    const points = Array.from({ length: 200 }, (_, k) => ({ x: (k * 37) % 101, y: (k * 53) % 101 }));
    const lines = scatter({ points, marks: [], ...AXES, width: 20, height: 8, glyphs: ASCII });
    expect(lines.map(plainText).join('')).toMatch(/^[ -~]*$/u);
  });
});
