/** Drafts, and no deal, held against the parties: apart from whatever else is asked, so that it can be done beside it. */
import type { Answer, DraftAnswer } from '../answer.ts';
import { questionNodes } from '../question-nodes.ts';
import { wholeAnswer, within } from '../budget.ts';
import type { Coalitions } from '../coalitions.ts';
import { listCoalitions } from '../coalitions.ts';
import type { Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { assessDraft } from './draft.ts';
import type { Draft, DraftLimits } from './draft.ts';
import { assessNoDeal } from './no-deal.ts';

/** Plain data, so that it can be asked anywhere. */
export interface Standing {
  readonly drafts: readonly Draft[];
  /** By draft, the problem it is held against; null, or absent altogether: the problem itself. */
  readonly draftProblems?: readonly (Problem | null)[];
  /** What no deal is held against: a problem, or true for the problem itself; false, or absent: it is not. */
  readonly noDeal?: Problem | boolean;
  /** Search nodes that one question may take; what then is not proven is said. Absent: some seconds' worth. */
  readonly nodes?: number;
}

export interface Assessed extends Pick<Answer, 'drafts' | 'noDeal'> {
  /** Search nodes used. */
  readonly nodes: number;
}

/** Nodes for a draft, in those of one question: all drafts share them, but each has some; and for each question about it. */
const LEAST_FOR_DRAFT = 1 / 4;
const DRAFT_SHARE = 1 / 2;

/** Each draft against the positions where it stands, and no deal against its own. */
export function assessStanding(problem: Problem, standing: Standing): Assessed {
  const { noDeal = false } = standing;
  const nodes = standing.nodes ?? questionNodes(problem);
  const effort = wholeAnswer(problem, nodes);
  return {
    drafts: assessDrafts(problem, standing, nodes, effort),
    noDeal: noDeal === false ? null : assessNoDeal(noDeal === true ? problem : noDeal, nodes, effort),
    nodes: effort.nodes,
  };
}

/** The drafts' answers, each within its part of the nodes of one question. */
export function assessDrafts(
  problem: Problem,
  { drafts, draftProblems }: Pick<Standing, 'drafts' | 'draftProblems'>,
  nodes: number,
  effort: Effort,
): Answer['drafts'] {
  const listed = listCoalitions(problem);
  const among = drafts.length;
  return drafts.map((draft, k) => {
    const own = draftProblems?.[k] ?? null;
    return own === null
      ? assessOne(problem, draft, listed, { nodes, among }, effort)
      : assessOne(own, draft, listCoalitions(own), { nodes, among }, effort);
  });
}

/** One of so many drafts. */
function assessOne(
  problem: Problem,
  draft: Draft,
  { zones, cut }: Coalitions,
  { nodes, among }: { readonly nodes: number; readonly among: number },
  effort: Effort,
): DraftAnswer {
  const regions = zones.map(({ region }) => region);
  const granted = nodes * Math.max(1 / among, LEAST_FOR_DRAFT);
  const limits: DraftLimits = { nodes: granted * DRAFT_SHARE, wholeZone: !cut };
  const found = within(effort, granted, (limited) => assessDraft(problem, draft, regions, limited, limits));
  if (found === undefined) throw new RangeError('every question about a draft is given up by itself');
  return found;
}
