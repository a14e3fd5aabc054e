/**
 * The deal with the most of what is asked for among those that are worth a floor to one party: one sum to make large, one
 * floor, and the rules and red lines. Its multiplier is found exactly, by going from one relaxed maximiser to the next where
 * their lines cross (Kelley 1960), so that few steps of a walk are left to do.
 */
import { utilityUnits } from '../../deal.ts';
import type { Deal, Problem } from '../../problem.ts';
import { issueCount } from '../../problem.ts';
import type { Region } from '../../region.ts';
import { isInRegion } from '../../region.ts';
import { condense } from '../../search/condense.ts';
import { walkDeals } from '../../search/explore.ts';
import { roundingMargin } from '../../search/guide.ts';
import type { LinearBound } from '../../search/multipliers.ts';
import { buildSystem } from '../../search/build-system.ts';
import { dealOf, rowCount } from '../../search/system.ts';
import type { System } from '../../search/system.ts';
import { Walker } from '../../search/walker.ts';

/** Columns of the party's own units and of what is asked for. */
const OWN = 0;
const ASKED = 1;

/** The crossing of lines ends long before. */
const MOST_CROSSINGS = 60;

const LARGEST = Number.MAX_SAFE_INTEGER;

export interface Found {
  readonly deal: Deal;
  readonly own: number;
  /** False where the walk was given up. */
  readonly proven: boolean;
}

/** Questions about the deals of one region of one party; its units must be numbers. */
export class AskedFor {
  readonly #problem: Problem;
  readonly #region: Region;
  /** The party twice: the second column is rewritten for each question. Null: there is no deal. */
  readonly #system: System | null;
  readonly #nodes: number;
  /** More than the party's units can differ between two deals. */
  readonly #step: number;

  /** `problem`: of the party alone. `nodes`: of each question's walk. */
  constructor(problem: Problem, region: Region, nodes: number) {
    const own = problem.parties[OWN]!;
    this.#problem = problem;
    this.#region = region;
    this.#nodes = nodes;
    const twice = { ...problem, parties: [own, own] };
    const built = buildSystem(twice, { ...region, floors: [region.floors[OWN]!, -Infinity] });
    this.#system = built === null ? null : condense(built, null);
    this.#step = this.#system === null ? 1 : 1 + spanOf(this.#system);
  }

  /**
   * The deal with the largest sum of whole-number scores, given by flat option number, among those worth `floor`; of
   * several the best for the party. Null where none is found; undefined where the numbers would grow too large.
   */
  find(scores: Float64Array, floor: number): Found | null | undefined {
    const base = this.#system;
    if (base === null) return null;
    const issues = issueCount(this.#problem);
    const most = scores.reduce((largest, score) => Math.max(largest, Math.abs(score)), 0);
    if (!(this.#step * (2 + issues * most) < LARGEST)) return undefined;
    const system = this.#asking(base, scores, floor);
    const { price, known } = this.#cross(system, floor, scores);
    const search = new Search(system, boundOf(system, price, floor), known);
    const proven = search.run(this.#nodes);
    return search.best === null ? null : { deal: search.best.deal, own: search.best.own, proven };
  }

  #asking(base: System, scores: Float64Array, floor: number): System {
    const { columns, picksAt } = base;
    const { offsets } = this.#problem;
    const contributions = base.contributions.slice();
    for (let row = 0; row < rowCount(base); row++) {
      let score = 0;
      for (const { issue, option } of picksAt(row)) score += scores[offsets[issue]! + option]!;
      contributions[row * columns + ASKED]! += this.#step * score;
    }
    const floors = base.floors.slice();
    floors[OWN] = Math.max(floors[OWN]!, floor);
    return { ...base, contributions, floors };
  }

  /** What a unit of the floor is worth at the tightest bound, and the best real deal met on the way. */
  #cross(
    system: System,
    floor: number,
    scores: Float64Array,
  ): { readonly price: number; readonly known: Known | null } {
    let known: Known | null = null;
    const at = (price: number): Relaxed => {
      const relaxed = relaxedMaximiser(system, price);
      if (relaxed.own >= floor) known = better(known, this.#read(dealOf(system, relaxed.rows), scores), floor);
      return relaxed;
    };
    let short = at(0);
    if (short.own >= floor) return { price: 0, known };
    let enough = at(Infinity);
    let price = 0;
    for (let round = 0; round < MOST_CROSSINGS && enough.own > short.own; round++) {
      price = Math.max(0, (short.asked - enough.asked) / (enough.own - short.own));
      const next = at(price);
      const isNew = next.asked + price * next.own > enough.asked + price * enough.own;
      if (!isNew) break;
      if (next.own >= floor) enough = next;
      else short = next;
    }
    return { price, known };
  }

  /** What the deal is worth; null where it is not in the region. */
  #read(deal: Deal, scores: Float64Array): Known | null {
    const problem = this.#problem;
    if (!isInRegion(problem, this.#region, deal)) return null;
    const own = Number(utilityUnits(problem, problem.parties[OWN]!, deal));
    const score = deal.reduce((sum, option, issue) => sum + scores[problem.offsets[issue]! + option]!, 0);
    return { deal, own, asked: this.#step * score + own };
  }
}

function better(known: Known | null, read: Known | null, floor: number): Known | null {
  if (read === null || read.own < floor) return known;
  return known === null || read.asked > known.asked ? read : known;
}

interface Known {
  readonly deal: Deal;
  readonly own: number;
  readonly asked: number;
}

interface Relaxed {
  readonly rows: Int32Array;
  readonly own: number;
  readonly asked: number;
}

/** The best row of each issue where a unit of the party's own has a price; Infinity: nothing but its own counts. */
function relaxedMaximiser(
  { options, start, columns, contributions, constant, bonuses }: System,
  price: number,
): Relaxed {
  const rows = new Int32Array(options.length);
  const [weight, asking] = price === Infinity ? [1, 0] : [price, 1];
  let [own, asked] = [constant[OWN]!, constant[ASKED]!];
  for (let issue = 0; issue < options.length; issue++) {
    let best = start[issue]!;
    let most = -Infinity;
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      const score = asking * contributions[row * columns + ASKED]! + weight * contributions[row * columns + OWN]!;
      if (score > most) [best, most] = [row, score];
    }
    rows[issue] = best;
    own += contributions[best * columns + OWN]!;
    asked += contributions[best * columns + ASKED]!;
  }
  for (const { party, units } of bonuses) {
    if (units > 0 && party === OWN) own += units;
    if (units > 0 && party === ASKED) asked += units;
  }
  return { rows, own, asked };
}

/** No deal worth the floor has more of what is asked for than this. */
function boundOf({ bounded }: System, price: number, floor: number): LinearBound {
  const weights = new Float64Array(bounded);
  weights[OWN] = price;
  weights[ASKED] = 1;
  const multipliers = { terms: new Float64Array([1]), prices: new Float64Array(bounded) };
  return { weights, constant: -price * floor, size: Math.abs(price * floor), root: Infinity, multipliers };
}

class Search {
  best: Known | null;
  readonly #system: System;
  readonly #bound: LinearBound;

  constructor(system: System, bound: LinearBound, known: Known | null) {
    this.#system = system;
    this.#bound = bound;
    this.best = known;
  }

  /** True when no deal has more. */
  run(nodes: number): boolean {
    const walker = new Walker(this.#system, [this.#bound]);
    const margin = roundingMargin(this.#system, this.#bound);
    walker.most = nodes;
    const narrow = (): void => {
      walker.cuts[0] = (this.best === null ? -Infinity : this.best.asked + 1) - margin;
    };
    const onDeal = (): void => {
      const utility = walker.readUtility();
      const [own, asked] = [Number(utility[OWN]), Number(utility[ASKED])];
      if (this.best !== null && asked <= this.best.asked) return;
      this.best = { deal: dealOf(walker.system, walker.chosen), own, asked };
      narrow();
    };
    narrow();
    return walkDeals(walker, { patience: nodes, once: true, onDeal, isDone: () => false });
  }
}

function spanOf({ options, start, columns, contributions, bonuses }: System): number {
  let span = 0;
  for (let issue = 0; issue < options.length; issue++) {
    let [least, most] = [Infinity, -Infinity];
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      const units = contributions[row * columns + OWN]!;
      least = Math.min(least, units);
      most = Math.max(most, units);
    }
    span += most - least;
  }
  for (const { party, units } of bonuses) if (party === OWN) span += Math.abs(units);
  return span;
}
