/**
 * What a party does in a session, as plain data: how it concedes, which deal it offers, what it accepts, when it leaves.
 *
 * A strategy sees its own party's numbers and the offers made, never the numbers of the others; see `own-side.ts`.
 */
import type { Fraction } from '../../../exact/fraction.ts';

export interface Strategy {
  readonly concession: Concession;
  readonly offers: OfferRule;
  readonly acceptance: Acceptance;
  /** It leaves once so many rounds have passed in which nobody offered it anything it could sign; null: it stays. */
  readonly walkOut: number | null;
}

/**
 * How much a party asks for, as a target for its own utility.
 *
 * - `time` (Faratin, Sierra and Jennings 1998): in round k of n (from 0), t = (k + 1) / (n + 1), the target is least +
 *   (best - least) * (1 - t ^ exponent) - tolerance, and at the least `least`. The exponent is positive; Infinity never
 *   concedes. The tolerance is in points.
 * - `tit-for-tat` (the same): what the others have conceded lately, in its own utility of their offers: in the same
 *   proportion (`relative`), by as many points (`absolute`), or in the proportion of the last `window` offers (`averaged`).
 * - `micro` (de Jonge 2022): its deals from the best down, one step further only while each of the others has made at
 *   least as many distinct offers. For small spaces.
 */
export type Concession =
  | TimeDependent
  | { readonly kind: 'tit-for-tat'; readonly measure: TitForTat; readonly window: number }
  | { readonly kind: 'micro' };

export interface TimeDependent {
  readonly kind: 'time';
  readonly exponent: number;
  readonly tolerance: Fraction;
}

export const TIT_FOR_TAT = ['relative', 'absolute', 'averaged'] as const;

export type TitForTat = (typeof TIT_FOR_TAT)[number];

/**
 * A hundredth of a point: nobody lets a deal fail for less. Published sessions of the field have the same.
 */
export const TOLERANCE: Fraction = { num: 1n, den: 100n };

/** Exponents of time-dependent strategies by the names of the field. */
export const TIME_EXPONENTS = { boulware: 4, linear: 1, conceder: 0.25, hardliner: Infinity } as const;

/**
 * Which of the deals worth at least the target a party offers.
 *
 * - `thrifty`: the least good one for itself; of several the first in option order.
 * - `similar` (Faratin, Sierra and Jennings 2002): the one with the most clauses of the others' last offers, each weighted
 *   by the number of their offers in a row that have had it; of several the best for itself.
 * - `learned`: the best one for the others as a frequency model guesses them from their offers; of several the best for itself.
 * - `random`: any that is worth no more than its target of the round before.
 */
export const OFFER_RULES = ['thrifty', 'similar', 'learned', 'random'] as const;

export type OfferRule = (typeof OFFER_RULES)[number];

/**
 * What a party accepts, of what it could sign at all (after Baarslag, Hindriks and Jonker 2013).
 *
 * - `target`: what is worth at least its target.
 * - `next`: what is worth at least the offer it would make instead.
 * - `time`: anything, once the share `from` of the rounds is over.
 * - `either`: what `next` or `time` accepts.
 */
export type Acceptance =
  { readonly kind: 'target' } | { readonly kind: 'next' } | { readonly kind: 'time' | 'either'; readonly from: number };
