/**
 * One party's numbers as exact integers on one scale.
 *
 * Every number of the party is a fraction with one common denominator: the sum of its weights times that of its points.
 * Divided by the greatest common divisor they are the smallest integers that decide every comparison exactly. Numbers
 * hold them where no sum reaches 2^53, big integers where one might.
 */
import { greatestCommonDivisor } from '../engine/exact.ts';
import { columnOf, fitsNumber, magnitude } from '../engine/units.ts';
import type { UnitColumn, Units } from '../engine/units.ts';
import type { Party, Issue } from '../scenario/scenario.ts';
import { exactOf, leastCommonMultiple } from '../scenario/format/fraction.ts';
import type { Fraction } from '../scenario/format/fraction.ts';
import { exactWorths } from '../scenario/format/worth.ts';

export interface PartyUnits {
  /** Units per point. */
  readonly scale: Units;
  /** By flat option number. */
  readonly contributions: UnitColumn;
  /** In the order of the party's adjustments. */
  readonly adjustments: readonly Units[];
  readonly disagreement: Units;
  readonly reservation: Units;
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

/** Integer units of a party, nothing rounded. */
export function compileParty(party: Party, issues: readonly Issue[]): PartyUnits {
  const { denominator, contributions, adjustments, disagreement, reservation } = reduce(fractionsOf(party, issues));
  const narrow = fits({ denominator, contributions, adjustments, disagreement, reservation });
  const told = (number: bigint): Units => (narrow ? Number(number) : number);
  return {
    scale: told(denominator),
    contributions: columnOf(contributions.flat(), narrow),
    adjustments: adjustments.map(told),
    disagreement: told(disagreement),
    reservation: told(reservation),
  };
}

function fractionsOf(party: Party, issues: readonly Issue[]): Fractions {
  const { preferences } = party;
  const [disagreement, reservation] = [exactOf(party.disagreement), exactOf(party.reservation)];
  const firmness = exactOf(party.firmness ?? { value: 0 });
  const adjustments = party.adjustments.map(({ add: value, exact }) => exactOf({ value, exact }));
  const own = preferences.issues.map((worths, k) => exactWorths(issues[k]!, worths));
  const numbers = [disagreement, reservation, firmness, ...adjustments].map(({ d }) => d);
  const points = [...numbers, ...own.map(({ denominator }) => denominator)].reduce(leastCommonMultiple, 1n);
  const weights =
    preferences.form === 'weights' ? integers(preferences.issues.map(({ weight }) => exactOf(weight))) : null;
  const total = weights === null ? 1n : weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) throw new RangeError(`party '${party.id}' has no weight above 0`);
  const inUnits = ({ n, d }: Fraction) => n * (points / d) * total;
  return {
    denominator: total * points,
    contributions: own.map(({ denominator, numerators }, k) => {
      const by = (points / denominator) * (weights?.[k] ?? 1n);
      return Array.from({ length: numerators.length }, (_, option) => BigInt(numerators[option]!) * by);
    }),
    adjustments: adjustments.map(inUnits),
    disagreement: inUnits(disagreement),
    // No party signs for less than no deal gives it, however soft it is.
    reservation: larger(inUnits(disagreement), inUnits(reservation) + inUnits(firmness)),
  };
}

/** Weights count only by their ratios, so any common multiple will do. */
function integers(weights: readonly Fraction[]): bigint[] {
  const common = weights.map(({ d }) => d).reduce(leastCommonMultiple, 1n);
  return weights.map(({ n, d }) => n * (common / d));
}

function reduce(fractions: Fractions): Fractions {
  let divisor = fractions.denominator;
  for (const number of numbersOf(fractions)) divisor = greatestCommonDivisor(divisor, number);
  const map = (number: bigint): bigint => number / divisor;
  return {
    denominator: fractions.denominator / divisor,
    contributions: fractions.contributions.map((options) => options.map(map)),
    adjustments: fractions.adjustments.map(map),
    disagreement: map(fractions.disagreement),
    reservation: map(fractions.reservation),
  };
}

/** No sum of the party's units, and not its scale, reaches 2^53. */
function fits(fractions: Fractions): boolean {
  let bound = magnitude(fractions.disagreement) + magnitude(fractions.reservation);
  for (const adjustment of fractions.adjustments) bound += magnitude(adjustment);
  for (const options of fractions.contributions) bound += options.map(magnitude).reduce((a, b) => (a > b ? a : b), 0n);
  return fitsNumber(bound) && fitsNumber(fractions.denominator);
}

function numbersOf(fractions: Fractions): bigint[] {
  return [...fractions.contributions.flat(), ...fractions.adjustments, fractions.disagreement, fractions.reservation];
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
