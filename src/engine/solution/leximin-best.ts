/** The best of a list of deals by leximin, each compared exactly. */
import { utilityUnits } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { compareRatios } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import type { Term } from '../search/objective.ts';
import { minus } from '../units.ts';
import type { Ties } from './ties.ts';

/** The deals among those listed whose terms, sorted ascending, are lexicographically greatest. */
export function leximinBest(problem: Problem, terms: readonly Term[], deals: readonly Deal[]): Ties {
  let best: Deal[] = [];
  let bestTerms: readonly Ratio[] = [];
  for (const deal of deals) {
    const sorted = terms
      .map(({ party, offset, divisor }): Ratio => ({
        num: minus(utilityUnits(problem, problem.parties[party]!, deal), offset),
        den: divisor,
      }))
      .sort(compareRatios);
    const order = sorted.map((term, rank) => compareRatios(term, bestTerms[rank] ?? term)).find((sign) => sign !== 0);
    if (best.length === 0 || (order ?? 0) > 0) {
      best = [deal];
      bestTerms = sorted;
    } else if (order === undefined) {
      best.push(deal);
    }
  }
  return { deals: best, total: BigInt(best.length) };
}
