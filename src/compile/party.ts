/**
 * One party's numbers as exact integers on one scale.
 *
 * Every number of the party is a fraction with one common denominator: the sum of its weights times a power of ten.
 * Divided by the greatest common divisor they are the smallest integers that decide every comparison exactly. Where
 * those would pass 2^53 the numbers are rounded to the finest power of ten that fits, and a warning says so.
 */
import { decimalText, digitsAt, toDecimal } from '../scenario/format/decimal.ts';
import type { Decimal } from '../scenario/format/decimal.ts';
import type { Party } from '../scenario/scenario.ts';

const EXACT_BELOW = 2n ** 53n;

export interface PartyUnits {
  /** Units per point. */
  readonly scale: number;
  /** By flat option number. */
  readonly contributions: Float64Array;
  /** In the order of the party's adjustments. */
  readonly adjustments: readonly number[];
  readonly disagreement: number;
  readonly reservation: number;
}

/** The party's utility as integers over one denominator: points = number / denominator. */
interface Fractions {
  readonly denominator: bigint;
  /** By issue, then option. */
  readonly contributions: readonly (readonly bigint[])[];
  readonly adjustments: readonly bigint[];
  readonly disagreement: bigint;
  readonly reservation: bigint;
}

/** Integer units of a party, and a warning when they had to be rounded. */
export function compileParty(party: Party): { readonly units: PartyUnits; readonly warning: string | null } {
  const fractions = reduce(fractionsOf(party));
  if (fits(fractions)) return { units: toUnits(fractions), warning: null };
  const { rounded, places } = roundToFit(fractions);
  const warning =
    `party '${party.id}': its numbers need more digits than can be computed exactly together; ` +
    `they are rounded to ${decimalText(1n, places)} points`;
  return { units: toUnits(rounded), warning };
}

function fractionsOf(party: Party): Fractions {
  const { preferences } = party;
  const disagreement = toDecimal(party.disagreement.value);
  const reservation = toDecimal(party.reservation.value);
  const firmness = toDecimal(party.firmness?.value ?? 0);
  const adjustments = party.adjustments.map((adjustment) => toDecimal(adjustment.add));
  const own =
    preferences.form === 'weights'
      ? preferences.issues.map((issue) => issue.values.map((value) => toDecimal(value.value)))
      : preferences.issues.map((issue) => issue.scores.map((score) => toDecimal(score.value)));
  const places = mostPlaces([disagreement, reservation, firmness, ...adjustments, ...own.flat()]);
  const weights =
    preferences.form === 'weights' ? integers(preferences.issues.map((issue) => issue.weight.value)) : null;
  const total = weights === null ? 1n : weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) throw new RangeError(`party '${party.id}' has no weight above 0`);
  const inUnits = (decimal: Decimal) => digitsAt(decimal, places) * total;
  return {
    denominator: total * 10n ** BigInt(places),
    contributions: own.map((values, k) => values.map((value) => digitsAt(value, places) * (weights?.[k] ?? 1n))),
    adjustments: adjustments.map(inUnits),
    disagreement: inUnits(disagreement),
    // No party signs for less than no deal gives it, however soft it is.
    reservation: larger(inUnits(disagreement), inUnits(reservation) + inUnits(firmness)),
  };
}

/** Weights count only by their ratios, so any common power of ten will do. */
function integers(values: readonly number[]): bigint[] {
  const decimals = values.map(toDecimal);
  const places = mostPlaces(decimals);
  return decimals.map((decimal) => digitsAt(decimal, places));
}

function mostPlaces(decimals: readonly Decimal[]): number {
  return Math.max(...decimals.map((decimal) => decimal.places));
}

function reduce(fractions: Fractions): Fractions {
  let divisor = fractions.denominator;
  for (const number of numbersOf(fractions)) divisor = greatestCommonDivisor(divisor, number);
  return mapFractions(fractions, fractions.denominator / divisor, (number) => number / divisor);
}

/** No sum of the party's units, and not its scale, may reach 2^53. */
function fits(fractions: Fractions): boolean {
  let bound = magnitude(fractions.disagreement) + magnitude(fractions.reservation);
  for (const adjustment of fractions.adjustments) bound += magnitude(adjustment);
  for (const options of fractions.contributions) bound += options.map(magnitude).reduce((a, b) => (a > b ? a : b), 0n);
  return bound < EXACT_BELOW && fractions.denominator < EXACT_BELOW;
}

function roundToFit(fractions: Fractions): { readonly rounded: Fractions; readonly places: number } {
  for (let places = 15; places >= 0; places--) {
    const scale = 10n ** BigInt(places);
    const rounded = mapFractions(fractions, scale, (number) => divideRounded(number * scale, fractions.denominator));
    if (fits(rounded)) return { rounded, places };
  }
  throw new RangeError('numbers too large to compute with');
}

function mapFractions(fractions: Fractions, denominator: bigint, map: (number: bigint) => bigint): Fractions {
  return {
    denominator,
    contributions: fractions.contributions.map((options) => options.map(map)),
    adjustments: fractions.adjustments.map(map),
    disagreement: map(fractions.disagreement),
    reservation: map(fractions.reservation),
  };
}

function toUnits(fractions: Fractions): PartyUnits {
  return {
    scale: Number(fractions.denominator),
    contributions: Float64Array.from(fractions.contributions.flat(), Number),
    adjustments: fractions.adjustments.map(Number),
    disagreement: Number(fractions.disagreement),
    reservation: Number(fractions.reservation),
  };
}

function numbersOf(fractions: Fractions): bigint[] {
  return [...fractions.contributions.flat(), ...fractions.adjustments, fractions.disagreement, fractions.reservation];
}

/** To the nearest integer, halves away from zero. */
function divideRounded(number: bigint, divisor: bigint): bigint {
  const nearest = (2n * magnitude(number) + divisor) / (2n * divisor);
  return number < 0n ? -nearest : nearest;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function magnitude(number: bigint): bigint {
  return number < 0n ? -number : number;
}
