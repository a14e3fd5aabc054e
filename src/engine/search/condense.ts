/**
 * Issues that rules, red lines or adjustments tie together become one issue, whose rows are the combinations allowed.
 *
 * The bounds of the search fall apart issue by issue and know nothing of ties between issues. Inside a joined issue a
 * tie is no longer invisible: forbidden combinations are gone, adjustments are part of a row's units. The deals are
 * the same; only the bounds are tighter.
 */
import { hasOption, optionSet } from '../option-set.ts';
import type { OptionSet } from '../option-set.ts';
import type { Pattern } from '../problem.ts';
import type { Bonus, Pick, System } from './system.ts';

/** Joined issues have at most this many rows: more cost the search more per step than tighter bounds save. */
const MOST_ROWS = 160;

/** An issue, or several joined ones. */
interface Slot {
  /** What each row stands for. */
  readonly picks: readonly (readonly Pick[])[];
  /** Units by row and column: `row * columns + column`. */
  readonly units: Float64Array;
}

/** A pattern by slots: which rows satisfy each of its clauses (1 or 0 by row). */
interface Tie {
  readonly clauses: Map<number, Uint8Array>;
  readonly bonus: Bonus | null;
}

type Pair = readonly [first: number, second: number];

/** The same deals with tied issues joined as far as the rows stay few; null when a joined issue has no row left. */
export function condense(system: System): System | null {
  if (system.forbidden.length + system.bonuses.length === 0) return system;
  const joining = new Joining(system);
  while (joining.joinBestPair());
  const joined = joining.system();
  return joined.options.some((rows) => rows.length === 0) ? null : joined;
}

class Joining {
  readonly #system: System;
  /** Null once joined to another. */
  readonly #slots: (Slot | null)[];
  /** How many rows two slots would make together, by `first * slots + second`; forgotten when one of them changes. */
  readonly #sizes = new Map<number, number>();
  #ties: Tie[];

  constructor(system: System) {
    this.#system = system;
    this.#slots = system.options.map((_, issue) => {
      const [first, end] = [system.start[issue]!, system.start[issue + 1]!];
      return {
        picks: system.picks.slice(first, end),
        units: system.contributions.slice(first * system.columns, end * system.columns),
      };
    });
    const tieOf = (when: Pattern, bonus: Bonus | null): Tie => ({
      clauses: new Map(when.clauses.map(({ issue, options }) => [issue, rowsOf(system.options[issue]!, options)])),
      bonus,
    });
    this.#ties = [
      ...system.forbidden.map((when) => tieOf(when, null)),
      ...system.bonuses.map((bonus) => tieOf(bonus.when, bonus)),
    ].filter((tie) => !this.#settle(tie));
  }

  /** Makes a bonus that hangs on the rows of one slot alone part of their units; false where the tie has more slots. */
  #settle({ clauses, bonus }: Tie): boolean {
    if (clauses.size > 1 || bonus === null) return false;
    for (const [slot, rows] of clauses) {
      rows.forEach((satisfies, row) => {
        if (satisfies === 1) this.#grant(this.#slots[slot]!.units, row, bonus);
      });
    }
    return true;
  }

  /** Joins the two slots of a tie between just two that make the fewest rows; false when all would make too many. */
  joinBestPair(): boolean {
    let best: Pair | null = null;
    let fewest = MOST_ROWS + 1;
    for (const { clauses } of this.#ties) {
      if (clauses.size !== 2) continue;
      const pair = pairOf(clauses);
      const rows = this.#size(pair);
      if (rows >= fewest) continue;
      best = pair;
      fewest = rows;
    }
    if (best === null) return false;
    this.#join(best);
    return true;
  }

  #size([first, second]: Pair): number {
    const key = first * this.#slots.length + second;
    const known = this.#sizes.get(key);
    if (known !== undefined) return known;
    const excluded = this.#excluded([first, second]);
    let size = excluded.length;
    for (let cell = 0; cell < excluded.length; cell++) size -= excluded[cell]!;
    this.#sizes.set(key, size);
    return size;
  }

  /** Which pairs of rows a tie between just the two slots forbids: 1 or 0 by `one * rows of second + other`. */
  #excluded([first, second]: Pair): Uint8Array {
    const width = this.#slots[second]!.picks.length;
    const excluded = new Uint8Array(this.#slots[first]!.picks.length * width);
    for (const { clauses, bonus } of this.#ties) {
      if (bonus !== null || clauses.size !== 2) continue;
      const [ones, others] = [clauses.get(first), clauses.get(second)];
      if (ones === undefined || others === undefined) continue;
      for (let one = 0; one < ones.length; one++) {
        if (ones[one] === 0) continue;
        for (let other = 0; other < width; other++) if (others[other] === 1) excluded[one * width + other] = 1;
      }
    }
    return excluded;
  }

  #join([first, second]: Pair): void {
    const [ones, others] = [this.#slots[first]!, this.#slots[second]!];
    const excluded = this.#excluded([first, second]);
    const pairs: Pair[] = [];
    for (let one = 0; one < ones.picks.length; one++) {
      for (let other = 0; other < others.picks.length; other++) {
        if (excluded[one * others.picks.length + other] === 0) pairs.push([one, other]);
      }
    }
    const { columns } = this.#system;
    const units = new Float64Array(pairs.length * columns);
    pairs.forEach(([one, other], row) => {
      for (let column = 0; column < columns; column++) {
        units[row * columns + column] = ones.units[one * columns + column]! + others.units[other * columns + column]!;
      }
    });
    const left: Tie[] = [];
    for (const tie of this.#ties) {
      const { clauses } = tie;
      const [inFirst, inSecond] = [clauses.get(first), clauses.get(second)];
      if (inFirst === undefined && inSecond === undefined) {
        left.push(tie);
        continue;
      }
      const satisfying = new Uint8Array(pairs.length);
      pairs.forEach(([one, other], row) => {
        if ((inFirst?.[one] ?? 1) === 1 && (inSecond?.[other] ?? 1) === 1) satisfying[row] = 1;
      });
      if (!satisfying.includes(1)) continue;
      clauses.delete(second);
      clauses.set(first, satisfying);
      left.push(tie);
    }
    this.#slots[first] = { picks: pairs.map(([one, other]) => [...ones.picks[one]!, ...others.picks[other]!]), units };
    this.#slots[second] = null;
    this.#ties = left.filter((tie) => !this.#settle(tie));
    this.#forgetSizes(first, second);
  }

  /** Adds a bonus to a row. */
  #grant(units: Float64Array, row: number, { party, units: added, limbs }: Bonus): void {
    const { columns, wide } = this.#system;
    units[row * columns + party]! += added;
    const first = wide.find((place) => place.party === party)?.first ?? 0;
    limbs.forEach((limb, place) => (units[row * columns + first + place]! += limb));
  }

  #forgetSizes(...changed: readonly number[]): void {
    const slots = this.#slots.length;
    for (const key of this.#sizes.keys()) {
      if (changed.includes(Math.floor(key / slots)) || changed.includes(key % slots)) this.#sizes.delete(key);
    }
  }

  system(): System {
    const { parties, bounded, columns, constant, floors, wide, sums, blocked } = this.#system;
    const kept = this.#slots.flatMap((slot, index) => (slot === null ? [] : [{ ...slot, index }]));
    const start = new Int32Array(kept.length + 1);
    kept.forEach(({ picks }, slot) => (start[slot + 1] = start[slot]! + picks.length));
    const contributions = new Float64Array(start[kept.length]! * columns);
    kept.forEach(({ units }, slot) => contributions.set(units, start[slot]! * columns));
    const number = new Map(kept.map(({ index }, slot) => [index, slot]));
    const patternOf = ({ clauses }: Tie) => ({
      clauses: [...clauses]
        .map(([index, rows]) => ({ issue: number.get(index)!, options: optionSet(membersOf(rows)) }))
        .sort((a, b) => a.issue - b.issue),
    });
    return {
      options: kept.map(({ picks }) => picks.map((_, row) => row)),
      picks: kept.flatMap(({ picks }) => picks),
      start,
      parties,
      bounded,
      columns,
      contributions,
      constant,
      floors,
      wide,
      sums,
      blocked,
      forbidden: this.#ties.filter(({ bonus }) => bonus === null).map(patternOf),
      bonuses: this.#ties.flatMap((tie) => (tie.bonus === null ? [] : [{ ...tie.bonus, when: patternOf(tie) }])),
    };
  }
}

function rowsOf(allowed: readonly number[], options: OptionSet): Uint8Array {
  return Uint8Array.from(allowed, (option) => (hasOption(options, option) ? 1 : 0));
}

function membersOf(rows: Uint8Array): readonly number[] {
  const members: number[] = [];
  rows.forEach((member, row) => {
    if (member === 1) members.push(row);
  });
  return members;
}

function pairOf(clauses: ReadonlyMap<number, unknown>): Pair {
  const [one, other] = [...clauses.keys()];
  return one! < other! ? [one!, other!] : [other!, one!];
}
