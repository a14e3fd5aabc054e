/**
 * Counts as parties: what a deal is to be counted by becomes the utility of one more party, so that "at most two red
 * lines crossed" or "at least forty clauses kept" is a floor of a region like every other.
 */
import type { Draft } from '../draft/draft.ts';
import { optionsOf } from '../option-set.ts';
import type { Party, Pattern, Problem } from '../problem.ts';
import type { Region } from '../region.ts';

/** A problem with one more party at the end, and the regions of the old one in the new one. */
export interface Counted {
  readonly problem: Problem;
  /** Number of the party that counts. */
  readonly counter: number;
  /** The region's deals in which the count is at least this. */
  readonly within: (region: Region, least: number) => Region;
}

/** Utility of the counting party: minus the number of patterns that the deal matches. */
export function countMatches(problem: Problem, patterns: readonly Pattern[]): Counted {
  const contributions = new Float64Array(problem.offsets.at(-1)!);
  const tied: Pattern[] = [];
  for (const pattern of patterns) {
    const [clause] = pattern.clauses;
    if (clause === undefined || pattern.clauses.length > 1) tied.push(pattern);
    else for (const option of optionsOf(clause.options)) contributions[problem.offsets[clause.issue]! + option]! -= 1;
  }
  return withCounter(problem, { contributions, adjustments: tied.map((when) => ({ when, units: -1 })) });
}

/** Utility of the counting party: the number of the draft's clauses that the deal keeps. */
export function countKept(problem: Problem, draft: Draft): Counted {
  const contributions = new Float64Array(problem.offsets.at(-1)!);
  draft.forEach((option, issue) => {
    if (option !== null) contributions[problem.offsets[issue]! + option] = 1;
  });
  return withCounter(problem, { contributions, adjustments: [] });
}

function withCounter(problem: Problem, counts: Pick<Party, 'contributions' | 'adjustments'>): Counted {
  const party: Party = {
    ...counts,
    scale: 1,
    redLines: [],
    disagreement: 0,
    reservation: 0,
    strict: false,
    power: 1,
  };
  return {
    problem: { ...problem, parties: [...problem.parties, party] },
    counter: problem.parties.length,
    within: (region, least) => ({ ...region, floors: [...region.floors.slice(0, problem.parties.length), least] }),
  };
}
