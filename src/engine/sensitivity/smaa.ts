/**
 * Stochastic multicriteria acceptability analysis (SMAA; Lahdelma, Hokkanen and Salminen 1998) of the zone of agreement:
 * numbers are drawn from their ranges many times, and what follows is counted.
 */
import type { SolutionName } from '../answer.ts';
import { findSigners } from '../coalitions.ts';
import type { Draft } from '../draft/draft.ts';
import type { Problem } from '../problem.ts';
import { seededRandom } from '../random.ts';
import type { Effort } from '../search/maximise.ts';
import { Notes } from '../search/memory.ts';
import { draftStandings, readDrafts } from './draft-standing.ts';
import type { DraftStanding, ReadDraft } from './draft-standing.ts';
import { recommendedDeal } from './outcome.ts';
import { Tally } from './tally.ts';
import type { DrawOutcome, SmaaTally } from './tally.ts';
import type { DrawnProblem, Uncertainty } from './uncertainty.ts';
import { drawProblem } from './uncertainty.ts';

export interface SmaaQuestion {
  readonly uncertainty: Uncertainty;
  readonly drafts: readonly Draft[];
  readonly solution: SolutionName;
  /** Weights from the whole simplex instead of their ranges. */
  readonly simplex: boolean;
  /** Draw number n has the seed `<seed>/smaa/<n>`. */
  readonly seed: string;
  /** Numbers of the draws: from, from + 1, ..., to - 1. */
  readonly from: number;
  readonly to: number;
  /** Search nodes for one question about one draw; absent: as many as it takes. */
  readonly nodes?: number;
}

/** Draws between two words about progress. */
const TOLD_EVERY = 10;

/** Nodes after which the solution of one draw is given up unproven. */
const MOST_NODES = 300_000;

/** Tallies the draws of the question; `onProgress` is told how many are done, `onDraw` each of them in order. */
export function smaa(
  problem: Problem,
  question: SmaaQuestion,
  onProgress: (draws: number) => void,
  onDraw: (outcome: DrawOutcome) => void = () => {},
): SmaaTally {
  const tally = new Tally(problem, question.drafts.length);
  const drafts = readDrafts(problem, question.drafts);
  const notes = rehearsed(problem, question, drafts);
  for (let number = question.from; number < question.to; number++) {
    const drawn = drawOf(problem, question, number);
    const effort: Effort = { nodes: 0, memory: notes.openClosed(drawn.problem) };
    const { signers, deal, proven, isOpen, standings } = solved(drawn.problem, question, drafts, effort);
    const outcome = { drawn, signers, deal, proven };
    tally.addDraw(outcome);
    onDraw(outcome);
    tally.addDrafts(standings);
    tally.addWork(effort.nodes, isOpen);
    if ((number + 1 - question.from) % TOLD_EVERY === 0) onProgress(number + 1 - question.from);
  }
  return tally.result();
}

function drawOf(problem: Problem, { seed, uncertainty, simplex }: SmaaQuestion, number: number): DrawnProblem {
  return drawProblem(problem, uncertainty, simplex, seededRandom(`${seed}/smaa/${number}`));
}

/** What is known of a drawn problem. */
interface Solved extends Omit<DrawOutcome, 'drawn'> {
  /** Something is not decided. */
  readonly isOpen: boolean;
  readonly standings: readonly DraftStanding[];
}

function solved(
  problem: Problem,
  { solution, nodes = Infinity }: SmaaQuestion,
  drafts: readonly ReadDraft[],
  effort: Effort,
): Solved {
  const { signers: zone, proven: decided } = findSigners(problem, effort, nodes);
  const limit = Math.min(MOST_NODES, nodes);
  const { deal, proven } =
    zone === null ? { deal: null, proven: true } : recommendedDeal(problem, zone, solution, limit, effort);
  const standings = draftStandings(problem, drafts, zone !== null || !decided, effort, nodes);
  const isUnknown = standings.some(({ inZone, accepts }) => inZone === undefined || accepts.includes(undefined));
  return {
    signers: zone?.parties ?? null,
    deal,
    proven: decided && proven,
    isOpen: (zone === null && !decided) || isUnknown,
    standings,
  };
}

/** Draws that are solved to take notes. */
const REHEARSED = 2;

/**
 * Notes for the draws: those of the problem they are drawn from and of the first of them. Each draw finds the same, so that
 * what it gives does not depend on which others are in its part.
 */
function rehearsed(problem: Problem, question: SmaaQuestion, drafts: readonly ReadDraft[]): Notes {
  const notes = new Notes();
  const first = Array.from({ length: REHEARSED }, (_, number) => drawOf(problem, question, number).problem);
  for (const of of [...first, problem]) solved(of, question, drafts, { nodes: 0, memory: notes.open(of) });
  return notes;
}
