/**
 * Utilities of the kind that most programs have: on each issue a weight and what an option is worth from 0 to 1; the
 * utility is the sum of weight times worth, from 0 to 1 where the weights add up to 1.
 */
import type { Fraction } from '../exact/fraction.ts';
import { add, compare, fraction, fractionText, multiply, ONE, ZERO } from '../exact/fraction.ts';
import type { ForeignWorths } from './foreign.ts';

export const HUNDRED = fraction(100n, 1n);

/** What the options of an issue are worth from 0 to 1; a formula may leave that range unless it is `held` there. */
export type Shares =
  | { readonly kind: 'listed'; readonly shares: readonly Fraction[] }
  | { readonly kind: 'formula'; readonly formula: string; readonly held: boolean };

export interface Additive {
  readonly weights: readonly Fraction[] | null;
  readonly worths: readonly ForeignWorths[];
}

/**
 * In points from 0 to 100: with weights where these add up to exactly 1 and every share lies from 0 to 1, so that a
 * weighted average is the same as the sum; else each share as the points it gives, so that no utility is another. A
 * `bias` that every deal has is given with the first issue.
 */
export function additive(weights: readonly Fraction[], shares: readonly Shares[], bias = ZERO): Additive {
  const isWeighted =
    bias.num === 0n &&
    compare(weights.reduce(add, ZERO), ONE) === 0 &&
    weights.every((weight) => weight.num >= 0n) &&
    shares.every(isWithin);
  if (isWeighted) return { weights, worths: shares.map((own) => inPoints(own, ONE, true)) };
  const points = shares.map((own, k) => inPoints(own, weights[k] ?? ZERO, false));
  return { weights: null, worths: points.map((own, k) => (k === 0 ? raised(own, multiply(bias, HUNDRED)) : own)) };
}

function raised(own: ForeignWorths, points: Fraction): ForeignWorths {
  if (points.num === 0n) return own;
  if (own.kind === 'listed') return { kind: 'listed', worths: own.worths.map((worth) => add(worth, points)) };
  return { ...own, formula: `${bracketed(points)} + ${own.formula}` };
}

function isWithin(own: Shares): boolean {
  return own.kind === 'formula' ? own.held : own.shares.every((share) => share.num >= 0n && compare(share, ONE) <= 0);
}

function inPoints(own: Shares, weight: Fraction, isValue: boolean): ForeignWorths {
  const scale = multiply(weight, HUNDRED);
  if (own.kind === 'listed') return { kind: 'listed', worths: own.shares.map((share) => multiply(share, scale)) };
  const held = own.held && !isValue ? `min(1, max(0, ${own.formula}))` : own.formula;
  return { kind: 'formula', formula: `${bracketed(scale)} * (${held})`, clip: isValue };
}

/** A fraction as part of an expression. */
export function bracketed(number: Fraction): string {
  const text = fractionText(number);
  return /^\d+(\.\d+)?$/.test(text) ? text : `(${text})`;
}
