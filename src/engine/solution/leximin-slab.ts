/** Leximin of many issues: the deals just under the bound of the smallest term, all at once. */
import { allowed } from '../budget.ts';
import type { Problem } from '../problem.ts';
import type { Region } from '../region.ts';
import { buildSystem } from '../search/build-system.ts';
import { condense } from '../search/condense.ts';
import { wantedRows } from '../search/dominance.ts';
import { maximiseWithin } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective } from '../search/objective.ts';
import type { Term } from '../search/objective.ts';
import { dealOf } from '../search/system.ts';
import { dealsUnderBound } from '../search/under-bound.ts';
import { leximinBest } from './leximin-best.ts';
import type { Ties } from './ties.ts';

/** Nodes for a first deal, whose distance to the bound is the most that has to be looked through. */
const SHORT_SEARCH = 10_000;

/** All leximin-best deals of a region that is known not to be empty; null where they cannot be listed under the bound. */
export function leximinInSlab(problem: Problem, region: Region, terms: readonly Term[], effort: Effort): Ties | null {
  const plain = buildSystem(problem, region);
  // Leximin rewards whatever gives one more and nobody less, though the smallest term may not.
  const system = plain && condense(plain, wantedRows('best', plain.floors, { terms, rewardsEach: true }));
  if (system === null || terms.length === 0) return null;
  const objective = minimumObjective(terms);
  const first = maximiseWithin(problem, region, objective, allowed(effort, SHORT_SEARCH), effort.memory);
  effort.nodes += first.nodes;
  if (first.best === null) return null;
  const asked = { start: null, least: objective.value(first.best.utility), down: 'highest' } as const;
  const listed = dealsUnderBound(system, objective, asked, effort);
  if (listed === null) return null;
  const deals = listed.map((rows) => dealOf(system, rows));
  return leximinBest(problem, terms, deals);
}
