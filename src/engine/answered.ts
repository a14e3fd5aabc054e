/** The whole answer, put together from parts that can be asked for side by side: the search, the counts, the drafts. */
import type { Answer, DealCount } from './answer.ts';
import type { UncountedCollision } from './conflict/collision.ts';
import { countsOfOpenings, withCounts } from './conflict/opening-counts.ts';
import type { Assessed } from './draft/assess-drafts.ts';
import type { Problem } from './problem.ts';
import { soleBlockersFrom } from './zone/counting.ts';
import type { CountBudget, Counting } from './zone/counting.ts';

/** An answer without what can be told apart from it, side by side: counts, and how drafts stand. */
export interface Searched extends Omit<Answer, 'zone' | 'collision' | 'drafts' | 'noDeal'> {
  /** Who keeps deals out: null where counts tell it. */
  readonly zone: Omit<Answer['zone'], 'soleBlocker'> & { readonly soleBlocker: readonly DealCount[] | null };
  readonly collision: UncountedCollision | null;
  /** The zone as it was counted, before what searches showed of its options. */
  readonly counted: DealCount;
}

/** The counts that can be made once the rest is known: of what the ways out open. */
export function countsThen(problem: Problem, { collision }: Searched, budget: CountBudget): readonly Counting[] {
  return collision === null ? [] : countsOfOpenings(problem, collision, budget);
}

/** The whole answer, with the counts in the order in which they were asked for. */
export function answered(
  problem: Problem,
  { zone, collision, counted: count, nodes, ...rest }: Searched,
  assessed: Assessed,
  counts: { readonly first: readonly DealCount[]; readonly later: readonly DealCount[] },
): Answer {
  const soleBlocker = zone.soleBlocker ?? soleBlockersFrom(problem, count, counts.first);
  return {
    ...rest,
    zone: { ...zone, soleBlocker },
    collision: collision === null ? null : withCounts(collision, counts.later),
    drafts: assessed.drafts,
    noDeal: assessed.noDeal,
    nodes: nodes + assessed.nodes,
  };
}
