/** In which order a search decides the issues, and how much each option promises under the bounds. */
import type { LinearBound } from './multipliers.ts';
import type { System } from './system.ts';

/** What each row adds to each linear bound: `row * bounds + bound`. */
export function linearScores(system: System, bounds: readonly LinearBound[]): Float64Array {
  const { parties, contributions } = system;
  const scores = new Float64Array((contributions.length / parties) * bounds.length);
  for (let index = 0; index < scores.length; index++) {
    const row = Math.floor(index / bounds.length);
    const { weights } = bounds[index % bounds.length]!;
    for (let party = 0; party < parties; party++)
      scores[index]! += weights[party]! * contributions[row * parties + party]!;
  }
  return scores;
}

/** Issues whose second-best option costs the most come first; among equals the wider spread, then the order given. */
export function branchingOrder(system: System, scores: Float64Array): Int32Array {
  const regret = system.options.map((_, issue) => {
    const sorted = scores
      .slice(system.start[issue], system.start[issue + 1])
      .sort()
      .reverse();
    return { issue, first: sorted[0]! - (sorted[1] ?? -Infinity), spread: sorted[0]! - sorted.at(-1)! };
  });
  const compare = (x: number, y: number): number => (x === y ? 0 : x > y ? -1 : 1);
  regret.sort((a, b) => compare(a.first, b.first) || compare(a.spread, b.spread) || a.issue - b.issue);
  return Int32Array.from(regret, ({ issue }) => issue);
}
