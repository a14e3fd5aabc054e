/** Whether demands can be met together, with the deals met so far as the first to be asked. */
import type { Constraint } from '../answer.ts';
import { firstWithDeal } from '../coalitions.ts';
import { demandOnly } from '../collision.ts';
import { inZone } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { findDeal } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';

export type Oracle = (kept: readonly Constraint[]) => boolean;

/** True for sets of demands that some deal meets. Deals found on the way settle many later questions by themselves. */
export function demandOracle(problem: Problem, effort: Effort): Oracle {
  const met: Deal[] = [];
  return (kept) => {
    const asked = demandOnly(problem, kept);
    if (met.some((deal) => inZone(asked, deal))) return true;
    const coalition = firstWithDeal(asked, effort);
    if (coalition === null) return false;
    const found = findDeal(asked, coalition.region, effort);
    if (found !== null) met.push(found.deal);
    return true;
  };
}
