/**
 * The fewest clauses of a draft to change so that the zone has a deal with all the others, proven: the clauses kept are
 * the utility of one more party, whose floor comes down from the top until a deal reaches it.
 */
import { compareDeals, utilityPoints } from '../deal.ts';
import type { Draft } from '../draft/draft.ts';
import { optionSet } from '../option-set.ts';
import type { Deal, Pattern, Problem } from '../problem.ts';
import { coalitionRegion } from '../region.ts';
import type { Region } from '../region.ts';
import { findDeal, OutOfNodes } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { findTies } from '../search/tie-census.ts';
import { sumObjective } from '../search/objective.ts';
import type { ClauseChange, Edits, EditWay } from './answer.ts';
import { countKept } from './counting-party.ts';
import type { Counted } from './counting-party.ts';
import { MOST_SETS, neededSigners } from '../signers.ts';

/** Ways that are listed while they are counted: past these, the first in option order is looked for. */
const LISTED = 10_000;

/** Nodes for counting the ways, where there are more than listed. */
const NODES_FOR_COUNT = 1_000_000;

/** The edits of a draft into a zone that is not empty; null when it is empty. At most `most` ways are listed. */
export function fewestEdits(problem: Problem, draft: Draft, most: number, effort: Effort): Edits | null {
  const counted = countKept(problem, draft);
  const sets = neededSigners(problem);
  // Signers that were cut off the list may be nearer.
  if (sets.length === MOST_SETS) throw new OutOfNodes();
  const zones = sets.flatMap((signers) => coalitionRegion(problem, signers) ?? []);
  const clauses = draft.filter((option) => option !== null).length;
  for (let distance = 0; distance <= clauses; distance++) {
    const regions = zones.map((zone) => counted.within(zone, clauses - distance));
    const ways = differentEdits(problem, counted, regions, draft, most, effort);
    if (ways.length === 0) continue;
    const complete = ways.length <= most;
    const ordered = ways.slice(0, most).sort((a, b) => compareDeals(a.deal, b.deal));
    const count = complete ? BigInt(ways.length) : countEdits(counted, regions, draft, clauses - distance, effort);
    return { distance, ways: ordered, complete, count };
  }
  return null;
}

/** One deal for each set of changes; one set more than asked for where there are more. */
function differentEdits(
  problem: Problem,
  counted: Counted,
  regions: readonly Region[],
  draft: Draft,
  most: number,
  effort: Effort,
): EditWay[] {
  const ways: EditWay[] = [];
  const seen: Pattern[] = [];
  for (const region of regions) {
    while (ways.length <= most) {
      const found = findDeal(counted.problem, { ...region, forbidden: [...region.forbidden, ...seen] }, effort);
      if (found === null) break;
      const changes = changesOf(draft, found.deal);
      ways.push({ changes, deal: found.deal, utility: utilityPoints(problem, found.deal) });
      if (changes.length === 0) return ways;
      // All sets of changes are equally large, so this bars just this one.
      seen.push({ clauses: changes.map(({ issue, option }) => ({ issue, options: optionSet([option]) })) });
    }
  }
  return ways;
}

export function changesOf(draft: Draft, deal: Deal): readonly ClauseChange[] {
  return deal.flatMap((option, issue) => {
    const before = draft[issue] ?? null;
    return before === null || before === option ? [] : [{ issue, option }];
  });
}

/** Of a draft without open issues and a single set of signers: every deal at this distance is a set of changes. */
function countEdits(
  { problem, counter }: Counted,
  regions: readonly Region[],
  draft: Draft,
  kept: number,
  effort: Effort,
): bigint | null {
  const [region] = regions;
  if (region === undefined || regions.length > 1 || draft.includes(null)) return null;
  const objective = sumObjective([{ party: counter, offset: 0, divisor: 1, power: 1 }]);
  const left = (effort.limit ?? Infinity) - effort.nodes;
  const counting: Effort = { nodes: 0, limit: Math.min(NODES_FOR_COUNT, left) };
  try {
    const best = problem.parties.map((_, party) => (party === counter ? kept : 0));
    return findTies(problem, region, objective, best, LISTED, counting).total;
  } catch (error) {
    if (!(error instanceof OutOfNodes)) throw error;
    return null;
  } finally {
    effort.nodes += counting.nodes;
  }
}
