/** How much an issue sets the parties against each other. */
import type { Problem } from '../../../engine/problem.ts';
import { optionCount } from '../../../engine/problem.ts';
import { optionPoints } from '../../../engine/deal.ts';

/** By issue; frames ask for the same ones again and again. */
const KNOWN = new WeakMap<Problem, Map<number, number>>();

/**
 * Points at stake between parties on the issue: the most that one change of the clause gives to one party and takes from
 * another, the smaller of the two amounts; 0 where all want the same. Adjustments belong to no single clause and are
 * left out.
 */
export function pointsAtStake(problem: Problem, issue: number): number {
  const known = KNOWN.get(problem) ?? new Map<number, number>();
  KNOWN.set(problem, known);
  const found = known.get(issue) ?? mostAtStake(problem, issue);
  known.set(issue, found);
  return found;
}

function mostAtStake(problem: Problem, issue: number): number {
  const options = optionCount(problem, issue);
  const worths = problem.parties.map((party) =>
    Float64Array.from({ length: options }, (_, option) => optionPoints(problem, party, issue, option)),
  );
  const ranges = worths.map(rangeOf);
  let most = 0;
  for (const [gaining, gains] of worths.entries()) {
    const order = ascending(gains);
    for (const [losing, losses] of worths.entries()) {
      const bound = Math.min(ranges[gaining]!, ranges[losing]!);
      if (gaining !== losing && bound > most) most = mostOfPair(gains, losses, order, most, bound);
    }
  }
  return most;
}

/** Halvings that settle an amount to the last digit of a double. */
const HALVINGS = 60;

/** The most that a change gives the one and takes from the other, known to lie between two amounts. */
function mostOfPair(
  gains: Float64Array,
  losses: Float64Array,
  order: Uint32Array,
  least: number,
  bound: number,
): number {
  if (isReached(gains, losses, order, bound)) return bound;
  let [low, high] = [least, bound];
  for (let round = 0; round < HALVINGS && low < high; round++) {
    const middle = (low + high) / 2;
    if (isReached(gains, losses, order, middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Whether some change gives the one that much and takes as much from the other. `order`: options by gains, ascending. */
function isReached(gains: Float64Array, losses: Float64Array, order: Uint32Array, amount: number): boolean {
  let from = 0;
  let mostToLose = -Infinity;
  for (const to of order) {
    for (; gains[to]! - gains[order[from]!]! >= amount && order[from] !== to; from++) {
      mostToLose = Math.max(mostToLose, losses[order[from]!]!);
    }
    if (mostToLose - losses[to]! >= amount) return true;
  }
  return false;
}

function ascending(values: Float64Array): Uint32Array {
  const order = Uint32Array.from(values.keys());
  let sorted = true;
  for (let k = 1; k < values.length && sorted; k++) sorted = values[k - 1]! <= values[k]!;
  return sorted ? order : order.sort((a, b) => values[a]! - values[b]! || a - b);
}

function rangeOf(values: Float64Array): number {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}
