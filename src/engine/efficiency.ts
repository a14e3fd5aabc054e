/** Whether a deal is efficient (Pareto 1906), with proof: the deal that beats it for somebody and harms nobody, or none. */
import type { ScoredDeal } from './answer.ts';
import { utilityPoints, utilityUnits } from './deal.ts';
import type { Deal, Problem } from './problem.ts';
import { atLeastAsGood } from './region.ts';
import { maximise } from './search/maximise.ts';
import type { Effort } from './search/maximise.ts';
import { sumObjective } from './search/objective.ts';

/**
 * Among the deals of the whole space (public rules kept, red lines ignored) that are at least as good for everyone,
 * one with the greatest sum of points; null when no deal is better for anyone, that is when this one is efficient.
 */
export function dominatingDeal(problem: Problem, deal: Deal, effort: Effort): ScoredDeal | null {
  const units = problem.parties.map((party) => utilityUnits(problem, party, deal));
  const gains = sumObjective(
    problem.parties.map(({ scale }, party) => ({ party, offset: units[party]!, divisor: scale, power: 1 })),
  );
  const best = maximise(problem, atLeastAsGood(problem, units), gains, effort);
  if (best === null || gains.compare(best.utility, units) <= 0) return null;
  return { deal: best.deal, utility: utilityPoints(problem, best.deal) };
}
