/**
 * An outline of all utility vectors of a region: half-spaces that hold every one of them, gathered from the searches
 * made so far. Most corners are settled by a look at the outline, without a search.
 */
import type { Problem } from '../problem.ts';
import type { System } from '../search/system.ts';

interface HalfSpace {
  /** Per unit of each party, none negative. */
  readonly weights: Float64Array;
  /** No deal of the region has a greater weighted sum. */
  readonly most: number;
}

/** More than the rounding of a few hundred sums and products can be off, relative to what is added up. */
const ROUNDING = 2 ** -40;

export class Outline {
  readonly #problem: Problem;
  readonly #system: System;
  /** Least units each party has in any deal of the region. */
  readonly #least: Float64Array;
  readonly #halfSpaces: HalfSpace[] = [];

  constructor(problem: Problem, system: System) {
    this.#problem = problem;
    this.#system = system;
    this.#least = Float64Array.from(problem.parties, (_, party) => {
      const single = new Float64Array(problem.parties.length);
      single[party] = -1;
      return Math.max(system.floors[party]!, -greatestSum(system, single));
    });
    problem.parties.forEach((_, party) => {
      const single = new Float64Array(problem.parties.length);
      single[party] = 1;
      this.add(single);
    });
  }

  /** Adds the half-space with these weights (none negative) that just holds the region. */
  add(weights: Float64Array): void {
    this.#halfSpaces.push({ weights, most: greatestSum(this.#system, weights) });
  }

  /**
   * A number of points by which no deal of the region is above the corner for every party at once, counting only
   * parties for which the corner says something. Negative when there is no deal above it; Infinity for the lowest corner.
   */
  room(corner: Float64Array): number {
    let room = Infinity;
    for (const { weights, most } of this.#halfSpaces) {
      let left = most;
      let pace = 0;
      let size = Math.abs(most);
      for (let party = 0; party < corner.length; party++) {
        const weight = weights[party]!;
        const open = corner[party] === -Infinity;
        const low = weight * (open ? this.#least[party]! : corner[party]!);
        left -= low;
        size += Math.abs(low);
        if (!open) pace += weight * this.#problem.parties[party]!.scale;
      }
      left += size * ROUNDING;
      if (left < room * pace) room = left / pace;
    }
    return room;
  }
}

/** The most a weighted sum of utilities can be over the system, patterns left aside. */
function greatestSum(
  { start, parties, contributions, options, constant, bonuses }: System,
  weights: Float64Array,
): number {
  let sum = 0;
  for (let party = 0; party < parties; party++) sum += weights[party]! * constant[party]!;
  for (let issue = 0; issue < options.length; issue++) {
    let most = -Infinity;
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      let score = 0;
      for (let party = 0; party < parties; party++) score += weights[party]! * contributions[row * parties + party]!;
      most = Math.max(most, score);
    }
    sum += most;
  }
  for (const { party, units } of bonuses) sum += Math.max(0, weights[party]! * units);
  return sum;
}
