/**
 * What can be known of a system without search: rows that a pattern forbids or that leave a threshold out of reach are
 * removed until nothing changes, so many empty regions are proven empty right here.
 */
import { membership, optionSet } from '../option-set.ts';
import type { Pattern, PatternClause } from '../problem.ts';
import { issueOf } from './system.ts';
import type { Bonus, System } from './system.ts';

/**
 * The system without rows that no deal of it can have; null when none is left for an issue, which proves that it has no
 * deal. `only`: rows that their issues are kept to.
 */
export function propagate(system: System, only: readonly number[] = []): System | null {
  const rows = new Rows(system, only);
  const patterns = new Patterns(system, rows);
  for (let changed = true; changed;) {
    changed = patterns.applyForbidden();
    patterns.decideBonuses();
    changed = applyFloors(system, rows, patterns) || changed;
    if (rows.hasEmpty || patterns.isBroken) return null;
  }
  return patterns.settled();
}

/** The rows of a system that are left. */
class Rows {
  readonly start: Int32Array;
  /** 1 or 0 by row. */
  readonly isLeft: Uint8Array;
  /** By issue, how many are left. */
  readonly left: Int32Array;

  constructor({ start, options }: System, only: readonly number[]) {
    this.start = start;
    this.isLeft = new Uint8Array(start[options.length]!).fill(1);
    this.left = Int32Array.from(options, (own) => own.length);
    for (const row of only) {
      const issue = issueOf(start, row);
      this.isLeft.fill(0, start[issue], start[issue + 1]);
      this.isLeft[row] = 1;
      this.left[issue] = 1;
    }
  }

  get hasEmpty(): boolean {
    return this.left.includes(0);
  }

  remove(issue: number, row: number): void {
    this.isLeft[row] = 0;
    this.left[issue]!--;
  }

  sizeOf(issue: number): number {
    return this.start[issue + 1]! - this.start[issue]!;
  }
}

/** A clause by rows: 1 for those that satisfy it, from the first of its issue on. */
interface RowClause {
  readonly clause: PatternClause;
  readonly member: Uint8Array;
}

/** A pattern whose clauses can still go either way, as far as was seen. */
interface Undecided {
  open: readonly RowClause[];
}

/** The patterns of a system over the rows that are left. */
class Patterns {
  isBroken = false;
  readonly #system: System;
  readonly #rows: Rows;
  readonly #constant: Float64Array;
  #forbidden: Undecided[];
  #bonuses: (Undecided & { readonly bonus: Bonus })[];

  constructor(system: System, rows: Rows) {
    const openOf = ({ clauses }: Pattern): readonly RowClause[] =>
      clauses.map((clause) => ({ clause, member: membership(clause.options, system.options[clause.issue]!) }));
    this.#system = system;
    this.#rows = rows;
    this.#constant = system.constant.slice();
    this.#forbidden = system.forbidden.map((pattern) => ({ open: openOf(pattern) }));
    this.#bonuses = system.bonuses.map((bonus) => ({ bonus, open: openOf(bonus.when) }));
  }

  /** What every deal left has of a column, and the most that open adjustments may add. */
  reach(column: number): number {
    let reach = this.#constant[column]!;
    for (const { bonus } of this.#bonuses) if (bonus.party === column && bonus.units > 0) reach += bonus.units;
    return reach;
  }

  /** Drops clauses that always hold and patterns that never can; removes rows that a pattern alone forbids. */
  applyForbidden(): boolean {
    let changed = false;
    this.#forbidden = this.#forbidden.filter((pattern) => {
      if (!this.#canHold(pattern)) return false;
      if (pattern.open.length > 1) return true;
      changed = true;
      const [last] = pattern.open;
      if (last === undefined) this.isBroken = true;
      else this.#removeMembers(last);
      return false;
    });
    return changed;
  }

  /** Turns adjustments that match every deal left into constants and drops those that match none. */
  decideBonuses(): void {
    this.#bonuses = this.#bonuses.filter((own) => {
      if (!this.#canHold(own)) return false;
      if (own.open.length > 0) return true;
      this.#grant(own.bonus);
      return false;
    });
  }

  /** The system of the rows left. */
  settled(): System {
    const { isLeft, left, start } = this.#rows;
    const system = this.#system;
    const patternOf = ({ open }: Undecided): Pattern => ({ clauses: open.map((own) => this.#clauseOf(own)) });
    const told = {
      constant: this.#constant,
      forbidden: this.#forbidden.map(patternOf),
      bonuses: this.#bonuses.map(({ bonus, open }) => ({ ...bonus, when: patternOf({ open }) })),
    };
    if (!isLeft.includes(0)) return { ...system, ...told };
    const { columns, contributions, picksAt } = system;
    const rows = new Int32Array(left.reduce((sum, size) => sum + size, 0));
    let count = 0;
    for (let row = 0; row < isLeft.length; row++) if (isLeft[row] === 1) rows[count++] = row;
    const kept = new Float64Array(count * columns);
    for (let row = 0; row < count; row++) {
      const from = rows[row]! * columns;
      for (let column = 0; column < columns; column++) kept[row * columns + column] = contributions[from + column]!;
    }
    const starts = new Int32Array(start.length);
    left.forEach((size, issue) => (starts[issue + 1] = starts[issue]! + size));
    return {
      ...system,
      ...told,
      options: system.options.map((own, issue) =>
        left[issue] === own.length ? own : own.filter((_, place) => isLeft[start[issue]! + place] === 1),
      ),
      picksAt: (row) => picksAt(rows[row]!),
      start: starts,
      contributions: kept,
    };
  }

  /** Drops the clauses that every row left satisfies; false when some clause never holds. */
  #canHold(pattern: Undecided): boolean {
    let settled = false;
    for (const { clause, member } of pattern.open) {
      const satisfying = this.#satisfying(clause.issue, member);
      if (satisfying === 0) return false;
      settled ||= satisfying === this.#rows.left[clause.issue];
    }
    if (settled) {
      pattern.open = pattern.open.filter(
        ({ clause, member }) => this.#satisfying(clause.issue, member) < this.#rows.left[clause.issue]!,
      );
    }
    return true;
  }

  #satisfying(issue: number, member: Uint8Array): number {
    const { start, isLeft } = this.#rows;
    const first = start[issue]!;
    let count = 0;
    for (let place = 0; place < member.length; place++) count += member[place]! & isLeft[first + place]!;
    return count;
  }

  #removeMembers({ clause, member }: RowClause): void {
    const { start, isLeft } = this.#rows;
    const first = start[clause.issue]!;
    for (let place = 0; place < member.length; place++) {
      if (member[place] === 1 && isLeft[first + place] === 1) this.#rows.remove(clause.issue, first + place);
    }
  }

  #grant({ party, units, limbs }: Bonus): void {
    this.#constant[party]! += units;
    const first = this.#system.wide.find((place) => place.party === party)?.first ?? 0;
    limbs.forEach((limb, place) => (this.#constant[first + place]! += limb));
  }

  /** The clause over the rows left. */
  #clauseOf({ clause, member }: RowClause): PatternClause {
    const { issue } = clause;
    const { start, isLeft, left } = this.#rows;
    if (left[issue] === this.#rows.sizeOf(issue)) return clause;
    const first = start[issue]!;
    const options = this.#system.options[issue]!;
    return {
      issue,
      options: optionSet(options.filter((_, place) => member[place] === 1 && isLeft[first + place] === 1)),
    };
  }
}

/** Removes rows with which a column cannot reach its floor even if all else goes its way. */
function applyFloors(
  { bounded, columns, contributions, floors, options }: System,
  rows: Rows,
  patterns: Patterns,
): boolean {
  const { start, isLeft } = rows;
  const tops = new Float64Array(options.length);
  let changed = false;
  for (let column = 0; column < bounded; column++) {
    const floor = floors[column]!;
    if (floor === -Infinity) continue;
    let reach = patterns.reach(column);
    for (let issue = 0; issue < tops.length; issue++) {
      let top = -Infinity;
      for (let row = start[issue]!; row < start[issue + 1]!; row++) {
        if (isLeft[row] === 1) top = Math.max(top, contributions[row * columns + column]!);
      }
      tops[issue] = top;
      reach += top;
    }
    for (let issue = 0; issue < tops.length; issue++) {
      const others = reach - tops[issue]!;
      for (let row = start[issue]!; row < start[issue + 1]!; row++) {
        if (isLeft[row] === 1 && others + contributions[row * columns + column]! < floor) {
          rows.remove(issue, row);
          changed = true;
        }
      }
    }
  }
  return changed;
}
