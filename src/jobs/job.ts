/**
 * Computations that may take long, as plain data: what a worker thread is sent, tells on the way and sends back.
 */
import type { Answer, DealCount, NoDealAnswer, Zone } from '../engine/answer.ts';
import type { DraftExplanation, Explanation } from '../engine/explain/answer.ts';
import type { Equilibrium, Outcome, Run, Session } from '../engine/bargain/answer.ts';
import { equilibria } from '../engine/bargain/foresight/equilibrium.ts';
import { runOrders } from '../engine/bargain/protocol/orders.ts';
import type { OrdersQuestion } from '../engine/bargain/protocol/orders.ts';
import type { EquilibriumQuestion, RunsQuestion, SessionQuestion } from '../engine/bargain/question.ts';
import { runMany } from '../engine/bargain/many/runs.ts';
import { runSession } from '../engine/bargain/session.ts';
import type { ProfileTally, TournamentQuestion } from '../engine/bargain/many/tournament.ts';
import { playProfiles } from '../engine/bargain/many/tournament.ts';
import { questionNodes } from '../engine/question-nodes.ts';
import { wholeAnswer } from '../engine/budget.ts';
import { counterOffers } from '../engine/counter/counter.ts';
import type { CounterOffers, CounterQuestion } from '../engine/counter/counter.ts';
import { assessStanding } from '../engine/draft/assess-drafts.ts';
import type { Assessed, Standing } from '../engine/draft/assess-drafts.ts';
import { assessNoDeal } from '../engine/draft/no-deal.ts';
import { explain, explainOnlyDrafts } from '../engine/explain/explain.ts';
import type { ExplainOptions, ExplainProgress } from '../engine/explain/explain.ts';
import type { FrontierProgress } from '../engine/frontier/frontier.ts';
import { answerFrontier } from '../engine/frontier/question.ts';
import type { FrontierAnswer, FrontierQuestion } from '../engine/frontier/question.ts';
import type { DraftGlance } from '../engine/draft/glance-draft.ts';
import type { DraftApart, Glance, GlanceOptions } from '../engine/glance.ts';
import { glance, glanceAtDrafts, GlanceNotes } from '../engine/glance.ts';
import type { PowerAnswer, PowerProgress } from '../engine/power/power.ts';
import { power } from '../engine/power/power.ts';
import type { Deal, Problem } from '../engine/problem.ts';
import type { SmaaQuestion } from '../engine/sensitivity/smaa.ts';
import type { SmaaTally } from '../engine/sensitivity/tally.ts';
import { smaa } from '../engine/sensitivity/smaa.ts';
import { keepDraws } from '../engine/sensitivity/draw-rows.ts';
import type { KeptDraws } from '../engine/sensitivity/draw-rows.ts';
import type { Breakpoints, Recommendation } from '../engine/sensitivity/breakpoints.ts';
import { breakpoints } from '../engine/sensitivity/breakpoints.ts';
import type { NumberLine } from '../engine/sensitivity/number-line.ts';
import type { OutcomeOptions } from '../engine/sensitivity/outcome.ts';
import type { StageAnswer } from '../engine/sensitivity/stage-step.ts';
import { stageAnswer } from '../engine/sensitivity/stage-step.ts';
import type { Tornado, TornadoOptions, Variant } from '../engine/sensitivity/tornado.ts';
import { tornado } from '../engine/sensitivity/tornado.ts';
import type { Hindsight, HindsightLimits } from '../engine/hindsight.ts';
import { hindsight } from '../engine/hindsight.ts';
import { search, solve } from '../engine/solve.ts';
import type { Searched } from '../engine/answered.ts';
import type { SearchOptions, SolveOptions, SolveProgress } from '../engine/solve.ts';
import { existsDeal } from '../engine/zone/emptiness.ts';
import { countOf } from '../engine/zone/roads.ts';
import type { CountBudget, Counting } from '../engine/zone/counting.ts';
import { wholeZone } from '../engine/zone/whole-zone.ts';

/** What each kind of job is given. */
export interface Inputs {
  readonly solve: { readonly problem: Problem; readonly options: SolveOptions };
  /** The same but for what can be told apart from it: counts, and how drafts stand. */
  readonly search: { readonly problem: Problem; readonly options: SearchOptions };
  readonly standing: { readonly problem: Problem; readonly standing: Standing };
  readonly count: Counting;
  readonly glance: { readonly problem: Problem; readonly options: GlanceOptions };
  readonly glanceDrafts: { readonly drafts: readonly DraftApart[] };
  readonly zone: { readonly problem: Problem; readonly budget: CountBudget };
  /** Whether there is a deal, and nothing more. */
  readonly exists: { readonly problem: Problem; readonly budget: CountBudget & { readonly nodes?: number } };
  readonly frontier: { readonly problem: Problem; readonly question: FrontierQuestion };
  readonly explain: { readonly problem: Problem; readonly options: ExplainOptions };
  /** The drafts of an explanation alone. */
  readonly drafts: { readonly problem: Problem; readonly options: ExplainOptions };
  /** No deal held against the parties. */
  readonly noDeal: { readonly problem: Problem; readonly nodes: number | undefined };
  readonly power: { readonly problem: Problem; readonly budget: CountBudget };
  readonly smaa: { readonly problem: Problem; readonly question: SmaaQuestion };
  /** The same, and what each draw gives. */
  readonly draws: { readonly problem: Problem; readonly question: SmaaQuestion };
  readonly tornado: {
    readonly problem: Problem;
    readonly variants: readonly Variant[];
    readonly options: TornadoOptions;
  };
  readonly breakpoints: {
    readonly problem: Problem;
    readonly lines: readonly NumberLine[];
    readonly recommended: Recommendation | null;
    /** For all lines together. */
    readonly nodes: number;
  };
  readonly stage: { readonly problem: Problem; readonly before: Problem | null; readonly options: OutcomeOptions };
  readonly session: { readonly problem: Problem; readonly question: SessionQuestion };
  /** One session under some protocols. */
  readonly orders: { readonly problem: Problem; readonly question: OrdersQuestion };
  /** Many sessions in one job share what was found out: a few long jobs take less than many short ones. */
  readonly runs: { readonly problem: Problem; readonly question: RunsQuestion };
  /** Some profiles of a tournament. */
  readonly profiles: { readonly problem: Problem; readonly question: TournamentQuestion };
  readonly counter: { readonly problem: Problem; readonly question: CounterQuestion };
  /** What each of some deals left on the table. */
  readonly hindsight: { readonly problem: Problem; readonly deals: readonly Deal[]; readonly limits: HindsightLimits };
  /** Questions about one problem share what was found out; see `equilibria`. */
  readonly equilibrium: {
    readonly problem: Problem;
    readonly question: EquilibriumQuestion;
    readonly others: readonly EquilibriumQuestion[];
    readonly nodes: number | undefined;
  };
}

/** What each kind of job answers and tells on the way. */
export interface Results {
  readonly solve: { readonly answer: Answer; readonly progress: SolveProgress };
  readonly search: { readonly answer: Searched; readonly progress: SolveProgress };
  readonly standing: { readonly answer: Assessed; readonly progress: never };
  readonly count: { readonly answer: DealCount; readonly progress: never };
  /** Progress: told once it is known whether there is a deal; null: not known. */
  readonly glance: { readonly answer: Glance; readonly progress: { readonly empty: boolean | null } };
  readonly glanceDrafts: { readonly answer: readonly DraftGlance[]; readonly progress: never };
  readonly zone: { readonly answer: Zone; readonly progress: never };
  /** Null: not decided. */
  readonly exists: { readonly answer: boolean | null; readonly progress: never };
  readonly frontier: { readonly answer: FrontierAnswer; readonly progress: FrontierProgress };
  readonly explain: { readonly answer: Explanation; readonly progress: ExplainProgress };
  readonly drafts: { readonly answer: readonly DraftExplanation[]; readonly progress: never };
  readonly noDeal: { readonly answer: NoDealAnswer; readonly progress: never };
  readonly power: { readonly answer: PowerAnswer; readonly progress: PowerProgress };
  /** Progress: draws done. */
  readonly smaa: { readonly answer: SmaaTally; readonly progress: number };
  /** Progress: draws done. */
  readonly draws: { readonly answer: KeptDraws; readonly progress: number };
  /** Progress: numbers done. */
  readonly tornado: { readonly answer: Tornado; readonly progress: number };
  readonly breakpoints: { readonly answer: readonly Breakpoints[]; readonly progress: number };
  /** Progress: told once, at the end. */
  readonly stage: { readonly answer: StageAnswer; readonly progress: 'done' };
  /** Progress: offers made. */
  readonly session: { readonly answer: Session; readonly progress: number };
  /** Progress: protocols done. */
  readonly orders: { readonly answer: readonly Outcome[]; readonly progress: number };
  /** Progress: sessions done. */
  readonly runs: { readonly answer: readonly Run[]; readonly progress: number };
  /** Progress: profiles done. */
  readonly profiles: { readonly answer: readonly ProfileTally[]; readonly progress: number };
  /** Progress: offers found. */
  readonly counter: { readonly answer: CounterOffers; readonly progress: number };
  /** Progress: deals done. */
  readonly hindsight: { readonly answer: readonly Hindsight[]; readonly progress: number };
  /** Progress: rounds done, of all questions together. */
  readonly equilibrium: {
    readonly answer: { readonly asked: Equilibrium; readonly others: readonly (Equilibrium | null)[] };
    readonly progress: number;
  };
}

export type Kind = keyof Results;
export type JobOf<K extends Kind> = { readonly kind: K } & Inputs[K];
export type Job = { readonly [K in Kind]: JobOf<K> }[Kind];
export type AnswerOf<K extends Kind> = Results[K]['answer'];
export type ProgressOf<K extends Kind> = Results[K]['progress'];

/** How a job is watched while it runs. */
export interface Watch<K extends Kind> {
  readonly onProgress: (progress: ProgressOf<K>) => void;
  /** Asked between steps; a job that can ends early with what is proven by then. */
  readonly stop: () => boolean;
}

/** Of the glances of this thread: they make the next one faster and never change what is proven. */
const NOTES = new GlanceNotes();

/** Runs a job in this thread. */
export function runHere<K extends Kind>(job: JobOf<K>, watch: Watch<K> = UNWATCHED): AnswerOf<K> {
  return WORK[job.kind](job, watch);
}

const UNWATCHED = { onProgress: () => {}, stop: () => false };

const WORK: { readonly [K in Kind]: (job: JobOf<K>, watch: Watch<K>) => AnswerOf<K> } = {
  solve: ({ problem, options }, { onProgress }) => solve(problem, options, onProgress),
  search: ({ problem, options }, { onProgress }) => search(problem, options, onProgress),
  standing: ({ problem, standing }) => assessStanding(problem, standing),
  count: (counting) => countOf(counting),
  glance: ({ problem, options }, { stop, onProgress }) =>
    glance(problem, options, NOTES, stop, (empty) => onProgress({ empty })),
  glanceDrafts: ({ drafts }, { stop }) => glanceAtDrafts(drafts, NOTES, stop),
  zone: ({ problem, budget }) => wholeZone(problem, budget),
  exists: ({ problem, budget }) => existsDeal(problem, budget),
  frontier: ({ problem, question }, watch) => answerFrontier(problem, question, watch),
  explain: ({ problem, options }, { onProgress }) => explain(problem, options, onProgress),
  drafts: ({ problem, options }) => explainOnlyDrafts(problem, options),
  noDeal: ({ problem, nodes = questionNodes(problem) }) => assessNoDeal(problem, nodes, wholeAnswer(problem, nodes)),
  power: ({ problem, budget }, { onProgress }) => power(problem, budget, onProgress),
  smaa: ({ problem, question }, { onProgress }) => smaa(problem, question, onProgress),
  draws: ({ problem, question }, { onProgress }) => keepDraws(problem, question, onProgress),
  tornado: ({ problem, variants, options }, { onProgress }) => tornado(problem, variants, options, onProgress),
  breakpoints: ({ problem, lines, recommended, nodes }, { onProgress }) =>
    breakpoints(problem, lines, recommended, onProgress, nodes),
  stage: ({ problem, before, options }, { onProgress }) => {
    const answer = stageAnswer(problem, before, options);
    onProgress('done');
    return answer;
  },
  session: ({ problem, question }, watch) => runSession(problem, question, undefined, watch),
  orders: ({ problem, question }, { onProgress }) => runOrders(problem, question, onProgress),
  runs: ({ problem, question }, { onProgress, stop }) => runMany(problem, question, onProgress, stop),
  profiles: ({ problem, question }, { onProgress, stop }) => playProfiles(problem, question, onProgress, stop),
  counter: ({ problem, question }, { onProgress }) => counterOffers(problem, question, onProgress),
  hindsight: ({ problem, deals, limits }, { onProgress }) =>
    deals.map((deal, k) => {
      const found = hindsight(problem, deal, limits);
      onProgress(k + 1);
      return found;
    }),
  equilibrium: ({ problem, question, others, nodes }, watch) =>
    equilibria(problem, question, others, { ...watch, ...(nodes === undefined ? {} : { nodes }) }),
};
