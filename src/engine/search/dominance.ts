/**
 * Rows that a search for the best can do without: another row of the same issue gives as much to everybody who counts, and
 * is kept from nothing that this one is free to join. In any deal the other can take its place.
 */
import type { Objective } from './objective.ts';

/** What of a region a search is after: one best deal, or all that are as good. */
type Sought = 'one' | 'best';

/** Which rows can be done without. */
export interface Wanted {
  /** Columns of which more is never worse: those with a floor, and those of the objective. */
  readonly columns: readonly number[];
  /** Columns of which more is better: a row gives way only to one with more of these. Null: also to an equal one. */
  readonly better: readonly number[] | null;
}

/** The rows that a search under an objective needs, by the floors of the columns; null: all. */
export function wantedRows(
  sought: Sought,
  floors: Float64Array,
  { terms, rewardsEach }: Pick<Objective, 'terms' | 'rewardsEach'>,
): Wanted | null {
  const better = terms.map(({ party }) => party);
  const asked = [...floors.keys()].filter((column) => floors[column]! > -Infinity);
  const columns = [...new Set([...asked, ...better])].sort((a, b) => a - b);
  if (sought === 'best' && !rewardsEach) return null;
  // Where whatever counts makes a deal better, the search for one and that for all that are as good share their rows.
  const alike = sought === 'best' || (rewardsEach && columns.length === better.length);
  return { columns, better: alike ? better : null };
}

/**
 * The rows to keep of so many, ascending; null for all. Their units stand by `row * width + column`. `holds`: by pattern, 1
 * for the rows that it holds back or does not favour; a row gives way to no row that is held back where it is not itself.
 */
export function undominated(
  count: number,
  units: Float64Array,
  width: number,
  { columns, better }: Wanted,
  holds: readonly Uint8Array[],
): readonly number[] | null {
  const order = inFallingSum(count, units, width, columns);
  const words = Math.ceil(holds.length / WORD);
  // Most issues are short: for them plain arrays are sooner made than typed ones.
  const sorted: number[] = [];
  const held: number[] = [];
  for (const row of order) {
    for (let k = 0; k < columns.length; k++) sorted.push(units[row * width + columns[k]!]!);
    for (let word = 0; word < words; word++) held.push(heldBy(holds, word, row));
  }
  const isBetter = better === null ? null : columns.map((column) => better.includes(column));
  const kept = keptPlaces({ columns: columns.length, units: sorted, isBetter, words, held }, count);
  return kept.length === count ? null : kept.map((place) => order[place]!).sort((a, b) => a - b);
}

/** Rows in the order of their sums, the largest first. Rounding keeps that order: what gives way stands behind what it gives way to, or is equal in sum. */
function inFallingSum(
  count: number,
  units: Float64Array,
  width: number,
  columns: readonly number[],
): readonly number[] {
  const total: number[] = [];
  const order: number[] = [];
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let k = 0; k < columns.length; k++) sum += units[row * width + columns[k]!]!;
    total.push(sum);
    order.push(row);
  }
  return order.sort((a, b) => total[b]! - total[a]! || a - b);
}

/** Patterns told in one word. */
const WORD = 32;

/** The patterns of a word that hold a row back, as bits. */
function heldBy(holds: readonly Uint8Array[], word: number, row: number): number {
  let bits = 0;
  for (let k = word * WORD; k < Math.min(holds.length, (word + 1) * WORD); k++) {
    if (holds[k]![row] === 1) bits |= 1 << (k % WORD);
  }
  return bits;
}

/** Rows by their place in the order. */
interface Standing {
  readonly columns: number;
  /** `place * columns + column`. */
  readonly units: readonly number[];
  /** By column, whether more of it is better; null: nothing has to be better. */
  readonly isBetter: readonly boolean[] | null;
  readonly words: number;
  /** Patterns that hold a row back, as bits: `place * words + word`. */
  readonly held: readonly number[];
}

/** Hot code. Whatever took the place of one row is likely to take that of the next, so it is looked at sooner. */
function keptPlaces({ columns, units, isBetter, words, held }: Standing, count: number): number[] {
  const kept: number[] = [];
  for (let place = 0; place < count; place++) {
    let k = 0;
    for (; k < kept.length; k++) {
      const other = kept[k]!;
      let isReached = true;
      let isPassed = isBetter === null;
      for (let column = 0; column < columns && isReached; column++) {
        const its = units[other * columns + column]!;
        const own = units[place * columns + column]!;
        isReached = its >= own;
        if (its > own && isBetter !== null && isBetter[column]) isPassed = true;
      }
      for (let word = 0; word < words && isReached; word++) {
        isReached = (held[other * words + word]! & ~held[place * words + word]!) === 0;
      }
      if (isReached && isPassed) break;
    }
    if (k === kept.length) {
      kept.push(place);
      continue;
    }
    const sooner = k >> 1;
    const winner = kept[k]!;
    kept[k] = kept[sooner]!;
    kept[sooner] = winner;
  }
  return kept;
}
