/**
 * The weights and thresholds of a scenario as lines that the engine can move along, and what a step on a line means.
 */
import type { Party as CompiledParty } from '../engine/problem.ts';
import type { NumberLine } from '../engine/sensitivity/number-line.ts';
import { digitsAt, toDecimal } from '../scenario/format/decimal.ts';
import type { Party, Scenario } from '../scenario/scenario.ts';
import type { Compiled } from './compile.ts';
import type { VariedNumber } from './vary.ts';
import { compileVaried } from './vary.ts';

/** Steps of a line, at least, where the numbers leave room for so many. */
const STEPS = 1_000_000;
/** Units per point of a party that has to be rounded. */
const FINEST = 1_000_000;
const EXACT_BELOW = 2 ** 52;
/** Units of a span, so that span times steps stays well below 2^52. */
const LARGEST_SPAN = 20_000_000;

export interface ScenarioLine {
  readonly number: VariedNumber;
  readonly line: NumberLine;
  /**
   * The number at a step, on the scale of the file: points, or a weight beside the party's other weights as they are;
   * Infinity where the issue has all the weight.
   */
  readonly valueAt: (step: number) => number;
  /** True where the party's points had to be rounded to leave room for steps: to a millionth or, for thresholds, some ten-thousandth. */
  readonly rounded: boolean;
}

/** The line of a number; null where it has none: a party's only weight, or points in the billions. */
export function compileLine(scenario: Scenario, base: Compiled, number: VariedNumber): ScenarioLine | null {
  const party = scenario.parties[number.party]!;
  return number.kind === 'weight'
    ? weightLine(scenario, base, number, party)
    : thresholdLine(base.problem.parties[number.party]!, number, party);
}

/** From no weight (step 0) to all the weight, the other weights keeping their ratios. */
function weightLine(scenario: Scenario, base: Compiled, number: VariedNumber, party: Party): ScenarioLine | null {
  const { preferences } = party;
  if (preferences.form === 'scores' || number.issue === null) return null;
  const decimals = preferences.issues.map(({ weight }) => toDecimal(weight.value));
  const places = Math.max(...decimals.map((decimal) => decimal.places));
  const weights = decimals.map((decimal) => Number(digitsAt(decimal, places)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const own = weights[number.issue]!;
  if (own === total) return null;
  const others = (total - own) / 10 ** places;
  const fine = Math.ceil(STEPS / total);
  const steps = fine * total;
  const first = compileVaried(scenario, base, number, 0);
  const last = compileVaried(aloneWith(scenario, number), base, number, 1);
  const ends = onOneScale(first, last, steps);
  if (ends === null) return null;
  const { zero, one, rounded } = ends;
  const line: NumberLine = {
    party: number.party,
    kind: 'weight',
    first: zero,
    last: one,
    steps,
    at: fine * own,
    least: 0,
    most: steps,
  };
  const valueAt = (step: number): number => (step === steps ? Infinity : (others * step) / (steps - step));
  return { number, line, valueAt, rounded };
}

/** The scenario in which the party gives weight to this issue only. */
function aloneWith(scenario: Scenario, { party, issue }: VariedNumber): Scenario {
  const parties = scenario.parties.map((old, index) => {
    if (index !== party || old.preferences.form === 'scores') return old;
    const issues = old.preferences.issues.map((own, k) => ({ ...own, weight: { value: k === issue ? 1 : 0 } }));
    return { ...old, preferences: { form: 'weights' as const, issues } };
  });
  return { ...scenario, parties };
}

/** From as far below the number as the party's utilities reach to as far above; one step is a part of the party's unit. */
function thresholdLine(exact: CompiledParty, number: VariedNumber, party: Party): ScenarioLine | null {
  const rounded = sizeOf(exact) > LARGEST_SPAN;
  const scale = rounded ? 10 ** Math.floor(Math.log10((LARGEST_SPAN * exact.scale) / sizeOf(exact))) : exact.scale;
  if (scale < 1) return null;
  const base = rounded ? rescaled(exact, scale) : exact;
  const span = sizeOf(base);
  const fine = Math.ceil(STEPS / (2 * span));
  const steps = 2 * span * fine;
  const both = party.reservationIsDisagreement;
  const moved = (by: number): CompiledParty => ({
    ...base,
    disagreement: base.disagreement + (number.kind === 'disagreement' ? by : 0),
    reservation: base.reservation + (number.kind === 'reservation' || both ? by : 0),
  });
  // The reservation value may never be below the disagreement value.
  const room = both ? Infinity : (base.reservation - base.disagreement) * fine;
  const at = span * fine;
  const line: NumberLine = {
    party: number.party,
    kind: number.kind === 'disagreement' ? 'disagreement' : 'reservation',
    first: moved(-span),
    last: moved(span),
    steps,
    at,
    least: number.kind === 'reservation' ? Math.max(0, at - room) : 0,
    most: number.kind === 'disagreement' ? Math.min(steps, at + room) : steps,
  };
  return { number, line, valueAt: (step) => number.value + (step - at) / (fine * scale), rounded };
}

interface Ends {
  readonly zero: CompiledParty;
  readonly one: CompiledParty;
  readonly rounded: boolean;
}

/** Both parties with the same units per point, small enough for so many steps; null where even whole points are too large. */
function onOneScale(a: CompiledParty, b: CompiledParty, steps: number): Ends | null {
  const room = EXACT_BELOW / steps / Math.max(sizeOf(a) / a.scale, sizeOf(b) / b.scale);
  const common = lowestCommonMultiple(a.scale, b.scale);
  if (common < room) return { zero: rescaled(a, common), one: rescaled(b, common), rounded: false };
  const scale = Math.min(FINEST, 10 ** Math.floor(Math.log10(room)));
  return scale < 1 ? null : { zero: rescaled(a, scale), one: rescaled(b, scale), rounded: true };
}

function rescaled(party: CompiledParty, scale: number): CompiledParty {
  const units = (old: number): number => Math.round((old / party.scale) * scale);
  const exact = scale % party.scale === 0;
  const scaled = (old: number): number => (exact ? old * (scale / party.scale) : units(old));
  return {
    ...party,
    scale,
    contributions: party.contributions.map(scaled),
    adjustments: party.adjustments.map(({ when, units: old }) => ({ when, units: scaled(old) })),
    disagreement: scaled(party.disagreement),
    reservation: scaled(party.reservation),
  };
}

/** A bound on every utility and threshold, in units, and so on how far utilities reach. */
function sizeOf({ contributions, adjustments, disagreement, reservation, scale }: CompiledParty): number {
  return (
    contributions.reduce((sum, units) => sum + Math.abs(units), 0) +
    adjustments.reduce((sum, { units }) => sum + Math.abs(units), 0) +
    Math.abs(disagreement) +
    Math.abs(reservation) +
    scale
  );
}

function lowestCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return (a / x) * b;
}
