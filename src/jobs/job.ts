/**
 * Computations that may take long, as plain data: what a worker thread is sent, tells on the way and sends back.
 */
import type { Answer } from '../engine/answer.ts';
import type { FrontierProgress } from '../engine/frontier/frontier.ts';
import { answerFrontier } from '../engine/frontier/question.ts';
import type { FrontierAnswer, FrontierQuestion } from '../engine/frontier/question.ts';
import type { Problem } from '../engine/problem.ts';
import { solve } from '../engine/solve.ts';
import type { SolveOptions, SolveProgress } from '../engine/solve.ts';

export type Job =
  | { readonly kind: 'solve'; readonly problem: Problem; readonly options: SolveOptions }
  | { readonly kind: 'frontier'; readonly problem: Problem; readonly question: FrontierQuestion };

/** What each kind of job answers and tells on the way. */
export interface Results {
  readonly solve: { readonly answer: Answer; readonly progress: SolveProgress };
  readonly frontier: { readonly answer: FrontierAnswer; readonly progress: FrontierProgress };
}

export type Kind = keyof Results;
export type JobOf<K extends Kind> = Extract<Job, { readonly kind: K }>;
export type AnswerOf<K extends Kind> = Results[K]['answer'];
export type ProgressOf<K extends Kind> = Results[K]['progress'];

/** How a job is watched while it runs. */
export interface Watch<K extends Kind> {
  readonly onProgress: (progress: ProgressOf<K>) => void;
  /** Asked between steps; a job that can ends early with what is proven by then. */
  readonly stop: () => boolean;
}

/** Runs a job in this thread. */
export const work: { readonly [K in Kind]: (job: JobOf<K>, watch: Watch<K>) => AnswerOf<K> } = {
  solve: ({ problem, options }, { onProgress }) => solve(problem, options, onProgress),
  frontier: ({ problem, question }, watch) => answerFrontier(problem, question, watch),
};
