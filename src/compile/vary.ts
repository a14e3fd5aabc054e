/**
 * The numbers of a scenario one by one, with their ranges, and a party compiled again with one of them changed.
 */
import type { Party as CompiledParty } from '../engine/problem.ts';
import { larger } from '../engine/units.ts';
import type { Party, Scenario, StatedNumber, Issue, Worths } from '../scenario/scenario.ts';
import { isNumberLine, listedOptions } from '../scenario/format/options.ts';
import { tellingOptions, withWorth, worthAt, worthRange } from '../scenario/format/worth.ts';
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
export function variedNumbers({ parties, issues }: Scenario, withValues: boolean): readonly VariedNumber[] {
  return parties
    .flatMap((party, index) => [
      varied(index, 'disagreement', party.disagreement, thresholdStep(party, issues)),
      ...(party.reservationIsDisagreement ? [] : [reservationOf(party, issues, index)]),
      ...(party.preferences.form === 'weights'
        ? party.preferences.issues.map(({ weight }, issue) => varied(index, 'weight', weight, 0, issue))
        : []),
      ...(withValues ? valuesOf(party, issues, index) : []),
    ])
    .filter(({ low, high }) => low < high);
}

/** The compiled party with the number at another value; a reservation value below the disagreement value is raised to it. */
export function compileVaried(
  { parties, issues }: Scenario,
  base: Compiled,
  number: VariedNumber,
  to: number,
): CompiledParty {
  const compiled = base.problem.parties[number.party]!;
  const units = compileParty(changed(parties[number.party]!, issues, number, to), issues);
  return {
    ...compiled,
    scale: units.scale,
    contributions: units.contributions,
    adjustments: compiled.adjustments.map(({ when }, k) => ({ when, units: units.adjustments[k]! })),
    disagreement: units.disagreement,
    reservation: larger(units.disagreement, units.reservation),
  };
}

function changed(party: Party, issues: readonly Issue[], { kind, issue, option }: VariedNumber, to: number): Party {
  const number = { value: to };
  if (kind === 'reservation') return { ...party, reservation: number };
  if (kind === 'disagreement') {
    return { ...party, disagreement: number, ...(party.reservationIsDisagreement ? { reservation: number } : {}) };
  }
  const { preferences } = party;
  if (kind === 'weight' && preferences.form === 'weights') {
    const weighted = preferences.issues.map((own, k) => (k === issue ? { ...own, weight: number } : own));
    return { ...party, preferences: { form: 'weights', issues: weighted } };
  }
  const swapped = <T extends Worths>(own: T, k: number): T =>
    k === issue && option !== null ? { ...own, ...withWorth(issues[k]!, own, option, number) } : own;
  if (preferences.form === 'scores') {
    return { ...party, preferences: { form: 'scores', issues: preferences.issues.map(swapped) } };
  }
  return { ...party, preferences: { form: 'weights', issues: preferences.issues.map(swapped) } };
}

function reservationOf(party: Party, issues: readonly Issue[], index: number): VariedNumber {
  const number = varied(index, 'reservation', party.reservation, thresholdStep(party, issues));
  return { ...number, low: Math.max(number.low, party.disagreement.value) };
}

/** Every option of a list; on a number line the points of the curve and the named options. */
function valuesOf({ preferences }: Party, issues: readonly Issue[], index: number): readonly VariedNumber[] {
  return preferences.issues.flatMap((own, issue) =>
    variedOptions(issues[issue]!, own).map((option) => {
      const number = varied(index, 'value', worthAt(issues[issue]!, own, option), 0, issue, option);
      if (preferences.form === 'scores') return number;
      return { ...number, low: Math.max(0, number.low), high: Math.min(100, number.high) };
    }),
  );
}

function variedOptions(issue: Issue, own: Worths): readonly number[] {
  const formula = own.curve !== null && 'formula' in own.curve;
  if (isNumberLine(issue) && (formula || !own.mentioned)) return listedOptions(issue);
  return tellingOptions(issue, own);
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
function thresholdStep({ preferences }: Party, issues: readonly Issue[]): number {
  if (preferences.form === 'weights') return 5;
  const range = preferences.issues.reduce((sum, own, k) => {
    const { least, most } = worthRange(issues[k]!, own);
    return sum + most - least;
  }, 0);
  return range / 20;
}

/** Without the digits that binary arithmetic adds at the end. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}
