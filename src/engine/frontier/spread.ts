/**
 * A spread of the frontier: efficient deals such that every efficient deal is within epsilon, party by party, of one of
 * them.
 *
 * What is not covered yet is kept as search zones. The one with the most room comes next: either it is proven to hold
 * nothing that is further than epsilon away, or the deal with the greatest sum of points in it becomes a new point.
 * Ending early leaves the widest gaps closed, and the room that is left says how good the spread is by then.
 */
import type { Problem } from '../problem.ts';
import type { PartyFloor, Region } from '../region.ts';
import { withFloors } from '../region.ts';
import { blockedSystem } from '../search/blocks.ts';
import { maximiseWithin } from '../search/maximise.ts';
import type { Effort, Maximum } from '../search/maximise.ts';
import { tightenBound } from '../search/multipliers.ts';
import { minimumObjective } from '../search/objective.ts';
import type { Objective, Term } from '../search/objective.ts';
import { buildSystem } from '../search/build-system.ts';
import { binaryFractionOf } from '../../exact/fraction.ts';
import { Outline } from './outline.ts';
import { totalOf } from './points.ts';
import { liesAbove, lowestCorner, splitCorners } from './search-zones.ts';
import { inPoints, plus } from '../units.ts';
import type { Units } from '../units.ts';
import type { Corner } from './search-zones.ts';

export interface SpreadLimits {
  /** By how much a deal may be better than the nearest point shown, for any party; of its measure. */
  readonly epsilon: number;
  /** Units of each party that count as 1. */
  readonly measures: readonly Units[];
  readonly maxPoints: number;
  /** Nodes after which the search of one zone is given up; its room then counts as not covered. */
  readonly patience: number;
  /** The same for the first point, without which nothing is proven. */
  readonly firstPatience: number;
  /** Called with each new point, a deal that has its utility, and the epsilon that is proven by then. */
  readonly onPoint: (found: Maximum, epsilon: number) => void;
  /** Asked between searches; true ends the spread. */
  readonly stop: () => boolean;
}

/** Zones that are kept apart at most; with many parties they multiply quickly. */
const MOST_ZONES = 20_000;

interface OpenZone {
  readonly corner: Corner;
  /** No deal of the region is above the corner by more than this, of its measure, for every party at once. */
  room: number;
  /** Whether the outline was sharpened for this zone. */
  bounded: boolean;
  /** True when its search was given up. */
  hard: boolean;
}

/**
 * Finds the points one by one and gives the epsilon that is proven at the end: the asked one, or more when a limit was
 * met or `stop` said so. A region without deals has no points, and every epsilon is proven for it.
 */
export function spreadFrontier(problem: Problem, region: Region, limits: SpreadLimits, effort: Effort): number {
  const system = buildSystem(problem, region);
  if (system === null) return limits.epsilon;
  return new Spread(problem, region, limits, effort, new Outline(problem, system, limits.measures)).run();
}

class Spread {
  readonly #problem: Problem;
  readonly #region: Region;
  readonly #limits: SpreadLimits;
  readonly #effort: Effort;
  readonly #outline: Outline;
  readonly #total: Objective;
  /** Units that epsilon is worth to each party, rounded down. */
  readonly #allowance: readonly Units[];
  #zones: OpenZone[];
  #points = 0;

  constructor(problem: Problem, region: Region, limits: SpreadLimits, effort: Effort, outline: Outline) {
    this.#problem = problem;
    this.#region = region;
    this.#limits = limits;
    this.#effort = effort;
    this.#outline = outline;
    this.#total = totalOf(limits.measures);
    this.#allowance = limits.measures.map((units) => unitsWithin(limits.epsilon, units));
    this.#zones = [{ corner: lowestCorner(problem.parties.length), room: Infinity, bounded: true, hard: false }];
  }

  run(): number {
    const { maxPoints, stop } = this.#limits;
    for (let place = this.#widest(); place !== null; place = this.#widest()) {
      // The first point is always looked for: without one there is nothing to be near to.
      const ended = this.#points > 0 && (this.#points >= maxPoints || this.#zones.length > MOST_ZONES || stop());
      if (ended) break;
      this.#advance(place);
    }
    return this.#proven();
  }

  /** Place of the zone with the most room among those not given up; null when there is none. */
  #widest(): number | null {
    let widest: number | null = null;
    for (const [place, { room, hard }] of this.#zones.entries()) {
      if (!hard && (widest === null || room > this.#zones[widest]!.room)) widest = place;
    }
    return widest;
  }

  /** Learns more about one zone: what its room is, then whether it has a deal, which becomes a point. */
  #advance(place: number): void {
    const zone = this.#zones[place]!;
    if (this.#outline.room(zone.corner) >= zone.room) {
      if (zone.bounded) {
        const limit = this.#points === 0 ? this.#limits.firstPatience : this.#limits.patience;
        const { best, proven, nodes } = maximiseWithin(this.#problem, this.#beyond(zone.corner), this.#total, limit);
        this.#effort.nodes += nodes;
        if (!proven) zone.hard = true;
        else if (best === null) this.#close(place);
        else this.#addPoint(best);
        return;
      }
      zone.bounded = true;
      if (!this.#outlineAt(zone.corner)) return this.#close(place);
    }
    // Searches elsewhere, or the one just made, may have shown that there is less room than thought.
    zone.room = Math.min(zone.room, this.#outline.room(zone.corner));
    if (zone.room < this.#leastRoom(zone.corner)) this.#close(place);
  }

  #close(place: number): void {
    const last = this.#zones.pop()!;
    if (place < this.#zones.length) this.#zones[place] = last;
  }

  /** Sharpens the outline towards the zone; false when it is proven empty on the way. */
  #outlineAt(corner: Corner): boolean {
    const system = blockedSystem(this.#problem, this.#beyond(corner));
    if (system === null) return false;
    const { weights } = tightenBound(system, minimumObjective(this.#termsAbove(corner)), null, () => 0);
    this.#outline.add(weights);
    return true;
  }

  #addPoint(found: Maximum): void {
    const units = found.utility;
    const split = this.#zones.filter(({ corner }) => liesAbove(units, corner));
    this.#zones = this.#zones.filter(({ corner }) => !liesAbove(units, corner));
    const corners = splitCorners(
      split.map(({ corner }) => corner),
      this.#zones.map(({ corner }) => corner),
      units,
    );
    for (const corner of corners) {
      const room = this.#outline.room(corner);
      if (room >= this.#leastRoom(corner)) this.#zones.push({ corner, room, bounded: false, hard: false });
    }
    this.#points++;
    this.#limits.onPoint(found, this.#proven());
  }

  /** The epsilon for which every efficient deal is near a point found so far. */
  #proven(): number {
    return this.#zones.reduce((room, zone) => Math.max(room, zone.room), this.#limits.epsilon);
  }

  /** The deals that no point above this corner covers. */
  #beyond(corner: Corner): Region {
    return withFloors(
      this.#region,
      this.#termsAbove(corner).map(({ party, offset }): PartyFloor => [
        party,
        plus(offset, plus(this.#allowance[party]!, 1)),
      ]),
    );
  }

  /** What each party has above the corner, of its measure, where the corner says something. */
  #termsAbove(corner: Corner): readonly Term[] {
    return this.#limits.measures.flatMap((units, party) =>
      corner[party] === -Infinity ? [] : [{ party, offset: corner[party]!, divisor: units, power: 1 }],
    );
  }

  /** The room that a deal beyond the corner takes at the least. */
  #leastRoom(corner: Corner): number {
    return Math.min(
      ...this.#termsAbove(corner).map(({ party, divisor }) => inPoints(plus(this.#allowance[party]!, 1), divisor)),
    );
  }
}

/** The most units that are no more than epsilon of the measure. */
function unitsWithin(epsilon: number, measure: Units): Units {
  if (typeof measure === 'bigint') {
    const { num, den } = binaryFractionOf(epsilon);
    return (num * measure) / den;
  }
  const near = Math.floor(epsilon * measure);
  return (near + 1) / measure <= epsilon ? near + 1 : near;
}
