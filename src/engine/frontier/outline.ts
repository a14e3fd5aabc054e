/**
 * An outline of all utility vectors of a region: half-spaces that hold every one of them, gathered from the searches
 * made so far. Most corners are settled by a look at the outline, without a search.
 */
import type { Units } from '../units.ts';
import type { Problem } from '../problem.ts';
import { coarseParty, inCoarse } from '../search/coarse.ts';
import { rowCount } from '../search/system.ts';
import type { System } from '../search/system.ts';
import type { Corner } from './search-zones.ts';

interface HalfSpace {
  /** Per unit of each party, none negative. */
  readonly weights: Float64Array;
  /** No deal of the region has a greater weighted sum. */
  readonly most: number;
}

/** More than the rounding of a few hundred sums and products can be off, relative to what is added up. */
const ROUNDING = 2 ** -40;

export class Outline {
  readonly #system: System;
  /** By party: a coarse unit is 2^shift units; coarse units that count as 1. */
  readonly #shifts: readonly number[];
  readonly #scales: readonly number[];
  /** Least units, coarse ones of wide parties, that any deal of the region has in each bounded column. */
  readonly #least: Float64Array;
  readonly #halfSpaces: HalfSpace[] = [];

  constructor(problem: Problem, system: System, measures: readonly Units[]) {
    this.#system = system;
    this.#shifts = problem.parties.map((party) => coarseParty(problem, party).shift);
    this.#scales = measures.map((units, party) => inCoarse(units, this.#shifts[party]!));
    this.#least = Float64Array.from({ length: system.bounded }, (_, column) => {
      const single = new Float64Array(system.bounded);
      single[column] = -1;
      const least = -greatestSum(system, single) - coarseError(system, this.#shifts[column] ?? 0);
      return Math.max(system.floors[column]!, least);
    });
    problem.parties.forEach((_, party) => {
      const single = new Float64Array(system.bounded);
      single[party] = 1;
      this.add(single);
    });
  }

  /** Adds the half-space with these weights (none negative) that just holds the region. */
  add(weights: Float64Array): void {
    this.#halfSpaces.push({ weights, most: greatestSum(this.#system, weights) });
  }

  /**
   * How much, by the measures, no deal of the region is above the corner for every party at once, counting only parties
   * for which the corner says something. Negative when there is no deal above it; Infinity for the lowest corner.
   */
  room(corner: Corner): number {
    let room = Infinity;
    for (const { weights, most } of this.#halfSpaces) {
      let left = most;
      let pace = 0;
      let size = Math.abs(most);
      for (let column = 0; column < weights.length; column++) {
        const weight = weights[column]!;
        const units = corner[column] ?? -Infinity;
        const open = units === -Infinity;
        const low = weight * (open ? this.#least[column]! : inCoarse(units, this.#shifts[column]!));
        left -= low;
        size += Math.abs(low);
        if (!open) pace += weight * this.#scales[column]!;
      }
      left += size * ROUNDING;
      if (left < room * pace) room = left / pace;
    }
    return room;
  }
}

/** The most a weighted sum of utilities can be over the system, patterns left aside. */
function greatestSum(
  { start, bounded, columns, contributions, options, constant, bonuses }: System,
  weights: Float64Array,
): number {
  let sum = 0;
  for (let party = 0; party < bounded; party++) sum += weights[party]! * constant[party]!;
  for (let issue = 0; issue < options.length; issue++) {
    let most = -Infinity;
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      let score = 0;
      for (let party = 0; party < bounded; party++) score += weights[party]! * contributions[row * columns + party]!;
      most = Math.max(most, score);
    }
    sum += most;
  }
  for (const { party, units } of bonuses) sum += Math.max(0, weights[party]! * units);
  return sum;
}

/** Coarse units by which a sum of coarse units can be above the exact one, of all issues and adjustments. */
function coarseError(system: System, shift: number): number {
  return shift === 0 ? 0 : 4 * (rowCount(system) + system.bonuses.length);
}
