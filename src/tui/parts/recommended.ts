/** The deal that the interface recommends, and those of the other solutions. */
import type { ScoredDeal, SolutionName } from '../../engine/answer.ts';
import type { ZoneGlance } from '../../engine/glance.ts';
import type { Recommendation } from '../../engine/sensitivity/breakpoints.ts';
import { SOLUTION_TITLES } from '../../report/view/deals.ts';
import type { ShownDeal } from '../model/context.ts';

/** The solution whose deal is the recommended one. */
export const RECOMMENDED: SolutionName = 'nash';

/** "Nash deal". */
export function solutionTitle(solution: SolutionName = RECOMMENDED): string {
  return `${SOLUTION_TITLES[solution]} deal`;
}

/** The first deal that the solution picks; null where nobody can make one. */
export function bestDeal({ solutions }: Pick<ZoneGlance, 'solutions'>, solution = RECOMMENDED): ScoredDeal | null {
  return solutions?.[solution].deals[0] ?? null;
}

/** The same under its title. */
export function solutionDeal(glance: Pick<ZoneGlance, 'solutions'>, solution = RECOMMENDED): ShownDeal | null {
  const best = bestDeal(glance, solution);
  return best === null ? null : { deal: best.deal, title: solutionTitle(solution) };
}

/** The deal with its signers, where it is proven best: what breakpoints are asked about. */
export function recommendationOf(glance: ZoneGlance, solution = RECOMMENDED): Recommendation | null {
  const best = bestDeal(glance, solution);
  if (glance.coalition === null || best === null || glance.solutions?.[solution].proven !== true) return null;
  return { solution, coalition: glance.coalition, deal: best.deal };
}
