/**
 * The dual of an objective over a region: the bound under given multipliers, its maximiser, and a step towards tighter
 * ones. See `multipliers.ts` for where the method comes from.
 */
import { inCoarse } from './coarse.ts';
import type { Objective } from './objective.ts';
import { rowCount } from './system.ts';
import type { System } from './system.ts';

/** A bound of the objective over the region: every deal's objective <= constant + sum of weights * utility. */
export interface HalfSpace {
  /** By bounded column, per unit. */
  readonly weights: Float64Array;
  readonly constant: number;
  /** What was added up to the constant, all counted positive: its rounding is judged by it. */
  readonly size: number;
}

/** A half-space with the multipliers that gave it. */
export interface LinearBound extends HalfSpace {
  /** The bound at the root: no deal of the region has a greater objective value. */
  readonly root: number;
  /** Where a search of a part of the region may start from. */
  readonly multipliers: Multipliers;
}

/** What a unit of each term, and of each column's threshold, is worth. */
export interface Multipliers {
  readonly terms: Float64Array;
  readonly prices: Float64Array;
}

/** A term in the system's own units. */
interface ColumnTerm {
  readonly party: number;
  readonly offset: number;
  readonly divisor: number;
}

/** Hot code: hundreds of evaluations per bound, in arrays that are made once. */
export class Dual {
  /** The relaxed maximiser of the last evaluation: a row per issue. */
  readonly rows: Int32Array;
  readonly #system: System;
  readonly #objective: Objective;
  readonly #terms: readonly ColumnTerm[];
  /** Units by bounded column and row: `column * rows + row`. */
  readonly #columns: Float64Array;
  readonly #spans: Float64Array;
  /** The scale that the multipliers move on: 1 / span for a product, 1 for a minimum. */
  readonly #scale: Float64Array;
  readonly #multipliers: Float64Array;
  /** Price of each column's threshold, per unit; 0 where it has none. */
  readonly #prices: Float64Array;
  readonly #priceScale: Float64Array;
  readonly #utility: Float64Array;
  readonly #weights: Float64Array;
  readonly #scores: Float64Array;
  readonly #values: Float64Array;
  readonly #gradient: Float64Array;
  readonly #slack: Float64Array;
  #constant = 0;
  #size = 0;
  #root = 0;

  constructor(system: System, objective: Objective, start: Multipliers | null) {
    this.#system = system;
    this.#objective = objective;
    this.#terms = columnTerms(system, objective);
    this.#columns = byColumn(system);
    const range = utilityRange(system);
    this.#spans = Float64Array.from(
      this.#terms,
      ({ party, divisor, offset }) => Math.max(range.high[party]! - offset, 1) / divisor,
    );
    this.#scale = objective.startMultipliers(this.#spans);
    this.#multipliers = Float64Array.from(this.#scale);
    this.#prices = new Float64Array(system.bounded);
    // Prices move on the scale on which a whole span of utility is worth as much as the objective.
    const worth = this.#spans.reduce((sum, span, term) => sum + span * this.#multipliers[term]!, 0);
    this.#priceScale = Float64Array.from({ length: system.bounded }, (_, party) =>
      system.floors[party]! > range.low[party]! ? worth / Math.max(range.high[party]! - range.low[party]!, 1) : 0,
    );
    if (start !== null) {
      this.#multipliers.set(start.terms);
      objective.project(this.#multipliers, this.#spans);
      this.#prices.set(start.prices);
      this.#priceScale.forEach((unit, party) => {
        if (unit === 0) this.#prices[party] = 0;
      });
    }
    this.#utility = new Float64Array(system.bounded);
    this.#weights = new Float64Array(system.bounded);
    this.#scores = new Float64Array(rowCount(system));
    this.#values = new Float64Array(objective.terms.length);
    this.#gradient = new Float64Array(objective.terms.length);
    this.#slack = new Float64Array(system.bounded);
    this.rows = new Int32Array(system.options.length);
  }

  /** The root of the bound under the present multipliers; leaves its maximiser in `rows`. */
  evaluate(): number {
    const { bounded, bonuses, constant: fixed } = this.#system;
    const weights = this.#weights;
    this.#weigh();
    this.#chooseRows();
    const utility = this.#utility;
    const columns = this.#columns;
    const all = this.#scores.length;
    for (let party = 0; party < bounded; party++) {
      let units = fixed[party]!;
      const column = party * all;
      for (let issue = 0; issue < this.rows.length; issue++) units += columns[column + this.rows[issue]!]!;
      utility[party] = units;
    }
    for (const { party, units } of bonuses) if (weights[party]! * units > 0) utility[party]! += units;
    let root = this.#constant;
    for (let party = 0; party < bounded; party++) root += weights[party]! * utility[party]!;
    this.#root = root;
    return root;
  }

  /** The bound that was evaluated last. */
  bound(): LinearBound {
    return {
      weights: this.#weights.slice(),
      constant: this.#constant,
      size: this.#size,
      root: this.#root,
      multipliers: { terms: this.#multipliers.slice(), prices: this.#prices.slice() },
    };
  }

  /** What a unit of each party is worth under the present multipliers, and the constant of the bound. */
  #weigh(): void {
    const { constant, size } = this.#halfSpace(this.#multipliers, this.#weights);
    this.#constant = constant;
    this.#size = size;
  }

  /** The half-space of other multipliers of the terms, at the present prices. */
  halfSpace(multipliers: Float64Array): HalfSpace {
    return this.#halfSpace(multipliers, new Float64Array(this.#weights.length));
  }

  #halfSpace(multipliers: Float64Array, weights: Float64Array): HalfSpace {
    const terms = this.#terms;
    const { floors } = this.#system;
    weights.fill(0);
    let constant = this.#objective.dualConstant(multipliers);
    let size = Math.abs(constant);
    for (let term = 0; term < terms.length; term++) {
      const { party, offset, divisor } = terms[term]!;
      const weight = multipliers[term]! / divisor;
      weights[party]! += weight;
      constant -= weight * offset;
      size += Math.abs(weight * offset);
    }
    for (let party = 0; party < weights.length; party++) {
      const price = this.#prices[party]!;
      if (price === 0) continue;
      weights[party]! += price;
      constant -= price * floors[party]!;
      size += Math.abs(price * floors[party]!);
    }
    return { weights, constant, size };
  }

  /** The row of each issue that is worth most; of equals the first. */
  #chooseRows(): void {
    const { start } = this.#system;
    const scores = this.#scores;
    const columns = this.#columns;
    scores.fill(0);
    for (let party = 0; party < this.#weights.length; party++) {
      const weight = this.#weights[party]!;
      if (weight === 0) continue;
      const column = party * scores.length;
      for (let row = 0; row < scores.length; row++) scores[row]! += weight * columns[column + row]!;
    }
    for (let issue = 0; issue < this.rows.length; issue++) {
      const end = start[issue + 1]!;
      let chosen = start[issue]!;
      let best = scores[chosen]!;
      for (let row = chosen + 1; row < end; row++) {
        if (scores[row]! > best) {
          best = scores[row]!;
          chosen = row;
        }
      }
      this.rows[issue] = chosen;
    }
  }

  /** One step against the subgradient, sized to close `gap`; false when the gradient vanishes. */
  move(gap: number): boolean {
    const terms = this.#terms;
    const { floors } = this.#system;
    const [utility, scale, gradient, slack] = [this.#utility, this.#scale, this.#gradient, this.#slack];
    for (let term = 0; term < terms.length; term++) {
      const { party, offset, divisor } = terms[term]!;
      this.#values[term] = (utility[party]! - offset) / divisor;
    }
    this.#objective.dualGradient(this.#multipliers, this.#values, gradient);
    let norm = 0;
    for (let term = 0; term < terms.length; term++) norm += (gradient[term]! * scale[term]!) ** 2;
    for (let party = 0; party < slack.length; party++) {
      const unit = this.#priceScale[party]!;
      slack[party] = unit === 0 ? 0 : (utility[party]! - floors[party]!) * unit;
      if (slack[party]! < 0 || this.#prices[party]! > 0) norm += slack[party]! ** 2;
    }
    if (norm < 1e-300 || gap <= 0) return false;
    const step = gap / norm;
    for (let term = 0; term < terms.length; term++) {
      this.#multipliers[term]! -= step * gradient[term]! * scale[term]! ** 2;
    }
    this.#objective.project(this.#multipliers, this.#spans);
    for (let party = 0; party < slack.length; party++) {
      const unit = this.#priceScale[party]!;
      if (unit > 0) this.#prices[party] = Math.max(0, this.#prices[party]! - step * slack[party]! * unit);
    }
    return true;
  }
}

/** The objective's terms, those of wide parties in coarse units. */
function columnTerms({ wide }: System, { terms }: Objective): readonly ColumnTerm[] {
  return terms.map(({ party, offset, divisor }) => {
    const shift = wide.find((place) => place.party === party)?.shift ?? 0;
    return { party, offset: inCoarse(offset, shift), divisor: inCoarse(divisor, shift) };
  });
}

function byColumn(system: System): Float64Array {
  const { bounded, columns, contributions } = system;
  const rows = rowCount(system);
  const table = new Float64Array(rows * bounded);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < bounded; column++) {
      table[column * rows + row] = contributions[row * columns + column]!;
    }
  }
  return table;
}

function utilityRange(system: System): { readonly low: Float64Array; readonly high: Float64Array } {
  const { bounded, columns, start, contributions, options, constant, bonuses } = system;
  const low = constant.slice(0, bounded);
  const high = constant.slice(0, bounded);
  for (let party = 0; party < bounded; party++) {
    for (let issue = 0; issue < options.length; issue++) {
      let least = Infinity;
      let most = -Infinity;
      for (let row = start[issue]!; row < start[issue + 1]!; row++) {
        const units = contributions[row * columns + party]!;
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
