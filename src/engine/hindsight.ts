/**
 * What a signed deal left on the table: a deal that all would have preferred, as parties look for one after they have
 * signed (post-settlement settlement, Raiffa 1985), and the trades of two or three clauses that were missed.
 */
import type { ScoredDeal } from './answer.ts';
import { allUnits, matches } from './deal.ts';
import type { Exchange } from './explain/answer.ts';
import { exchangesFrom } from './explain/exchanges.ts';
import type { Deal, Party, Problem } from './problem.ts';
import { solution } from './solution/solutions.ts';
import { inPoints, minus } from './units.ts';

export interface Hindsight {
  /** Of the deals that are better for every party, the one with the largest least gain; null where none is known. */
  readonly better: (ScoredDeal & { readonly gain: readonly number[] }) | null;
  /** The least gain of it, in points: what could have been added to everybody's points at once. */
  readonly left: number;
  /** False where the search was given up: there may be a better one. */
  readonly proven: boolean;
  /** Those that leave nobody worse off, the one with the largest least gain first. */
  readonly logrolls: readonly Exchange[];
}

export interface HindsightLimits {
  /** Search nodes for one deal. */
  readonly nodes: number;
  /** Most trades to list for one deal. */
  readonly most: number;
}

/**
 * Public rules are kept, and red lines that the deal itself keeps; thresholds do not matter, for all of them have signed.
 * The deal must keep the rules.
 */
export function hindsight(problem: Problem, deal: Deal, { nodes, most }: HindsightLimits): Hindsight {
  const units = allUnits(problem, deal);
  const parties = problem.parties.map((party, index): Party => {
    const own = units[index]!;
    return { ...party, disagreement: own, reservation: own, strict: false, power: 1 };
  });
  const kept = problem.parties.flatMap(({ redLines }) => redLines.filter((line) => !matches(deal, line)));
  const everybody = [...parties.keys()];
  const region = { floors: units, forbidden: [...problem.forbidden, ...kept], sums: problem.sums };
  const shifted = { ...problem, parties };
  const found = solution(shifted, 'egalitarian', { parties: everybody, region }, units, 1, nodes);
  const [best] = found.deals;
  const gain = best === undefined ? [] : gains(problem, deal, best.deal);
  const left = gain.length === 0 ? 0 : Math.max(0, Math.min(...gain));
  const better = best === undefined || left === 0 ? null : { ...best, gain };
  return { better, left, proven: found.proven, logrolls: exchangesFrom(problem, deal, most).logrolls };
}

/** Points that each party gains from one deal to another. */
function gains(problem: Problem, from: Deal, to: Deal): readonly number[] {
  const [before, after] = [allUnits(problem, from), allUnits(problem, to)];
  return problem.parties.map(({ scale }, party) => inPoints(minus(after[party]!, before[party]!), scale));
}
