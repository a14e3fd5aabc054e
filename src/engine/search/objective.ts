/**
 * What a search maximises: a sum, a product or the minimum of the parties' terms (utility - offset) / divisor.
 *
 * Each objective offers the same few operations: a floating value for bounds, an exact comparison of two utility
 * vectors, and a dual: multipliers under which the objective is bounded above by a sum over issues. With the
 * multipliers fixed the bound falls apart issue by issue, which is what makes the branch and bound fast.
 */
import { leastCommonMultiple } from '../../exact/integers.ts';
import { aboveToDenominator, ceilToDenominator, compareRatios } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import type { PartyFloor } from '../region.ts';
import { inPoints, minus, plus } from '../units.ts';
import type { Units } from '../units.ts';

/** Utilities by party, in units. */
export type Utility = ArrayLike<Units>;

/** Logarithms of products that differ by more, for each power, do so for certain: floating-point numbers err by less. */
const CLEAR_GAP = 1e-10;

/** Rounds in which a factor is approached from below; any is on the safe side. */
const FACTOR_ROUNDS = 200;

/** A product this far below its bound is known too badly for its level set to be touched anywhere in particular. */
const MOST_TILT = 20;

/** One party's part of an objective: (utility - offset) / divisor, all integers, divisor positive. */
export interface Term {
  readonly party: number;
  readonly offset: Units;
  readonly divisor: Units;
  /** Exponent in a product; a positive integer, ignored elsewhere. */
  readonly power: number;
}

/** A bound and the multipliers of the terms that gave it. */
interface Reached {
  readonly root: number;
  readonly multipliers: { readonly terms: Float64Array };
}

export interface Objective {
  readonly terms: readonly Term[];
  /** True where whatever raises a term and lowers none is better; where false, it may be as good. */
  readonly rewardsEach: boolean;
  /** The objective (for a product its logarithm) in floating point, for bounds. */
  value(utility: Utility): number;
  /** Sign of objective(a) - objective(b), exactly. */
  compare(a: Utility, b: Utility): number;
  /** Floors that every utility with at least (strictly: more than) this objective value keeps, or null. */
  floorsAt(utility: Utility, strictly: boolean): readonly PartyFloor[] | null;
  /**
   * Floors that every utility with at least this value keeps where no utility passes the bound, rounded to the safe side;
   * null for an objective that asks nobody for any least.
   */
  readonly floorsNear: ((least: number, bound: Reached) => readonly PartyFloor[]) | null;
  /** Multipliers of the terms to start the dual from, given each term's span (greatest minus least value). */
  startMultipliers(spans: Float64Array): Float64Array;
  /** The constant c with objective(u) <= sum of multiplier * term + c for every u. */
  dualConstant(multipliers: Float64Array): number;
  /** Gradient of the bound in each multiplier, at the term values of the bound's own maximiser. */
  dualGradient(multipliers: Float64Array, values: Float64Array, out: Float64Array): void;
  /** Moves multipliers back to where the bound is valid. */
  project(multipliers: Float64Array, spans: Float64Array): void;
  /**
   * Multipliers of more bounds, for utilities of at least a value that is so far below the bound of these multipliers:
   * half-spaces that touch what reaches the value from other sides. None where one half-space, or floors, say it all.
   */
  supports(multipliers: Float64Array, value: number, gap: number): readonly Float64Array[];
}

function termValue(term: Term, utility: Utility): number {
  return inPoints(minus(utility[term.party]!, term.offset), term.divisor);
}

/** The sum of the terms: utilitarian (divisor: units per point) or relative utilitarian (divisor: the ideal gain). */
export function sumObjective(terms: readonly Term[]): Objective {
  const common = terms.reduce((lcm, { divisor }) => leastCommonMultiple(lcm, BigInt(divisor)), 1n);
  const factors = terms.map(({ divisor }) => common / BigInt(divisor));
  return {
    terms,
    rewardsEach: true,
    value: (utility) => terms.reduce((sum, term) => sum + termValue(term, utility), 0),
    compare(a, b) {
      let difference = 0n;
      terms.forEach(({ party }, index) => (difference += BigInt(minus(a[party]!, b[party]!)) * factors[index]!));
      return difference === 0n ? 0 : difference > 0n ? 1 : -1;
    },
    floorsAt: () => null,
    floorsNear: null,
    startMultipliers: () => new Float64Array(terms.length).fill(1),
    dualConstant: () => 0,
    dualGradient: (_multipliers, _values, out) => void out.fill(0),
    project: (multipliers) => void multipliers.fill(1),
    supports: () => [],
  };
}

/**
 * The product of the terms, each to its power; every term must be positive throughout the region. Bounded through
 * log s <= l * s - 1 - log l for every l > 0.
 */
export function productObjective(terms: readonly Term[]): Objective {
  const exact = (utility: Utility): bigint =>
    terms.reduce(
      (product, term) => product * BigInt(minus(utility[term.party]!, term.offset)) ** BigInt(term.power),
      1n,
    );
  const clear = CLEAR_GAP * terms.reduce((sum, { power }) => sum + power, 0);
  const value = (utility: Utility): number =>
    terms.reduce((sum, term) => sum + term.power * Math.log(termValue(term, utility)), 0);
  return {
    terms,
    rewardsEach: true,
    value,
    compare(a, b) {
      const gap = value(a) - value(b);
      if (Math.abs(gap) > clear) return Math.sign(gap);
      const left = exact(a);
      const right = exact(b);
      return left === right ? 0 : left > right ? 1 : -1;
    },
    floorsAt: () => null,
    floorsNear: (least, { root, multipliers }) =>
      terms.map(({ party, offset, divisor, power }, k) => {
        const term = (leastFactor((root - least) / power) * power) / multipliers.terms[k]!;
        return [party, safelyBelow(Number(offset) + term * Number(divisor))] as const;
      }),
    startMultipliers: (spans) => Float64Array.from(terms, (term, index) => (2 * term.power) / spans[index]!),
    dualConstant(multipliers) {
      let constant = 0;
      terms.forEach(({ power }, index) => (constant -= power * (1 + Math.log(multipliers[index]! / power))));
      return constant;
    },
    dualGradient(multipliers, values, out) {
      terms.forEach(({ power }, index) => (out[index] = values[index]! - power / multipliers[index]!));
    },
    project(multipliers, spans) {
      // The best multiplier is power / term at the optimum, and no term passes its span by much.
      terms.forEach(({ power }, index) => {
        multipliers[index] = Math.max(multipliers[index]!, (0.25 * power) / spans[index]!);
      });
    },
    supports: (multipliers, reached, gap) => supportsOfProduct(terms, multipliers, reached, gap),
  };
}

/**
 * Two half-spaces for every term, in which a unit of it is worth more and less than in the bound itself. A product that
 * is `gap` below its bound lets a term be off by about sqrt(2 * gap) of itself (second-order Taylor series of the
 * logarithm), so they touch about there. By the inequality of weighted means, the sum of multiplier * term is at least
 * total * exp((value - sum of power * log(power / multiplier)) / total) where the product reaches the value.
 */
function supportsOfProduct(
  terms: readonly Term[],
  multipliers: Float64Array,
  value: number,
  gap: number,
): readonly Float64Array[] {
  const tilt = Math.exp(Math.sqrt(2 * gap));
  if (terms.length < 2 || !(tilt > 1 && tilt < MOST_TILT)) return [];
  const total = terms.reduce((sum, { power }) => sum + power, 0);
  return terms.flatMap((_, tilted) =>
    [tilt, 1 / tilt].map((factor) => {
      const support = multipliers.map((multiplier, index) => (index === tilted ? multiplier * factor : multiplier));
      const entropy = terms.reduce((sum, { power }, index) => sum + power * Math.log(power / support[index]!), 0);
      const scale = Math.exp((entropy - value) / total);
      return support.map((multiplier) => multiplier * scale);
    }),
  );
}

/**
 * The least x with x - 1 - log x at most so much, from below: of a product that is so far below its linear bound, no term
 * times its multiplier is smaller.
 */
function leastFactor(gap: number): number {
  const most = Math.max(0, gap);
  let factor = 0;
  for (let round = 0; round < FACTOR_ROUNDS; round++) factor = Math.exp(factor - 1 - most);
  return factor;
}

/** A whole number of units that is not above what is at least so much. */
function safelyBelow(units: number): number {
  return Math.ceil(units - 1e-9 - Math.abs(units) * 1e-12);
}

/** The smallest of the terms: egalitarian, Kalai-Smorodinsky, equal loss, uniform slack; one term: a party's best. */
export function minimumObjective(terms: readonly Term[]): Objective {
  // Of no terms none is smallest: all deals are as good.
  if (terms.length === 0) return sumObjective(terms);
  const smallest = (utility: Utility): Ratio => smallestTerm(terms, utility);
  return {
    terms,
    rewardsEach: false,
    value: (utility) => Math.min(...terms.map((term) => termValue(term, utility))),
    compare: (a, b) => compareRatios(smallest(a), smallest(b)),
    floorsAt(utility, strictly) {
      const least = smallest(utility);
      const lift = strictly ? aboveToDenominator : ceilToDenominator;
      return terms.map((term) => [term.party, plus(term.offset, lift(least, term.divisor))] as const);
    },
    floorsNear: (least) =>
      terms.map(
        ({ party, offset, divisor }) => [party, safelyBelow(Number(offset) + least * Number(divisor))] as const,
      ),
    startMultipliers: () => new Float64Array(terms.length).fill(1 / terms.length),
    dualConstant: () => 0,
    dualGradient(_multipliers, values, out) {
      // What is the same for all is undone by the projection, and would only make the steps short.
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      values.forEach((value, index) => (out[index] = value - mean));
    },
    project: (multipliers) => projectOntoSimplex(multipliers),
    supports: () => [],
  };
}

/** The smallest of the terms at a utility vector, exactly; there must be at least one term. */
export function smallestTerm(terms: readonly Term[], utility: Utility): Ratio {
  return terms
    .map(({ party, offset, divisor }) => ({ num: minus(utility[party]!, offset), den: divisor }))
    .reduce((least, ratio) => (compareRatios(ratio, least) < 0 ? ratio : least));
}

/** Nearest point with non-negative entries that sum to 1 (Held, Wolfe and Crowder 1974). */
function projectOntoSimplex(point: Float64Array): void {
  const sorted = Float64Array.from(point);
  sortDescending(sorted);
  let sum = 0;
  let shift = 0;
  for (let index = 0; index < sorted.length; index++) {
    sum += sorted[index]!;
    const candidate = (sum - 1) / (index + 1);
    if (sorted[index]! - candidate > 0) shift = candidate;
  }
  for (let index = 0; index < point.length; index++) point[index] = Math.max(0, point[index]! - shift);
}

/** Insertion: the entries are few, and this is done for every round of every bound. */
function sortDescending(entries: Float64Array): void {
  for (let end = 1; end < entries.length; end++) {
    const entry = entries[end]!;
    let place = end;
    for (; place > 0 && entries[place - 1]! < entry; place--) entries[place] = entries[place - 1]!;
    entries[place] = entry;
  }
}
