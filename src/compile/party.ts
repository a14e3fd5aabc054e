/**
 * One party's numbers as exact integers on one scale.
 *
 * Every number of the party is a fraction with one common denominator: the sum of its weights times that of its points.
 * Divided by the greatest common divisor they are the smallest integers that decide every comparison exactly. Numbers
 * hold them where no sum reaches 2^53, big integers where one might.
 */
import { greatestCommonDivisor } from '../exact/integers.ts';
import { columnOf, fitsNumber, magnitude } from '../engine/units.ts';
import type { UnitColumn, Units } from '../engine/units.ts';
import type { Party, Issue } from '../scenario/scenario.ts';
import { leastCommonMultiple } from '../exact/integers.ts';
import { exactOf } from '../exact/fraction.ts';
import type { Fraction } from '../exact/fraction.ts';
import { common } from '../scenario/format/column.ts';
import { exactWorths } from '../scenario/format/worth.ts';
import type { ExactValues } from '../scenario/format/worth.ts';

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
  readonly issues: readonly Part[];
  readonly adjustments: readonly bigint[];
  readonly disagreement: bigint;
  readonly reservation: bigint;
}

/** What the options of an issue add: so many times each numerator. A long range is never a list of big integers. */
interface Part {
  readonly numerators: ExactValues['numerators'];
  readonly times: bigint;
}

/** Integer units of a party, nothing rounded. */
export function compileParty(party: Party, issues: readonly Issue[]): PartyUnits {
  const fractions = fractionsOf(party, issues);
  const divisor = commonDivisor(fractions);
  const narrow = fits(fractions, divisor);
  const told = (number: bigint): Units => (narrow ? Number(number / divisor) : number / divisor);
  return {
    scale: told(fractions.denominator),
    contributions: narrow ? numbers(fractions.issues, divisor) : bigIntegers(fractions.issues, divisor),
    adjustments: fractions.adjustments.map(told),
    disagreement: told(fractions.disagreement),
    reservation: told(fractions.reservation),
  };
}

function fractionsOf(party: Party, issues: readonly Issue[]): Fractions {
  const { preferences } = party;
  const [disagreement, reservation] = [exactOf(party.disagreement), exactOf(party.reservation)];
  const firmness = exactOf(party.firmness ?? { value: 0 });
  const adjustments = party.adjustments.map(({ add: value, exact }) => exactOf({ value, exact }));
  const own = preferences.issues.map((worths, k) => exactWorths(issues[k]!, worths));
  const denominators = [disagreement, reservation, firmness, ...adjustments].map(({ den }) => den);
  const points = [...denominators, ...own.map(({ denominator }) => denominator)].reduce(leastCommonMultiple, 1n);
  const weights =
    preferences.form === 'weights' ? integers(preferences.issues.map(({ weight }) => exactOf(weight))) : null;
  const total = weights === null ? 1n : weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) throw new RangeError(`party '${party.id}' has no weight above 0`);
  const inUnits = ({ num, den }: Fraction) => num * (points / den) * total;
  return {
    denominator: total * points,
    issues: own.map(({ denominator, numerators }, k) => ({
      numerators,
      times: (points / denominator) * (weights?.[k] ?? 1n),
    })),
    adjustments: adjustments.map(inUnits),
    disagreement: inUnits(disagreement),
    // No party signs for less than no deal gives it, however soft it is.
    reservation: larger(inUnits(disagreement), inUnits(reservation) + inUnits(firmness)),
  };
}

/** Weights count only by their ratios, so any common multiple will do. */
function integers(weights: readonly Fraction[]): bigint[] {
  const denominator = weights.map(({ den }) => den).reduce(leastCommonMultiple, 1n);
  return weights.map(({ num, den }) => num * (denominator / den));
}

/** The greatest number that divides all numbers of the party. */
function commonDivisor({ denominator, issues, adjustments, disagreement, reservation }: Fractions): bigint {
  const singles = [...adjustments, disagreement, reservation].reduce(greatestCommonDivisor, denominator);
  return issues.reduce((divisor, { numerators, times }) => {
    const own = divisorOf(numerators);
    return greatestCommonDivisor(divisor, own * times);
  }, singles);
}

function divisorOf(numerators: Part['numerators']): bigint {
  if (!(numerators instanceof Float64Array)) return numerators.reduce(greatestCommonDivisor, 0n);
  let divisor = 0;
  for (let k = 0; k < numerators.length && divisor !== 1; k++) divisor = common(divisor, Math.abs(numerators[k]!));
  return BigInt(divisor);
}

/** No sum of the party's units, and not its scale, reaches 2^53. */
function fits({ denominator, issues, adjustments, disagreement, reservation }: Fractions, divisor: bigint): boolean {
  const singles = [...adjustments, disagreement, reservation].reduce((sum, number) => sum + magnitude(number), 0n);
  const bound = issues.reduce((sum, { numerators, times }) => sum + largestOf(numerators) * times, singles);
  return fitsNumber(bound / divisor) && fitsNumber(denominator / divisor);
}

function largestOf(numerators: Part['numerators']): bigint {
  if (!(numerators instanceof Float64Array)) return numerators.map(magnitude).reduce(larger, 0n);
  let most = 0;
  for (let k = 0; k < numerators.length; k++) most = Math.max(most, Math.abs(numerators[k]!));
  return BigInt(most);
}

/** All units as numbers, which must hold them: hot code for ranges of a million. */
function numbers(issues: readonly Part[], divisor: bigint): Float64Array {
  const units = new Float64Array(issues.reduce((sum, { numerators }) => sum + numerators.length, 0));
  let row = 0;
  for (const { numerators, times } of issues) {
    if (!(numerators instanceof Float64Array)) {
      for (const numerator of numerators) units[row++] = Number((numerator * times) / divisor);
      continue;
    }
    // What divides a product and has nothing in common with one factor divides the other.
    const shared = greatestCommonDivisor(times, divisor);
    const [by, over] = [Number(times / shared), Number(divisor / shared)];
    for (const numerator of numerators) units[row++] = numerator === 0 ? 0 : (numerator / over) * by;
  }
  return units;
}

function bigIntegers(issues: readonly Part[], divisor: bigint): UnitColumn {
  const units = issues.flatMap(({ numerators, times }) => {
    const whole = numerators instanceof Float64Array ? Array.from(numerators, BigInt) : numerators;
    return whole.map((numerator) => (numerator * times) / divisor);
  });
  return columnOf(units, false);
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
