/**
 * Arithmetic on columns, number by number: sums, products, quotients, powers, roundings, comparisons and choices, exact
 * as long as fractions are practical, else the nearest decimals of 15 digits, which the ledger is told.
 */
import type { Column, Ledger, Scaled } from './column.ts';
import {
  BIGINT,
  DOUBLE,
  EXACT_BELOW,
  INFINITE,
  MINUS_INFINITE,
  NOT_A_NUMBER,
  OWN_FRACTION,
  at,
  bigintsOf,
  charge,
  column,
  common,
  constant,
  doublesOf,
  doublesWhere,
  greater,
  isConstant,
  isOne,
  lowest,
  magnitude,
  mostBits,
  numberOf,
  ofDecimals,
  ofFractions,
  onOneDenominator,
  spread,
} from './column.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { bits, leastCommonMultiple } from '../../exact/integers.ts';
import { fraction } from '../../exact/fraction.ts';

/** Binary digits of a power that are still practical. */
const MOST_POWER_BITS = 20_000;

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
    const { num, den } = numberOf(b, 0);
    if (num !== 0n) return product(a, constant(fraction(den, num)), ledger);
  }
  return quickQuotient(a, b, ledger) ?? byNumber(a, b, ledger, quotientOf);
}

function quotientOf(x: Fraction, y: Fraction): Fraction | number {
  if (y.num !== 0n) return fraction(x.num * y.den, x.den * y.num);
  return x.num === 0n ? NOT_A_NUMBER : x.num > 0n ? INFINITE : MINUS_INFINITE;
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
    const { num, den } = numberOf(b, 0);
    if (den === 1n && num >= 0n && num <= 64n && BigInt(bits(a.largest)) * num <= BigInt(MOST_POWER_BITS)) {
      if (num === 0n) return withMarksOf(constant({ num: 1n, den: 1n }), a);
      let result = a;
      for (let k = 1n; k < num; k++) result = product(result, a, ledger);
      return result;
    }
  }
  const whole = doublesOf(b).every((exponent, k) => Number.isInteger(exponent) || (b.marks?.[k] ?? 0) !== 0);
  if (!whole) return approximateBoth(a, b, Math.pow, ledger);
  return byNumber(a, b, ledger, (x, y) => {
    if (x.num === 0n && y.num < 0n) return INFINITE;
    const most = BigInt(bits(magnitude(x.num)) + bits(x.den)) * magnitude(y.num);
    const plain = x.den === 1n && magnitude(x.num) <= 1n;
    if (!plain && most > BigInt(MOST_POWER_BITS)) return INFINITE;
    const exponent = plain ? magnitude(y.num) % 2n : magnitude(y.num);
    const [n, d] =
      plain && y.num === 0n
        ? [1n, 1n]
        : plain && exponent === 0n
          ? [x.num * x.num, 1n]
          : [x.num ** exponent, x.den ** exponent];
    return y.num < 0n ? fraction(d, n) : fraction(n, d);
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

function marksOf(a: Column, b: Column, length: number): Uint8Array | null {
  if (a.marks === null && b.marks === null) return null;
  return Uint8Array.from({ length }, (_, k) => a.marks?.[at(a, k)] || (b.marks?.[at(b, k)] ?? 0));
}

function withMarksOf(a: Column, b: Column): Column {
  return b.marks === null || a.marks !== null ? a : { ...spread(a, b.numerators.length), marks: b.marks };
}

function asBigints(a: Column): Column {
  return { ...a, numerators: bigintsOf(a.numerators) };
}
