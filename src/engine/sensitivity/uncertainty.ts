/**
 * A problem whose numbers are known only within ranges, and problems drawn from it.
 *
 * Drawn numbers are real; a drawn party has them as integers to a millionth of a point (fewer decimals where its points
 * run into the billions). A party whose preferences have no range keeps its exact ones.
 */
import type { Party, Problem } from '../problem.ts';
import { issueCount } from '../problem.ts';
import { floorDivide } from '../../exact/integers.ts';
import { binaryFractionOf } from '../../exact/fraction.ts';
import type { Random } from '../random.ts';
import { inPoints, isNarrow, larger, times } from '../units.ts';
import type { Units } from '../units.ts';

/** low <= high; a number without uncertainty has both equal. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface UncertainParty {
  /** Swing weights by issue on the party's own scale; null for a party with a score sheet. */
  readonly weights: readonly Range[] | null;
  /** By flat option number: values 0..100 where there are weights, else points. */
  readonly values: readonly Range[];
  /** Where values lie on straight lines between points that have ranges: in place of `values` of these rows. */
  readonly curves?: readonly UncertainCurve[];
  /** In points. */
  readonly disagreement: Range;
  /** In points; null where it is the disagreement value itself. */
  readonly reservation: Range | null;
  /** In points, added to the reservation value: one factor for how firm the party is. */
  readonly firmness: Range;
  /** By red line, the probability that it is a line at all. */
  readonly redLines: readonly Range[];
}

/** Options in a row whose values are drawn at a few corners, with straight lines between. */
export interface UncertainCurve {
  /** Flat number of the first option, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** Ascending by `at`, counted in options from the first; from 0 or less to the last or beyond. */
  readonly corners: readonly { readonly at: number; readonly range: Range }[];
}

/** By party number. */
export type Uncertainty = readonly UncertainParty[];

export interface DrawnProblem {
  readonly problem: Problem;
  /** Per party the weights by issue, adding up to 1; null for a party with a score sheet. */
  readonly weights: readonly (Float64Array | null)[];
  /** By party and red line of the problem that was drawn from: whether it holds. */
  readonly lines: readonly (readonly boolean[])[];
}

/** Units per point of a drawn party, unless its points are too large for that. */
const FINEST = 1_000_000;

/**
 * Every number drawn uniformly from its range, independently; with `simplex`, the weights of each party uniformly from
 * all weights that add up to 1 on the issues it gives any weight. A reservation value drawn below the disagreement
 * value is raised to it: no party signs for less than no deal gives it. A red line holds with its probability, itself drawn from its range, on its own.
 */
export function drawProblem(
  problem: Problem,
  uncertainty: Uncertainty,
  simplex: boolean,
  random: Random,
): DrawnProblem {
  const drawn = problem.parties.map((party, index) => drawParty(problem, party, uncertainty[index]!, simplex, random));
  return {
    problem: { ...problem, parties: drawn.map(({ party }) => party) },
    weights: drawn.map(({ weights }) => weights),
    lines: drawn.map(({ lines }) => lines),
  };
}

interface DrawnParty {
  readonly party: Party;
  readonly weights: Float64Array | null;
  readonly lines: readonly boolean[];
}

function drawParty(
  problem: Problem,
  base: Party,
  stated: UncertainParty,
  simplex: boolean,
  random: Random,
): DrawnParty {
  const disagreement = uniform(stated.disagreement, random);
  const own = stated.reservation === null ? disagreement : uniform(stated.reservation, random);
  const asked = own + uniform(stated.firmness, random);
  const reservation = Math.max(disagreement, asked);
  const weights = stated.weights === null ? null : drawWeights(stated.weights, simplex, random);
  const lines = stated.redLines.map((probability) => happens(uniform(probability, random), random));
  const isCertain =
    stated.values.every(fixed) &&
    (stated.curves ?? []).every(({ corners }) => corners.every(({ range }) => fixed(range))) &&
    (stated.weights === null || (!simplex && stated.weights.every(fixed)));
  const points = isCertain ? null : drawPoints(problem, stated, weights, random);
  const ruler = points === null ? finerRuler(base) : drawnRuler(problem, base, points, reservation);
  const least = ruler.threshold(disagreement, stated.disagreement, base.disagreement);
  const most = reservation > asked ? least : ruler.threshold(reservation, leastSigned(stated), base.reservation);
  return {
    weights,
    lines,
    party: {
      ...base,
      ...ruler.preferences,
      redLines: base.redLines.filter((_, line) => lines[line]!),
      disagreement: least,
      reservation: larger(least, most),
    },
  };
}

/** What the drawn reservation value comes from, where it may be the base's own; null where it may not. */
function leastSigned({ disagreement, reservation, firmness }: UncertainParty): Range | null {
  const own = reservation ?? disagreement;
  return fixed(firmness) && (firmness.low === 0 || fixed(disagreement)) ? own : null;
}

/** Preferences in the units of a drawn party, and how its thresholds are told in them. */
interface Ruler {
  readonly preferences: Pick<Party, 'scale' | 'contributions' | 'adjustments'>;
  /** A threshold that was drawn; exactly as it is where it has no range and the units can tell it. */
  readonly threshold: (value: number, range: Range | null, exact: Units) => Units;
}

/** The exact preferences of a party, in finer units where numbers have room for them. */
function finerRuler(base: Party): Ruler {
  const factor = isNarrow(base.contributions) ? factorFor(base, base.contributions) : 1;
  const scale = times(base.scale, factor);
  return {
    preferences: {
      scale,
      contributions: isNarrow(base.contributions)
        ? base.contributions.map((units) => units * factor)
        : base.contributions,
      adjustments: base.adjustments.map(({ when, units }) => ({ when, units: times(units, factor) })),
    },
    threshold: (value, range, exact) =>
      range !== null && fixed(range) ? times(exact, factor) : roundedTo(value, scale),
  };
}

/** Drawn points to a millionth, or to fewer decimals where they are large. */
function drawnRuler(problem: Problem, base: Party, points: Float64Array, reservation: number): Ruler {
  const scale = scaleFor(problem, base, points, reservation);
  const inNewUnits = (units: Units): number =>
    typeof units === 'number' && typeof base.scale === 'number'
      ? units * (scale / base.scale)
      : inPoints(units, base.scale) * scale;
  return {
    preferences: {
      scale,
      contributions: points.map((value) => Math.round(value * scale)),
      adjustments: base.adjustments.map(({ when, units }) => ({ when, units: Math.round(inNewUnits(units)) })),
    },
    threshold: (value, range, exact) =>
      range !== null && fixed(range) && Number.isInteger(inNewUnits(exact))
        ? inNewUnits(exact)
        : Math.round(value * scale),
  };
}

function roundedTo(value: number, scale: Units): Units {
  if (typeof scale === 'number') return Math.round(value * scale);
  const { num, den } = binaryFractionOf(value);
  return floorDivide(2n * num * scale + den, 2n * den);
}

/** Points of each option, by flat option number. */
function drawPoints(
  problem: Problem,
  { values, curves = [] }: UncertainParty,
  weights: Float64Array | null,
  random: Random,
): Float64Array {
  const points = Float64Array.from(values, (range) => uniform(range, random));
  for (const curve of curves) drawCurve(points, curve, random);
  if (weights === null) return points;
  for (let issue = 0; issue < issueCount(problem); issue++) {
    for (let row = problem.offsets[issue]!; row < problem.offsets[issue + 1]!; row++) points[row]! *= weights[issue]!;
  }
  return points;
}

/** Draws the corners, and writes what lies on the lines between them into the points. */
function drawCurve(points: Float64Array, { first, count, corners }: UncertainCurve, random: Random): void {
  const heights = corners.map(({ range }) => uniform(range, random));
  let next = 1;
  for (let k = 0; k < count; k++) {
    while (next < corners.length - 1 && corners[next]!.at < k) next++;
    const [from, to] = [corners[next - 1]!.at, corners[next]!.at];
    const share = (k - from) / (to - from);
    points[first + k] = heights[next - 1]! + (heights[next]! - heights[next - 1]!) * share;
  }
}

/** Weights that add up to 1. On the simplex exponential numbers over their sum are uniform (Devroye 1986). */
function drawWeights(ranges: readonly Range[], simplex: boolean, random: Random): Float64Array {
  for (;;) {
    const drawn = Float64Array.from(ranges, (range) => {
      if (!simplex) return uniform(range, random);
      return range.high > 0 ? -Math.log(1 - random()) : 0;
    });
    const total = drawn.reduce((sum, weight) => sum + weight, 0);
    // All weights 0 leaves the utility undefined; it has no chance unless every range begins at 0.
    if (total > 0) return drawn.map((weight) => weight / total);
  }
}

function fixed({ low, high }: Range): boolean {
  return low === high;
}

/** A number without uncertainty takes nothing from the generator. */
function uniform({ low, high }: Range, random: Random): number {
  return low === high ? low : low + (high - low) * random();
}

/** Whether something of that probability happens; what is certain takes nothing from the generator. */
function happens(probability: number, random: Random): boolean {
  if (probability <= 0 || probability >= 1) return probability >= 1;
  return random() < probability;
}

/** How much finer an exact party may be made, so that drawn thresholds are not rounded to its own units. */
function factorFor(base: Party, contributions: Float64Array): number {
  const size = sizeOf(contributions) + thresholdSize(base) * Number(base.scale) + Number(base.scale);
  let factor = FINEST;
  while (factor > 1 && size * factor >= 2 ** 52) factor /= 10;
  return factor;
}

/** Units per point with which no sum of the drawn party's units passes 2^52. */
function scaleFor({ offsets }: Problem, base: Party, points: Float64Array, reservation: number): number {
  let size = Math.abs(reservation) + thresholdSize(base);
  for (let issue = 0; issue < offsets.length - 1; issue++) {
    size += sizeOf(points.subarray(offsets[issue], offsets[issue + 1]), true);
  }
  let scale = FINEST;
  while (scale > 1 && size * scale >= 2 ** 52) scale /= 10;
  return scale;
}

/** Adjustments and thresholds in points, all counted positive. */
function thresholdSize({ adjustments, disagreement, reservation, scale }: Party): number {
  const added = adjustments.map(({ units }) => units);
  return [...added, disagreement, reservation].reduce<number>(
    (sum, units) => sum + Math.abs(inPoints(units, scale)),
    0,
  );
}

/** The sum of the magnitudes, or the largest. */
function sizeOf(numbers: Float64Array, largest = false): number {
  return numbers.reduce((size, number) => (largest ? Math.max(size, Math.abs(number)) : size + Math.abs(number)), 0);
}
