/**
 * Issues that rules, red lines or adjustments tie together become one issue, whose rows are the combinations allowed.
 *
 * The bounds of the search fall apart issue by issue and know nothing of ties between issues. Inside a joined issue a
 * tie is no longer invisible: forbidden combinations are gone, adjustments are part of a row's units. The deals are
 * the same; only the bounds are tighter. Where not every deal is wanted, rows that can be done without are left out on
 * the way, so that more issues can be joined.
 */
import { membership } from '../option-set.ts';
import type { Pattern } from '../problem.ts';
import { undominated } from './dominance.ts';
import type { Wanted } from './dominance.ts';
import { joinedSystem } from './joined-system.ts';
import type { Slot, Tie } from './joined-system.ts';
import type { Bonus, Pick, System } from './system.ts';

/** Joined issues have at most this many rows: more cost the search more per step than tighter bounds save. */
const MOST_ROWS = 160;
/** The same where most of them turn out not to be wanted. */
const MOST_THINNED = 1000;

type Pair = readonly [first: number, second: number];

/**
 * The deals of a system that are wanted (null: all), tied issues joined as far as the rows stay few; null when a joined
 * issue has no row left.
 */
export function condense(system: System, wanted: Wanted | null): System | null {
  // Coarse units and blocks do not tell which rows can be done without.
  const thinned = system.wide.length > 0 || system.blocked !== null ? null : wanted;
  if (system.forbidden.length + system.bonuses.length === 0 && thinned === null) return system;
  const joining = new Joining(system, thinned);
  while (joining.joinBestPair());
  const joined = joining.system();
  return joined.options.some((rows) => rows.length === 0) ? null : joined;
}

class Joining {
  readonly #system: System;
  readonly #wanted: Wanted | null;
  /** Null once joined to another. */
  readonly #slots: (Slot | null)[];
  /** How many rows two slots would make together, by `first * slots + second`; forgotten when one of them changes. */
  readonly #sizes = new Map<number, number>();
  #ties: Tie[];

  constructor(system: System, wanted: Wanted | null) {
    this.#system = system;
    this.#wanted = wanted;
    const units = system.contributions.slice();
    this.#slots = system.options.map((_, issue) => {
      const [first, end] = [system.start[issue]!, system.start[issue + 1]!];
      return {
        size: end - first,
        units: units.subarray(first * system.columns, end * system.columns),
        picksAt: (row) => system.picksAt(first + row),
      };
    });
    const tieOf = (when: Pattern, bonus: Bonus | null): Tie => ({
      clauses: new Map(when.clauses.map(({ issue, options }) => [issue, membership(options, system.options[issue]!)])),
      bonus,
    });
    this.#ties = [
      ...system.forbidden.map((when) => tieOf(when, null)),
      ...system.bonuses.map((bonus) => tieOf(bonus.when, bonus)),
    ].filter((tie) => !this.#settle(tie));
    for (let slot = 0; slot < this.#slots.length; slot++) this.#thin(slot);
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

  /** Leaves out the rows of a slot that are not wanted. */
  #thin(slot: number): void {
    const { size, units } = this.#slots[slot]!;
    const wanted = this.#wanted;
    if (wanted === null || size < 2) return;
    const holds: Uint8Array[] = [];
    for (const { clauses, bonus } of this.#ties) {
      const rows = clauses.get(slot);
      if (rows === undefined || (bonus !== null && (bonus.units === 0 || !wanted.columns.includes(bonus.party))))
        continue;
      holds.push(bonus !== null && bonus.units > 0 ? rows.map((satisfies) => 1 - satisfies) : rows);
    }
    const kept = undominated(size, units, this.#system.columns, wanted, holds);
    if (kept === null) return;
    this.#keep(slot, kept);
    this.#forbidCertain();
  }

  /** Leaves a slot these rows alone, and the ties what can still go either way. */
  #keep(slot: number, kept: readonly number[]): void {
    const { columns } = this.#system;
    const { units, picksAt } = this.#slots[slot]!;
    const left = new Float64Array(kept.length * columns);
    kept.forEach((row, place) => left.set(units.subarray(row * columns, (row + 1) * columns), place * columns));
    this.#slots[slot] = { size: kept.length, units: left, picksAt: (place) => picksAt(kept[place]!) };
    this.#forgetSizes(slot);
    this.#ties = this.#ties.filter((tie) => {
      const before = tie.clauses.get(slot);
      if (before === undefined) return true;
      const rows = Uint8Array.from(kept, (row) => before[row]!);
      if (!rows.includes(1)) return false;
      if (rows.includes(0) || tie.clauses.size === 1) tie.clauses.set(slot, rows);
      else tie.clauses.delete(slot);
      return !this.#settle(tie);
    });
  }

  /** Takes away the rows that a pattern forbids by themselves, now that its other clauses hold for all rows. */
  #forbidCertain(): void {
    const place = this.#ties.findIndex(({ clauses, bonus }) => bonus === null && clauses.size === 1);
    if (place === -1) return;
    const [tie] = this.#ties.splice(place, 1);
    for (const [slot, rows] of tie!.clauses) {
      this.#keep(
        slot,
        [...rows.keys()].filter((row) => rows[row] === 0),
      );
      this.#thin(slot);
    }
    this.#forbidCertain();
  }

  /** Joins the two slots of a tie between just two that make the fewest rows; false when all would make too many. */
  joinBestPair(): boolean {
    let best: Pair | null = null;
    let fewest = (this.#wanted === null ? MOST_ROWS : MOST_THINNED) + 1;
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
    const width = this.#slots[second]!.size;
    const excluded = new Uint8Array(this.#slots[first]!.size * width);
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
    const { oneOf, otherOf } = pairsLeft(excluded, others.size);
    const size = oneOf.length;
    const { columns } = this.#system;
    const units = new Float64Array(size * columns);
    for (let row = 0; row < size; row++) {
      const [one, other] = [oneOf[row]! * columns, otherOf[row]! * columns];
      for (let column = 0; column < columns; column++) {
        units[row * columns + column] = ones.units[one + column]! + others.units[other + column]!;
      }
    }
    const left = this.#ties.filter(({ clauses }) => {
      const [inFirst, inSecond] = [clauses.get(first), clauses.get(second)];
      if (inFirst === undefined && inSecond === undefined) return true;
      const satisfying = new Uint8Array(size);
      for (let row = 0; row < size; row++) {
        satisfying[row] = (inFirst?.[oneOf[row]!] ?? 1) & (inSecond?.[otherOf[row]!] ?? 1);
      }
      clauses.delete(second);
      clauses.set(first, satisfying);
      return satisfying.includes(1);
    });
    const picksAt = (row: number): readonly Pick[] => [...ones.picksAt(oneOf[row]!), ...others.picksAt(otherOf[row]!)];
    this.#slots[first] = { size, units, picksAt };
    this.#slots[second] = null;
    this.#forgetSizes(first, second);
    this.#ties = left.filter((tie) => !this.#settle(tie));
    this.#thin(first);
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
    return joinedSystem(this.#system, this.#slots, this.#ties);
  }
}

/** The pairs of rows that are not excluded, in order: by row that they make together, the one and the other. */
function pairsLeft(excluded: Uint8Array, width: number): { readonly oneOf: Int32Array; readonly otherOf: Int32Array } {
  let size = 0;
  for (let cell = 0; cell < excluded.length; cell++) size += 1 - excluded[cell]!;
  const [oneOf, otherOf] = [new Int32Array(size), new Int32Array(size)];
  let row = 0;
  for (let cell = 0; cell < excluded.length; cell++) {
    if (excluded[cell] === 1) continue;
    oneOf[row] = Math.floor(cell / width);
    otherOf[row++] = cell % width;
  }
  return { oneOf, otherOf };
}

function pairOf(clauses: ReadonlyMap<number, unknown>): Pair {
  const [one, other] = [...clauses.keys()];
  return one! < other! ? [one!, other!] : [other!, one!];
}
