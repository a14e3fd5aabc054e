/**
 * The frame of every search: walk a region under one guide; where that takes too long, split it by an issue and walk
 * the parts, each under sharper multipliers of its own.
 */
import type { Problem } from '../problem.ts';
import { issueCount } from '../problem.ts';
import type { Region } from '../region.ts';
import { keepWithin, withFloors } from '../region.ts';
import type { PartyFloor } from '../region.ts';
import type { Wanted } from './dominance.ts';
import { makeGuide, narrow } from './guide.ts';
import { canBeListed, dealsUnderBound } from './under-bound.ts';
import type { Down } from './under-bound.ts';
import type { Guide, GuideMultipliers, GuideStart } from './guide.ts';
import type { Memory } from './memory.ts';
import type { Objective } from './objective.ts';
import { PartialDeals } from './partial-deals.ts';
import { keepReady, makeReady, partReady } from './ready.ts';
import type { Ready } from './ready.ts';
import { isSeparable, rowCount, withColumnFloors } from './system.ts';
import type { System } from './system.ts';
import { Walker } from './walker.ts';

/** What a search does with the parts it is led to. */
export interface Visitor {
  /** What it looks for, in a word: the name under which it is remembered. */
  readonly name: string;
  /** True where a best deal is known, and others as good are looked for. */
  readonly knowsBest: boolean;
  /** True when nothing more is wanted. */
  readonly done: boolean;
  /** No deal with a smaller objective value is wanted. */
  readonly least: number;
  /** The rows that it needs, by the floors of the columns; null: all. */
  wanted(floors: Float64Array): Wanted | null;
  /** How deals listed under a bound serve it in place of a walk; null: they do not. */
  readonly listing: Listing | null;
  /** Floors that every deal still wanted keeps, beyond those of the region. */
  readonly floors: readonly PartyFloor[];
  /** Takes note of a relaxed maximiser; returns the best objective value known. */
  tryDeal(system: System, rows: Int32Array): number;
  /** Walks a part; false when it ran out of patience. */
  walk(walker: Walker, guide: Guide, stretch: Stretch): boolean;
}

/** A walk as far as it may go. */
export interface Stretch {
  /** How often walks were given up on the way to the part. */
  readonly splits: number;
  /** Partial deals to visit before it is given up. */
  readonly patience: number;
}

/** What a visitor takes of the deals under a bound. */
export interface Listing {
  readonly down: Down;
  /** A row by issue for each deal. */
  readonly take: (system: System, deals: readonly Int32Array[]) => void;
}

/** Counts search nodes over the many searches of one answer. */
export interface Effort {
  nodes: number;
  /** Nodes after which searches are broken off with `OutOfNodes`; absent: never. */
  readonly limit?: number;
  /** What earlier searches leave behind; absent: every search starts from nothing. */
  readonly memory?: Memory;
}

/** Thrown when a search passes its limit: what it found so far stands, what it did not find proves nothing. */
export class OutOfNodes extends Error {
  override readonly name = 'OutOfNodes';
}

/** Leads the visitor through the region, part by part, best options first. @throws OutOfNodes */
export function explore(
  problem: Problem,
  region: Region,
  objective: Objective,
  visitor: Visitor,
  effort: Effort,
): void {
  const { memory } = effort;
  const topic = `${visitor.name}:${objective.terms.map(({ party }) => party).join()}`;
  const multipliers = memory?.startOf(topic, problem) ?? null;
  const start = multipliers === null ? null : { multipliers, isNear: memory?.isNear ?? false };
  const learn = (found: GuideMultipliers): void => memory?.noteStart(topic, problem, found);
  explorePart(problem, { kind: 'region', region }, objective, visitor, effort, { start, splits: 0, learn });
}

/** A region, a part of one that is made ready anew, or the deals of a system with this row. */
type Place =
  | { readonly kind: 'region' | 'part'; readonly region: Region }
  | { readonly kind: 'row'; readonly system: System; readonly row: number };

/** What is known where a region, or a part of one, is searched. */
interface Known {
  readonly start: GuideStart | null;
  /** How often a walk was given up on the way to it. */
  readonly splits: number;
  /** Told the multipliers that were found. */
  readonly learn: (found: GuideMultipliers) => void;
}

function explorePart(
  problem: Problem,
  place: Place,
  objective: Objective,
  visitor: Visitor,
  effort: Effort,
  { start, splits, learn }: Known,
): void {
  if (effort.nodes >= (effort.limit ?? Infinity)) {
    effort.memory?.noteGivenUp();
    throw new OutOfNodes();
  }
  const { system, guides } = readyAt(problem, place, visitor);
  if (system === null) return;
  if (place.kind !== 'region') effort.nodes += partNodes(system);
  // Who knows the best deal has nothing to find on the way to a guide.
  const known = visitor.knowsBest ? guides.get(objective) : undefined;
  const tryDeal = (rows: Int32Array): number => {
    const best = visitor.tryDeal(system, rows);
    return visitor.done ? Infinity : best;
  };
  const guide = known ?? makeGuide(problem, system, objective, start, tryDeal);
  if (guide === null || visitor.done) return;
  guides.set(objective, guide);
  learn(guide.multipliers);
  const walker = new Walker(system, guide.bounds);
  walker.most = (effort.limit ?? Infinity) - effort.nodes;
  const boxes = system.blocked === null ? null : boxesOf(walker, guide, visitor);
  const { listing } = visitor;
  const isListed = listing !== null && splits === 0 && canBeListed(system, objective);
  const patience = isListed ? LISTING_PATIENCE : patienceOf(effort, system);
  const finished = system.blocked === null && visitor.walk(walker, guide, { splits, patience });
  effort.nodes += walker.spent;
  if (finished || visitor.done) return;
  if (isListed) {
    const asked = { start: guide.multipliers.value, least: visitor.least, down: listing.down };
    const deals = dealsUnderBound(system, objective, asked, effort);
    if (deals !== null) return listing.take(system, deals);
  }
  const next = {
    start: { multipliers: guide.multipliers, isNear: false },
    splits: boxes === null ? splits + 1 : splits,
    learn: () => {},
  };
  for (const part of partsOf(problem, place, walker, boxes)) {
    if (visitor.done) return;
    explorePart(problem, part, objective, visitor, effort, next);
  }
}

function readyAt(problem: Problem, place: Place, visitor: Visitor): Ready {
  const wantedOf = (floors: Float64Array): Wanted | null => visitor.wanted(floors);
  if (place.kind === 'row') return partReady(withColumnFloors(place.system, visitor.floors), place.row, wantedOf);
  const region = withFloors(place.region, visitor.floors);
  const isWhole = place.kind === 'region' && region === place.region;
  return (isWhole ? keepReady : makeReady)(problem, region, wantedOf);
}

/** The parts that a walk which was given up is followed by. Blocks are made ready anew, with smaller ones for their options. */
function partsOf(
  problem: Problem,
  place: Place,
  walker: Walker,
  boxes: readonly Int32Array[] | null,
): readonly Place[] {
  const { system } = walker;
  const rows = splitRows(walker);
  if (place.kind === 'row' || system.blocked === null) return rows.map((row) => ({ kind: 'row', system, row }));
  const parts = boxes ?? rows.map((row) => [row]);
  return parts.map((own) => ({ kind: 'part', region: partOf(problem, place.region, system, own) }));
}

/** Making a part ready takes as long as so many nodes, and as many for so many entries of score sheets. */
const PART_NODES = 500;
const ENTRIES_PER_NODE = 25;

function partNodes(system: System): number {
  return PART_NODES + Math.round((rowCount(system) * system.bounded) / ENTRIES_PER_NODE);
}

/** The part of a region that has the options, or blocks of them, of some rows. */
function partOf(problem: Problem, region: Region, { picksAt }: System, rows: Iterable<number>): Region {
  let part = region;
  for (const row of rows) {
    for (const { issue, option, last } of picksAt(row)) {
      part = keepWithin(part, issue, { first: option, last }, issueCount(problem));
    }
  }
  return part;
}

/** Combinations of blocks that are looked at one by one, and partial ones on the way to them. */
const MOST_BOXES = 1000;
const BOX_PATIENCE = 20_000;

/** Every combination of blocks that may hold what is wanted, likely ones first; null where there are too many. */
function boxesOf(walker: Walker, guide: Guide, { least }: Visitor): readonly Int32Array[] | null {
  const boxes: Int32Array[] = [];
  narrow(walker, guide, least, []);
  const finished = walkDeals(walker, {
    patience: BOX_PATIENCE,
    once: false,
    onDeal: () => boxes.push(walker.chosen.slice()),
    isDone: () => boxes.length > MOST_BOXES,
  });
  return finished && boxes.length <= MOST_BOXES ? boxes : null;
}

/**
 * The rows that a walk is split by: those of the issue that the multipliers are least sure about, which is the one with the
 * longest block of options, else the last in branching order that still has a choice.
 */
function splitRows({ system, firstRow, rows, depths }: Walker): readonly number[] {
  const own = (depth: number): readonly number[] => [...rows.subarray(firstRow[depth], firstRow[depth + 1])];
  const length = (row: number): number =>
    system.picksAt(row).reduce((most, { option, last }) => Math.max(most, last - option + 1), 1);
  let [chosen, longest] = [0, 0];
  for (let depth = 0; depth < depths; depth++) {
    const most = own(depth).reduce((all, row) => Math.max(all, length(row)), 1);
    const choice = own(depth).length > 1;
    if (choice && most >= longest) [chosen, longest] = [depth, most];
  }
  return own(chosen);
}

/** How a walk visits deals. */
export interface Walk {
  /** Nodes after which the walk is given up. */
  readonly patience: number;
  /** True when only the best deal is wanted: then equal partial deals, reached in several ways, are walked once. */
  readonly once: boolean;
  readonly onDeal: () => void;
  readonly isDone: () => boolean;
}

/** Partial deals a walk visits before its part is split. */
const PATIENCE = 20_000;
/**
 * With a memory of the same search the first guide is nearly as sharp as any, and a walk is cheaper than its hundreds of
 * parts; not where all is plain sums, which are soon split.
 */
const LONG_PATIENCE = 60_000;
/** Before deals are listed instead. A shorter walk has seen each deal: see `sawEachDeal`. */
const LISTING_PATIENCE = 15_000;

function patienceOf({ memory }: Effort, system: System): number {
  return memory?.isNear === true && !isSeparable(system) ? LONG_PATIENCE : PATIENCE;
}

/** Walks shorter than this do not pay for remembering partial deals; neither do the last few issues. */
const REMEMBER_AFTER = 16_000;
const REMEMBER_ABOVE = 3;
const MOST_REMEMBERED = 500_000;

/** Whether a walk that visits equal partial deals once has visited each deal all the same. */
export function sawEachDeal({ nodes }: Walker): boolean {
  return nodes < REMEMBER_AFTER;
}

/**
 * Visits the complete deals the walker allows, in its order; false when it was given up. Each partial deal that was met
 * before earns the walk more patience: where many ways lead to the same state, walking on beats splitting.
 */
export function walkDeals(walker: Walker, { patience, once, onDeal, isDone }: Walk): boolean {
  let seen: PartialDeals | null = null;
  let allowed = patience;
  const isKnown = (depth: number): boolean => {
    if (!once || walker.nodes < REMEMBER_AFTER || depth > walker.depths - REMEMBER_ABOVE) return false;
    seen ??= new PartialDeals(walker, MOST_REMEMBERED);
    if (seen.find(depth) !== -1) {
      allowed += 10;
      return true;
    }
    if (!seen.full) seen.add(depth);
    return false;
  };
  const isOver = (): boolean => walker.nodes > allowed || walker.spent > walker.most;
  const descend = (depth: number): boolean => {
    if (depth === walker.depths) {
      onDeal();
      return true;
    }
    for (let index = walker.firstRow[depth]!; index < walker.firstRow[depth + 1]! && !isDone(); index++) {
      const row = walker.rows[index]!;
      if (walker.enter(depth, row)) {
        if (isOver() && depth + 1 < walker.depths) return false;
        const finished = isKnown(depth + 1) || descend(depth + 1);
        walker.leave(depth);
        if (!finished) return false;
      } else if (walker.exhausted(depth, row)) {
        break;
      }
    }
    return true;
  };
  return descend(0);
}
