/**
 * A look at every deal with whatever numbers and however many parties: the rival where numbers do not fit in a few bits.
 *
 * As fast as we could make it: the last issues stand in one table per party, an odometer runs over those before, and a
 * deal is dropped at the first party that refuses it.
 */
import type { NarrowProblem } from '../src/engine/problem.ts';

export interface Looked {
  readonly count: number;
  /** The largest product of gains in points, and the largest smallest gain; -Infinity where no deal is in the zone. */
  readonly nash: number;
  readonly egalitarian: number;
}

/** Most deals of a table. */
const BLOCK = 1024;

/** How many deals everybody accepts. */
export function countByLoop(problem: NarrowProblem): number {
  let count = 0;
  eachBlock(problem, (tables, needs) => {
    for (let row = next(tables, needs, 0); row < tables[0]!.length; row = next(tables, needs, row + 1)) count++;
  });
  return count;
}

/** The count with the best by two standards, in one pass. */
export function bestByLoop(problem: NarrowProblem): Looked {
  const { parties } = problem;
  const slack = Float64Array.from(parties, ({ reservation, disagreement }) => reservation - disagreement);
  const perPoint = Float64Array.from(parties, ({ scale }) => 1 / scale);
  let [count, nash, egalitarian] = [0, -Infinity, -Infinity];
  eachBlock(problem, (tables, needs) => {
    for (let row = next(tables, needs, 0); row < tables[0]!.length; row = next(tables, needs, row + 1)) {
      count++;
      let [product, least] = [1, Infinity];
      for (let party = 0; party < tables.length; party++) {
        const gain = (tables[party]![row]! - needs[party]! + slack[party]!) * perPoint[party]!;
        product *= gain;
        if (gain < least) least = gain;
      }
      if (product > nash) nash = product;
      if (least > egalitarian) egalitarian = least;
    }
  });
  return { count, nash, egalitarian };
}

/** The first row from the given one on that all parties accept; the number of rows where there is none. */
function next(tables: readonly Float64Array[], needs: Float64Array, from: number): number {
  const [a, b, c] = [tables[0]!, tables[1]!, tables[2]!];
  const [needA, needB, needC] = [needs[0]!, needs[1]!, needs[2]!];
  let row = from;
  for (; row < a.length; row++) {
    if (a[row]! < needA || b[row]! < needB || c[row]! < needC) continue;
    let party = 3;
    while (party < tables.length && tables[party]![row]! >= needs[party]!) party++;
    if (party === tables.length) break;
  }
  return row;
}

/** Tables of what the last issues give each party, beside what it needs of them, for each setting of those before. */
function eachBlock(
  { offsets, parties }: NarrowProblem,
  look: (tables: readonly Float64Array[], needs: Float64Array) => void,
): void {
  if (parties.length < 3) throw new RangeError('the loop is written for three parties or more');
  let split = offsets.length - 1;
  let rows = 1;
  while (split > 0 && rows * (offsets[split]! - offsets[split - 1]!) <= BLOCK) {
    rows *= offsets[split]! - offsets[split - 1]!;
    split--;
  }
  const tables = parties.map(({ contributions }) => {
    let sums = Float64Array.of(0);
    for (let issue = split; issue < offsets.length - 1; issue++) {
      const own = contributions.subarray(offsets[issue], offsets[issue + 1]);
      sums = Float64Array.from(
        { length: sums.length * own.length },
        (_, k) => sums[Math.floor(k / own.length)]! + own[k % own.length]!,
      );
    }
    return sums;
  });
  const digits = new Int32Array(split);
  const needs = Float64Array.from(parties, ({ contributions, reservation }) =>
    offsets.subarray(0, split).reduce((need, row) => need - contributions[row]!, reservation),
  );
  for (let issue = split; issue >= 0;) {
    look(tables, needs);
    for (issue = split - 1; issue >= 0; issue--) {
      const from = offsets[issue]! + digits[issue]!;
      const wraps = from + 1 === offsets[issue + 1]!;
      const to = wraps ? offsets[issue]! : from + 1;
      digits[issue] = to - offsets[issue]!;
      parties.forEach(({ contributions }, party) => (needs[party]! -= contributions[to]! - contributions[from]!));
      if (!wraps) break;
    }
  }
}
