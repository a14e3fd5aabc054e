import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASCII, UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { lineWidth, plainText } from '../../../src/tui/draw/line.ts';
import { countBar, difference, history, logShare, satisfaction, share, tornado } from '../../../src/tui/draw/meter.ts';
import { TENTHS } from '../../../src/report/text/points.ts';
import { ruler, slider, track } from '../../../src/tui/draw/slider.ts';

const value = fc.double({ noNaN: true, min: -50, max: 150 });
const size = fc.nat(30);
const glyphs = fc.constantFrom(UNICODE, ASCII);
const whole = fc.bigInt({ min: 0n, max: 10n ** 30n });
const fraction = fc.double({ noNaN: true, min: 0, max: 1 });

describe('widths', () => {
  it('are exact for every drawing', () => {
    fc.assert(
      fc.property(value, value, value, size, glyphs, (a, b, c, columns, set) => {
        const scale = { low: 0, high: 100 };
        const marks = [
          { at: b, kind: 'baseline' },
          { at: c, kind: 'breakpoint' },
        ] as const;
        const drawings = [
          satisfaction({ value: a, threshold: b, size: columns, glyphs: set }),
          share(a / 100, columns, set),
          tornado({ low: a, high: b, middle: c, scale, size: columns, glyphs: set }),
          history([a, b, c], columns, set),
          slider({ value: a, low: 0, high: 100, size: columns, marks, active: a > b, glyphs: set }),
          track({ segments: [{ from: 0, to: 0.5, state: 'holds' }], cursor: a / 100, size: columns, glyphs: set }),
          ruler([{ at: a / 100, sign: 'x' }], columns),
        ];
        expect(drawings.map(lineWidth)).toEqual(drawings.map(() => columns));
      }),
    );
  });
});

describe('bars', () => {
  it('satisfaction fills past the mark exactly when the threshold is reached', () => {
    expect(plainText(satisfaction({ value: 70, threshold: 50, size: 10, glyphs: UNICODE }))).toBe('█████│█░░░');
    expect(plainText(satisfaction({ value: 49.9, threshold: 50, size: 10, glyphs: ASCII }))).toBe('#####|....');
  });

  it('a count shows unless it is none, and fills only when it is all', () => {
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 2, max: 40 }), (a, b, columns) => {
        const [count, space] = a < b ? [a, b] : [b, a];
        const filled = Array.from(plainText(countBar(count, space, columns, UNICODE))).filter(
          (sign) => sign === '█',
        ).length;
        expect(filled === 0).toBe(count === 0n);
        expect(filled === columns).toBe(count === space && count > 0n);
      }),
    );
  });

  it('a count grows with its logarithm', () => {
    expect(logShare(10n ** 6n, 10n ** 12n)).toBeCloseTo(0.5, 6);
    expect(logShare(0n, 10n)).toBe(0);
    expect(logShare(10n, 10n)).toBe(1);
  });

  it('differences carry their sign, none is "="', () => {
    expect([4.23, -8.1, 0.04, 0].map((by) => difference(by, TENTHS).text)).toEqual(['+4.2', '-8.1', '+0.04', '=']);
  });

  it('tornado bars reach from the middle to both ends', () => {
    const scale = { low: 0, high: 8 };
    expect(plainText(tornado({ low: 2, high: 7, middle: 4, scale, size: 9, glyphs: UNICODE }))).toBe('  ▒▒│███ ');
    expect(plainText(tornado({ low: 8, high: 6, middle: 4, scale, size: 9, glyphs: UNICODE }))).toBe('    │██▒▒');
  });

  it('history rises from least to most, newest at the right', () => {
    expect(plainText(history([0, 7, 3.5, 7], 6, UNICODE))).toBe('  ▁█▅█');
    expect(plainText(history([9, 0, 7], 2, UNICODE))).toBe('▁█');
  });
});

describe('slider', () => {
  it('puts knob and marks where the values are', () => {
    const options = { value: 5, low: 0, high: 10, size: 13, glyphs: UNICODE };
    expect(plainText(slider(options))).toBe(' ━━━━━●┈┈┈┈┈ ');
    const marks = [
      { at: 2, kind: 'baseline' },
      { at: 8, kind: 'breakpoint' },
    ] as const;
    expect(plainText(slider({ ...options, marks, active: true }))).toBe('←━━○━━●┈┈╎┈┈→');
    expect(plainText(slider({ ...options, value: 99 }))).toBe(' ━━━━━━━━━━● ');
  });
});

describe('track', () => {
  it('shows where the verdict holds, and never loses a change', () => {
    const segments = [
      { from: 0, to: 0.3, state: 'fails' },
      { from: 0.3, to: 0.65, state: 'holds' },
      { from: 0.65, to: 1, state: 'fails' },
    ] as const;
    expect(plainText(track({ segments, size: 10, glyphs: UNICODE }))).toBe('░░░███▓░░░');
    expect(plainText(track({ segments: segments.slice(0, 2), cursor: 0.5, size: 10, glyphs: UNICODE }))).toBe(
      '░░░██●█···',
    );
  });

  it('shows every verdict that some point has, also a single point', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 1, max: 30 }), (at, columns) => {
        const segments = [
          { from: 0, to: at, state: 'fails' },
          { from: at, to: at, state: 'holds' },
          { from: at, to: 1, state: 'fails' },
        ] as const;
        const text = plainText(track({ segments, size: columns, glyphs: UNICODE }));
        expect(Array.from(text).filter((sign) => sign === '▓' || sign === '█')).toHaveLength(1);
      }),
    );
  });

  it('ruler marks stand above their cells', () => {
    expect(
      plainText(
        ruler(
          [
            { at: 0, sign: 'a' },
            { at: 0.55, sign: 'b' },
            { at: 1, sign: 'c' },
          ],
          10,
        ),
      ),
    ).toBe('a    b   c');
  });
});
