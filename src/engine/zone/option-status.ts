/** How each option stands in a zone: in all of its deals, in none, or in some. */
import type { OptionStatus } from '../answer.ts';
import type { Deal, Problem } from '../problem.ts';
import { issueCount, optionCount } from '../problem.ts';
import { seekDeal } from '../budget.ts';
import { fixOption } from '../region.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';

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
 * options. Unknown where the regions are not the whole zone, or where so many nodes for a search do not do.
 */
export function optionStatus(
  problem: Problem,
  zone: ZoneKnowledge,
  effort: Effort,
  nodes = Infinity,
): readonly OptionStatus[] {
  const issues = issueCount(problem);
  const alive = Uint8Array.from({ length: problem.offsets[issues]! }, (_, row) => (zone.alive(row) ? 1 : 0));
  const note = (deal: Deal): void => deal.forEach((option, issue) => (alive[problem.offsets[issue]! + option] = 1));
  /** Null where it is not known. */
  const search = (issue: number, option: number): boolean | null => {
    let none: false | null = zone.complete ? false : null;
    for (const region of zone.regions) {
      const found = seekDeal(problem, fixOption(region, issue, option, issues), effort, nodes);
      if (found === undefined) none = null;
      if (!found) continue;
      note(found.deal);
      return true;
    }
    return none;
  };
  const lives = (issue: number, option: number): boolean | null =>
    alive[problem.offsets[issue]! + option] === 1 || search(issue, option);
  return Array.from({ length: issues }, (_, issue) => {
    const living = Array.from({ length: optionCount(problem, issue) }, (__, option) => lives(issue, option));
    const alone = living.filter((state) => state === true).length === 1;
    const sure = !living.includes(null);
    return living.map((state): OptionStatus => {
      if (state === false) return 'dead';
      // The one option that is known to live is settled or open, according to those that are not known.
      if (state === null || (alone && !sure)) return 'unknown';
      return alone ? 'settled' : 'open';
    });
  }).flat();
}
