/**
 * The whole explanation of a problem: why there is no deal and what would open a zone, or how firm the zone is; how
 * drafts get into it; and which exchanges of clauses pay.
 */
import { firstWithDeal, listCoalitions } from '../coalitions.ts';
import type { Constraint } from '../answer.ts';
import { allConstraints, demandOnly } from '../collision.ts';
import { assessDraft } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Deal, Problem } from '../problem.ts';
import { spaceSize } from '../problem.ts';
import type { Region } from '../region.ts';
import type { Effort } from '../search/maximise.ts';
import { nash } from '../solution/nash.ts';
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
  const effort: Effort = { nodes: 0 };
  onProgress('slack');
  const zone = firstWithDeal(problem, effort);
  const slack = slackOf(problem, zone, effort);
  const obstacles = zone === null ? obstaclesOf(problem, options, effort, onProgress) : null;
  if (zone !== null) onProgress('firmness');
  const firmness = zone === null ? null : firmnessOf(problem, zone, options, effort);
  onProgress('exchanges');
  const best = zone === null ? undefined : nash(problem, zone.region, zone.parties, 1, effort).deals[0];
  const exchanges = best === undefined ? null : exchangesFrom(problem, best, options.ways);
  onProgress('drafts');
  const regions = listCoalitions(problem).zones.map(({ region }) => region);
  const waysIn = obstacles === null ? [[]] : smallestOf(obstacles.repairs).slice(0, MOST_REPAIRS);
  const drafts = options.drafts.map((draft, index): DraftExplanation => ({
    draft: index,
    ...explainDraft(problem, draft, waysIn, regions, options, effort),
  }));
  return { space: spaceSize(problem), empty: zone === null, obstacles, slack, firmness, drafts, exchanges };
}

function obstaclesOf(
  problem: Problem,
  { most, ways }: ExplainOptions,
  effort: Effort,
  onProgress: (progress: ExplainProgress) => void,
): Obstacles {
  onProgress('conflicts');
  const holds = demandOracle(problem, effort);
  if (!holds([])) throw new RangeError('the public rules leave no deal');
  const found = conflictsAndRepairs(allConstraints(problem), holds, most);
  onProgress('openings');
  return { ...found, openings: smallestOpenings(problem, holds, ways, effort) };
}

function explainDraft(
  problem: Problem,
  draft: Draft,
  waysIn: readonly (readonly Constraint[])[],
  regions: readonly Region[],
  { ways }: ExplainOptions,
  effort: Effort,
): Omit<DraftExplanation, 'draft'> {
  const deal: Deal = draft.filter((option) => option !== null);
  return {
    answer: assessDraft(problem, draft, regions, effort),
    edits: waysIn.flatMap((without): EditsWithout[] => {
      const demands = allConstraints(problem).filter((demand) => !without.some((other) => isSame(demand, other)));
      const edits = fewestEdits(demandOnly(problem, demands), draft, ways, effort);
      return edits === null ? [] : [{ without, edits }];
    }),
    pleasing: pleasingChanges(problem, draft),
    exchanges: deal.length === draft.length ? exchangesFrom(problem, deal, ways) : null,
  };
}

/** Those of the sets that are no larger than the first. */
function smallestOf(sets: readonly (readonly Constraint[])[]): readonly (readonly Constraint[])[] {
  return sets.filter((set) => set.length === sets[0]!.length);
}

function isSame(a: Constraint, b: Constraint): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
