import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beside, block, box, ends, stack } from '../../../src/tui/draw/box.ts';
import { ASCII, UNICODE } from '../../../src/tui/draw/glyphs.ts';
import { line, lineWidth, plainText } from '../../../src/tui/draw/line.ts';
import { anyBody, anyLine, sized, widthsOf, nameText } from './support.ts';

const side = fc.integer({ min: 0, max: 30 });

describe('box', () => {
  it('has exactly the size asked, down to nothing', () => {
    fc.assert(
      fc.property(
        fc.record({
          title: nameText,
          right: fc.option(nameText, { nil: undefined }),
          width: side,
          height: fc.integer({ min: 0, max: 8 }),
          focused: fc.boolean(),
          body: anyBody,
          glyphs: fc.constantFrom(UNICODE, ASCII),
        }),
        (options) => {
          expect(widthsOf(box(options))).toEqual(sized(options.width, options.height));
        },
      ),
    );
  });

  it('shows the focus by border and mark', () => {
    const options = { title: 'Deal', right: '3 of 14', width: 28, height: 3, body: [line('text')], glyphs: UNICODE };
    expect(box({ ...options, focused: false }).map(plainText)).toEqual([
      '╭─ Deal ───────── 3 of 14 ─╮',
      '│text                      │',
      '╰──────────────────────────╯',
    ]);
    expect(box({ ...options, focused: true }).map(plainText)).toEqual([
      '┏━ › Deal ━━━━━━━ 3 of 14 ━┓',
      '┃text                      ┃',
      '┗━━━━━━━━━━━━━━━━━━━━━━━━━━┛',
    ]);
  });

  it('drops the right text before it cuts the title', () => {
    const head = box({
      title: 'Satisfaction',
      right: 'points',
      width: 18,
      height: 2,
      focused: false,
      body: [],
      glyphs: UNICODE,
    });
    expect(plainText(head[0] ?? [])).toBe('╭─ Satisfaction ─╮');
  });
});

describe('arrangement', () => {
  it('beside adds widths, stack adds heights', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyBody, side, fc.nat(6)), { maxLength: 4 }), (parts) => {
        const blocks = parts.map(([body, width, height]) => block(body, { width, height }));
        const shownBlocks = blocks.filter((lines) => lines.length > 0);
        const widths = shownBlocks.map((lines) => lineWidth(lines[0] ?? []));
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(widthsOf(beside(...blocks))).toEqual(
          sized(sum(widths), Math.max(0, ...blocks.map((lines) => lines.length))),
        );
        expect(widthsOf(stack(...blocks))).toEqual(
          sized(Math.max(0, ...widths), sum(blocks.map((lines) => lines.length))),
        );
      }),
    );
  });

  it('ends keeps the width and both texts where they fit', () => {
    fc.assert(
      fc.property(anyLine, anyLine, fc.nat(40), (left, right, width) => {
        expect(lineWidth(ends(left, right, width))).toBe(width);
      }),
    );
    expect(plainText(ends(line('left'), line('right'), 12))).toBe('left   right');
    expect(plainText(ends(line('left'), line('right'), 9))).toBe('left     ');
  });
});
