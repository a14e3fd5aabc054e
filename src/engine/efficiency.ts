/** Whether a deal is efficient (Pareto 1906), with proof: the deal that beats it for somebody and harms nobody, or none. */
import type { ScoredDeal } from './answer.ts';
import { utilityPoints, utilityUnits } from './deal.ts';
import type { Deal, Problem } from './problem.ts';
import { atLeastAsGood, withFloors } from './region.ts';
import { findDeal, maximiseWithin } from './search/maximise.ts';
import type { Effort, Maximum } from './search/maximise.ts';
import { minimumObjective } from './search/objective.ts';
import type { Term } from './search/objective.ts';

/** Nodes spent on making a deal that beats the given one still better. */
const POLISH = 20_000;

/**
 * A deal of the whole space (public rules kept, red lines ignored) that is at least as good for everyone and better for
 * someone; null when there is none, that is when this deal is efficient. Where everybody can gain, the least improved
 * party gains as much as a short search finds; where not, some one party does.
 */
export function dominatingDeal(problem: Problem, deal: Deal, effort: Effort): ScoredDeal | null {
  const units = problem.parties.map((party) => utilityUnits(problem, party, deal));
  const region = atLeastAsGood(problem, units);
  const improvements = problem.parties.map(({ scale }, party): Term => ({
    party,
    offset: units[party]!,
    divisor: scale,
    power: 1,
  }));
  const raise = (terms: readonly Term[]): Maximum | null => {
    const better = withFloors(
      region,
      terms.map(({ party }) => [party, units[party]! + 1]),
    );
    const found = findDeal(problem, better, effort);
    if (found === null) return null;
    const polished = maximiseWithin(problem, better, minimumObjective(terms), POLISH);
    effort.nodes += polished.nodes;
    return polished.best ?? found;
  };
  let best = raise(improvements);
  for (const term of improvements) best ??= raise([term]);
  return best === null ? null : { deal: best.deal, utility: utilityPoints(problem, best.deal) };
}
