/**
 * Deals drawn uniformly from those worth about so much to a party: how many ways the issues that are still open have to
 * add up to each sum tells how likely each option is. Issues that rules and red lines tie together are joined first; sums
 * are kept on a grid, and ties that are left are not followed, so what is drawn has to be looked at.
 */
import type { Deal } from '../../problem.ts';
import type { Random } from '../../random.ts';
import { dealOf, rowCount } from '../../search/system.ts';
import type { System } from '../../search/system.ts';

/** Steps of the grid over all that the party can get. */
const GRID = 4096;

/** The party's own column. */
const OWN = 0;

export class BandDraws {
  readonly #system: System;
  /** What each row is worth beyond the least of its issue, in steps of the grid, rounded down. */
  readonly #steps: Int32Array;
  /** By issue and step: ways in which it and those after it add up to so many steps or more. */
  readonly #ways: readonly Float64Array[];
  /** Worth of the least rows, the size of a step, and what adjustments that not every deal has add and take away. */
  readonly #base: number;
  readonly #step: number;
  readonly #bonus: number;
  readonly #malus: number;

  /** `system`: of a region of the party alone, its issues joined. */
  constructor(system: System) {
    const { options, start, columns, contributions, constant, bonuses } = system;
    const issues = [...options.keys()];
    const worth = (row: number): number => contributions[row * columns + OWN]!;
    const rowsOf = (issue: number): readonly number[] => options[issue]!.map((_, place) => start[issue]! + place);
    const least = issues.map((issue) => Math.min(...rowsOf(issue).map(worth)));
    const span = issues.reduce((sum, issue) => sum + Math.max(...rowsOf(issue).map(worth)) - least[issue]!, 0);
    this.#system = system;
    this.#base = least.reduce((sum, own) => sum + own, constant[OWN]!);
    this.#step = Math.max(span, 1) / GRID;
    const added = bonuses.flatMap(({ party, units }) => (party === OWN ? [units] : []));
    this.#bonus = added.reduce((sum, units) => sum + Math.max(0, units), 0);
    this.#malus = added.reduce((sum, units) => sum + Math.min(0, units), 0);
    this.#steps = new Int32Array(rowCount(system));
    for (const issue of issues) {
      for (const row of rowsOf(issue)) this.#steps[row] = Math.floor((worth(row) - least[issue]!) / this.#step);
    }
    this.#ways = waysToEnd(system, this.#steps);
  }

  /** A deal worth about `floor` to `ceiling`, each that is as likely; null where there is none. */
  draw(floor: number, ceiling: number, random: Random): Deal | null {
    const { options } = this.#system;
    // Rounding every row down loses up to a step each.
    const low = Math.floor((floor - this.#bonus - this.#base) / this.#step) - options.length;
    const high = Math.ceil((ceiling - this.#malus - this.#base) / this.#step);
    const rows = new Int32Array(options.length);
    let sum = 0;
    for (let issue = 0; issue < options.length; issue++) {
      const row = this.#drawRow(issue, low - sum, high - sum, random);
      if (row === null) return null;
      rows[issue] = row;
      sum += this.#steps[row]!;
    }
    return dealOf(this.#system, rows);
  }

  #drawRow(issue: number, low: number, high: number, random: Random): number | null {
    const { start } = this.#system;
    const after = this.#ways[issue + 1]!;
    const waysOf = (row: number): number => waysWithin(after, low - this.#steps[row]!, high - this.#steps[row]!);
    let all = 0;
    for (let row = start[issue]!; row < start[issue + 1]!; row++) all += waysOf(row);
    let left = random() * all;
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      left -= waysOf(row);
      if (left < 0) return row;
    }
    return null;
  }
}

/** Counted from the top, so that where few ways are left they are not lost beside the many below. */
function waysToEnd({ options, start }: System, steps: Int32Array): readonly Float64Array[] {
  let after = new Float64Array(GRID + 1);
  after[0] = 1;
  const ways = [after];
  for (let issue = options.length - 1; issue >= 0; issue--) {
    const exactly = new Float64Array(GRID + 1);
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      for (let sum = steps[row]!; sum <= GRID; sum++) exactly[sum]! += after[sum - steps[row]!]!;
    }
    ways.unshift(exactly);
    after = exactly;
  }
  for (const own of ways) for (let sum = GRID - 1; sum >= 0; sum--) own[sum]! += own[sum + 1]!;
  return ways;
}

function waysWithin(ways: Float64Array, low: number, high: number): number {
  if (high < 0 || low > high || low > GRID) return 0;
  return Math.max(0, ways[Math.max(0, low)]! - (high >= GRID ? 0 : ways[high + 1]!));
}
