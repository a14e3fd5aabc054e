/** In which order a search decides the issues, and how much each option promises under the bounds. */
import type { HalfSpace } from './multipliers.ts';
import { rowCount } from './system.ts';
import type { OptionColumns, Pick, System } from './system.ts';

/** What each row adds to each linear bound, a block as much as the best of its options: `row * bounds + bound`. */
export function linearScores(system: System, bounds: readonly HalfSpace[]): Float64Array {
  const { bounded, columns, contributions, picksAt, blocked } = system;
  const rows = rowCount(system);
  const scores = new Float64Array(rows * bounds.length);
  bounds.forEach(({ weights }, bound) => {
    for (let row = 0; row < rows; row++) {
      let score = 0;
      for (let column = 0; column < bounded; column++)
        score += weights[column]! * contributions[row * columns + column]!;
      scores[row * bounds.length + bound] = score;
    }
    if (blocked === null) return;
    const excess = excessOf(blocked, weights);
    for (let row = 0; row < rows; row++) {
      for (const pick of picksAt(row)) scores[row * bounds.length + bound]! -= excess(pick);
    }
  });
  return scores;
}

/** By block, how much more the most that each column gets from it is worth than the best of its options. */
function excessOf({ offsets, columns }: OptionColumns, weights: Float64Array): (block: Pick) => number {
  const known = new Map<number, number>();
  const counted = columns.flatMap((column, index) =>
    weights[index] === 0 ? [] : [{ column, weight: weights[index]! }],
  );
  return ({ issue, option, last }) => {
    if (option === last) return 0;
    const from = offsets[issue]! + option;
    const seen = known.get(from);
    if (seen !== undefined) return seen;
    const excess = excessIn(counted, from, offsets[issue]! + last);
    known.set(from, excess);
    return excess;
  };
}

/** Hot code: looks at every option of a block. */
function excessIn(
  columns: readonly { readonly column: Float64Array; readonly weight: number }[],
  from: number,
  to: number,
): number {
  const worth = new Float64Array(to - from + 1);
  let apart = 0;
  for (const { column, weight } of columns) {
    let most = -Infinity;
    for (let at = from; at <= to; at++) {
      const units = column[at]!;
      worth[at - from]! += weight * units;
      if (units > most) most = units;
    }
    apart += weight * most;
  }
  let best = -Infinity;
  for (let place = 0; place < worth.length; place++) if (worth[place]! > best) best = worth[place]!;
  return apart - best;
}

/** Issues whose second-best option costs the most come first; among equals the wider spread, then the order given. */
export function branchingOrder({ options, start }: System, scores: Float64Array): Int32Array {
  const regret = options.map((_, issue) => {
    let [best, second, worst] = [-Infinity, -Infinity, Infinity];
    for (let row = start[issue]!; row < start[issue + 1]!; row++) {
      const score = scores[row]!;
      if (score > best) [best, second] = [score, best];
      else if (score > second) second = score;
      if (score < worst) worst = score;
    }
    return { issue, first: best - second, spread: best - worst };
  });
  const compare = (x: number, y: number): number => (x === y ? 0 : x > y ? -1 : 1);
  regret.sort((a, b) => compare(a.first, b.first) || compare(a.spread, b.spread) || a.issue - b.issue);
  return Int32Array.from(regret, ({ issue }) => issue);
}
