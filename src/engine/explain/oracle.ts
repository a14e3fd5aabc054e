/** Whether demands can be met together, with the deals met so far as the first to be asked. */
import type { Constraint } from '../answer.ts';
import { findSigners } from '../coalitions.ts';
import { demandOnly } from '../conflict/demands.ts';
import { inZone } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import { OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';

export type Oracle = (kept: readonly Constraint[]) => boolean;

/**
 * True for sets of demands that some deal meets. Deals found on the way settle many later questions by themselves.
 * The oracle throws `OutOfNodes` where so many nodes do not settle a question.
 */
export function demandOracle(problem: Problem, effort: Effort, nodes = Infinity): Oracle {
  const met: Deal[] = [];
  return (kept) => {
    const asked = demandOnly(problem, kept);
    if (met.some((deal) => inZone(asked, deal))) return true;
    const { signers, proven } = findSigners(asked, effort, nodes);
    if (signers === null && !proven) throw new OutOfNodes();
    if (signers !== null) met.push(signers.deal);
    return signers !== null;
  };
}
