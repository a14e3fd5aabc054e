/**
 * Regions made ready to search. A region is often searched more than once, for its best deal and for all as good, or for
 * several solutions: what was made ready is kept with it.
 */
import type { Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import { blockedSystem } from './blocks.ts';
import { condense } from './condense.ts';
import type { Wanted } from './dominance.ts';
import type { Guide } from './guide.ts';
import type { Objective } from './objective.ts';
import { propagate } from './propagation.ts';
import type { System } from './system.ts';

/** A region ready to search, tied issues joined, without what is not wanted of it. */
export interface Ready {
  /** Null where that alone proves that no deal is in it. */
  readonly system: System | null;
  /** Guides of walks through all of it, by objective. */
  readonly guides: Map<Objective, Guide>;
}

/** Which rows a search needs, by the floors of the columns; null: all. */
type WantedOf = (floors: Float64Array) => Wanted | null;

/** What a search needs of a region. */
export function makeReady(problem: Problem, region: Region, wantedOf: WantedOf): Ready {
  const plain = blockedSystem(problem, region);
  return { system: plain && condense(plain, wantedOf(plain.floors)), guides: new Map() };
}

/** The same of the deals of a system that have a row. */
export function partReady(system: System, row: number, wantedOf: WantedOf): Ready {
  const plain = propagate(system, [row]);
  return { system: plain && condense(plain, wantedOf(plain.floors)), guides: new Map() };
}

interface Kept {
  readonly problem: Problem;
  readonly plain: System | null;
  /** By what is wanted. */
  readonly ready: Map<string, Ready>;
}

const KEPT = new WeakMap<Region, Kept>();

/** The same, kept for later searches of the region. */
export function keepReady(problem: Problem, region: Region, wantedOf: WantedOf): Ready {
  const { plain, ready } = keptOf(problem, region);
  const wanted = plain && wantedOf(plain.floors);
  const key = JSON.stringify(wanted);
  const known = ready.get(key);
  if (known !== undefined) return known;
  const made = { system: plain && condense(plain, wanted), guides: new Map<Objective, Guide>() };
  ready.set(key, made);
  return made;
}

function keptOf(problem: Problem, region: Region): Kept {
  const known = KEPT.get(region);
  if (known?.problem === problem) return known;
  const kept = { problem, plain: blockedSystem(problem, region), ready: new Map<string, Ready>() };
  KEPT.set(region, kept);
  return kept;
}
