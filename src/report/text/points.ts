/**
 * A party's points as a reader sees them: with the decimals that its own scale calls for, large ones by thousands of
 * millions ("363 bn"), and rounded so that the sentence around them stays true.
 *
 * A number is taken for the decimal that reads back as it, and rounded in whole digits. What is not nothing is never
 * written as 0.
 */
import type { Decimal } from '../../exact/decimal.ts';
import { toDecimal } from '../../exact/decimal.ts';
import { grouped } from './number.ts';

/** How the numbers of one scale are written: "62.3", "0.915", "363 bn", "2.4 × 10^17". */
export interface Digits {
  /** Decimals behind the point, of the number as it is written. */
  readonly places: number;
  /** The power of ten that is taken out and written as a unit; 0 for none. */
  readonly exponent: number;
}

/** Points from 0 to 100: one decimal. */
export const TENTHS: Digits = { places: 1, exponent: 0 };

/** What stands for a power of ten. */
const UNITS: Readonly<Record<number, string>> = { 0: '', 6: ' m', 9: ' bn', 12: ' tn' };

/** A step of the last digit is at most this part of the scale. */
const STEPS = 300;
/** Numbers from here on have a unit where that does not take more decimals than this. */
const MOST_PLACES_WITH_UNIT = 3;
const MOST_PLACES = 15;
/** Numbers below this are written by powers of ten. */
const SMALL = 1e-5;
/** Digits behind those of the scale up to which a bound is written in full. */
const SPARE_PLACES = 2;

/** The digits for numbers between `least` and `most`, which need not be reached. */
export function digitsFor(least: number, most: number): Digits {
  const size = Math.max(Math.abs(least), Math.abs(most));
  if (size === 0) return TENTHS;
  const range = most > least ? most - least : size;
  const placesAt = (exponent: number): number => {
    const wanted = Math.ceil(Math.log10(STEPS) + exponent - Math.log10(range) - 1e-9);
    return Math.min(MOST_PLACES, Math.max(0, wanted));
  };
  const exponent = exponentOf(size);
  if (exponent > 0 && placesAt(exponent) > MOST_PLACES_WITH_UNIT) return { places: placesAt(0), exponent: 0 };
  return { places: placesAt(exponent), exponent };
}

function exponentOf(size: number): number {
  if (size >= 1e15 || size < SMALL) return Math.floor(Math.log10(size));
  if (size >= 1e12) return 12;
  if (size >= 1e9) return 9;
  return size >= 1e6 ? 6 : 0;
}

/** The nearest number with these digits: "62.3"; never "-0.0", and of what is not 0 at least one digit. */
export function points(value: number, digits: Digits): string {
  return written(value, digits, 'nearest');
}

/** The number cut to these digits, never above it: -7.25 is "-7.3". */
export function flooredPoints(value: Amount, digits: Digits): string {
  return written(value, digits, 'down');
}

/** The number in these digits, never below it: 8.12 is "8.2". */
export function ceiledPoints(value: Amount, digits: Digits): string {
  return written(value, digits, 'up');
}

/** "+4.2" or "-8.1"; 0 has no sign. */
export function signedPoints(value: number, digits: Digits): string {
  return value > 0 ? `+${points(value, digits)}` : points(value, digits);
}

/**
 * What is allowed, never more than it is: "up to 23.888". Written in full where a few more digits do that, so that a
 * little more than what is written is not allowed.
 */
export function atMostPoints(value: Amount, digits: Digits): string {
  return bounded(value, digits, 'down');
}

/** What it takes, never less than it is: "8.334 less". Written in full where a few more digits do that. */
export function atLeastPoints(value: Amount, digits: Digits): string {
  return bounded(value, digits, 'up');
}

/** A number as it is stated: in full where a few more digits do that, else rounded. */
export function statedPoints(value: number, digits: Digits, rounding: Rounding): string {
  return bounded(value, digits, rounding);
}

/** Digits with which each of the values that differs from `mark` is written differently, and on its side. */
export function tellingFrom(mark: number, values: readonly number[], digits: Digits): Digits {
  const same = (tried: Digits): boolean =>
    values.some((value) => value !== mark && points(value, tried) === points(mark, tried));
  return sharpenedWhile(same, digits);
}

/** More decimals as long as the digits do not do. */
export function sharpenedWhile(lacking: (digits: Digits) => boolean, digits: Digits): Digits {
  let places = digits.places;
  while (places < MOST_PLACES && lacking({ ...digits, places })) places += 1;
  return { ...digits, places };
}

/** `a - b`, 0 where nothing but the rounding of the two is left. */
export function apart(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) <= 4 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b)) ? 0 : difference;
}

/**
 * A number of the scenario as a person would type it: "38", "0.25", "78.89", up to two digits behind those that matter;
 * large ones with a unit.
 */
export function plainNumber(value: number, rounding: Rounding = 'nearest'): string {
  const size = Math.abs(value);
  if (size >= 1e6 || (size > 0 && size < SMALL)) {
    const { exponent } = digitsFor(0, size);
    const places = Math.min(MOST_PLACES_WITH_UNIT, trimmed(decimalOf(value, { places: 0, exponent })).places);
    return written(value, { places, exponent }, rounding);
  }
  const places = size === 0 || size >= 1 ? 2 : 2 - Math.floor(Math.log10(size));
  const digits = { places, exponent: 0 };
  const needed = trimmed(decimalOf(value, digits)).places;
  if (needed <= places) return written(value, { places: needed, exponent: 0 }, rounding);
  return written(value, digits, rounding).replace(/\.?0+$/, '');
}

/** In few columns, for cells of a heat map: "75", "0.92", "1.2m", "363bn". */
export function tightPoints(value: number, { places }: Digits): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size < 0.005 && size > 0 && places > 1)) return value.toExponential(0).replace('+', '');
  const [scale, unit] = size >= 1e4 ? TIGHT_UNITS.find(([from]) => size >= from)! : [1, ''];
  const shown = value / scale;
  const decimals = unit === '' ? (places > 1 && size < 10 ? 2 : 0) : Math.abs(shown) < 9.95 ? 1 : 0;
  const text = String(Number(shown.toFixed(decimals)));
  return (text === '-0' ? '0' : text) + unit;
}

const TIGHT_UNITS: readonly (readonly [number, string])[] = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
];

/** The number itself, cut to one digit more than is shown: what a person would have typed instead of a long fraction. */
export function cutTo(value: number, { places, exponent }: Digits): number {
  const wanted = places - exponent + 1;
  const decimal = toDecimal(value);
  if (wanted >= decimal.places) return value;
  return Number(`${roundedTo(decimal, wanted, 'down')}e${-wanted}`);
}

export type Rounding = 'nearest' | 'down' | 'up';

function bounded(value: Amount, digits: Digits, rounding: Rounding): string {
  const decimal = decimalOf(value, digits);
  const first = leadingPlace(decimal);
  const most = Math.max(digits.places + SPARE_PLACES, first > 0 ? first + 1 : 0);
  const needed = trimmed(decimal).places;
  const least = Math.min(1, digits.places);
  return written(value, { ...digits, places: Math.max(least, Math.min(needed, most)) }, rounding);
}

function written(value: Amount, digits: Digits, rounding: Rounding): string {
  const decimal = decimalOf(value, digits);
  const rounded = roundedTo(decimal, digits.places, rounding);
  const hidden = rounded === 0n && decimal.digits !== 0n;
  // Too small for the unit of its scale: without one it is short again.
  if (hidden && digits.exponent > 0) return written(value, { places: 0, exponent: 0 }, rounding);
  const places = hidden ? leadingPlace(decimal) : digits.places;
  if (decimal.digits === 0n && digits.exponent !== 0) return '0';
  return textOf(hidden ? roundedTo(decimal, places, rounding) : rounded, places) + unitOf(digits.exponent);
}

/** A number, or one that is exactly num / den; `den` is positive. */
export type Amount = number | { readonly num: bigint; readonly den: bigint };

const PLACES_OF_FRACTION = 40;

/** A fraction with so many decimals that rounding them rounds the fraction: where digits follow, the last one is a 5. */
function amountDecimal(value: Amount): Decimal {
  if (typeof value === 'number') return toDecimal(value);
  const scaled = value.num * 10n ** BigInt(PLACES_OF_FRACTION);
  const [low, rest] = floorDivided(scaled, value.den);
  return rest === 0n
    ? { digits: low, places: PLACES_OF_FRACTION }
    : { digits: low * 10n + 5n, places: PLACES_OF_FRACTION + 1 };
}

/** The number in units of the power of ten. */
function decimalOf(value: Amount, { exponent }: Digits): Decimal {
  const { digits, places } = amountDecimal(value);
  const shifted = places + exponent;
  return shifted >= 0 ? { digits, places: shifted } : { digits: digits * 10n ** BigInt(-shifted), places: 0 };
}

function trimmed({ digits, places }: Decimal): Decimal {
  let [left, most] = [digits, places];
  while (most > 0 && left % 10n === 0n) [left, most] = [left / 10n, most - 1];
  return { digits: left, places: most };
}

/** Decimals up to the first digit that is not 0; 0 for a number of 1 and more, and for 0. */
function leadingPlace({ digits, places }: Decimal): number {
  const length = (digits < 0n ? -digits : digits).toString().length;
  return digits === 0n ? 0 : Math.max(0, places - length + 1);
}

function roundedTo({ digits, places }: Decimal, wanted: number, rounding: Rounding): bigint {
  if (wanted >= places) return digits * 10n ** BigInt(wanted - places);
  const divisor = 10n ** BigInt(places - wanted);
  const [low, rest] = floorDivided(digits, divisor);
  if (rounding === 'down' || rest === 0n) return low;
  if (rounding === 'up') return low + 1n;
  const doubled = 2n * rest;
  const away = digits < 0n ? doubled > divisor : doubled >= divisor;
  return away ? low + 1n : low;
}

function floorDivided(number: bigint, divisor: bigint): readonly [bigint, bigint] {
  const rest = ((number % divisor) + divisor) % divisor;
  return [(number - rest) / divisor, rest];
}

function textOf(shown: bigint, places: number): string {
  const sign = shown < 0n ? '-' : '';
  const text = (shown < 0n ? -shown : shown).toString().padStart(places + 1, '0');
  const whole = grouped(text.slice(0, text.length - places));
  return places === 0 ? sign + whole : `${sign}${whole}.${text.slice(text.length - places)}`;
}

function unitOf(exponent: number): string {
  return UNITS[exponent] ?? ` × 10^${exponent}`;
}
