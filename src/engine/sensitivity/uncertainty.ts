/**
 * A problem whose numbers are known only within ranges, and problems drawn from it.
 *
 * Drawn numbers are real; a drawn party has them as integers to a millionth of a point (fewer decimals where its points
 * run into the billions). A party whose preferences have no range keeps its exact ones.
 */
import type { Party, Problem } from '../problem.ts';
import { issueCount } from '../problem.ts';
import type { Random } from '../random.ts';

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
  /** In points. */
  readonly disagreement: Range;
  /** In points; null where it is the disagreement value itself. */
  readonly reservation: Range | null;
  /** In points, added to the reservation value: one factor for how firm the party is. */
  readonly firmness: Range;
  /** By red line, the probability that it is a line at all. */
  readonly redLines: readonly Range[];
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
    stated.values.every(fixed) && (stated.weights === null || (!simplex && stated.weights.every(fixed)));
  const points = isCertain ? null : drawPoints(problem, stated.values, weights, random);
  const scale = points === null ? base.scale * factorFor(base) : scaleFor(problem, base, points, reservation);
  const grow = scale / base.scale;
  const units = (value: number, range: Range | null, exact: number): number =>
    range !== null && fixed(range) && Number.isInteger(exact * grow) ? exact * grow : Math.round(value * scale);
  const least = units(disagreement, stated.disagreement, base.disagreement);
  return {
    weights,
    lines,
    party: {
      ...base,
      redLines: base.redLines.filter((_, line) => lines[line]!),
      scale,
      contributions: Float64Array.from(points ?? base.contributions, (value) =>
        points === null ? value * grow : Math.round(value * scale),
      ),
      adjustments: base.adjustments.map(({ when, units: added }) => ({ when, units: Math.round(added * grow) })),
      disagreement: least,
      reservation: Math.max(
        least,
        reservation > asked ? least : units(reservation, leastSigned(stated), base.reservation),
      ),
    },
  };
}

/** What the drawn reservation value comes from, where it may be the base's own; null where it may not. */
function leastSigned({ disagreement, reservation, firmness }: UncertainParty): Range | null {
  const own = reservation ?? disagreement;
  return fixed(firmness) && (firmness.low === 0 || fixed(disagreement)) ? own : null;
}

/** Points of each option, by flat option number. */
function drawPoints(
  problem: Problem,
  values: readonly Range[],
  weights: Float64Array | null,
  random: Random,
): Float64Array {
  const points = Float64Array.from(values, (range) => uniform(range, random));
  if (weights === null) return points;
  for (let issue = 0; issue < issueCount(problem); issue++) {
    for (let row = problem.offsets[issue]!; row < problem.offsets[issue + 1]!; row++) points[row]! *= weights[issue]!;
  }
  return points;
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
function factorFor(base: Party): number {
  const size = sizeOf(base.contributions) + thresholdSize(base) + base.scale;
  let factor = FINEST;
  while (factor > 1 && size * factor >= 2 ** 52) factor /= 10;
  return factor;
}

/** Units per point with which no sum of the drawn party's units passes 2^52. */
function scaleFor({ offsets }: Problem, base: Party, points: Float64Array, reservation: number): number {
  let size = Math.abs(reservation) + thresholdSize(base) / base.scale;
  for (let issue = 0; issue < offsets.length - 1; issue++) {
    size += sizeOf(points.subarray(offsets[issue], offsets[issue + 1]), true);
  }
  let scale = FINEST;
  while (scale > 1 && size * scale >= 2 ** 52) scale /= 10;
  return scale;
}

function thresholdSize({ adjustments, disagreement, reservation }: Party): number {
  const added = adjustments.reduce((sum, { units }) => sum + Math.abs(units), 0);
  return added + Math.abs(disagreement) + Math.abs(reservation);
}

/** The sum of the magnitudes, or the largest. */
function sizeOf(numbers: Float64Array, largest = false): number {
  return numbers.reduce((size, number) => (largest ? Math.max(size, Math.abs(number)) : size + Math.abs(number)), 0);
}
