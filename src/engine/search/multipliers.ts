/**
 * Root multipliers: the tightest bound of an objective that falls apart issue by issue (Lagrangian relaxation;
 * Held and Karp 1971), found by subgradient descent with Polyak's step (Polyak 1969).
 *
 * The objective's own multipliers say what a unit of each party's utility is worth; further multipliers price the
 * thresholds. Any multipliers give a valid bound, so rounding and early stopping here can never cost correctness.
 */
import type { Objective } from './objective.ts';
import type { System } from './system.ts';

export interface LinearBound {
  /** Bound of the objective over the region: every deal's objective <= constant + sum of weights * utility. */
  readonly weights: Float64Array;
  readonly constant: number;
  /** The bound at the root: no deal of the region has a greater objective value. */
  readonly root: number;
  /** Where a search of a part of the region may start from. */
  readonly multipliers: Multipliers;
}

/** What a unit of each term, and of each party's threshold, is worth. */
export interface Multipliers {
  readonly terms: Float64Array;
  readonly prices: Float64Array;
}

/** Few issues are searched faster than their bound is perfected. */
const ROUNDS_PER_ISSUE = 8;
const MOST_ROUNDS = 300;
const WARM_ROUNDS = 30;
const PATIENCE = 8;

/**
 * Tightens the bound, from given multipliers if there are some, and, on the way, offers every relaxed maximiser (a row
 * of `contributions` per issue) to `tryDeal`, which returns the objective value of the best real deal known so far:
 * -Infinity for none, Infinity when nothing better is wanted.
 */
export function tightenBound(
  system: System,
  objective: Objective,
  start: Multipliers | null,
  tryDeal: (rows: Int32Array) => number,
): LinearBound {
  const dual = new Dual(system, objective, start);
  const tried = new Int32Array(system.options.length).fill(-1);
  let known = -Infinity;
  let best = dual.evaluate();
  let step = Math.max(1e-6, Math.abs(best.root) * 0.1);
  let stale = 0;
  const rounds = start === null ? Math.min(MOST_ROUNDS, ROUNDS_PER_ISSUE * system.options.length) : WARM_ROUNDS;
  for (let round = 0; round < rounds; round++) {
    const current = dual.evaluate();
    if (current.root < best.root - 1e-12 * Math.abs(best.root)) {
      stale = 0;
      best = current;
    } else if (++stale > PATIENCE) {
      stale = 0;
      step /= 2;
    }
    if (dual.rows.some((row, issue) => row !== tried[issue])) {
      tried.set(dual.rows);
      known = Math.max(known, tryDeal(dual.rows));
    }
    const gap = current.root - Math.max(known, best.root - step);
    if (best.root - known < 1e-9 || step < 1e-9 || !dual.move(gap)) break;
  }
  return best;
}

class Dual {
  /** The relaxed maximiser of the last evaluation: a row per issue. */
  readonly rows: Int32Array;
  readonly #system: System;
  readonly #objective: Objective;
  readonly #spans: Float64Array;
  readonly #multipliers: Float64Array;
  /** Price of each party's threshold, per unit; 0 where it has none. */
  readonly #prices: Float64Array;
  readonly #priceScale: Float64Array;
  readonly #utility: Float64Array;

  constructor(system: System, objective: Objective, start: Multipliers | null) {
    this.#system = system;
    this.#objective = objective;
    const range = utilityRange(system);
    this.#spans = Float64Array.from(
      objective.terms,
      ({ party, divisor, offset }) => Math.max(range.high[party]! - Math.max(range.low[party]!, offset), 1) / divisor,
    );
    this.#multipliers = objective.startMultipliers(this.#spans);
    this.#prices = new Float64Array(system.parties);
    // Prices move on the scale on which a whole span of utility is worth as much as the objective.
    const worth = this.#spans.reduce((sum, span, term) => sum + span * this.#multipliers[term]!, 0);
    this.#priceScale = Float64Array.from({ length: system.parties }, (_, party) =>
      system.floors[party]! > range.low[party]! ? worth / Math.max(range.high[party]! - range.low[party]!, 1) : 0,
    );
    if (start !== null) {
      this.#multipliers = Float64Array.from(start.terms);
      objective.project(this.#multipliers, this.#spans);
      this.#prices.set(start.prices);
      this.#priceScale.forEach((unit, party) => {
        if (unit === 0) this.#prices[party] = 0;
      });
    }
    this.#utility = new Float64Array(system.parties);
    this.rows = new Int32Array(system.options.length);
  }

  /** The bound under the present multipliers; leaves its maximiser in `rows`. */
  evaluate(): LinearBound {
    const { start, parties, contributions, bonuses, constant: fixed, options, floors } = this.#system;
    const weights = new Float64Array(parties);
    let constant = this.#objective.dualConstant(this.#multipliers);
    this.#objective.terms.forEach(({ party, offset, divisor }, term) => {
      const weight = this.#multipliers[term]! / divisor;
      weights[party]! += weight;
      constant -= weight * offset;
    });
    for (let party = 0; party < parties; party++) {
      const price = this.#prices[party]!;
      if (price === 0) continue;
      weights[party]! += price;
      constant -= price * floors[party]!;
    }
    const utility = this.#utility;
    utility.set(fixed);
    let root = constant;
    for (let issue = 0; issue < options.length; issue++) {
      let best = -Infinity;
      for (let row = start[issue]!; row < start[issue + 1]!; row++) {
        let score = 0;
        for (let party = 0; party < parties; party++) score += weights[party]! * contributions[row * parties + party]!;
        if (score > best) {
          best = score;
          this.rows[issue] = row;
        }
      }
      const chosen = this.rows[issue]! * parties;
      for (let party = 0; party < parties; party++) utility[party]! += contributions[chosen + party]!;
    }
    for (const { party, units } of bonuses) if (weights[party]! * units > 0) utility[party]! += units;
    for (let party = 0; party < parties; party++) root += weights[party]! * utility[party]!;
    const multipliers = { terms: this.#multipliers.slice(), prices: this.#prices.slice() };
    return { weights, constant, root, multipliers };
  }

  /** One step against the subgradient, sized to close `gap`; false when the gradient vanishes. */
  move(gap: number): boolean {
    const { terms } = this.#objective;
    const values = Float64Array.from(terms, ({ party, offset, divisor }) => (this.#utility[party]! - offset) / divisor);
    const gradient = new Float64Array(terms.length);
    this.#objective.dualGradient(this.#multipliers, values, gradient);
    // Multipliers of a product live on the scale 1 / span, those of a minimum on the scale 1.
    const scale = this.#objective.startMultipliers(this.#spans);
    let norm = 0;
    gradient.forEach((slope, term) => (norm += (slope * scale[term]!) ** 2));
    const slack = Float64Array.from(this.#priceScale, (unit, party) =>
      unit === 0 ? 0 : (this.#utility[party]! - this.#system.floors[party]!) * unit,
    );
    slack.forEach((slope, party) => {
      if (slope < 0 || this.#prices[party]! > 0) norm += slope ** 2;
    });
    if (norm < 1e-300 || gap <= 0) return false;
    const step = gap / norm;
    gradient.forEach((slope, term) => (this.#multipliers[term]! -= step * slope * scale[term]! ** 2));
    this.#objective.project(this.#multipliers, this.#spans);
    slack.forEach((slope, party) => {
      if (!(this.#priceScale[party]! > 0)) return;
      this.#prices[party] = Math.max(0, this.#prices[party]! - step * slope * this.#priceScale[party]!);
    });
    return true;
  }
}

function utilityRange(system: System): { readonly low: Float64Array; readonly high: Float64Array } {
  const { parties, start, contributions, options, constant, bonuses } = system;
  const low = Float64Array.from(constant);
  const high = Float64Array.from(constant);
  for (let party = 0; party < parties; party++) {
    for (let issue = 0; issue < options.length; issue++) {
      let least = Infinity;
      let most = -Infinity;
      for (let row = start[issue]!; row < start[issue + 1]!; row++) {
        const units = contributions[row * parties + party]!;
        least = Math.min(least, units);
        most = Math.max(most, units);
      }
      low[party]! += least;
      high[party]! += most;
    }
  }
  for (const { party, units } of bonuses) {
    if (units > 0) high[party]! += units;
    else low[party]! += units;
  }
  return { low, high };
}
