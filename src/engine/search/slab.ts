/**
 * All deals just under a linear bound that reach given needs, by halves.
 *
 * Where a bound is close, most issues can only take the option that the bound is made of: any other costs more than the
 * bound leaves (reduced costs; Dantzig, Fulkerson and Johnson 1954). What is left, the core (Balas and Zemel 1980), is
 * parted in two, each half is listed by itself (meet in the middle; Horowitz and Sahni 1974), and halves are matched on a
 * grid: together they must reach every need, and none may exceed it by more than the bound leaves. So a slab of 10^12
 * deals takes two lists of 10^6.
 */
import { linearScores } from './branching.ts';
import { roundingMargin } from './guide.ts';
import type { HalfSpace } from './multipliers.ts';
import { Half } from './slab-half.ts';
import type { Change } from './slab-half.ts';
import { rowCount } from './system.ts';
import type { System } from './system.ts';

export interface SlabLimits {
  /** Combinations listed for a half. */
  readonly entries: number;
  /** Pairs of them that are looked at. */
  readonly looks: number;
  readonly deals: number;
}

export interface Slab {
  /** A row for each issue. */
  readonly deals: readonly Int32Array[];
  /** Combinations listed for both halves. */
  readonly entries: number;
  /** Pairs of them that were looked at. */
  readonly looks: number;
}

/** Columns by which halves are matched on the grid. */
const GRID = 4;

export interface SlabAsked {
  /** The least of each bounded column; -Infinity: not asked for. Every column that the bound counts must have one. */
  readonly needs: Float64Array;
  /** How far under the bound a deal may be. */
  readonly below: number;
  /** Whether a deal is wanted, by what it has of the bounded columns that have needs. */
  readonly isWanted: (units: Float64Array) => boolean;
}

/** A linear bound from the best row of each issue under it: what every other row takes away from that. */
export interface Reduced {
  readonly bound: HalfSpace;
  /** The best row of each issue. */
  readonly rows: Int32Array;
  /** By bounded column, what the best rows have together. */
  readonly whole: Float64Array;
  /** By issue the other rows, the cheapest first. */
  readonly changes: readonly (readonly Change[])[];
  /** What a row adds in place of the best one of its issue: `row * bounded + column`. */
  readonly added: Float64Array;
  /** The most that rounding can be off. */
  readonly margin: number;
}

/** What each row of a system costs under a bound, for as many slabs as are asked for. */
export function reducedUnder(system: System, bound: HalfSpace): Reduced {
  const { start, options, columns, bounded, contributions, constant } = system;
  const scores = linearScores(system, [bound]);
  const rows = new Int32Array(options.length);
  const whole = constant.slice(0, bounded);
  const added = new Float64Array(rowCount(system) * bounded);
  const changes = options.map((_, issue) => {
    let best = start[issue]!;
    for (let row = best + 1; row < start[issue + 1]!; row++) if (scores[row]! > scores[best]!) best = row;
    rows[issue] = best;
    for (let column = 0; column < bounded; column++) whole[column]! += contributions[best * columns + column]!;
    const others: Change[] = [];
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      if (row === best) continue;
      for (let column = 0; column < bounded; column++) {
        added[row * bounded + column] =
          contributions[row * columns + column]! - contributions[best * columns + column]!;
      }
      others.push({ issue, row, cost: scores[best]! - scores[row]! });
    }
    return others.sort((a, b) => a.cost - b.cost || a.row - b.row);
  });
  return { bound, rows, whole, changes, added, margin: roundingMargin(system, bound) };
}

/** The deals of a system without patterns that are asked for; null when there are more than the limits allow. */
export function slabDeals(reduced: Reduced, { needs, below, isWanted }: SlabAsked, limits: SlabLimits): Slab | null {
  const { bound, rows, whole, changes, added, margin } = reduced;
  const asked = Int32Array.from([...needs.keys()].filter((column) => needs[column]! > -Infinity));
  const weights = Array.from(asked, (column) => bound.weights[column]!);
  const missing = Float64Array.from(asked, (column) => needs[column]! - whole[column]!);
  const spare = weights.reduce((sum, weight, k) => sum - weight * missing[k]!, 0) + margin;
  const room = Math.min(spare, below + margin);
  if (room < 0) return { deals: [], entries: 0, looks: 0 };
  const core = changes
    .map((own) => own.filter(({ cost }) => cost <= room))
    .filter((own) => own.length > 0)
    .sort((a, b) => a[0]!.cost - b[0]!.cost || a[0]!.issue - b[0]!.issue);
  const half = (odd: number): Half | null => {
    const own = core.filter((_, index) => index % 2 === odd);
    return Half.of(own, { added, bounded: whole.length, asked }, room, limits.entries);
  };
  const one = half(0);
  const other = one === null ? null : half(1);
  if (one === null || other === null) return null;
  const units = whole.slice();
  const sought: Sought = {
    missing,
    weights,
    room,
    spare,
    isWanted: (a, b) => {
      for (let k = 0; k < asked.length; k++) {
        const sum = one.units[a * asked.length + k]! + other.units[b * asked.length + k]!;
        if (sum < missing[k]!) return false;
        units[asked[k]!] = whole[asked[k]!]! + sum;
      }
      return isWanted(units);
    },
  };
  const found = matches(one, other, sought, limits);
  if (found === null) return null;
  const deals = found.pairs.map(([a, b]) => {
    const chosen = rows.slice();
    one.apply(a, chosen);
    other.apply(b, chosen);
    return chosen;
  });
  return { deals, entries: one.size + other.size, looks: found.looks };
}

/** What both halves together must add to each column, what a unit of it is worth, and what they may cost. */
interface Sought {
  readonly missing: Float64Array;
  readonly weights: readonly number[];
  readonly room: number;
  /** By how much, in worth, they may exceed what is missing. */
  readonly spare: number;
  /** Whether an entry of the one half and one of the other make a deal that is wanted. */
  readonly isWanted: (one: number, other: number) => boolean;
}

/**
 * Pairs of entries that make a deal that is wanted; null when they, or those looked at, are more than the limits allow. One
 * of a pair costs no more than half of what there is room for, and of those there are few: only they look for the other.
 */
function matches(one: Half, other: Half, sought: Sought, limits: SlabLimits): Matches | null {
  const half = sought.room / 2;
  const pairs: (readonly [number, number])[] = [];
  let looks = 0;
  const look = (a: number, b: number): boolean =>
    ++looks <= limits.looks && (!sought.isWanted(a, b) || pairs.push([a, b]) <= limits.deals);
  const isWhole =
    eachNear(one, half, new Grid(other, -Infinity, sought), sought, look) &&
    eachNear(other, half, new Grid(one, half, sought), sought, (entry, match) => look(match, entry));
  return isWhole ? { pairs, looks } : null;
}

interface Matches {
  readonly pairs: readonly (readonly [number, number])[];
  readonly looks: number;
}

/** Tells the entries that cost no more than so much with each of the grid that is near what they need, until one is refused. */
function eachNear(
  seekers: Half,
  dearest: number,
  grid: Grid,
  { missing, room }: Sought,
  tell: (entry: number, match: number) => boolean,
): boolean {
  const columns = missing.length;
  const least = new Float64Array(columns);
  for (let entry = 0; entry < seekers.size; entry++) {
    if (seekers.cost[entry]! > dearest) continue;
    for (let column = 0; column < columns; column++) {
      least[column] = missing[column]! - seekers.units[entry * columns + column]!;
    }
    if (!grid.eachNear(least, room - seekers.cost[entry]!, (match) => tell(entry, match))) return false;
  }
  return true;
}

/** Classes of costs by which the entries of a cell are put in order. */
const CLASSES = 256;

/**
 * Entries by cells of the columns that are worth most, each as wide as what a need can be exceeded by. In a cell the cheap
 * ones come first: few are cheap, and a dear one is matched only by those.
 */
class Grid {
  readonly half: Half;
  /** How much the costs of a class differ. */
  readonly #step: number;
  readonly #columns: readonly number[];
  readonly #widths: readonly number[];
  readonly #cells: Int32Array;
  readonly #head: Int32Array;
  readonly #next: Int32Array;
  readonly #cell: Int32Array;
  readonly #mask: number;

  /** Of the entries of a half that cost more than so much. */
  constructor(half: Half, above: number, { weights, room, spare }: Sought) {
    const dearest = [...weights.keys()]
      .filter((k) => weights[k]! > 0)
      .sort((a, b) => weights[b]! - weights[a]! || a - b);
    this.#columns = dearest.slice(0, GRID);
    this.#widths = this.#columns.map((column) => Math.max(1, (spare / weights[column]!) * (1 + 1e-9)));
    const dimensions = this.#columns.length;
    this.#mask = 2 ** Math.ceil(Math.log2(half.size * 2 + 1)) - 1;
    this.#head = new Int32Array(this.#mask + 1).fill(-1);
    this.#next = new Int32Array(half.size);
    this.#cells = new Int32Array(half.size * dimensions);
    this.#cell = new Int32Array(dimensions);
    this.half = half;
    this.#step = room / CLASSES;
    for (const entry of this.#dearestFirst(above)) {
      for (let k = 0; k < dimensions; k++) {
        const units = half.units[entry * half.columns + this.#columns[k]!]!;
        this.#cell[k] = Math.floor(units / this.#widths[k]!);
        this.#cells[entry * dimensions + k] = this.#cell[k]!;
      }
      const slot = this.#slot();
      this.#next[entry] = this.#head[slot]!;
      this.#head[slot] = entry;
    }
  }

  /** The entries that cost more than so much, class by class. */
  #dearestFirst(above: number): Int32Array {
    const { size, cost } = this.half;
    const classOf = (entry: number): number =>
      Math.min(CLASSES - 1, Math.max(0, CLASSES - 1 - Math.floor(cost[entry]! / this.#step)));
    const next = new Int32Array(CLASSES + 1);
    for (let entry = 0; entry < size; entry++) if (cost[entry]! > above) next[classOf(entry) + 1]!++;
    for (let place = 0; place < CLASSES; place++) next[place + 1]! += next[place]!;
    const order = new Int32Array(next[CLASSES]!);
    for (let entry = 0; entry < size; entry++) if (cost[entry]! > above) order[next[classOf(entry)]!++] = entry;
    return order;
  }

  /**
   * Entries that cost no more than so much, of the cells in which each column is between the least and one width more,
   * and of their neighbours, until a visit says false.
   */
  eachNear(least: Float64Array, most: number, visit: (entry: number) => boolean): boolean {
    const dimensions = this.#columns.length;
    const cell = this.#cell;
    for (let corner = 0; corner < 2 ** dimensions; corner++) {
      for (let k = 0; k < dimensions; k++) {
        cell[k] = Math.floor(least[this.#columns[k]!]! / this.#widths[k]!) + ((corner >> k) & 1);
      }
      for (let entry = this.#head[this.#slot()]!; entry !== -1; entry = this.#next[entry]!) {
        const cost = this.half.cost[entry]!;
        if (cost - 2 * this.#step > most) break;
        if (cost <= most && this.#isIn(entry) && !visit(entry)) return false;
      }
    }
    return true;
  }

  #isIn(entry: number): boolean {
    const dimensions = this.#columns.length;
    for (let k = 0; k < dimensions; k++) if (this.#cells[entry * dimensions + k] !== this.#cell[k]) return false;
    return true;
  }

  #slot(): number {
    let hash = 0;
    for (const place of this.#cell) hash = Math.imul(hash ^ place, 0x9e3779b1) ^ (hash >>> 15);
    return (hash ^ (hash >>> 16)) & this.#mask;
  }
}
