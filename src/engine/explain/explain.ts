/**
 * The whole explanation of a problem: why there is no deal and what would open a zone, or how firm the zone is; how
 * drafts get into it; and which exchanges of clauses pay.
 */
import { questionNodes, wholeAnswer, within } from '../budget.ts';
import { findSigners, listCoalitions } from '../coalitions.ts';
import type { Constraint } from '../answer.ts';
import { allConstraints, demandOnly } from '../collision.ts';
import type { Draft } from '../draft.ts';
import type { Problem } from '../problem.ts';
import { spaceSize } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { nash } from '../solution/nash.ts';
import { assessDrafts } from '../solve.ts';
import type { CountBudget } from '../zone/count.ts';
import type { DraftExplanation, EditsWithout, Explanation, Obstacles } from './answer.ts';
import { conflictsAndRepairs } from './conflicts.ts';
import { fewestEdits } from './edits.ts';
import { exchangesFrom } from './exchanges.ts';
import { firmnessOf } from './firmness.ts';
import { smallestOpenings } from './openings.ts';
import { demandOracle } from './oracle.ts';
import { pleasingChanges } from './pleasing.ts';
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
export type ExplainProgress = 'slack' | 'conflicts' | 'openings' | 'firmness' | 'exchanges' | 'drafts';

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
  const slack = slackOf(problem, zone, effort, nodes);
  const obstacles = zone === null && proven ? obstaclesOf(problem, options, effort, nodes, onProgress) : null;
  if (zone !== null) onProgress('firmness');
  const firmness = zone === null ? null : firmnessOf(problem, zone, options, effort, nodes);
  onProgress('exchanges');
  const [best] =
    (zone === null
      ? undefined
      : within(effort, nodes, (limited) => nash(problem, zone.region, zone.parties, 1, limited).deals)) ?? [];
  const exchanges = best === undefined ? null : exchangesFrom(problem, best, options.ways);
  onProgress('drafts');
  const waysIn = obstacles === null ? [[]] : smallestOf(obstacles.repairs).slice(0, MOST_REPAIRS);
  const answers = assessDrafts(problem, options.drafts, listCoalitions(problem), nodes, effort);
  const share = nodes * Math.max(1 / options.drafts.length, LEAST_FOR_DRAFT);
  const drafts = options.drafts.map((draft, index): DraftExplanation => ({
    draft: index,
    answer: answers[index]!,
    ...editsOf(problem, draft, zone === null && !proven ? [] : waysIn, options, effort, share),
    pleasing: pleasingChanges(problem, draft),
    exchanges: draft.includes(null)
      ? null
      : exchangesFrom(
          problem,
          draft.filter((option) => option !== null),
          options.ways,
        ),
  }));
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

/** Nodes in those of one question: for finding out who signs, for all conflicts, and for the edits of a draft at least. */
const QUESTIONS = 2;
const CONFLICT_QUESTIONS = 8;
const LEAST_FOR_DRAFT = 1 / 4;

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
  const found = within(effort, nodes * CONFLICT_QUESTIONS, (limited) => {
    const holds = demandOracle(problem, limited, nodes * DEMANDS_SHARE);
    if (!holds([])) throw new RangeError('the public rules leave no deal');
    return conflictsAndRepairs(allConstraints(problem), holds, most);
  });
  onProgress('openings');
  const holds = demandOracle(problem, effort, nodes * DEMANDS_SHARE);
  const openings = smallestOpenings(problem, holds, ways, effort, nodes);
  return { ...(found ?? { conflicts: [], repairs: [], complete: false }), openings };
}

/** The edits into each of the zones that open without these demands. */
function editsOf(
  problem: Problem,
  draft: Draft,
  waysIn: readonly (readonly Constraint[])[],
  { ways }: ExplainOptions,
  effort: Effort,
  nodes: number,
): Pick<DraftExplanation, 'edits' | 'editsComplete'> {
  const found = waysIn.map((without) => {
    const demands = allConstraints(problem).filter((demand) => !without.some((other) => isSame(demand, other)));
    const opened = demandOnly(problem, demands);
    return {
      without,
      edits: within(effort, nodes / waysIn.length, (limited) => fewestEdits(opened, draft, ways, limited)),
    };
  });
  return {
    edits: found.flatMap(({ without, edits }): EditsWithout[] => (edits ? [{ without, edits }] : [])),
    editsComplete: waysIn.length > 0 && found.every(({ edits }) => edits !== undefined),
  };
}

/** Those of the sets that are no larger than the first. */
function smallestOf(sets: readonly (readonly Constraint[])[]): readonly (readonly Constraint[])[] {
  return sets.filter((set) => set.length === sets[0]!.length);
}

function isSame(a: Constraint, b: Constraint): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
