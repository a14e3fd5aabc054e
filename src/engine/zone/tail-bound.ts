/**
 * At most how many of a diagram's deals leave a party below so many units, when the diagram does not follow that party.
 *
 * Let z be what a deal leaves the party short of its floor, in points. For all t, x >= 0 the function
 * exp(t z) (1 + x z)^2 is at least 1 where z >= 0 and never negative, so its sum over all deals bounds how many are
 * short (Chernoff 1952 is x = 0). The sum and its first two moments are one pass over the diagram; the best x is known
 * in closed form, the best t is searched for, and every t gives a valid bound.
 */
import type { Problem } from '../problem.ts';
import { optionPoints } from '../deal.ts';
import { inPoints, plus } from '../units.ts';
import type { Units } from '../units.ts';
import type { Diagram } from './diagram.ts';

/** The best t lies well below this: utilities have a spread of several points. */
const LARGEST_T = 2;
const ROUNDS = 9;

/** Weighted sums are off by far less than this. */
const ROUNDING = 1 + 1e-9;

export function mostBelow(problem: Problem, diagram: Diagram, party: number, floor: Units): bigint {
  const { automaton } = diagram;
  const own = problem.parties[party]!;
  const { adjustments, scale } = own;
  const points = automaton.order.map((issue, layer) =>
    Float64Array.from(automaton.options[layer]!, (option) => optionPoints(problem, own, issue, option)),
  );
  // Adjustments are not followed: a gain is not counted on, and a loss is taken for certain.
  const certain = inPoints(
    adjustments.reduce<Units>((sum, { units }) => (units < 0 ? plus(sum, units) : sum), 0),
    scale,
  );
  const missing = inPoints(floor, scale) - certain;
  const logBound = (t: number): number => {
    const { log, first, second } = weightedDeals(diagram, points, t);
    // Means of z and z^2 under the weights exp(-t points).
    const mean = missing - first;
    const square = missing * missing - 2 * missing * first + second;
    const factor = mean < 0 ? 1 - (mean * mean) / square : 1;
    return t * missing + log + Math.log(Math.max(factor, Number.EPSILON));
  };
  return fromLog(leastByGoldenSection(logBound, 0, LARGEST_T));
}

/** The least value found of a function that falls and then rises (Kiefer 1953). */
function leastByGoldenSection(value: (at: number) => number, from: number, to: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  let [left, right] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [atLeft, atRight] = [value(left), value(right)];
  for (let round = 0; round < ROUNDS; round++) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - ratio * (high - low);
      atLeft = value(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + ratio * (high - low);
      atRight = value(right);
    }
  }
  return Math.min(atLeft, atRight);
}

/** The diagram's deals weighted by exp(-t points): logarithm of their sum, means of the points and of their squares. */
function weightedDeals(
  { automaton, next, sizes }: Diagram,
  points: readonly Float64Array[],
  t: number,
): { readonly log: number; readonly first: number; readonly second: number } {
  let log = 0;
  let ahead = new Float64Array(sizes.at(-1)! * 3);
  for (let state = 0; state < sizes.at(-1)!; state++) ahead[state * 3] = 1;
  for (let layer = automaton.layers - 1; layer >= 0; layer--) {
    const values = points[layer]!;
    const options = values.length;
    const factors = values.map((value) => Math.exp(-t * value));
    const here = new Float64Array(sizes[layer]! * 3);
    let most = 0;
    for (let state = 0; state < sizes[layer]!; state++) {
      let [sum, first, second] = [0, 0, 0];
      for (let option = 0; option < options; option++) {
        const follower = next[layer]![state * options + option]!;
        if (follower < 0) continue;
        const [value, factor] = [values[option]!, factors[option]!];
        const [weight, mean] = [ahead[follower * 3]!, ahead[follower * 3 + 1]!];
        sum += factor * weight;
        first += factor * (mean + value * weight);
        second += factor * (ahead[follower * 3 + 2]! + 2 * value * mean + value * value * weight);
      }
      here[state * 3] = sum;
      here[state * 3 + 1] = first;
      here[state * 3 + 2] = second;
      if (sum > most) most = sum;
    }
    if (most === 0) return { log: -Infinity, first: 0, second: 0 };
    for (let cell = 0; cell < here.length; cell++) here[cell]! /= most;
    log += Math.log(most);
    ahead = here;
  }
  return { log: log + Math.log(ahead[0]!), first: ahead[1]! / ahead[0]!, second: ahead[2]! / ahead[0]! };
}

/** The least whole number that is certainly at least exp(log). */
export function fromLog(log: number): bigint {
  if (log === -Infinity) return 0n;
  const shift = Math.max(0, Math.floor(log / Math.LN2) - 60);
  return BigInt(Math.ceil(Math.exp(log - shift * Math.LN2) * ROUNDING)) << BigInt(shift);
}

/** The greatest whole number that is certainly at most exp(log). */
export function downFromLog(log: number): bigint {
  if (log === -Infinity) return 0n;
  const shift = Math.max(0, Math.floor(log / Math.LN2) - 60);
  return BigInt(Math.floor(Math.exp(log - shift * Math.LN2) / ROUNDING)) << BigInt(shift);
}
