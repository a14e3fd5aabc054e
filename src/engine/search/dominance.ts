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
 * The rows to keep of so many, ascending; null for all. Their units stand by `row * width + column`. `isFreer`: no pattern
 * holds the first row back, or favours the second, where it does not do the same to both.
 */
export function undominated(
  count: number,
  units: Float64Array,
  width: number,
  { columns, better }: Wanted,
  isFreer: (row: number, other: number) => boolean,
): readonly number[] | null {
  const total = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    for (const column of columns) total[row]! += units[row * width + column]!;
  }
  // Rounding keeps the order of sums: what gives way stands behind what it gives way to, or is equal in sum.
  const order = Array.from(total.keys()).sort((a, b) => total[b]! - total[a]! || a - b);
  const kept: number[] = [];
  for (const row of order) {
    let isWanted = true;
    for (let k = 0; isWanted && k < kept.length; k++) {
      const other = kept[k]!;
      isWanted = !(
        reaches(units, other * width, row * width, columns) &&
        (better === null || passes(units, other * width, row * width, better)) &&
        isFreer(other, row)
      );
    }
    if (isWanted) kept.push(row);
  }
  return kept.length === count ? null : kept.sort((a, b) => a - b);
}

/** Whether a row has at least as much of each column as another. */
function reaches(units: Float64Array, row: number, other: number, columns: readonly number[]): boolean {
  for (let k = 0; k < columns.length; k++) {
    if (units[row + columns[k]!]! < units[other + columns[k]!]!) return false;
  }
  return true;
}

/** Whether a row has more of some column than another. */
function passes(units: Float64Array, row: number, other: number, columns: readonly number[]): boolean {
  for (let k = 0; k < columns.length; k++) {
    if (units[row + columns[k]!]! > units[other + columns[k]!]!) return true;
  }
  return false;
}
