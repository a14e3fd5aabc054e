/** The Nash deals of a zone within a budget: proven, or the best that a short search finds. */
import { seekBest, within } from '../budget.ts';
import { compareDeals } from '../deal.ts';
import type { Deal, Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { productObjective } from '../search/objective.ts';
import { largestProduct } from './best-known.ts';
import { nash } from './nash.ts';
import type { CoalitionZone } from './solutions.ts';
import { gainTerms } from './terms.ts';
import type { Ties } from './ties.ts';
import { walkedSolutions } from './walked.ts';

/** Nodes of the search for a good deal, where the best one is not proven. */
const SHORT_SEARCH = 200_000;

/** `first`: a deal of the zone; `most`: equally good deals to list. */
export function nashWithin(
  problem: Problem,
  zone: CoalitionZone,
  first: Deal,
  most: number,
  effort: Effort,
  nodes: number,
): { readonly ties: Ties; readonly proven: boolean } {
  const { region, parties } = zone;
  const walked = walkedSolutions(problem, zone, ['nash'], { nodes, ties: most })?.solutions.get('nash');
  if (walked !== undefined) {
    return { ties: { deals: walked.deals.map(({ deal }) => deal), total: walked.total }, proven: true };
  }
  const ties = within(effort, nodes, (limited) => nash(problem, region, parties, most, limited));
  if (ties !== undefined) return { ties, proven: true };
  const gains = gainTerms(problem, parties);
  const short = Math.min(nodes, SHORT_SEARCH);
  const { best } = seekBest(problem, region, productObjective(gains), effort, short);
  const known = best === null ? [first] : [first, best.deal];
  const [deal] = [...largestProduct(problem, gains, known)].sort(compareDeals);
  return { ties: { deals: [deal!], total: null }, proven: false };
}
