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

export type NumberKind = 'disagreement' | 'reservation' | 'weight' | 'value' | 'adjustment';

/** One number of one party. A value has an issue and an option, a weight an issue only, an adjustment its own number. */
export interface VariedNumber {
  readonly party: number;
  readonly kind: NumberKind;
  readonly issue: number | null;
  readonly option: number | null;
  /** Place among the party's adjustments. */
  readonly adjustment: number | null;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /**
   * False where the scenario gives neither low nor high. They are then the number -20 % and +20 %; of a number that is 0,
   * so that a share of it is nothing, a twentieth of the party's range to either side, or of all its weight.
   */
  readonly stated: boolean;
}

const SPREAD = 0.2;
/** Of the party's range, for numbers that are 0. */
const STEP = 0.05;
/** The value of the best option of an issue. */
const FULL_VALUE = 100;

/**
 * The numbers that have any room, in the order of the file: thresholds, weights, and values where asked. A reservation
 * value that the file leaves out moves with the disagreement value and is no number of its own.
 */
export function variedNumbers(scenario: Scenario, withValues: boolean): readonly VariedNumber[] {
  return allNumbers(scenario, withValues).filter(({ low, high }) => low < high);
}

/** The same with those that have no room: what asks how far a number can move needs no range. */
export function allNumbers({ parties, issues }: Scenario, withValues: boolean): readonly VariedNumber[] {
  return parties.flatMap((party, index) => {
    const step = STEP * rangeOf(party, issues);
    return [
      varied(index, 'disagreement', party.disagreement, step),
      ...(party.reservationIsDisagreement ? [] : [reservationOf(party, index, step)]),
      ...weightsOf(party, index),
      ...(withValues ? valuesOf(party, issues, index, step) : []),
      ...party.adjustments.map(({ add }, adjustment) =>
        varied(index, 'adjustment', { value: add }, step, { adjustment }),
      ),
    ];
  });
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

function changed(
  party: Party,
  issues: readonly Issue[],
  { kind, issue, option, adjustment }: VariedNumber,
  to: number,
): Party {
  const number = { value: to };
  if (kind === 'adjustment') {
    const moved = party.adjustments.map((old, k) => {
      if (k !== adjustment) return old;
      const { exact: _written, ...rest } = old;
      return { ...rest, add: to };
    });
    return { ...party, adjustments: moved };
  }
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

function reservationOf(party: Party, index: number, step: number): VariedNumber {
  const number = varied(index, 'reservation', party.reservation, step);
  return { ...number, low: Math.max(number.low, party.disagreement.value) };
}

function weightsOf({ preferences }: Party, index: number): readonly VariedNumber[] {
  if (preferences.form === 'scores') return [];
  const total = preferences.issues.reduce((sum, { weight }) => sum + weight.value, 0);
  return preferences.issues.map(({ weight }, issue) => {
    const number = varied(index, 'weight', weight, STEP * total, { issue });
    return { ...number, low: Math.max(0, number.low) };
  });
}

/** Every option of a list; on a number line the points of the curve and the named options. */
function valuesOf(
  { preferences }: Party,
  issues: readonly Issue[],
  index: number,
  step: number,
): readonly VariedNumber[] {
  const points = preferences.form === 'scores' ? step : STEP * FULL_VALUE;
  return preferences.issues.flatMap((own, issue) =>
    variedOptions(issues[issue]!, own).map((option) => {
      const number = varied(index, 'value', worthAt(issues[issue]!, own, option), points, { issue, option });
      if (preferences.form === 'scores') return number;
      return { ...number, low: Math.max(0, number.low), high: Math.min(FULL_VALUE, number.high) };
    }),
  );
}

function variedOptions(issue: Issue, own: Worths): readonly number[] {
  const formula = own.curve !== null && 'formula' in own.curve;
  if (isNumberLine(issue) && (formula || !own.mentioned)) return listedOptions(issue);
  return tellingOptions(issue, own);
}

/** How far apart the party's best and worst deals can be in points, adjustments taken one by one. */
function rangeOf({ preferences, adjustments }: Party, issues: readonly Issue[]): number {
  const added = adjustments.reduce((sum, { add }) => sum + Math.abs(add), 0);
  if (preferences.form === 'weights') return FULL_VALUE + added;
  return preferences.issues.reduce((sum, own, k) => {
    const { least, most } = worthRange(issues[k]!, own);
    return sum + most - least;
  }, added);
}

/** `step`: how far a number that is 0 moves where the scenario gives no range. */
function varied(
  party: number,
  kind: NumberKind,
  { value, low, high }: StatedNumber,
  step: number,
  place: Partial<Pick<VariedNumber, 'issue' | 'option' | 'adjustment'>> = {},
): VariedNumber {
  const stated = low !== undefined || high !== undefined;
  const reach = stated ? 0 : value === 0 ? step : Math.abs(value) * SPREAD;
  return {
    party,
    kind,
    issue: place.issue ?? null,
    option: place.option ?? null,
    adjustment: place.adjustment ?? null,
    value,
    low: low ?? decimal(value - reach),
    high: high ?? decimal(value + reach),
    stated,
  };
}

/** Without the digits that binary arithmetic adds at the end. */
function decimal(value: number): number {
  return Number(value.toPrecision(12));
}
