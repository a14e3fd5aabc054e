/** How much a time-dependent strategy asks for in a round, exactly where its exponent is a whole number. */
import { ceilToDenominator } from '../../ratio.ts';
import { binaryFractionOf } from '../../../exact/fraction.ts';
import type { Fraction } from '../../../exact/fraction.ts';
import { larger, minus, plus } from '../../units.ts';
import type { Units } from '../../units.ts';

/** Whole exponents up to this are computed with fractions. */
const MOST_EXACT = 64;

/** What a party could get, in units, with so many units to a point. */
export interface Span {
  readonly least: Units;
  readonly best: Units;
  readonly scale: Units;
}

/**
 * The least integer of units that reaches least + (best - least) * (1 - t ^ exponent), where t = (round + 1) / (rounds + 1)
 * (Faratin, Sierra and Jennings 1998), less the tolerance in points, but never below the least. Rounds count from 0.
 */
export function timeTarget(
  { least, best, scale }: Span,
  { round, rounds }: { readonly round: number; readonly rounds: number },
  { exponent, tolerance }: { readonly exponent: number; readonly tolerance: Fraction },
): Units {
  const { num, den } = shareAsked(round, rounds, exponent);
  const asked = BigInt(minus(best, least)) * num * tolerance.den - BigInt(scale) * tolerance.num * den;
  return larger(least, plus(least, ceilToDenominator({ num: asked, den: den * tolerance.den }, 1)));
}

/** 1 - t ^ exponent. */
function shareAsked(round: number, rounds: number, exponent: number): { readonly num: bigint; readonly den: bigint } {
  if (Number.isInteger(exponent) && exponent <= MOST_EXACT) {
    const den = BigInt(rounds + 1) ** BigInt(exponent);
    return { num: den - BigInt(round + 1) ** BigInt(exponent), den };
  }
  return binaryFractionOf(1 - ((round + 1) / (rounds + 1)) ** exponent);
}
