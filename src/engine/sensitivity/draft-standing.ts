/**
 * Drafts held against many drawn problems: who accepts one and whether it can be a deal, without the reasons that a full
 * assessment gives. Of a partial draft the completions that keep the public rules count.
 */
import { seekDeal } from '../budget.ts';
import { findSigners } from '../coalitions.ts';
import { accepts, inZone } from '../deal.ts';
import type { Draft } from '../draft/draft.ts';
import { complement, optionSet } from '../option-set.ts';
import type { Deal, Problem } from '../problem.ts';
import { leastSigned, optionCount } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';

/** What of a draft does not depend on the drawn numbers. */
export interface ReadDraft {
  readonly draft: Draft;
  /** Null for a partial draft. */
  readonly deal: Deal | null;
}

export interface DraftStanding {
  /** The draft, or some completion of it, is in the zone; undefined: not known within the nodes. */
  readonly inZone: boolean | undefined;
  /** By party: it accepts the draft, or some completion of it; undefined: not known. */
  readonly accepts: readonly (boolean | undefined)[];
}

export function readDrafts(problem: Problem, drafts: readonly Draft[]): readonly ReadDraft[] {
  return drafts.map((draft) => {
    if (draft.length !== problem.offsets.length - 1) throw new RangeError('a draft has an entry for every issue');
    const options = draft.filter((option) => option !== null);
    return { draft, deal: options.length === draft.length ? options : null };
  });
}

/** Standing of each draft, as far as so many nodes for each question show; without `mayHaveDeal` none is in the zone. */
export function draftStandings(
  problem: Problem,
  drafts: readonly ReadDraft[],
  mayHaveDeal: boolean,
  effort: Effort,
  nodes = Infinity,
): readonly DraftStanding[] {
  return drafts.map(({ draft, deal }) => {
    if (deal !== null) {
      return { inZone: inZone(problem, deal), accepts: problem.parties.map((party) => accepts(problem, party, deal)) };
    }
    const accepting = problem.parties.map((_, party) =>
      hasDeal(problem, acceptedCompletions(problem, draft, party), effort, nodes),
    );
    const isRefused = problem.consent.required.some((party) => accepting[party] === false);
    return {
      inZone: mayHaveDeal && !isRefused && hasSigners(completionsOnly(problem, draft), effort, nodes),
      accepts: accepting,
    };
  });
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

function hasSigners(problem: Problem, effort: Effort, nodes: number): boolean | undefined {
  const { signers, proven } = findSigners(problem, effort, nodes);
  return signers === null && !proven ? undefined : signers !== null;
}

function hasDeal(problem: Problem, region: Region, effort: Effort, nodes: number): boolean | undefined {
  const found = seekDeal(problem, region, effort, nodes);
  return found === undefined ? undefined : found !== null;
}
