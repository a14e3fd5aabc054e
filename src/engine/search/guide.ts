/**
 * What guides one walk over a part of a region: a linear bound of the objective and one of the slack over the floors,
 * each with its multipliers and the most that rounding can be off.
 */
import type { Problem } from '../problem.ts';
import type { PartyFloor } from '../region.ts';
import { tightenBound } from './multipliers.ts';
import type { HalfSpace, LinearBound, Multipliers, Start } from './multipliers.ts';
import { minimumObjective } from './objective.ts';
import type { Objective, Term } from './objective.ts';
import type { Units } from '../units.ts';
import type { System } from './system.ts';
import type { Walker } from './walker.ts';

export interface Guide {
  /** Bounds of the objective, the tightest first; then that of the slack, where there are floors. */
  readonly bounds: readonly HalfSpace[];
  readonly margins: readonly number[];
  /** Whose place in the bounds is the last; null where there are no floors. */
  readonly slack: HalfSpace | null;
  /** Floors from which the slack is measured. */
  readonly floors: Float64Array;
  /** Where the guides of the parts of this part may start from. */
  readonly multipliers: GuideMultipliers;
}

export interface GuideMultipliers {
  readonly value: Multipliers;
  readonly slack: Multipliers | null;
}

/** Multipliers that a guide starts from, as `Start`. */
export interface GuideStart {
  readonly multipliers: GuideMultipliers;
  readonly isNear: boolean;
}

/**
 * Tightens both bounds; null when the slack's bound proves the part empty. Relaxed maximisers met on the way are
 * offered to `tryDeal`, which returns the objective value of the best real deal known, Infinity when that is enough.
 */
export function makeGuide(
  problem: Problem,
  system: System,
  objective: Objective,
  start: GuideStart | null,
  tryDeal: (rows: Int32Array) => number,
): Guide | null {
  const terms = slackTerms(problem, system);
  let slack: LinearBound | null = null;
  if (terms.length > 0) {
    // A part can have floors its parent had not; its slack then starts afresh.
    const slackStart = startOf(start, start?.multipliers.slack, terms);
    const isHopeless = (bound: LinearBound): boolean => bound.root < 0 && bound.root < -roundingMargin(system, bound);
    slack = tightenBound(
      system,
      minimumObjective(terms),
      slackStart,
      (rows) => (tryDeal(rows) === Infinity ? Infinity : 0),
      isHopeless,
    );
    if (isHopeless(slack)) return null;
  }
  const valueStart = startOf(start, start?.multipliers.value, objective.terms);
  const value = tightenBound(system, objective, valueStart, tryDeal);
  const bounds = [value, ...value.supports, ...(slack === null ? [] : [slack])];
  return {
    bounds,
    margins: bounds.map((bound) => roundingMargin(system, bound)),
    slack,
    floors: system.floors,
    multipliers: { value: value.multipliers, slack: slack?.multipliers ?? null },
  };
}

/** None where the multipliers are for other terms. */
function startOf(
  start: GuideStart | null,
  multipliers: Multipliers | null | undefined,
  terms: readonly Term[],
): Start | null {
  return start === null || multipliers?.terms.length !== terms.length ? null : { multipliers, isNear: start.isNear };
}

/** Asks the walker only for deals with at least this objective value and, where given, at least these floors. */
export function narrow(
  walker: Walker,
  { margins, floors, slack }: Guide,
  value: number,
  wanted: readonly PartyFloor[],
): void {
  margins.forEach((margin, bound) => (walker.cuts[bound] = value - margin));
  for (const [party, floor] of wanted) walker.raiseFloor(party, floor);
  if (slack === null) return;
  // The slack was measured from the floors of the part; deals above higher floors have that much more of it.
  let least = 0;
  slack.weights.forEach((weight, party) => {
    if (floors[party]! > -Infinity) least += weight * (walker.floors[party]! - floors[party]!);
  });
  const last = margins.length - 1;
  walker.cuts[last] = least * (1 - 1e-12) - margins[last]!;
}

/** Each party's utility above its floor, in points, for the parties that have one. */
export function floorTerms(problem: Problem, floors: ArrayLike<Units>): readonly Term[] {
  return problem.parties.flatMap(({ scale }, party) => {
    const offset = floors[party]!;
    return offset === -Infinity ? [] : [{ party, offset, divisor: scale, power: 1 }];
  });
}

/** The same for every column of a system that has a floor; what a sum rule leaves counts in parts of its spread. */
function slackTerms({ parties }: Problem, system: System): readonly Term[] {
  return Array.from({ length: system.bounded }, (_, column): Term[] => {
    const wide = system.wide.find(({ party }) => party === column);
    const offset = wide === undefined ? system.floors[column]! : wide.floor;
    const divisor = parties[column]?.scale ?? spreadOf(system, column);
    return offset === -Infinity ? [] : [{ party: column, offset, divisor, power: 1 }];
  }).flat();
}

/** How far apart the sums of a column can be, at least 1. */
function spreadOf({ options, start, columns, contributions }: System, column: number): number {
  let spread = 0;
  for (let issue = 0; issue < options.length; issue++) {
    let [least, most] = [Infinity, -Infinity];
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      const units = contributions[row * columns + column]!;
      least = Math.min(least, units);
      most = Math.max(most, units);
    }
    spread += most - least;
  }
  return Math.max(1, spread);
}

/** How much the running floating-point sums of a bound can be off, with a wide berth. */
export function roundingMargin(system: System, bound: HalfSpace): number {
  let size = bound.size;
  for (let party = 0; party < system.bounded; party++) {
    let most = Math.abs(system.constant[party]!);
    for (let issue = 0; issue < system.options.length; issue++) {
      let largest = 0;
      for (let row = system.start[issue]!; row < system.start[issue + 1]!; row++) {
        largest = Math.max(largest, Math.abs(system.contributions[row * system.columns + party]!));
      }
      most += largest;
    }
    size += Math.abs(bound.weights[party]!) * most;
  }
  // The constant covers the objective's own value, whose logarithms are rounded too.
  return size * (system.options.length + system.bonuses.length + system.bounded + 8) * 2 ** -50 + 1e-12;
}
