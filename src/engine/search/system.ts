/**
 * A region as searches see it: allowed options as rows, tables of what they add, and the patterns that are still
 * undecided.
 */
import type { Deal, Pattern, SumRule } from '../problem.ts';
import type { PartyFloor } from '../region.ts';
import { joinLimbs, larger } from '../units.ts';
import { floorInCoarse } from './coarse.ts';
import type { Units } from '../units.ts';

export interface System {
  /** Allowed option indices of each issue, ascending; row numbers from 0 where issues were joined. */
  readonly options: readonly (readonly number[])[];
  /** What a row stands for in a deal. */
  readonly picksAt: (row: number) => readonly Pick[];
  /** First row of each issue in `contributions`; issues + 1 entries. */
  readonly start: Int32Array;
  readonly parties: number;
  /** Columns that can have a floor: one for each party, then one for each sum rule, its amounts with their signs turned. */
  readonly bounded: number;
  /** All columns: behind the bounded ones stand the limbs of wide parties. */
  readonly columns: number;
  /**
   * Units by row (allowed option) and column: `row * columns + column`. A wide party has coarse units in its own column
   * and exact ones in its limbs.
   */
  readonly contributions: Float64Array;
  /** Units every deal of the region has, from adjustments that always match; by column. */
  readonly constant: Float64Array;
  /** By column; of a wide party in coarse units, not above the exact one. */
  readonly floors: Float64Array;
  readonly wide: readonly WideParty[];
  /** The rules of the columns behind those of the parties. */
  readonly sums: readonly SumRule[];
  /** Patterns no deal may match, each with two or more clauses that can go either way. */
  readonly forbidden: readonly Pattern[];
  readonly bonuses: readonly Bonus[];
  /** The options themselves, where rows stand for blocks of them; null where each row is one. */
  readonly blocked: OptionColumns | null;
}

/** What the options of a problem add to the bounded columns, by flat option number. */
export interface OptionColumns {
  readonly offsets: Int32Array;
  readonly columns: readonly Float64Array[];
}

/** Where the exact units of a wide party are. */
export interface WideParty {
  readonly party: number;
  /** A coarse unit is 2^shift units. */
  readonly shift: number;
  /** Column of the lowest limb, and how many there are. */
  readonly first: number;
  readonly limbs: number;
  /** In exact units. */
  readonly floor: Units;
}

/** An option of an issue of the problem, or a block of options by its first and last one. */
export interface Pick {
  readonly issue: number;
  readonly option: number;
  readonly last: number;
}

/** An adjustment that some deals of the region match and others do not. */
export interface Bonus {
  readonly when: Pattern;
  readonly party: number;
  /** For a wide party in coarse units. */
  readonly units: number;
  /** For a wide party in limbs, from its first column on; empty for a narrow one. */
  readonly limbs: readonly number[];
}

/** The system with the floors of the named parties raised to the given ones where those are higher. */
export function withColumnFloors(system: System, wanted: readonly PartyFloor[]): System {
  if (wanted.length === 0) return system;
  const floors = system.floors.slice();
  const wide = [...system.wide];
  for (const [party, floor] of wanted) {
    const place = wide.findIndex((of) => of.party === party);
    floors[party] = Math.max(floors[party]!, floorInCoarse(floor, wide[place]?.shift ?? 0));
    if (place >= 0) wide[place] = { ...wide[place]!, floor: larger(wide[place]!.floor, floor) };
  }
  return { ...system, floors, wide };
}

/** Whether nothing but sums of numbers decides which deals a system has. */
export function isSeparable({ forbidden, bonuses, wide, blocked }: System): boolean {
  return forbidden.length === 0 && bonuses.length === 0 && wide.length === 0 && blocked === null;
}

/** All rows of a system. */
export function rowCount({ start, options }: System): number {
  return start[options.length]!;
}

/** Lists of the first numbers that are kept: most issues are short. */
const KEPT_LISTS: (readonly number[])[] = [];
const MOST_KEPT = 1000;

/** 0, 1, and so on, so many; shared where they are few. */
export function numbersTo(end: number): readonly number[] {
  if (end > MOST_KEPT) return Array.from({ length: end }, (_, number) => number);
  return (KEPT_LISTS[end] ??= Array.from({ length: end }, (_, number) => number));
}

/** The issue that a row is of, by halving. */
export function issueOf(start: Int32Array, row: number): number {
  let [from, to] = [0, start.length - 1];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (start[middle]! <= row) from = middle;
    else to = middle;
  }
  return from;
}

/** Exact units of a row for a column: of a wide party from its limbs. */
export function exactUnits({ wide, columns, contributions }: System, row: number, column: number): Units {
  const place = wide.find(({ party }) => party === column);
  return place === undefined ? contributions[row * columns + column]! : joined(contributions, row * columns, place);
}

/** Exact units that every deal has, from adjustments that always match. */
export function exactConstant({ wide, constant }: System, column: number): Units {
  const place = wide.find(({ party }) => party === column);
  return place === undefined ? constant[column]! : joined(constant, 0, place);
}

function joined(table: Float64Array, from: number, { first, limbs }: WideParty): bigint {
  return joinLimbs([...table.subarray(from + first, from + first + limbs)]);
}

/** The deal that a choice of rows, one per issue, stands for; the first of many where a row is a block. */
export function dealOf({ picksAt }: System, rows: Int32Array): Deal {
  const deal: number[] = [];
  for (const row of rows) for (const { issue, option } of picksAt(row)) deal[issue] = option;
  return deal;
}
