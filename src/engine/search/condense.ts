/**
 * Issues that rules, red lines or adjustments tie together become one issue, whose rows are the combinations allowed.
 *
 * The bounds of the search fall apart issue by issue and know nothing of ties between issues. Inside a joined issue a
 * tie is no longer invisible: forbidden combinations are gone, adjustments are part of a row's units. The deals are
 * the same; only the bounds are tighter.
 */
import type { Bonus, Pick, System } from './system.ts';

/** Joined issues have at most this many rows: more cost the search more per step than tighter bounds save. */
const MOST_ROWS = 160;

/** An issue, or several joined ones. */
interface Slot {
  readonly rows: readonly Row[];
}

interface Row {
  readonly picks: readonly Pick[];
  /** Units by party. */
  readonly units: Float64Array;
}

/** A pattern by slots: the row numbers that satisfy each of its clauses. */
type Tie = { readonly clauses: Map<number, ReadonlySet<number>>; readonly bonus: Bonus | null };

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
  #ties: Tie[];

  constructor(system: System) {
    this.#system = system;
    this.#slots = system.options.map((options, issue) => ({
      rows: options.map((_, index) => {
        const row = system.start[issue]! + index;
        return {
          picks: system.picks[row]!,
          units: system.contributions.slice(row * system.parties, (row + 1) * system.parties),
        };
      }),
    }));
    this.#ties = [
      ...system.forbidden.map((when) => ({ when, bonus: null })),
      ...system.bonuses.map((bonus) => ({ when: bonus.when, bonus })),
    ].map(({ when, bonus }) => ({
      clauses: new Map(
        when.clauses.map(({ issue, options }) => [
          issue,
          new Set(options.map((option) => system.options[issue]!.indexOf(option))),
        ]),
      ),
      bonus,
    }));
  }

  /** Joins the two slots of a tie between just two that make the fewest rows; false when all would make too many. */
  joinBestPair(): boolean {
    let best: { readonly pair: readonly [number, number]; readonly rows: number } | null = null;
    const seen = new Set<string>();
    for (const { clauses } of this.#ties) {
      const [first, second, ...more] = [...clauses.keys()].sort((a, b) => a - b);
      if (first === undefined || second === undefined || more.length > 0 || seen.has(`${first},${second}`)) continue;
      seen.add(`${first},${second}`);
      const rows = this.#combinations(first, second).length;
      if (rows <= MOST_ROWS && (best === null || rows < best.rows)) best = { pair: [first, second], rows };
    }
    if (best === null) return false;
    this.#join(...best.pair);
    return true;
  }

  /** The pairs of rows that no tie between the two slots forbids. */
  #combinations(first: number, second: number): readonly (readonly [number, number])[] {
    const forbidding = this.#ties.filter(
      ({ clauses, bonus }) => bonus === null && clauses.size === 2 && clauses.has(first) && clauses.has(second),
    );
    const pairs: (readonly [number, number])[] = [];
    this.#slots[first]!.rows.forEach((_, one) => {
      this.#slots[second]!.rows.forEach((__, other) => {
        const forbidden = forbidding.some(
          ({ clauses }) => clauses.get(first)!.has(one) && clauses.get(second)!.has(other),
        );
        if (!forbidden) pairs.push([one, other]);
      });
    });
    return pairs;
  }

  #join(first: number, second: number): void {
    const pairs = this.#combinations(first, second);
    const [ones, others] = [this.#slots[first]!.rows, this.#slots[second]!.rows];
    const rows = pairs.map(([one, other]) => ({
      picks: [...ones[one]!.picks, ...others[other]!.picks],
      units: ones[one]!.units.map((units, party) => units + others[other]!.units[party]!),
    }));
    const left: Tie[] = [];
    for (const { clauses, bonus } of this.#ties) {
      const [inFirst, inSecond] = [clauses.get(first), clauses.get(second)];
      if (inFirst === undefined && inSecond === undefined) {
        left.push({ clauses, bonus });
        continue;
      }
      const satisfying = new Set<number>();
      pairs.forEach(([one, other], row) => {
        if ((inFirst?.has(one) ?? true) && (inSecond?.has(other) ?? true)) satisfying.add(row);
      });
      if (satisfying.size === 0) continue;
      clauses.delete(second);
      clauses.set(first, satisfying);
      if (clauses.size > 1) left.push({ clauses, bonus });
      else if (bonus !== null) for (const row of satisfying) rows[row]!.units[bonus.party]! += bonus.units;
    }
    this.#ties = left;
    this.#slots[first] = { rows };
    this.#slots[second] = null;
  }

  system(): System {
    const { parties, constant, floors } = this.#system;
    const kept = this.#slots.flatMap((slot, index) => (slot === null ? [] : [{ ...slot, index }]));
    const start = new Int32Array(kept.length + 1);
    kept.forEach(({ rows }, slot) => (start[slot + 1] = start[slot]! + rows.length));
    const contributions = new Float64Array(start[kept.length]! * parties);
    kept.forEach(({ rows }, slot) => {
      rows.forEach(({ units }, row) => contributions.set(units, (start[slot]! + row) * parties));
    });
    const number = new Map(kept.map(({ index }, slot) => [index, slot]));
    const patternOf = ({ clauses }: Tie) => ({
      clauses: [...clauses]
        .map(([index, rows]) => ({ issue: number.get(index)!, options: [...rows] }))
        .sort((a, b) => a.issue - b.issue),
    });
    return {
      options: kept.map(({ rows }) => rows.map((_, row) => row)),
      picks: kept.flatMap(({ rows }) => rows.map(({ picks }) => picks)),
      start,
      parties,
      contributions,
      constant,
      floors,
      forbidden: this.#ties.filter(({ bonus }) => bonus === null).map(patternOf),
      bonuses: this.#ties.flatMap((tie) => (tie.bonus === null ? [] : [{ ...tie.bonus, when: patternOf(tie) }])),
    };
  }
}
