/** Whether a deal is efficient (Pareto 1906), with proof: the deal that beats it for somebody and harms nobody, or none. */
import type { ScoredDeal } from '../answer.ts';
import { seekBest, seekDeal } from '../budget.ts';
import { allUnits, utilityPoints } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { atLeastAsGood, withFloors } from '../region.ts';
import { OutOfNodes } from '../search/maximise.ts';
import type { Effort, Maximum } from '../search/maximise.ts';
import { sumObjective } from '../search/objective.ts';
import { plus } from '../units.ts';
import type { Units } from '../units.ts';

/** Nodes spent on making a deal that beats the given one still better. */
const POLISH = 20_000;

/**
 * A deal of the whole space (public rules kept, red lines ignored) that is at least as good for everyone and better for
 * someone; null when there is none, that is when this deal is efficient. Of several, one with as great a sum of points
 * as a short search finds.
 * @throws OutOfNodes where the effort has a limit
 */
export function dominatingDeal(problem: Problem, deal: Deal, effort: Effort): ScoredDeal | null {
  const found = seekDominating(problem, deal, effort, Infinity);
  if (found === undefined) throw new OutOfNodes();
  return found;
}

/** The same with at most so many nodes; undefined where they do not decide it. */
export function seekDominating(
  problem: Problem,
  deal: Deal,
  effort: Effort,
  nodes: number,
): ScoredDeal | null | undefined {
  return seekBetter(problem, allUnits(problem, deal), effort, nodes);
}

/** The same for anything that is worth so many units to the parties, such as no deal at all. */
export function seekBetter(
  problem: Problem,
  units: readonly Units[],
  effort: Effort,
  nodes: number,
): ScoredDeal | null | undefined {
  const region = atLeastAsGood(problem, units);
  const everyone = [...problem.parties.keys()];
  const share = nodes / (everyone.length + 1);
  let decided = true;
  const better = (parties: readonly number[]): Maximum | null => {
    const above = withFloors(
      region,
      parties.map((party) => [party, plus(units[party]!, 1)]),
    );
    const found = seekDeal(problem, above, effort, share);
    if (found === undefined) decided = false;
    return found ?? null;
  };
  // Better for everyone is the likeliest to be found at once; better for one is all that is needed.
  let found = better(everyone);
  // That nobody can gain by itself also settles that not everybody can.
  if (found === null) decided = true;
  for (const party of everyone) found ??= better([party]);
  if (found === null) return decided ? null : undefined;
  const gains = sumObjective(
    problem.parties.map(({ scale }, party) => ({ party, offset: units[party]!, divisor: scale, power: 1 })),
  );
  const { best: polished } = seekBest(problem, region, gains, effort, POLISH);
  const isBetter = polished !== null && gains.compare(polished.utility, found.utility) > 0;
  const best = isBetter ? polished : found;
  return { deal: best.deal, utility: utilityPoints(problem, best.deal) };
}
