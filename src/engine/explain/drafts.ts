/** How drafts get into the zone: who refuses them, the fewest changes to a deal, and exchanges that pay. */
import type { Constraint } from '../answer.ts';
import { within } from '../budget.ts';
import { allConstraints, demandOnly } from '../conflict/demands.ts';
import type { Draft } from '../draft/draft.ts';
import type { Problem } from '../problem.ts';
import type { Effort } from '../search/maximise.ts';
import { assessDrafts } from '../draft/assess-drafts.ts';
import type { DraftExplanation, EditsWithout } from './answer.ts';
import { fewestEdits } from './edits.ts';
import { exchangesFrom } from './exchanges.ts';
import { pleasingChanges } from './pleasing.ts';

export interface DraftQuestion {
  readonly drafts: readonly Draft[];
  /** Most ways of the edits of one draft, and exchanges of each kind. */
  readonly ways: number;
}

/** The part of the nodes of one question that a draft's edits have at the least. */
const LEAST_FOR_DRAFT = 1 / 4;

/** `waysIn`: the sets of demands without which the drafts are edited into the zone. */
export function explainDrafts(
  problem: Problem,
  { drafts, ways }: DraftQuestion,
  waysIn: readonly (readonly Constraint[])[],
  effort: Effort,
  nodes: number,
): readonly DraftExplanation[] {
  const answers = assessDrafts(problem, { drafts }, nodes, effort);
  const share = nodes * Math.max(1 / drafts.length, LEAST_FOR_DRAFT);
  return drafts.map((draft, index) => {
    const deal = draft.filter((option) => option !== null);
    return {
      draft: index,
      answer: answers[index]!,
      ...editsOf(problem, draft, waysIn, ways, effort, share),
      pleasing: pleasingChanges(problem, draft),
      exchanges: deal.length < draft.length ? null : exchangesFrom(problem, deal, ways),
    };
  });
}

/** The edits into each of the zones that open without these demands. */
function editsOf(
  problem: Problem,
  draft: Draft,
  waysIn: readonly (readonly Constraint[])[],
  ways: number,
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

function isSame(a: Constraint, b: Constraint): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
