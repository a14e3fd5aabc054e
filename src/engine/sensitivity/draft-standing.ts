/**
 * Drafts held against many drawn problems: who accepts one and whether it can be a deal, without the reasons that a full
 * assessment gives. Of a partial draft the completions that keep the public rules count.
 */
import { firstWithDeal } from '../coalitions.ts';
import { accepts, inZone } from '../deal.ts';
import type { Draft } from '../draft/draft.ts';
import { complement, optionSet } from '../option-set.ts';
import type { Deal, Problem } from '../problem.ts';
import { leastSigned, optionCount } from '../problem.ts';
import type { Region } from '../region.ts';
import { findDeal } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';

/** What of a draft does not depend on the drawn numbers. */
export interface ReadDraft {
  readonly draft: Draft;
  /** Null for a partial draft. */
  readonly deal: Deal | null;
}

export interface DraftStanding {
  /** The draft, or some completion of it, is in the zone. */
  readonly inZone: boolean;
  /** By party: it accepts the draft, or some completion of it. */
  readonly accepts: readonly boolean[];
}

export function readDrafts(problem: Problem, drafts: readonly Draft[]): readonly ReadDraft[] {
  return drafts.map((draft) => {
    if (draft.length !== problem.offsets.length - 1) throw new RangeError('a draft has an entry for every issue');
    const options = draft.filter((option) => option !== null);
    return { draft, deal: options.length === draft.length ? options : null };
  });
}

/** Standing of each draft; `hasDeal` says whether the zone is known to have one. */
export function draftStandings(
  problem: Problem,
  drafts: readonly ReadDraft[],
  hasDeal: boolean,
  effort: Effort,
): readonly DraftStanding[] {
  return drafts.map(({ draft, deal }) =>
    deal === null
      ? {
          inZone: hasDeal && firstWithDeal(completionsOnly(problem, draft), effort) !== null,
          accepts: problem.parties.map((_, party) => has(problem, acceptedCompletions(problem, draft, party), effort)),
        }
      : { inZone: inZone(problem, deal), accepts: problem.parties.map((party) => accepts(problem, party, deal)) },
  );
}

function acceptedCompletions(problem: Problem, draft: Draft, index: number): Region {
  const { redLines } = problem.parties[index]!;
  const needed = leastSigned(problem.parties[index]!);
  return {
    floors: problem.parties.map((_, party) => (party === index ? needed : -Infinity)),
    forbidden: [...problem.forbidden, ...redLines],
    sums: problem.sums,
    fixed: draft,
  };
}

/** The problem in which rules forbid everything but the draft's completions. */
function completionsOnly(problem: Problem, draft: Draft): Problem {
  const barred = draft.flatMap((chosen, issue) => {
    if (chosen === null) return [];
    const options = complement(optionSet([chosen]), optionCount(problem, issue));
    return options.length === 0 ? [] : [{ clauses: [{ issue, options }] }];
  });
  return { ...problem, forbidden: [...problem.forbidden, ...barred] };
}

function has(problem: Problem, region: Region, effort: Effort): boolean {
  return findDeal(problem, region, effort) !== null;
}
