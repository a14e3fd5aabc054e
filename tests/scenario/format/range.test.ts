import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalText, toDecimal } from '../../../src/exact/decimal.ts';
import { optionIds, spanIds } from '../../../src/scenario/format/options.ts';
import { readRange } from '../../../src/scenario/format/range.ts';

describe('range', () => {
  test.each([
    [{ from: 100, to: 400, step: 100 }, ['100', '200', '300', '400']],
    [{ from: 0, to: 0.5, step: 0.1 }, ['0', '0.1', '0.2', '0.3', '0.4', '0.5']],
    [{ from: -1, to: 1, step: 0.75 }, ['-1', '-0.25', '0.5']],
    [{ from: 5, to: 5, step: 1e-7 }, ['5']],
    [{ from: 0, to: 2e-7, step: 1e-7 }, ['0', '0.0000001', '0.0000002']],
  ])('%j', (range, ids) => {
    const { from, to, step } = range;
    const read = readRange({ from: { value: from }, to: { value: to }, step: { value: step } });
    expect('fault' in read ? read.fault : optionIds({ range: read.range, named: [] })).toEqual(ids);
  });
});

test('a decimal is the number it was read from', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const decimal = toDecimal(value);
      expect(Number(decimalText(decimal.digits, decimal.places))).toBe(value === 0 ? 0 : value);
    }),
  );
});

test('numbers of a long range that follow each other are one span', () => {
  const range = { first: 0n, step: 5n, places: 1, count: 100 };
  const named = [{ id: 'none', label: 'none' }];
  expect(spanIds({ range, named }, [0, 1, 2, 7, 98, 99, 100])).toEqual(['0..1', '3.5', '49..49.5', 'none']);
  expect(spanIds({ range: { ...range, count: 10 }, named }, [0, 1, 2])).toEqual(['0', '0.5', '1']);
});
