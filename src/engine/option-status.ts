/** How each option stands in a zone: in all of its deals, in none, or in some. */
import type { OptionStatus } from './answer.ts';
import type { Deal, Problem } from './problem.ts';
import { issueCount, optionCount } from './problem.ts';
import { fixOption } from './region.ts';
import type { Region } from './region.ts';
import { findDeal, OutOfNodes } from './search/maximise.ts';
import type { Effort } from './search/maximise.ts';

export interface ZoneKnowledge {
  /** Regions that make up the zone. */
  readonly regions: readonly Region[];
  /** False when there may be more of the zone than these. */
  readonly complete: boolean;
  /** By flat option number, options already known to be in some deal of the zone. */
  readonly alive: (row: number) => boolean;
}

/**
 * The status by flat option number. Options not known to be alive are searched for; every deal found shows all of its
 * options. Unknown where the regions are not the whole zone, or where the effort's limit is spent.
 */
export function optionStatus(problem: Problem, zone: ZoneKnowledge, effort: Effort): readonly OptionStatus[] {
  const issues = issueCount(problem);
  const alive = Uint8Array.from({ length: problem.offsets[issues]! }, (_, row) => (zone.alive(row) ? 1 : 0));
  const note = (deal: Deal): void => deal.forEach((option, issue) => (alive[problem.offsets[issue]! + option] = 1));
  const search = (issue: number, option: number): boolean => {
    for (const region of zone.regions) {
      const found = findDeal(problem, fixOption(region, issue, option, issues), effort);
      if (found === null) continue;
      note(found.deal);
      return true;
    }
    return false;
  };
  /** Null where it is not known. */
  const lives = (issue: number, option: number): boolean | null => {
    if (alive[problem.offsets[issue]! + option] === 1) return true;
    try {
      return search(issue, option) || (zone.complete ? false : null);
    } catch (error) {
      if (error instanceof OutOfNodes) return null;
      throw error;
    }
  };
  return Array.from({ length: issues }, (_, issue) => {
    const living = Array.from({ length: optionCount(problem, issue) }, (__, option) => lives(issue, option));
    const settled = living.filter((state) => state !== false).length === 1;
    return living.map((state): OptionStatus => {
      if (state === null) return 'unknown';
      if (!state) return 'dead';
      return settled ? 'settled' : 'open';
    });
  }).flat();
}
