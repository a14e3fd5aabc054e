/** In which order a search decides the issues, and how much each option promises under the bounds. */
import type { HalfSpace } from './multipliers.ts';
import type { System } from './system.ts';

/** What each row adds to each linear bound: `row * bounds + bound`. */
export function linearScores(system: System, bounds: readonly HalfSpace[]): Float64Array {
  const { bounded, columns, contributions, picks } = system;
  const scores = new Float64Array(picks.length * bounds.length);
  bounds.forEach(({ weights }, bound) => {
    for (let row = 0; row < picks.length; row++) {
      let score = 0;
      for (let column = 0; column < bounded; column++)
        score += weights[column]! * contributions[row * columns + column]!;
      scores[row * bounds.length + bound] = score;
    }
  });
  return scores;
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
