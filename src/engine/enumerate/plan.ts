/**
 * How a walk through every deal goes: the outer issues one deal after the other, the inner ones all at once, as bits.
 * And how long it takes, which is known beforehand.
 */
import type { Pattern, Problem } from '../problem.ts';
import { issueCount, optionCount } from '../problem.ts';
import { coarseParty } from '../search/coarse.ts';
import { onlySumsDecide } from './columns.ts';

export interface Plan {
  /** Outer issues, those that decide most first. */
  readonly outer: readonly number[];
  /** Inner issues; the last one runs fastest. */
  readonly inner: readonly number[];
  /** Combinations of the inner issues, and of these so many at a time. */
  readonly innerSize: number;
  readonly chunk: number;
  /** There are so many outer deals that ladders pay. */
  readonly laddered: boolean;
  /** About how many steps of a machine the walk takes. */
  readonly work: number;
}

/** Deals looked at as one row of bits: enough that sorting them pays, few enough that all rows stay in a cache. */
const MOST_AT_ONCE = 4096;
const SHARE = 0.42;

/** Steps per outer deal and party: adding up and searching. */
const SEARCHING = 40;
/** Steps per deal where adjustments tie inner and outer issues, so that no ladder is known beforehand. */
const TIED = 2;
/** The part of its steps that a walk takes where it lists which words are worth a look; see `unanimous.ts`. */
const LISTING = 0.4;
/** Steps to make a ladder, per inner deal, and per word of its rows. */
const SORTING = 150;
/** Outer deals for which ladders pay; for fewer each inner deal is compared, which takes so many steps. */
export const WORTH_A_LADDER = 128;
const COMPARING = 2;

/**
 * The shortest plan for a problem's whole space; null where its size is beyond all walking. `atOnce`: about so many inner
 * deals at the most.
 */
export function planWalk(problem: Problem, atOnce = MOST_AT_ONCE): Plan | null {
  const sizes = Array.from({ length: issueCount(problem) }, (_, issue) => optionCount(problem, issue));
  const deals = sizes.reduce((product, size) => product * size, 1);
  if (deals > Number.MAX_SAFE_INTEGER) return null;
  const bySwing = swingOrder(problem);
  const plans = innerSets(bySwing, sizes, Math.min(atOnce, deals ** SHARE)).map((inner) =>
    planOf(problem, bySwing, sizes, inner),
  );
  return plans.reduce((best, plan) => (plan.work < best.work ? plan : best));
}

function planOf(
  problem: Problem,
  bySwing: readonly number[],
  sizes: readonly number[],
  inner: readonly number[],
): Plan {
  const outer = bySwing.filter((issue) => !inner.includes(issue));
  const innerSize = inner.reduce((product, issue) => product * sizes[issue]!, 1);
  const chunk = Math.min(innerSize, MOST_AT_ONCE);
  const chunks = Math.ceil(innerSize / chunk);
  const parties = problem.parties.length;
  const outerDeals = outer.reduce((product, issue) => product * sizes[issue]!, 1);
  const tied = problem.parties.filter(({ adjustments }) => adjustments.some(({ when }) => ties(when, inner))).length;
  const laddered = outerDeals > WORTH_A_LADDER;
  const perRow = parties * (SEARCHING + chunk * (laddered ? 1 / 32 : COMPARING)) + tied * chunk * TIED;
  const ladders = laddered ? parties * chunk * (SORTING + chunk / 32) : 0;
  const part = laddered && onlySumsDecide(problem) ? LISTING : 1;
  return { outer, inner, innerSize, chunk, laddered, work: chunks * (part * outerDeals * perRow + ladders) };
}

/** Whether the pattern has clauses inside and outside. */
function ties({ clauses }: Pattern, inner: readonly number[]): boolean {
  return clauses.some(({ issue }) => inner.includes(issue)) && clauses.some(({ issue }) => !inner.includes(issue));
}

/**
 * Issues that matter least, up to about so many combinations: what matters more then cuts the walk short. Issues may be so
 * large that few or none fits: then it may pay to go through one more in parts.
 */
function innerSets(
  bySwing: readonly number[],
  sizes: readonly number[],
  target: number,
): readonly (readonly number[])[] {
  const inner: number[] = [];
  let size = 1;
  for (const issue of bySwing.toReversed()) {
    if (size * sizes[issue]! > target * Math.SQRT2) continue;
    inner.push(issue);
    size *= sizes[issue]!;
  }
  const smallest = [...sizes.keys()]
    .filter((issue) => !inner.includes(issue))
    .reduce((best, issue) => (best === -1 || sizes[issue]! < sizes[best]! ? issue : best), -1);
  const sets = smallest !== -1 && size * 4 < target ? [[...inner, smallest], inner] : [inner];
  return sets.map((set) => set.sort((a, b) => a - b));
}

/** Issues by their part of what each party has to win or lose, the largest first. */
function swingOrder(problem: Problem): readonly number[] {
  const { parties, offsets } = problem;
  const columns = parties.map((party) => coarseParty(problem, party).column);
  const swings = columns.map((column) =>
    Array.from({ length: issueCount(problem) }, (_, issue) => {
      let [least, most] = [Infinity, -Infinity];
      for (let row = offsets[issue]!; row < offsets[issue + 1]!; row++) {
        const units = column[row]!;
        least = Math.min(least, units);
        most = Math.max(most, units);
      }
      return most - least;
    }),
  );
  const totals = swings.map((list) => list.reduce((sum, swing) => sum + swing, 0) || 1);
  const share = (issue: number): number => swings.reduce((sum, list, party) => sum + list[issue]! / totals[party]!, 0);
  const shares = Array.from({ length: issueCount(problem) }, (_, issue) => share(issue));
  return [...shares.keys()].sort((a, b) => shares[b]! - shares[a]! || a - b);
}
