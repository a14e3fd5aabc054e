import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bar, shareBar } from '../../src/report/text/bar.ts';
import { bigCount, countBounds, estimatedCount, mostOf, percent, percentOf } from '../../src/report/text/number.ts';
import { columns, cut, oneLine, padEnd, padStart, wrap } from '../../src/report/text/width.ts';

const anyText = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', 'é', '語', 'e\u0301', '\n', '-', '×'),
  maxLength: 60,
});

describe('width', () => {
  it('wraps into lines that fit and keep every word', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, most) => {
        const lines = wrap(text, most);
        for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(most);
        expect(lines.join('').replaceAll(' ', '')).toBe(oneLine(text).replaceAll(' ', ''));
      }),
    );
  });

  it('cuts and pads to the columns asked for', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 30 }), (text, size) => {
        const line = oneLine(text);
        expect(columns(cut(line, size))).toBeLessThanOrEqual(size);
        expect(columns(padEnd(line, size))).toBe(size);
        expect(columns(padStart(line, size))).toBe(size);
        if (columns(line) <= size) expect(cut(line, size)).toBe(line);
      }),
    );
  });

  it('breaks between words', () => {
    expect(wrap('one two  three\nfour', 9)).toEqual(['one two', 'three', 'four']);
    expect(wrap('extraordinary day', 6)).toEqual(['extrao', 'rdinar', 'y day']);
    expect(wrap('Nash + Kalai-Smorodinsky deal', 14)).toEqual(['Nash +', 'Kalai-', 'Smorodinsky', 'deal']);
    expect(wrap('without russia.all-donbas', 12)).toEqual(['without', 'russia.all-', 'donbas']);
    expect(cut('Kalai-Smorodinsky', 8)).toBe('Kalai-S…');
    expect(columns('語')).toBe(2);
  });
});

describe('numbers', () => {
  it('shows counts in full while they are readable', () => {
    expect(bigCount(0n)).toBe('0');
    expect(bigCount(1234567n)).toBe('1,234,567');
    expect(bigCount(921_600_000_000_000_000n)).toBe('9.2 × 10^17');
    expect(bigCount(99_999_999_999n)).toBe('1.0 × 10^11');
    expect(estimatedCount(1234.6)).toBe('1,235');
    expect(estimatedCount(2.13e11)).toBe('2.1 × 10^11');
  });

  it('rounds proven bounds outwards', () => {
    expect(countBounds(205_784n, 245_833n, 'to')).toBe('205,784 to 245,833');
    expect(countBounds(99_000_001n, 99_000_001n, 'to')).toBe('9.9 × 10^7 to 1.0 × 10^8');
    expect(countBounds(0n, 10n ** 20n, 'and')).toBe('0 and 1.0 × 10^20');
  });

  it('never writes a bound on a part above the whole', () => {
    const whole = 2n ** 64n;
    expect([bigCount(whole), mostOf(whole - 1n, whole), mostOf(whole / 2n, whole)]).toEqual([
      '1.8 × 10^19',
      '1.8 × 10^19',
      '9.3 × 10^18',
    ]);
    expect(countBounds(whole / 3n, whole - 1n, 'and', whole)).toBe('6.1 × 10^18 and 1.8 × 10^19');
    expect(mostOf(999_999n, 1_000_000n)).toBe('999,999');
  });

  it('never rounds a share to nothing or to all', () => {
    expect([percent(0), percent(1), percent(0.2645), percent(0.004)]).toEqual(['0 %', '100 %', '26 %', '0.4 %']);
    expect(percentOf(1n, 10n ** 30n)).toBe('<0.1 %');
    expect(percentOf(10n ** 30n - 1n, 10n ** 30n)).toBe('>99.9 %');
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 24n }), fc.bigInt({ min: 1n, max: 10n ** 24n }), (part, more) => {
        expect(percentOf(part, part + more)).not.toMatch(/^(0|100) %$/);
      }),
    );
  });
});

describe('bars', () => {
  const lengthOf = (value: number, threshold: number, size: number) => {
    const pieces = bar(value, threshold, { from: 0, to: 100 }, size);
    const text = pieces.map((piece) => piece.text).join('');
    return { text, filled: text.split('█').length - 1, mark: text.indexOf('│') };
  };

  it('takes exactly its columns, marks the threshold once and passes it only when it is reached', () => {
    const value = fc.double({ min: -20, max: 130, noNaN: true });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 3, max: 40 }), (utility, threshold, size) => {
        const { text, filled, mark } = lengthOf(utility, threshold, size);
        expect(columns(text)).toBe(size);
        expect(text.split('│')).toHaveLength(2);
        if (utility >= threshold) expect(text.slice(0, mark)).not.toContain('░');
        else expect(text.slice(mark)).not.toContain('█');
        expect(filled).toBeLessThan(size);
      }),
    );
  });

  it('draws 80 of 100 with a threshold at 50', () => {
    expect(lengthOf(80, 50, 10).text).toBe('█████│██░░');
    expect(lengthOf(30, 50, 10).text).toBe('███░░│░░░░');
  });

  it('shows that a share is neither nothing nor all', () => {
    expect([shareBar(0, 4), shareBar(0.001, 4), shareBar(0.999, 4), shareBar(1, 4)]).toEqual([
      '░░░░',
      '█░░░',
      '███░',
      '████',
    ]);
  });
});
