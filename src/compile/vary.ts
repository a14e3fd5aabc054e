/**
 * The numbers of a scenario one by one, with their ranges, and a party compiled again with one of them changed.
 */
import type { Party as CompiledParty } from '../engine/problem.ts';
import { larger } from '../engine/units.ts';
import type { Party, Scenario, StatedNumber } from '../scenario/scenario.ts';
import type { Compiled } from './compile.ts';
import { compileParty } from './party.ts';

export type NumberKind = 'disagreement' | 'reservation' | 'weight' | 'value';

/** One number of one party. A value has an issue and an option, a weight an issue only. */
export interface VariedNumber {
  readonly party: number;
  readonly kind: NumberKind;
  readonly issue: number | null;
  readonly option: number | null;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** False where the scenario gives neither low nor high: they are then -20 % and +20 %; of 0 a step of points. */
  readonly stated: boolean;
}

const SPREAD = 0.2;

/**
 * The numbers that have any room, in the order of the file: thresholds, weights, and values where asked. A reservation
 * value that the file leaves out moves with the disagreement value and is no number of its own.
 */
export function variedNumbers({ parties }: Scenario, withValues: boolean): readonly VariedNumber[] {
  return parties
    .flatMap((party, index) => [
      varied(index, 'disagreement', party.disagreement, thresholdStep(party)),
      ...(party.reservationIsDisagreement ? [] : [reservationOf(party, index)]),
      ...(party.preferences.form === 'weights'
        ? party.preferences.issues.map(({ weight }, issue) => varied(index, 'weight', weight, 0, issue))
        : []),
      ...(withValues ? valuesOf(party, index) : []),
    ])
    .filter(({ low, high }) => low < high);
}

/** The compiled party with the number at another value; a reservation value below the disagreement value is raised to it. */
export function compileVaried({ parties }: Scenario, base: Compiled, number: VariedNumber, to: number): CompiledParty {
  const compiled = base.problem.parties[number.party]!;
  const units = compileParty(changed(parties[number.party]!, number, to));
  return {
    ...compiled,
    scale: units.scale,
    contributions: units.contributions,
    adjustments: compiled.adjustments.map(({ when }, k) => ({ when, units: units.adjustments[k]! })),
    disagreement: units.disagreement,
    reservation: larger(units.disagreement, units.reservation),
  };
}

function changed(party: Party, { kind, issue, option }: VariedNumber, to: number): Party {
  const number = { value: to };
  if (kind === 'reservation') return { ...party, reservation: number };
  if (kind === 'disagreement') {
    return { ...party, disagreement: number, ...(party.reservationIsDisagreement ? { reservation: number } : {}) };
  }
  const { preferences } = party;
  const swapped = (values: readonly StatedNumber[]) => values.map((old, k) => (k === option ? number : old));
  if (preferences.form === 'scores') {
    const issues = preferences.issues.map((own, k) => (k === issue ? { ...own, scores: swapped(own.scores) } : own));
    return { ...party, preferences: { form: 'scores', issues } };
  }
  const issues = preferences.issues.map((own, k) =>
    k !== issue ? own : kind === 'weight' ? { ...own, weight: number } : { ...own, values: swapped(own.values) },
  );
  return { ...party, preferences: { form: 'weights', issues } };
}

function reservationOf(party: Party, index: number): VariedNumber {
  const number = varied(index, 'reservation', party.reservation, thresholdStep(party));
  return { ...number, low: Math.max(number.low, party.disagreement.value) };
}

function valuesOf({ preferences }: Party, index: number): readonly VariedNumber[] {
  if (preferences.form === 'scores') {
    return preferences.issues.flatMap(({ scores }, issue) =>
      scores.map((score, option) => varied(index, 'value', score, 0, issue, option)),
    );
  }
  return preferences.issues.flatMap(({ values }, issue) =>
    values.map((value, option) => {
      const number = varied(index, 'value', value, 0, issue, option);
      return { ...number, low: Math.max(0, number.low), high: Math.min(100, number.high) };
    }),
  );
}

function varied(
  party: number,
  kind: NumberKind,
  { value, low, high }: StatedNumber,
  /** How far it goes where it is 0, of which a share is nothing. */
  step: number,
  issue: number | null = null,
  option: number | null = null,
): VariedNumber {
  const stated = low !== undefined || high !== undefined;
  const reach = stated ? 0 : value === 0 ? step : Math.abs(value) * SPREAD;
  return {
    party,
    kind,
    issue,
    option,
    value,
    low: low ?? decimal(value - reach),
    high: high ?? decimal(value + reach),
    stated,
  };
}

/** A twentieth of the party's range. */
function thresholdStep({ preferences }: Party): number {
  if (preferences.form === 'weights') return 5;
  const range = preferences.issues.reduce((sum, { scores }) => {
    const [least, most] = scores.reduce(
      ([low, high], { value }) => [Math.min(low, value), Math.max(high, value)],
      [Infinity, -Infinity],
    );
    return sum + most - least;
  }, 0);
  return range / 20;
}

/** Without the digits that binary arithmetic adds at the end. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}
