import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Digits } from '../../src/report/text/points.ts';
import {
  atLeastPoints,
  atMostPoints,
  cutTo,
  digitsFor,
  flooredPoints,
  plainNumber,
  points,
  signedPoints,
  TENTHS,
  tellingFrom,
  tightPoints,
} from '../../src/report/text/points.ts';

const EXPONENTS: Readonly<Record<string, number>> = { m: 6, bn: 9, tn: 12 };

/** Digits and a power of ten: the number that a text says, exactly. */
function said(text: string): { readonly digits: bigint; readonly exponent: number } {
  const [, sign = '', whole = '', decimals = '', unit = '', power = '0'] =
    /^([+-]?)([\d,]+)(?:\.(\d+))?(?: (m|bn|tn)| × 10\^(-?\d+))?$/.exec(text) ?? [];
  if (whole === '') throw new Error(`no number: ${text}`);
  const digits = BigInt(whole.replaceAll(',', '') + decimals);
  const exponent = (EXPONENTS[unit] ?? Number(power)) - decimals.length;
  return { digits: sign === '-' ? -digits : digits, exponent };
}

/** Sign of what the text says minus the number. */
function compared(text: string, value: number): number {
  const [a, b] = [said(text), said(withoutExponent(value))];
  const common = Math.min(a.exponent, b.exponent);
  const difference = a.digits * 10n ** BigInt(a.exponent - common) - b.digits * 10n ** BigInt(b.exponent - common);
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function withoutExponent(value: number): string {
  const [mantissa = '', power] = String(value).split('e');
  return power === undefined ? mantissa : `${mantissa} × 10^${Number(power)}`;
}

const scale = fc.integer({ min: -9, max: 16 }).map((power) => 10 ** power);
const anyNumber = fc
  .tuple(fc.double({ min: -3, max: 3, noNaN: true }), scale)
  .map(([value, size]) => value * size)
  .filter((value) => value === 0 || Math.abs(value) > 1e-12);
const anyDigits = scale.map((size) => digitsFor(0, size));
const numberAndDigits = fc.tuple(anyNumber, anyDigits);

describe('points', () => {
  it('have the decimals that the range calls for', () => {
    const shown = (least: number, most: number, value: number): string => points(value, digitsFor(least, most));
    expect([shown(0, 100, 62.25), shown(0, 100, 100), shown(0, 105, 0)]).toEqual(['62.3', '100.0', '0.0']);
    expect([shown(0, 1, 0.9154), shown(-2, 2, -1.455), shown(0, 500, 250)]).toEqual(['0.915', '-1.46', '250']);
    expect([shown(0, 30_000, 12_345), shown(0, 4e6, 1.25e6)]).toEqual(['12,345', '1.25 m']);
    expect([shown(0, 363e9, 363e9), shown(0, 363e9, -5e8), shown(0, 363e9, 0)]).toEqual(['363 bn', '-1 bn', '0']);
    expect(shown(363e9, 363e9 + 100, 363_000_000_050)).toBe('363,000,000,050.0');
    expect(shown(0, 2.5e17, 1.25e17)).toBe('1.250 × 10^17');
    expect([signedPoints(4.2, TENTHS), signedPoints(-8.14, TENTHS), signedPoints(0, TENTHS)]).toEqual([
      '+4.2',
      '-8.1',
      '0.0',
    ]);
  });

  it('are never written as 0 where they are not', () => {
    expect([points(0.04, TENTHS), signedPoints(-0.0004, TENTHS)]).toEqual(['0.04', '-0.0004']);
    fc.assert(
      fc.property(numberAndDigits, ([value, digits]) => {
        for (const write of [points, atMostPoints, atLeastPoints, flooredPoints]) {
          expect(said(write(value, digits)).digits === 0n).toBe(value === 0);
        }
      }),
    );
  });

  it('are rounded to the safe side, and no further than the last digit shown', () => {
    expect([atMostPoints(23.88888888888889, TENTHS), atLeastPoints(23.88888888888889, TENTHS)]).toEqual([
      '23.888',
      '23.889',
    ]);
    expect([atMostPoints(25, TENTHS), atMostPoints(25.25, TENTHS), atLeastPoints(1e-5, TENTHS)]).toEqual([
      '25.0',
      '25.25',
      '0.00001',
    ]);
    const step = (text: string): { readonly digits: bigint; readonly exponent: number } => said(text);
    fc.assert(
      fc.property(numberAndDigits, ([value, digits]) => {
        const [allowed, needed] = [atMostPoints(value, digits), atLeastPoints(value, digits)];
        expect(compared(allowed, value)).toBeLessThanOrEqual(0);
        expect(compared(needed, value)).toBeGreaterThanOrEqual(0);
        const more = step(allowed);
        expect(compared(`${more.digits + 1n} × 10^${more.exponent}`, value)).toBeGreaterThan(0);
        const less = step(needed);
        expect(compared(`${less.digits - 1n} × 10^${less.exponent}`, value)).toBeLessThan(0);
      }),
    );
  });

  it('stand in the order of the numbers', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, anyDigits, (a, b, digits) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const [left, right] = [said(flooredPoints(low, digits)), said(flooredPoints(high, digits))];
        const common = Math.min(left.exponent, right.exponent);
        const sized = (text: typeof left): bigint => text.digits * 10n ** BigInt(text.exponent - common);
        expect(sized(left) <= sized(right)).toBe(true);
      }),
    );
  });

  it('get as many decimals as tell a value from a mark', () => {
    const digits = (values: readonly number[]): Digits => tellingFrom(55, values, TENTHS);
    expect(digits([55, 54])).toEqual(TENTHS);
    expect(points(54.97, digits([54.97, 54]))).toBe('54.97');
    expect(points(55, digits([54.9996]))).toBe('55.0000');
  });
});

describe('numbers of the scenario', () => {
  it('read as they are typed', () => {
    const numbers = [0, 38, 0.25, 78.888, 0.0123456, 120_000, 363e9, 1_250_000];
    expect(numbers.map((value) => plainNumber(value))).toEqual([
      '0',
      '38',
      '0.25',
      '78.89',
      '0.0123',
      '120,000',
      '363 bn',
      '1.25 m',
    ]);
    expect([plainNumber(78.888, 'down'), plainNumber(78.881, 'up')]).toEqual(['78.88', '78.89']);
  });

  it('fit the cells of a heat map', () => {
    const tight = (value: number, most: number): string => tightPoints(value, digitsFor(0, most));
    expect([tight(75, 100), tight(0.915, 1), tight(-0.4, 100)]).toEqual(['75', '0.92', '0']);
    expect([tight(363e9, 363e9), tight(1.25e6, 4e6), tight(12_345, 30_000)]).toEqual(['363bn', '1.3m', '12k']);
    fc.assert(
      fc.property(numberAndDigits, ([value, digits]) => {
        expect(tightPoints(value, digits).length).toBeLessThanOrEqual(6);
      }),
    );
  });

  it('are cut to a digit more than is shown', () => {
    expect([cutTo(71.66666666666667, TENTHS), cutTo(0.123456, digitsFor(0, 1)), cutTo(40, TENTHS)]).toEqual([
      71.66, 0.1234, 40,
    ]);
  });
});
