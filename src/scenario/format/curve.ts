/**
 * What the numbers of a range are worth by a curve: a formula of x, or points with straight lines between.
 */
import type { Column, Ledger, Piece } from './column.ts';
import { brokenLine, firstOutside, numberOf } from './column.ts';
import { held } from './column-arithmetic.ts';
import { evaluateFormula } from './formula.ts';
import type { Fraction } from '../../exact/fraction.ts';
import {
  add,
  compare,
  divide,
  exactOf,
  fraction,
  fractionText,
  multiply,
  readFraction,
  subtract,
  ZERO,
} from '../../exact/fraction.ts';
import { exactNumber } from './options.ts';
import type { Curve, CurvePoint, NumberRange } from '../scenario.ts';

export const LEAST_VALUE = ZERO;
export const MOST_VALUE: Fraction = fraction(100n, 1n);

export type CurveResult =
  | {
      readonly ok: true;
      /** By number of the range, without marks. */
      readonly worths: Column;
      /** Some of it is decimals of 15 digits where exact fractions are not to be had. */
      readonly decimals: boolean;
    }
  | { readonly ok: false; readonly message: string };

/**
 * Worths of all numbers of the range. `bounded`: they are values, from 0 to 100; one outside is refused unless the
 * curve is clipped. Never throws; the message is for the author of the curve.
 */
export function evaluateCurve(curve: Curve, range: NumberRange, bounded: boolean): CurveResult {
  const found = 'formula' in curve ? evaluateFormula(curve.formula, range) : evaluatePoints(curve.points, range);
  if (!found.ok || !bounded) return found.ok ? { ok: true, worths: found.values, decimals: found.decimals } : found;
  const { values, decimals } = found;
  const k = firstOutside(values, LEAST_VALUE, MOST_VALUE);
  if (k === -1) return { ok: true, worths: values, decimals };
  if (curve.clip) return { ok: true, worths: held(values, LEAST_VALUE, MOST_VALUE), decimals };
  const [x, value] = [fractionText(exactNumber(range, k)), fractionText(numberOf(values, k))];
  const message = `gives ${value} at x = ${x}, and a value lies between 0 (worst) and 100 (best)`;
  return {
    ok: false,
    message: `${message}; write \`clip: true\` beside it to hold it there, or \`scores\` in place of weight and value to count in units of your own`,
  };
}

type Found =
  | { readonly ok: true; readonly values: Column; readonly decimals: boolean }
  | { readonly ok: false; readonly message: string };

/** The points must ascend, and reach from the first number of the range to the last. */
function evaluatePoints(points: readonly CurvePoint[], range: NumberRange): Found {
  const corners = points.map(({ at, worth }) => ({ x: readFraction(at) ?? ZERO, y: exactOf(worth) }));
  const [first, last] = [corners[0], corners.at(-1)];
  const [from, to] = [exactNumber(range, 0), exactNumber(range, range.count - 1)];
  if (first === undefined || last === undefined) return { ok: false, message: 'needs at least one point' };
  if (compare(first.x, from) > 0 || compare(last.x, to) < 0) {
    const [reach, wanted] = [
      [first.x, last.x],
      [from, to],
    ].map((ends) => ends.map(fractionText).join(' to '));
    return {
      ok: false,
      message: `the points reach from ${reach}, and the numbers from ${wanted}; give a point at each end`,
    };
  }
  const ledger: Ledger = { steps: Infinity, decimals: false };
  const lines = corners.slice(1).map((corner, k) => lineBetween(corners[k]!, corner, range));
  const flat = { until: range.count, height: first.y, slope: ZERO };
  return { ok: true, values: brokenLine(lines.length === 0 ? [flat] : lines, ledger), decimals: ledger.decimals };
}

interface Corner {
  readonly x: Fraction;
  readonly y: Fraction;
}

/** Over the numbers of the range up to the second corner, by place in the range. */
function lineBetween(a: Corner, b: Corner, range: NumberRange): Piece {
  const slope = divide(subtract(b.y, a.y), subtract(b.x, a.x));
  const [from, step] = [exactNumber(range, 0), fraction(range.step, 10n ** BigInt(range.places))];
  const steps = divide(subtract(b.x, from), step);
  const until = steps.num < 0n ? 0 : Math.min(range.count, Number(steps.num / steps.den) + 1);
  return { until, height: add(a.y, multiply(slope, subtract(from, a.x))), slope: multiply(slope, step) };
}
