/**
 * A region made ready to search: allowed options, running-sum tables and the patterns that are still undecided.
 *
 * Building it already propagates what can be known without search: options that a pattern forbids or that leave a
 * threshold out of reach are removed until nothing changes, so many empty regions are proven empty right here.
 */
import { hasOption, optionSet } from '../option-set.ts';
import type { Span } from '../option-set.ts';
import type { Deal, Pattern, Problem, SumRule } from '../problem.ts';
import { issueCount } from '../problem.ts';
import { spanOf } from '../region.ts';
import type { Region } from '../region.ts';
import { isNarrow, joinLimbs } from '../units.ts';
import type { Units } from '../units.ts';
import type { Blocks } from './blocks.ts';
import { asLimbs, ceilInCoarse, coarseParty, floorInCoarse } from './coarse.ts';
import type { CoarseParty } from './coarse.ts';

export interface System {
  /** Allowed option indices of each issue, ascending; row numbers from 0 where issues were joined. */
  readonly options: readonly (readonly number[])[];
  /** What each row stands for in a deal. */
  readonly picks: readonly (readonly Pick[])[];
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

/**
 * The searchable form of a region, or null when propagation alone proves that no deal is in it. Given blocks by issue, their
 * first options stand for them.
 */
export function buildSystem(problem: Problem, region: Region, blocks: readonly (Blocks | null)[] = []): System | null {
  const draft = new Propagation(problem, region, blocks);
  return draft.settle() ? draft.system() : null;
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
export function dealOf({ picks }: System, rows: Int32Array): Deal {
  const deal: number[] = [];
  for (const row of rows) for (const { issue, option } of picks[row]!) deal[issue] = option;
  return deal;
}

class Propagation {
  readonly #problem: Problem;
  readonly #bounded: readonly Float64Array[];
  readonly #wide: readonly WideParty[];
  readonly #columns: number;
  readonly #blocks: readonly (Blocks | null)[];
  readonly #floors: Float64Array;
  readonly #sums: readonly SumRule[];
  readonly #allowed: number[][];
  readonly #constant: Float64Array;
  #forbidden: Pattern[];
  #bonuses: Bonus[];

  constructor(problem: Problem, region: Region, blocks: readonly (Blocks | null)[]) {
    const coarse = problem.parties.map((party) => coarseParty(problem, party));
    this.#problem = problem;
    this.#blocks = blocks;
    this.#sums = region.sums;
    this.#bounded = [...coarse.map(({ column }) => column), ...region.sums.map(({ amounts }) => negated(amounts))];
    this.#wide = widePlaces(coarse, region, this.#bounded.length);
    this.#columns = this.#wide.reduce((columns, { limbs }) => columns + limbs, this.#bounded.length);
    this.#floors = new Float64Array(this.#columns).fill(-Infinity);
    this.#floors.set(region.floors.map((floor, party) => floorInCoarse(floor, coarse[party]!.shift)));
    this.#floors.set(
      region.sums.map(({ atMost }) => 0 - atMost),
      problem.parties.length,
    );
    this.#constant = new Float64Array(this.#columns);
    this.#allowed = Array.from({ length: issueCount(problem) }, (_, issue) => {
      return blocks[issue]?.firsts() ?? allIn(spanOf(problem, region, issue));
    });
    this.#forbidden = [...region.forbidden];
    this.#bonuses = problem.parties.flatMap((party, index) =>
      party.adjustments.map(({ when, units }) => ({
        when,
        party: index,
        units: ceilInCoarse(units, coarse[index]!.shift),
        limbs: coarse[index]!.limbs === 0 ? [] : asLimbs(units, coarse[index]!.limbs),
      })),
    );
  }

  /** Removes impossible options until nothing changes; false when an issue has none left. */
  settle(): boolean {
    for (let changed = true; changed;) {
      changed = this.#applyForbidden();
      this.#decideBonuses();
      changed = this.#applyFloors() || changed;
      if (this.#allowed.some((options) => options.length === 0)) return false;
    }
    return true;
  }

  system(): System {
    const start = new Int32Array(this.#allowed.length + 1);
    this.#allowed.forEach((options, issue) => (start[issue + 1] = start[issue]! + options.length));
    const contributions = new Float64Array(start[this.#allowed.length]! * this.#columns);
    const { offsets } = this.#problem;
    const limbs = this.#limbColumns();
    let cell = 0;
    this.#allowed.forEach((options, issue) => {
      for (const option of options) {
        for (const column of this.#bounded) contributions[cell++] = this.#units(column, issue, option);
        for (const column of limbs) contributions[cell++] = column[offsets[issue]! + option]!;
      }
    });
    return {
      options: this.#allowed,
      picks: this.#allowed.flatMap((options, issue) =>
        options.map((option) => [{ issue, option, last: this.#blocks[issue]?.lastOf(option) ?? option }]),
      ),
      start,
      parties: this.#problem.parties.length,
      bounded: this.#bounded.length,
      columns: this.#columns,
      contributions,
      constant: this.#constant,
      floors: this.#floors,
      wide: this.#wide,
      sums: this.#sums,
      forbidden: this.#forbidden,
      bonuses: this.#bonuses,
      blocked: this.#blocks.some((own) => own !== null) ? { offsets, columns: this.#bounded } : null,
    };
  }

  /** What an option adds to a column; a block, the most that any of its options does. */
  #units(column: Float64Array, issue: number, option: number): number {
    const blocks = this.#blocks[issue] ?? null;
    return blocks === null ? column[this.#problem.offsets[issue]! + option]! : blocks.mostOf(column, option);
  }

  #limbColumns(): readonly Float64Array[] {
    return this.#wide.flatMap(({ party, limbs }) => {
      const { contributions } = this.#problem.parties[party]!;
      const own = isNarrow(contributions) ? [contributions] : contributions.limbs;
      return Array.from({ length: limbs }, (_, limb) => own[limb] ?? new Float64Array(contributions.length));
    });
  }

  /** Drops clauses that always hold and patterns that never can; removes options a pattern alone forbids. */
  #applyForbidden(): boolean {
    let changed = false;
    const undecided: Pattern[] = [];
    for (const pattern of this.#forbidden) {
      const open = this.#openClauses(pattern);
      if (open === null) continue;
      if (open.clauses.length > 1) {
        undecided.push(open);
      } else {
        changed = true;
        const clause = open.clauses[0];
        if (clause === undefined) this.#allowed[0] = [];
        else this.#remove(clause.issue, (option) => hasOption(clause.options, option));
      }
    }
    this.#forbidden = undecided;
    return changed;
  }

  /** Turns adjustments that match every remaining deal into constants and drops those that match none. */
  #decideBonuses(): void {
    const undecided: Bonus[] = [];
    for (const bonus of this.#bonuses) {
      const when = this.#openClauses(bonus.when);
      if (when === null) continue;
      if (when.clauses.length > 0) undecided.push({ ...bonus, when });
      else this.#grant(bonus);
    }
    this.#bonuses = undecided;
  }

  #grant({ party, units, limbs }: Bonus): void {
    this.#constant[party]! += units;
    const first = this.#wide.find((place) => place.party === party)?.first ?? 0;
    limbs.forEach((limb, place) => (this.#constant[first + place]! += limb));
  }

  /** Removes options with which a column cannot reach its floor even if all else goes its way. */
  #applyFloors(): boolean {
    let changed = false;
    this.#bounded.forEach((column, index) => {
      const floor = this.#floors[index]!;
      if (floor === -Infinity) return;
      const best = this.#allowed.map((options, issue) => {
        let top = -Infinity;
        for (const option of options) top = Math.max(top, this.#units(column, issue, option));
        return top;
      });
      let reach = this.#constant[index]!;
      for (const top of best) reach += top;
      for (const bonus of this.#bonuses) if (bonus.party === index && bonus.units > 0) reach += bonus.units;
      best.forEach((top, issue) => {
        const short = (option: number): boolean => reach - top + this.#units(column, issue, option) < floor;
        changed = this.#remove(issue, short) || changed;
      });
    });
    return changed;
  }

  /** The pattern without the clauses that every allowed option satisfies; null when some clause never holds. */
  #openClauses(pattern: Pattern): Pattern | null {
    const clauses = [];
    for (const clause of pattern.clauses) {
      const options = this.#allowed[clause.issue]!.filter((option) => hasOption(clause.options, option));
      if (options.length === 0) return null;
      if (options.length < this.#allowed[clause.issue]!.length) {
        clauses.push({ issue: clause.issue, options: optionSet(options) });
      }
    }
    return { clauses };
  }

  #remove(issue: number, unwanted: (option: number) => boolean): boolean {
    const before = this.#allowed[issue]!;
    if (!before.some(unwanted)) return false;
    this.#allowed[issue] = before.filter((option) => !unwanted(option));
    return true;
  }
}

function allIn({ first, last }: Span): number[] {
  const options: number[] = [];
  for (let option = first; option <= last; option++) options.push(option);
  return options;
}

const NEGATED = new WeakMap<Float64Array, Float64Array>();

/** Amounts with their signs turned: "at most" becomes a floor. */
function negated(amounts: Float64Array): Float64Array {
  const known = NEGATED.get(amounts);
  if (known !== undefined) return known;
  const turned = amounts.map((amount) => 0 - amount);
  NEGATED.set(amounts, turned);
  return turned;
}

/** The wide parties, with their limbs behind the bounded columns. */
function widePlaces(coarse: readonly CoarseParty[], { floors }: Region, bounded: number): readonly WideParty[] {
  let first = bounded;
  return coarse.flatMap(({ shift, limbs }, party) => {
    if (limbs === 0) return [];
    const place = { party, shift, first, limbs, floor: floors[party]! };
    first += limbs;
    return [place];
  });
}
