/**
 * Exact numbers in a column, one for every number of a range, over one common denominator.
 *
 * A hot loop: integers below 2^53 stand in a Float64Array, larger ones as bigints. A column of one number is a
 * constant. Numbers that are none (1 / 0) are marked, so that a condition can leave them out.
 */
import type { Fraction } from './fraction.ts';
import { bits, fraction, greatestCommonDivisor, leastCommonMultiple, nearest } from './fraction.ts';

type Numerators = Float64Array | readonly bigint[];

export interface Column {
  /** Above 0. */
  readonly denominator: bigint;
  readonly numerators: Numerators;
  /** No numerator is further from 0. */
  readonly largest: bigint;
  /** By number: what it is instead of one, an index of `MARKS`; null where all are numbers. */
  readonly marks: Uint8Array | null;
}

export const MARKS = ['', 'Infinity', '-Infinity', 'NaN'] as const;
const [INFINITE, MINUS_INFINITE, NOT_A_NUMBER] = [1, 2, 3];

const EXACT_BELOW = 2n ** 53n;
/** Binary digits of a power that are still practical. */
const MOST_POWER_BITS = 20_000;
/** Binary digits of a common denominator that are still practical, and of all numerators over it. */
const MOST_BITS = 4096;
const MOST_BITS_IN_ALL = 2 ** 28;

/** What an evaluation may still cost, and whether it had to leave exact fractions. */
export interface Ledger {
  steps: number;
  decimals: boolean;
}

/** The evaluation passes its steps. */
export class TooMuchWork extends Error {}

/** Steps of one number: as a double, as a bigint, as a fraction of its own. */
const [DOUBLE, BIGINT, OWN_FRACTION] = [1, 20, 60];

export function constant({ n, d }: Fraction): Column {
  return column(d, n > -EXACT_BELOW && n < EXACT_BELOW ? Float64Array.of(Number(n)) : [n], null);
}

/** first, first + step, ... over the denominator. */
export function ladder(first: bigint, step: bigint, denominator: bigint, count: number): Column {
  const last = first + step * BigInt(count - 1);
  const small = magnitude(first) < EXACT_BELOW && magnitude(last) < EXACT_BELOW;
  if (!small)
    return column(
      denominator,
      Array.from({ length: count }, (_, k) => first + step * BigInt(k)),
      null,
    );
  const numerators = new Float64Array(count);
  const [start, by] = [Number(first), Number(step)];
  for (let k = 0; k < count; k++) numerators[k] = start + by * k;
  return column(denominator, numerators, null);
}

export function isConstant({ numerators }: Column): boolean {
  return numerators.length === 1;
}

/** A number of the column in lowest terms; marks are not looked at. */
export function numberOf({ numerators, denominator }: Column, k: number): Fraction {
  return fraction(BigInt(numerators[isOne(numerators) ? 0 : k]!), denominator);
}

export function sum(a: Column, b: Column, ledger: Ledger): Column {
  const scaled = onOneDenominator(a, b);
  const bound = a.largest * scaled.byA + b.largest * scaled.byB;
  return combine(a, b, scaled, bound, PLUS, ledger);
}

export function smaller(a: Column, b: Column, ledger: Ledger): Column {
  return combineLike(a, b, LESSER, ledger);
}

export function larger(a: Column, b: Column, ledger: Ledger): Column {
  return combineLike(a, b, GREATER, ledger);
}

export type Comparison = '<' | '<=' | '>' | '>=' | '==' | '!=';

/** 1 where it holds, 0 elsewhere. */
export function holds(comparison: Comparison, a: Column, b: Column, ledger: Ledger): Column {
  const compared = combineLike(a, b, COMPARISONS[comparison], ledger);
  return { ...compared, denominator: 1n, largest: 1n };
}

export function negative(a: Column, ledger: Ledger): Column {
  return each(
    a,
    (x) => (x === 0 ? 0 : -x),
    (x) => -x,
    ledger,
  );
}

export function absolute(a: Column, ledger: Ledger): Column {
  return each(a, Math.abs, magnitude, ledger);
}

export function product(a: Column, b: Column, ledger: Ledger): Column {
  const denominator = a.denominator * b.denominator;
  return lowest(combine(a, b, { denominator, byA: 1n, byB: 1n }, a.largest * b.largest, TIMES, ledger));
}

export function quotient(a: Column, b: Column, ledger: Ledger): Column {
  if (isConstant(b) && b.marks === null) {
    const { n, d } = numberOf(b, 0);
    if (n !== 0n) return product(a, constant(fraction(d, n)), ledger);
  }
  return quickQuotient(a, b, ledger) ?? byNumber(a, b, ledger, quotientOf);
}

function quotientOf(x: Fraction, y: Fraction): Fraction | number {
  if (y.n !== 0n) return fraction(x.n * y.d, x.d * y.n);
  return x.n === 0n ? NOT_A_NUMBER : x.n > 0n ? INFINITE : MINUS_INFINITE;
}

/** In doubles, where all numbers stay whole and below 2^53 and nothing is divided by 0; else null. */
function quickQuotient(a: Column, b: Column, ledger: Ledger): Column | null {
  const [over, under] = [a.numerators, b.numerators];
  if (!(over instanceof Float64Array && under instanceof Float64Array) || under.includes(0)) return null;
  if (a.marks !== null || b.marks !== null) return null;
  if (greater(a.largest * b.denominator, b.largest * a.denominator) >= EXACT_BELOW) return null;
  const length = Math.max(over.length, under.length);
  charge(ledger, length, BIGINT);
  const [scaleOver, scaleUnder] = [Number(b.denominator), Number(a.denominator)];
  const tops = new Float64Array(length);
  const bottoms = new Float64Array(length);
  let denominator: bigint | null = 1n;
  for (let k = 0; k < length; k++) {
    const [n, d] = [over[at(a, k)]! * scaleOver, under[at(b, k)]! * scaleUnder];
    const divisor = Math.sign(d) * common(Math.abs(d), Math.abs(n));
    tops[k] = n / divisor + 0;
    bottoms[k] = d / divisor;
    if (denominator === null || denominator % BigInt(bottoms[k]!) === 0n) continue;
    denominator = leastCommonMultiple(denominator, BigInt(bottoms[k]!));
    if (bits(denominator) > mostBits(length)) denominator = null;
  }
  if (denominator === null)
    return ofDecimals(
      tops.map((n, k) => n / bottoms[k]!),
      null,
      ledger,
    );
  const shared = denominator;
  const numerators = Array.from(tops, (n, k) => BigInt(n) * (shared / BigInt(bottoms[k]!)));
  return column(shared, doublesWhere(numerators), null);
}

/** Whole exponents are exact; others give the nearest decimal of 15 digits. */
export function power(a: Column, b: Column, ledger: Ledger): Column {
  if (isConstant(b) && b.marks === null) {
    const { n, d } = numberOf(b, 0);
    if (d === 1n && n >= 0n && n <= 64n && BigInt(bits(a.largest)) * n <= BigInt(MOST_POWER_BITS)) {
      if (n === 0n) return withMarksOf(constant({ n: 1n, d: 1n }), a);
      let result = a;
      for (let k = 1n; k < n; k++) result = product(result, a, ledger);
      return result;
    }
  }
  const whole = doublesOf(b).every((exponent, k) => Number.isInteger(exponent) || (b.marks?.[k] ?? 0) !== 0);
  if (!whole) return approximateBoth(a, b, Math.pow, ledger);
  return byNumber(a, b, ledger, (x, y) => {
    if (x.n === 0n && y.n < 0n) return INFINITE;
    const most = BigInt(bits(magnitude(x.n)) + bits(x.d)) * magnitude(y.n);
    const plain = x.d === 1n && magnitude(x.n) <= 1n;
    if (!plain && most > BigInt(MOST_POWER_BITS)) return INFINITE;
    const exponent = plain ? magnitude(y.n) % 2n : magnitude(y.n);
    const [n, d] =
      plain && y.n === 0n ? [1n, 1n] : plain && exponent === 0n ? [x.n * x.n, 1n] : [x.n ** exponent, x.d ** exponent];
    return y.n < 0n ? fraction(d, n) : fraction(n, d);
  });
}

/** The nearest decimals of 15 digits of a function that has no fractions. */
export function approximate(a: Column, of: (x: number) => number, ledger: Ledger): Column {
  const values = doublesOf(a);
  for (let k = 0; k < values.length; k++) values[k] = of(values[k]!);
  return ofDecimals(values, a.marks, ledger);
}

/** The same of a function of two numbers. */
export function approximateBoth(a: Column, b: Column, of: (x: number, y: number) => number, ledger: Ledger): Column {
  const length = Math.max(a.numerators.length, b.numerators.length);
  const [left, right] = [doublesOf(a), doublesOf(b)];
  const values = Float64Array.from({ length }, (_, k) => of(left[at(a, k)]!, right[at(b, k)]!));
  return ofDecimals(values, marksOf(a, b, length), ledger);
}

/** The nearest doubles; not a number where a number is marked. */
export function doublesOf(a: Column): Float64Array {
  const { numerators, denominator, marks } = a;
  const plain = numerators instanceof Float64Array && denominator < EXACT_BELOW;
  const by = Number(denominator);
  const values = plain
    ? numerators.map((own) => own / by)
    : Float64Array.from({ length: numerators.length }, (_, k) => nearest(numberOf(a, k)));
  marks?.forEach((mark, k) => {
    if (mark !== 0) values[k] = Number.NaN;
  });
  return values;
}

export type Rounding = 'floor' | 'ceil' | 'round';

/** To so many places; `round` takes halves away from 0. */
export function rounded(a: Column, rounding: Rounding, places: number, ledger: Ledger): Column {
  const scale = 10n ** BigInt(places);
  const finer = combine(a, a, { denominator: a.denominator, byA: scale, byB: 1n }, a.largest * scale, FIRST, ledger);
  const by = a.denominator;
  const whole =
    by < EXACT_BELOW
      ? each(finer, DOUBLE_ROUNDINGS[rounding](Number(by)), BIGINT_ROUNDINGS[rounding](by), ledger)
      : each(asBigints(finer), Number, BIGINT_ROUNDINGS[rounding](by), ledger);
  return lowest({ ...whole, denominator: scale });
}

/** By number, of `yes` where the condition is not 0, else of `no`. */
export function chosen(condition: Column, yes: Column, no: Column, ledger: Ledger): Column {
  const { denominator, byA, byB } = onOneDenominator(yes, no);
  const bound = greater(yes.largest * byA, no.largest * byB);
  const length = Math.max(condition.numerators.length, yes.numerators.length, no.numerators.length);
  const marks = (condition.marks ?? yes.marks ?? no.marks) ? new Uint8Array(length) : null;
  const exact = bound < EXACT_BELOW;
  charge(ledger, length, exact ? DOUBLE : BIGINT);
  const numerators: Float64Array | bigint[] = exact ? new Float64Array(length) : [];
  for (let k = 0; k < length; k++) {
    const taken = condition.numerators[at(condition, k)] ? yes : no;
    const by = taken === yes ? byA : byB;
    const own = taken.numerators[at(taken, k)]!;
    if (marks !== null) marks[k] = condition.marks?.[at(condition, k)] || (taken.marks?.[at(taken, k)] ?? 0);
    if (numerators instanceof Float64Array) numerators[k] = Number(own) * Number(by);
    else numerators.push(BigInt(own) * by);
  }
  return lowest(column(denominator, numerators, marks));
}

/** The numbers held between two others. */
export function held(a: Column, least: Fraction, most: Fraction): Column {
  const ledger: Ledger = { steps: Infinity, decimals: false };
  return larger(smaller(a, constant(most), ledger), constant(least), ledger);
}

/** The first number outside of two others; -1 when none is. */
export function firstOutside(a: Column, least: Fraction, most: Fraction): number {
  for (let k = 0; k < a.numerators.length; k++) {
    const own = BigInt(a.numerators[k]!);
    if (own * least.d < least.n * a.denominator || own * most.d > most.n * a.denominator) return k;
  }
  return -1;
}

/** Two columns behind each other. */
export function joined(a: Column, b: Column): Column {
  const { denominator, byA, byB } = onOneDenominator(a, b);
  const [first, second] = [scaledBy(a, byA), scaledBy(b, byB)];
  if (first instanceof Float64Array && second instanceof Float64Array) {
    const numerators = new Float64Array(first.length + second.length);
    numerators.set(first);
    numerators.set(second, first.length);
    return column(denominator, numerators, null);
  }
  return column(denominator, [...bigintsOf(first), ...bigintsOf(second)], null);
}

/** The same number so many times, where the column is a constant. */
export function spread(a: Column, count: number): Column {
  if (a.numerators.length === count) return a;
  const [own] = a.numerators;
  const numerators =
    a.numerators instanceof Float64Array
      ? new Float64Array(count).fill(Number(own))
      : Array.from({ length: count }, () => BigInt(own!));
  return { ...a, numerators, marks: a.marks === null ? null : new Uint8Array(count).fill(a.marks[0]!) };
}

/** One straight piece of a broken line: number k of the column is `height` + k * `slope`, for k below `until`. */
export interface Piece {
  readonly until: number;
  readonly height: Fraction;
  readonly slope: Fraction;
}

/** A broken line, its pieces ascending up to the last number. */
export function brokenLine(pieces: readonly Piece[], ledger: Ledger): Column {
  const count = pieces.at(-1)?.until ?? 0;
  const denominator = pieces.reduce((shared, { height, slope }) => {
    return bits(shared) > MOST_BITS ? shared : leastCommonMultiple(shared, leastCommonMultiple(height.d, slope.d));
  }, 1n);
  charge(ledger, count, OWN_FRACTION);
  const numerators: bigint[] = [];
  if (bits(denominator) > mostBits(count)) {
    const values = new Float64Array(count);
    let k = 0;
    for (const { until, height, slope } of pieces) {
      for (; k < until; k++)
        values[k] = nearest(fraction(height.n * slope.d + BigInt(k) * slope.n * height.d, height.d * slope.d));
    }
    return ofDecimals(values, null, ledger);
  }
  for (const { until, height, slope } of pieces) {
    const [start, by] = [height.n * (denominator / height.d), slope.n * (denominator / slope.d)];
    for (let k = numerators.length; k < until; k++) numerators.push(start + by * BigInt(k));
  }
  return column(denominator, doublesWhere(numerators), null);
}

/**
 * Fractions over their lowest common denominator; where that has thousands of digits, their nearest decimals of 15
 * digits, which the ledger is told. A number instead of a fraction is a mark.
 */
export function ofFractions(numbers: readonly (Fraction | number)[], ledger: Ledger): Column {
  const marked = numbers.some((number) => typeof number === 'number');
  const marks = marked ? Uint8Array.from(numbers, (number) => (typeof number === 'number' ? number : 0)) : null;
  let denominator = 1n;
  for (const number of numbers) {
    if (typeof number === 'number' || denominator % number.d === 0n) continue;
    denominator = leastCommonMultiple(denominator, number.d);
    if (bits(denominator) > mostBits(numbers.length)) {
      const values = Float64Array.from(numbers, (own) => (typeof own === 'number' ? 0 : nearest(own)));
      return ofDecimals(values, marks, ledger);
    }
  }
  const numerators = numbers.map((own) => (typeof own === 'number' ? 0n : own.n * (denominator / own.d)));
  return column(denominator, doublesWhere(numerators), marks);
}

/** The nearest decimals of 15 digits; what is no finite number becomes a mark where none stands already. */
function ofDecimals(values: Float64Array, marks: Uint8Array | null, ledger: Ledger): Column {
  charge(ledger, values.length, OWN_FRACTION);
  ledger.decimals = true;
  const digits = new Float64Array(values.length);
  const places = new Int16Array(values.length);
  let [least, most] = [0, 0];
  for (const [k, value] of values.entries()) {
    if (!Number.isFinite(value) || value === 0) continue;
    const [mantissa = '', exponent = ''] = value.toExponential(14).split('e');
    let [own, behind] = [Number(mantissa.replace('.', '')), 14 - Number(exponent)];
    for (; own % 10 === 0; behind--) own /= 10;
    digits[k] = own;
    places[k] = behind;
    least = Math.min(least, behind);
    most = Math.max(most, behind);
  }
  const tens = Array.from({ length: most - least + 1 }, (_, k) => 10n ** BigInt(k));
  const numerators = Array.from(digits, (own, k) => BigInt(own) * tens[most - places[k]!]!);
  const wrong = values.some((value) => !Number.isFinite(value)) ? Uint8Array.from(values, markOf) : null;
  const all = wrong === null ? marks : wrong.map((mark, k) => marks?.[k] || mark);
  return column(10n ** BigInt(most), doublesWhere(numerators), all);
}

function markOf(value: number): number {
  if (Number.isFinite(value)) return 0;
  return Number.isNaN(value) ? NOT_A_NUMBER : value > 0 ? INFINITE : MINUS_INFINITE;
}

/** Every numerator and the denominator divided by what they have in common. */
function lowest(a: Column): Column {
  const { numerators, denominator } = a;
  if (!(numerators instanceof Float64Array) || denominator >= EXACT_BELOW) {
    let divisor = denominator;
    for (let k = 0; k < numerators.length && divisor > 1n; k++)
      divisor = greatestCommonDivisor(divisor, BigInt(numerators[k]!));
    if (divisor === 1n) return a;
    const reduced = Array.from({ length: numerators.length }, (_, k) => BigInt(numerators[k]!) / divisor);
    return {
      ...a,
      denominator: denominator / divisor,
      numerators: doublesWhere(reduced),
      largest: a.largest / divisor,
    };
  }
  let divisor = Number(denominator);
  for (let k = 0; k < numerators.length && divisor > 1; k++) divisor = common(divisor, Math.abs(numerators[k]!));
  if (divisor === 1) return a;
  const shared = BigInt(divisor);
  return {
    ...a,
    denominator: denominator / shared,
    numerators: numerators.map((own) => own / divisor),
    largest: a.largest / shared,
  };
}

interface Scaled {
  readonly denominator: bigint;
  readonly byA: bigint;
  readonly byB: bigint;
}

interface Operation {
  readonly doubles: (x: number, y: number) => number;
  readonly bigints: (x: bigint, y: bigint) => bigint;
}

const PLUS: Operation = { doubles: (x, y) => x + y, bigints: (x, y) => x + y };
const TIMES: Operation = { doubles: (x, y) => x * y + 0, bigints: (x, y) => x * y };
const FIRST: Operation = { doubles: (x) => x, bigints: (x) => x };
const LESSER: Operation = { doubles: Math.min, bigints: (x, y) => (x < y ? x : y) };
const GREATER: Operation = { doubles: Math.max, bigints: (x, y) => (x > y ? x : y) };
const COMPARISONS: Readonly<Record<Comparison, Operation>> = {
  '<': { doubles: (x, y) => Number(x < y), bigints: (x, y) => BigInt(x < y) },
  '<=': { doubles: (x, y) => Number(x <= y), bigints: (x, y) => BigInt(x <= y) },
  '>': { doubles: (x, y) => Number(x > y), bigints: (x, y) => BigInt(x > y) },
  '>=': { doubles: (x, y) => Number(x >= y), bigints: (x, y) => BigInt(x >= y) },
  '==': { doubles: (x, y) => Number(x === y), bigints: (x, y) => BigInt(x === y) },
  '!=': { doubles: (x, y) => Number(x !== y), bigints: (x, y) => BigInt(x !== y) },
};

const DOUBLE_ROUNDINGS: Readonly<Record<Rounding, (by: number) => (x: number) => number>> = {
  floor: (by) => (x) => (x - (((x % by) + by) % by)) / by,
  ceil: (by) => (x) => -((-x - (((-x % by) + by) % by)) / by) + 0,
  round: (by) => (x) => {
    const size = Math.abs(x);
    const rest = size % by;
    return Math.sign(x) * ((size - rest) / by + Number(rest >= by - rest)) + 0;
  },
};

const BIGINT_ROUNDINGS: Readonly<Record<Rounding, (by: bigint) => (x: bigint) => bigint>> = {
  floor: (by) => (x) => floor(x, by),
  ceil: (by) => (x) => -floor(-x, by),
  round: (by) => (x) => (x < 0n ? -floor(2n * -x + by, 2n * by) : floor(2n * x + by, 2n * by)),
};

function floor(x: bigint, by: bigint): bigint {
  return (x - (((x % by) + by) % by)) / by;
}

/** Both scaled to one denominator; `bound`: no operand and no result is further from 0. */
function combine(a: Column, b: Column, scaled: Scaled, bound: bigint, operation: Operation, ledger: Ledger): Column {
  const { byA, byB, denominator } = scaled;
  const length = Math.max(a.numerators.length, b.numerators.length);
  const marks = marksOf(a, b, length);
  const [left, right] = [a.numerators, b.numerators];
  const [stepLeft, stepRight] = [isOne(left) ? 0 : 1, isOne(right) ? 0 : 1];
  if (left instanceof Float64Array && right instanceof Float64Array && bound < EXACT_BELOW) {
    charge(ledger, length, DOUBLE);
    const numerators = new Float64Array(length);
    const [scaleLeft, scaleRight] = [Number(byA), Number(byB)];
    const { doubles } = operation;
    for (let k = 0; k < length; k++) {
      numerators[k] = doubles(left[k * stepLeft]! * scaleLeft, right[k * stepRight]! * scaleRight);
    }
    return column(denominator, numerators, marks);
  }
  charge(ledger, length, BIGINT);
  const numerators = Array.from({ length }, (_, k) =>
    operation.bigints(BigInt(left[k * stepLeft]!) * byA, BigInt(right[k * stepRight]!) * byB),
  );
  return column(denominator, doublesWhere(numerators), marks);
}

function combineLike(a: Column, b: Column, operation: Operation, ledger: Ledger): Column {
  const scaled = onOneDenominator(a, b);
  return combine(a, b, scaled, greater(a.largest * scaled.byA, b.largest * scaled.byB), operation, ledger);
}

function each(a: Column, doubles: (x: number) => number, bigints: (x: bigint) => bigint, ledger: Ledger): Column {
  const { numerators, denominator, marks } = a;
  charge(ledger, numerators.length, numerators instanceof Float64Array ? DOUBLE : BIGINT);
  if (numerators instanceof Float64Array) return column(denominator, numerators.map(doubles), marks);
  return column(denominator, doublesWhere(numerators.map(bigints)), marks);
}

/** Number by number, each result a fraction of its own or a mark. */
function byNumber(a: Column, b: Column, ledger: Ledger, of: (x: Fraction, y: Fraction) => Fraction | number): Column {
  const length = Math.max(a.numerators.length, b.numerators.length);
  charge(ledger, length, OWN_FRACTION);
  const marks = marksOf(a, b, length);
  const numbers = Array.from({ length }, (_, k) => marks?.[k] || of(numberOf(a, k), numberOf(b, k)));
  return ofFractions(numbers, ledger);
}

function onOneDenominator(a: Column, b: Column): Scaled {
  const denominator = leastCommonMultiple(a.denominator, b.denominator);
  return { denominator, byA: denominator / a.denominator, byB: denominator / b.denominator };
}

function scaledBy({ numerators, largest }: Column, by: bigint): Numerators {
  if (by === 1n) return numerators;
  const factor = Number(by);
  if (numerators instanceof Float64Array && largest * by < EXACT_BELOW) return numerators.map((own) => own * factor);
  return bigintsOf(numerators).map((own) => own * by);
}

function bigintsOf(numerators: Numerators): readonly bigint[] {
  return numerators instanceof Float64Array ? Array.from(numerators, (own) => BigInt(own)) : numerators;
}

function marksOf(a: Column, b: Column, length: number): Uint8Array | null {
  if (a.marks === null && b.marks === null) return null;
  return Uint8Array.from({ length }, (_, k) => a.marks?.[at(a, k)] || (b.marks?.[at(b, k)] ?? 0));
}

function withMarksOf(a: Column, b: Column): Column {
  return b.marks === null || a.marks !== null ? a : { ...spread(a, b.numerators.length), marks: b.marks };
}

function column(denominator: bigint, numerators: Numerators, marks: Uint8Array | null): Column {
  return { denominator, numerators, largest: largestOf(numerators), marks };
}

function largestOf(numerators: Numerators): bigint {
  if (!(numerators instanceof Float64Array)) return numerators.reduce((most, own) => greater(most, magnitude(own)), 0n);
  let most = 0;
  for (let k = 0; k < numerators.length; k++) most = Math.max(most, Math.abs(numerators[k]!));
  return BigInt(most);
}

function doublesWhere(numerators: readonly bigint[]): Numerators {
  const fits = numerators.every((own) => own > -EXACT_BELOW && own < EXACT_BELOW);
  return fits ? Float64Array.from(numerators, Number) : numerators;
}

function asBigints(a: Column): Column {
  return { ...a, numerators: bigintsOf(a.numerators) };
}

function mostBits(count: number): number {
  return Math.min(MOST_BITS, MOST_BITS_IN_ALL / count);
}

function isOne(numerators: Numerators): boolean {
  return numerators.length === 1;
}

function at({ numerators }: Column, k: number): number {
  return isOne(numerators) ? 0 : k;
}

function charge(ledger: Ledger, count: number, steps: number): void {
  ledger.steps -= count * steps;
  if (ledger.steps < 0) throw new TooMuchWork();
}

function magnitude(x: bigint): bigint {
  return x < 0n ? -x : x;
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Of two whole doubles below 2^53, not both 0. */
function common(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
