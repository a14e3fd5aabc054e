/** Whether a deal is efficient (Pareto 1906), with proof: the deal that beats it for somebody and harms nobody, or none. */
import type { ScoredDeal } from './answer.ts';
import { utilityPoints, utilityUnits } from './deal.ts';
import type { Deal, Problem } from './problem.ts';
import { atLeastAsGood, withFloors } from './region.ts';
import { findDeal, maximiseWithin } from './search/maximise.ts';
import type { Effort, Maximum } from './search/maximise.ts';
import { sumObjective } from './search/objective.ts';

/** Nodes spent on making a deal that beats the given one still better. */
const POLISH = 20_000;

/**
 * A deal of the whole space (public rules kept, red lines ignored) that is at least as good for everyone and better for
 * someone; null when there is none, that is when this deal is efficient. Of several, one with as great a sum of points
 * as a short search finds.
 */
export function dominatingDeal(problem: Problem, deal: Deal, effort: Effort): ScoredDeal | null {
  const units = problem.parties.map((party) => utilityUnits(problem, party, deal));
  const region = atLeastAsGood(problem, units);
  const better = (parties: readonly number[]): Maximum | null =>
    findDeal(
      problem,
      withFloors(
        region,
        parties.map((party) => [party, units[party]! + 1]),
      ),
      effort,
    );
  const everyone = problem.parties.map((_, party) => party);
  // Better for everyone is the likeliest to be found at once; better for one is all that is needed.
  let found = better(everyone);
  for (const party of everyone) found ??= better([party]);
  if (found === null) return null;
  const gains = sumObjective(
    problem.parties.map(({ scale }, party) => ({ party, offset: units[party]!, divisor: scale, power: 1 })),
  );
  const polished = maximiseWithin(problem, region, gains, POLISH);
  effort.nodes += polished.nodes;
  const isBetter = polished.best !== null && gains.compare(polished.best.utility, found.utility) > 0;
  const best = isBetter ? polished.best : found;
  return { deal: best.deal, utility: utilityPoints(problem, best.deal) };
}
