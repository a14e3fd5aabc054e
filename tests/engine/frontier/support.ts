/** Frontiers by the definition: every deal of a region, and those that no other beats. */
import { compareDeals, keepsSums, matches, utilityUnits } from '../../../src/engine/deal.ts';
import type { FrontierOptions } from '../../../src/engine/frontier/frontier.ts';
import type { Deal, NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { coalitionRegion, spaceRegion } from '../../../src/engine/region.ts';
import type { Region } from '../../../src/engine/region.ts';
import { allDeals } from '../brute-force.ts';

export interface BrutePoint {
  readonly units: readonly number[];
  /** The smallest in option order. */
  readonly deal: Deal;
  readonly variants: bigint;
}

export const OPTIONS: FrontierOptions = { epsilon: 0, maxPoints: 10_000, vectors: 10_000, states: 10_000, seed: 't' };

export function unitsOf(problem: Problem, deal: Deal): number[] {
  return problem.parties.map((party) => utilityUnits(problem, party, deal));
}

/** True when a is at least b for everybody, and not the same. */
export function beats(a: readonly number[], b: readonly number[]): boolean {
  return a.every((units, party) => units >= b[party]!) && a.some((units, party) => units > b[party]!);
}

/** The efficient vectors of the region, by vector. */
export function bruteFrontier(problem: Problem, region: Region): Map<string, BrutePoint> {
  const byVector = new Map<string, BrutePoint>();
  for (const deal of allDeals(problem)) {
    const units = unitsOf(problem, deal);
    if (region.forbidden.some((pattern) => matches(deal, pattern))) continue;
    if (!keepsSums(problem, region.sums, deal)) continue;
    if (!units.every((value, party) => value >= region.floors[party]!)) continue;
    const known = byVector.get(units.join());
    const smallest = known !== undefined && compareDeals(known.deal, deal) < 0 ? known.deal : deal;
    byVector.set(units.join(), { units, deal: smallest, variants: (known?.variants ?? 0n) + 1n });
  }
  const all = [...byVector.values()];
  return new Map([...byVector].filter(([, { units }]) => !all.some((other) => beats(other.units, units))));
}

/** The regions a frontier can be asked of: all deals, and those that everybody, or all but the last, sign. */
export function regionsOf(problem: Problem): Region[] {
  const everyone = [...problem.parties.keys()];
  const zones = [everyone, everyone.slice(0, -1)].map((parties) => coalitionRegion(problem, parties));
  return [spaceRegion(problem), ...zones.filter((region) => region !== null)];
}

/** True when the point is at most epsilon points worse than the vector for every party. */
export function isNear(problem: Problem, point: readonly number[], units: readonly number[], epsilon: number): boolean {
  return problem.parties.every(({ scale }, party) => units[party]! - point[party]! <= epsilon * scale + 1e-9);
}
