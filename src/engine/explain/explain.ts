/**
 * The whole explanation of a problem: why there is no deal and what would open a zone, or how firm the zone is; how
 * drafts get into it; and which exchanges of clauses pay.
 */
import { questionNodes } from '../question-nodes.ts';
import { wholeAnswer, within } from '../budget.ts';
import { findSigners } from '../coalitions.ts';
import type { Constraint } from '../answer.ts';
import { allConstraints } from '../conflict/demands.ts';
import type { Draft } from '../draft/draft.ts';
import type { Problem } from '../problem.ts';
import { allIssues, spaceSize } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { nash } from '../solution/nash.ts';
import type { CountBudget } from '../zone/counting.ts';
import type { DraftExplanation, Explanation, Obstacles } from './answer.ts';
import { conflictsAndRepairs } from './conflicts.ts';
import { explainDrafts } from './drafts.ts';
import { exchangesFrom } from './exchanges.ts';
import { firmnessOf } from './firmness.ts';
import { smallestOpenings } from './openings.ts';
import { newOptions } from './new-option.ts';
import { demandOracle } from './oracle.ts';
import { slackOf } from './slack.ts';

/** Budget and seed of `CountBudget` are for the deals that one party alone blocks. */
export interface ExplainOptions extends CountBudget {
  /** Drafts to explain. */
  readonly drafts: readonly Draft[];
  /** Most conflicts and most repairs. */
  readonly most: number;
  /** Most ways of one opening, edits of one draft and exchanges of each kind. */
  readonly ways: number;
  /** Search nodes that one question may take; what then is not proven is said. Absent: some seconds' worth. */
  readonly nodes?: number;
}

/** An empty zone is opened in so many ways to measure how far drafts are from it. */
const MOST_REPAIRS = 3;

/** What is being worked on. */
export type ExplainProgress = 'slack' | 'conflicts' | 'openings' | 'new options' | 'firmness' | 'exchanges' | 'drafts';

/**
 * Explains the problem; some deal must keep its public rules. Deterministic. `onProgress` is told what comes next.
 * @throws RangeError when the rules alone leave no deal
 */
export function explain(
  problem: Problem,
  options: ExplainOptions,
  onProgress: (progress: ExplainProgress) => void = () => {},
): Explanation {
  const nodes = options.nodes ?? questionNodes(problem);
  const effort: Effort = wholeAnswer(problem, nodes);
  onProgress('slack');
  const { signers: zone, proven } = findSigners(problem, effort, nodes * QUESTIONS);
  const slack = slackOf(problem, effort, nodes);
  const obstacles = zone === null && proven ? obstaclesOf(problem, options, effort, nodes, onProgress) : null;
  if (zone !== null) onProgress('firmness');
  const firmness = zone === null ? null : firmnessOf(problem, options, effort, nodes);
  onProgress('exchanges');
  const [best] =
    (zone === null
      ? undefined
      : within(effort, nodes, (limited) => nash(problem, zone.region, zone.parties, 1, limited).deals)) ?? [];
  const exchanges = best === undefined ? null : exchangesFrom(problem, best, options.ways);
  onProgress('drafts');
  const waysIn = waysInto(zone !== null, obstacles?.repairs ?? null);
  const drafts = explainDrafts(problem, options, waysIn, effort, nodes);
  return {
    space: spaceSize(problem),
    empty: zone === null ? (proven ? true : null) : false,
    obstacles,
    slack,
    firmness,
    drafts,
    exchanges,
  };
}

/** The drafts alone, each as in the whole explanation. */
export function explainOnlyDrafts(problem: Problem, options: ExplainOptions): readonly DraftExplanation[] {
  const nodes = options.nodes ?? questionNodes(problem);
  const effort = wholeAnswer(problem, nodes);
  const { signers, proven } = findSigners(problem, effort, nodes * QUESTIONS);
  const found = signers === null && proven ? conflictsOf(problem, options.most, effort, nodes) : null;
  return explainDrafts(problem, options, waysInto(signers !== null, found?.repairs ?? null), effort, nodes);
}

/** The sets of demands without which there is a zone to edit a draft into: none where that is not known. */
function waysInto(isOpen: boolean, repairs: Obstacles['repairs'] | null): readonly (readonly Constraint[])[] {
  if (isOpen) return [[]];
  return repairs === null ? [] : smallestOf(repairs).slice(0, MOST_REPAIRS);
}

/** Nodes in those of one question: for finding out who signs, and for all conflicts. */
const QUESTIONS = 2;
const CONFLICT_QUESTIONS = 8;

/** The part of the nodes of a question that one set of demands may take. */
const DEMANDS_SHARE = 1 / 8;

function obstaclesOf(
  problem: Problem,
  { most, ways }: ExplainOptions,
  effort: Effort,
  nodes: number,
  onProgress: (progress: ExplainProgress) => void,
): Obstacles {
  onProgress('conflicts');
  const found = conflictsOf(problem, most, effort, nodes);
  onProgress('openings');
  const holds = demandOracle(problem, effort, nodes * DEMANDS_SHARE);
  const openings = smallestOpenings(problem, found.complete ? found.repairs : null, holds, ways, effort, nodes);
  onProgress('new options');
  return { ...found, openings, newOptions: newOptions(problem, allIssues(problem), effort, nodes * DEMANDS_SHARE) };
}

type Conflicts = Omit<Obstacles, 'openings' | 'newOptions'>;

function conflictsOf(problem: Problem, most: number, effort: Effort, nodes: number): Conflicts {
  const found = within(effort, nodes * CONFLICT_QUESTIONS, (limited) => {
    const holds = demandOracle(problem, limited, nodes * DEMANDS_SHARE);
    if (!holds([])) throw new RangeError('the public rules leave no deal');
    return conflictsAndRepairs(allConstraints(problem), holds, most);
  });
  return found ?? { conflicts: [], repairs: [], complete: false };
}

/** Those of the sets that are no larger than the first. */
function smallestOf(sets: readonly (readonly Constraint[])[]): readonly (readonly Constraint[])[] {
  return sets.filter((set) => set.length === sets[0]!.length);
}
