/**
 * The weights and thresholds of a scenario as lines that the engine can move along, and what a step on a line means.
 *
 * At every step the party is exact. A line has at least a million steps where the numbers leave room for them.
 */
import { columnOf, isNarrow, magnitude, mapColumn, minus, plus, unitsOf } from '../engine/units.ts';
import type { Units } from '../engine/units.ts';
import { leastCommonMultiple } from '../exact/integers.ts';
import type { Party as CompiledParty } from '../engine/problem.ts';
import type { NumberLine } from '../engine/sensitivity/number-line.ts';
import type { Fraction } from '../exact/fraction.ts';
import { add, exactOf, fraction, multiply, nearest } from '../exact/fraction.ts';
import type { ExactNumber, Party, Scenario } from '../scenario/scenario.ts';
import type { Compiled } from './compile.ts';
import type { VariedNumber } from './vary.ts';
import { compileVaried } from './vary.ts';

/** Steps of a line, at least, where the numbers leave room for so many. */
const STEPS = 1_000_000;
/** Steps that are told exactly as numbers, halves of sums of two of them included. */
const MOST_STEPS = 2 ** 51;
/** Steps from a threshold to either end, at most: units of larger parties are passed several at a time. */
const MOST_THRESHOLD_STEPS = 20_000_000n;
const LEAST_THRESHOLD_STEPS = 500_000n;
const EXACT_BELOW = 2n ** 52n;

export interface ScenarioLine {
  readonly number: VariedNumber;
  readonly line: NumberLine;
  /**
   * The number at a step, on the scale of the file: points, or a weight beside the party's other weights as they are;
   * Infinity where the issue has all the weight.
   */
  readonly valueAt: (step: number) => number;
  /** The same exactly; null without end. */
  readonly exactAt: (step: number) => Fraction | null;
}

/** The line of a number; null where it has none: a value, a party's only weight, or weights of more digits than steps can tell. */
export function compileLine(scenario: Scenario, base: Compiled, number: VariedNumber): ScenarioLine | null {
  const party = scenario.parties[number.party]!;
  switch (number.kind) {
    case 'weight':
      return weightLine(scenario, base, number, party);
    case 'value':
      return null;
    case 'disagreement':
    case 'reservation':
    case 'adjustment':
      return pointsLine(base.problem.parties[number.party]!, number, party);
  }
}

/** From no weight (step 0) to all the weight, the other weights keeping their ratios. */
function weightLine(scenario: Scenario, base: Compiled, number: VariedNumber, party: Party): ScenarioLine | null {
  const { preferences } = party;
  if (preferences.form === 'scores' || number.issue === null) return null;
  const exact = preferences.issues.map(({ weight }) => exactOf(weight));
  const common = exact.reduce((lcm, { den }) => leastCommonMultiple(lcm, den), 1n);
  const weights = exact.map(({ num, den }) => Number(num * (common / den)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const own = weights[number.issue]!;
  if (own === total) return null;
  const others = fraction(BigInt(total - own), common);
  const fine = Math.ceil(STEPS / total);
  const steps = fine * total;
  if (steps > MOST_STEPS) return null;
  const [first, last] = onOneScale(
    compileVaried(scenario, base, number, 0),
    compileVaried(aloneWith(scenario, number), base, number, 1),
    steps,
  );
  const line: NumberLine = {
    party: number.party,
    kind: 'weight',
    first,
    last,
    steps,
    at: fine * own,
    least: 0,
    most: steps,
  };
  return withValues(number, line, (step) =>
    step === steps ? null : multiply(others, fraction(BigInt(step), BigInt(steps - step))),
  );
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

/** From as far below the number as the party's utilities reach to as far above, in steps of whole or part units. */
function pointsLine(base: CompiledParty, number: VariedNumber, party: Party): ScenarioLine {
  const span = sizeOf(base);
  /** Units that one step passes, and steps that one unit takes. */
  const coarse = ceilDivide(span, stepsFor(span));
  const fine = coarse > 1n ? 1 : Math.ceil(STEPS / (2 * Number(span)));
  const half = Number(ceilDivide(span, coarse));
  const steps = 2 * half * fine;
  const reach = BigInt(half) * coarse;
  const moves = number.kind === 'disagreement';
  const both = party.reservationIsDisagreement;
  const moved = (by: bigint): CompiledParty => ({
    ...base,
    adjustments: base.adjustments.map((old, k) =>
      k === number.adjustment ? { ...old, units: plus(old.units, asUnits(base, by)) } : old,
    ),
    disagreement: plus(base.disagreement, number.kind === 'disagreement' ? asUnits(base, by) : 0),
    reservation: plus(base.reservation, number.kind === 'reservation' || (moves && both) ? asUnits(base, by) : 0),
  });
  // The reservation value may never be below the disagreement value.
  const room = both ? Infinity : Number(BigInt(minus(base.reservation, base.disagreement)) / coarse) * fine;
  const at = half * fine;
  const [first, last] = madeWide([moved(-reach), moved(reach)], (span + reach) * BigInt(steps));
  const line: NumberLine = {
    party: number.party,
    // Utilities that move in proportion move as under a weight.
    kind: number.kind === 'adjustment' ? 'weight' : number.kind === 'disagreement' ? 'disagreement' : 'reservation',
    first,
    last,
    steps,
    at,
    least: number.kind === 'reservation' ? Math.max(0, at - room) : 0,
    most: number.kind === 'disagreement' ? Math.min(steps, at + room) : steps,
  };
  const perStep = fraction(coarse, BigInt(base.scale) * BigInt(fine));
  const now = exactOf(statedNumber(number, party));
  return withValues(number, line, (step) => add(now, multiply(fraction(BigInt(step - at), 1n), perStep)));
}

/** The threshold or adjustment as the file has it. */
function statedNumber({ kind, adjustment }: VariedNumber, party: Party): ExactNumber {
  if (kind === 'disagreement') return party.disagreement;
  if (kind === 'reservation') return party.reservation;
  const { add: value, exact } = party.adjustments[adjustment!]!;
  return { value, ...(exact === undefined ? {} : { exact }) };
}

function withValues(number: VariedNumber, line: NumberLine, exactAt: ScenarioLine['exactAt']): ScenarioLine {
  const valueAt = (step: number): number => {
    const exact = exactAt(step);
    return exact === null ? Infinity : nearest(exact);
  };
  return { number, line, valueAt, exactAt };
}

/** Steps to either end of a span of units: as many as numbers can tell, as long as that is many; else in big integers. */
function stepsFor(span: bigint): bigint {
  const inNumbers = EXACT_BELOW / (4n * span);
  return inNumbers < LEAST_THRESHOLD_STEPS || inNumbers > MOST_THRESHOLD_STEPS ? MOST_THRESHOLD_STEPS : inNumbers;
}

function ceilDivide(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}

type Ends = readonly [first: CompiledParty, last: CompiledParty];

/** Both parties with the same units per point, wide where so many steps take more than numbers hold. */
function onOneScale(a: CompiledParty, b: CompiledParty, steps: number): Ends {
  const common = leastCommonMultiple(BigInt(a.scale), BigInt(b.scale));
  const [timesA, timesB] = [common / BigInt(a.scale), common / BigInt(b.scale)];
  const size = [sizeOf(a) * timesA, sizeOf(b) * timesB].reduce((most, other) => (most > other ? most : other));
  const wide = madeWide([a, b], size * BigInt(steps));
  return [enlarged(wide[0], timesA), enlarged(wide[1], timesB)];
}

/** Parties in big integers where units of this size are to be told, else as they are. */
function madeWide([a, b]: Ends, size: bigint): Ends {
  const narrow = isNarrow(a.contributions) && isNarrow(b.contributions) && size < EXACT_BELOW;
  return narrow ? [a, b] : [inBigIntegers(a), inBigIntegers(b)];
}

function inBigIntegers(party: CompiledParty): CompiledParty {
  const { contributions } = party;
  return {
    ...party,
    scale: BigInt(party.scale),
    contributions: isNarrow(contributions) ? columnOf(Array.from(contributions, BigInt), false) : contributions,
    adjustments: party.adjustments.map(({ when, units }) => ({ when, units: BigInt(units) })),
    disagreement: BigInt(party.disagreement),
    reservation: BigInt(party.reservation),
  };
}

/** The party with so many times the units per point. */
function enlarged(party: CompiledParty, factor: bigint): CompiledParty {
  const scaled = (units: Units): Units => (typeof units === 'number' ? Number(BigInt(units) * factor) : units * factor);
  return {
    ...party,
    scale: scaled(party.scale),
    contributions: mapColumn(party.contributions, (units) => units * factor),
    adjustments: party.adjustments.map(({ when, units }) => ({ when, units: scaled(units) })),
    disagreement: scaled(party.disagreement),
    reservation: scaled(party.reservation),
  };
}

function asUnits({ scale }: CompiledParty, units: bigint): Units {
  return typeof scale === 'number' ? Number(units) : units;
}

/** A bound on every utility and threshold, in units, and so on how far utilities reach. */
function sizeOf({ contributions, adjustments, disagreement, reservation, scale }: CompiledParty): bigint {
  let size = BigInt(scale);
  for (const units of [...adjustments.map((of) => of.units), disagreement, reservation])
    size += magnitude(BigInt(units));
  for (let row = 0; row < contributions.length; row++) size += magnitude(BigInt(unitsOf(contributions, row)));
  return size;
}
