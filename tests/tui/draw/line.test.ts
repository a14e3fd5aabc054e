import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { fit, joined, line, lineWidth, plainText, safe, span, toned } from '../../../src/tui/draw/line.ts';
import { anyLine, nameText } from './support.ts';

describe('fit', () => {
  it('gives exactly the width, whatever the texts', () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: 0, max: 40 }), (of, width) => {
        expect(lineWidth(fit(of, width))).toBe(width);
      }),
    );
  });

  it('changes nothing but the padding of a line that fits', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(10), (of, more) => {
        const text = plainText(of);
        expect(plainText(fit(of, lineWidth(of) + more))).toBe(text + ' '.repeat(more));
      }),
    );
  });

  it('marks a cut, also when it falls between two pieces', () => {
    expect(plainText(fit(line('Water', ' share'), 5))).toBe('Wate…');
    expect(plainText(fit(line('漢字漢字'), 4))).toBe('漢… ');
  });
});

describe('lineWidth', () => {
  it('is the width of its texts', () => {
    const texts = fc.oneof(nameText, fc.string({ unit: fc.constantFrom('a', '█', '⠿', '…', '\u0301', '漢', '·') }));
    fc.assert(
      fc.property(texts, (text) => {
        expect(lineWidth([span(text)])).toBe(stringWidth(text));
      }),
    );
  });
});

describe('safe', () => {
  it('leaves nothing that moves the cursor, and no mark to join what stands before', () => {
    fc.assert(
      fc.property(nameText, (text) => {
        const name = safe(text);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/u);
        expect(name).not.toMatch(/^\p{M}/u);
        expect(stringWidth(`x${name}`)).toBe(1 + stringWidth(name));
      }),
    );
  });

  it('keeps letters of any script', () => {
    for (const name of ['Straße', 'Київ', '漢字', 'e\u0301té'.normalize('NFC')]) expect(safe(name)).toBe(name);
    expect(safe('a\u001b[2Jb')).toBe('a?[2Jb');
    expect(safe('one\n  two')).toBe('one two');
  });
});

describe('joined and toned', () => {
  it('keep the text; joined leaves no two neighbours of one look', () => {
    fc.assert(
      fc.property(anyLine, (of) => {
        const pieces = joined(of);
        expect(plainText(pieces)).toBe(plainText(of));
        for (const [k, piece] of pieces.entries()) {
          expect(piece.text).not.toBe('');
          if (k > 0) expect(piece.tone).not.toBe(pieces[k - 1]?.tone);
        }
        expect(plainText(toned(of, 'dim'))).toBe(plainText(of));
      }),
    );
  });

  it('do not join pieces of different colours', () => {
    expect(joined([span('a', 'plain', 'red'), span('b'), span('c')])).toEqual([span('a', 'plain', 'red'), span('bc')]);
  });
});
