/**
 * Runs jobs that may take long: says on standard error what is being worked on, and heeds ctrl-c.
 *
 * Jobs run in worker threads; where there are few deals that would only cost time, and one job alone runs here.
 */
import type { Crew, Progress, Told } from '../questions/crew.ts';
import { spaceSize } from '../engine/problem.ts';
import { runJob, runJobs } from '../jobs/run-job.ts';
import { work } from '../jobs/job.ts';
import type { AnswerOf, JobOf, Kind, ProgressOf } from '../jobs/job.ts';
import { Interrupted } from './exit.ts';
import { showStatus } from './terminal.ts';
import type { Status } from './terminal.ts';

export interface LongRun<K extends Kind> {
  readonly kind: K;
  readonly title: string;
  readonly describe: (progress: ProgressOf<K>) => string;
  /** True when the job, asked to stop, still answers with what is proven by then. */
  readonly stoppable: boolean;
}

export interface CrewOptions {
  readonly title: string;
  readonly threads: number;
  /** True: asked to stop, the jobs done by then answer. False: ctrl-c leaves no answer. */
  readonly stoppable: boolean;
}

/** Problems up to this size are answered in a few milliseconds. */
const FEW_DEALS = 100_000n;

/** The job's answer. @throws Interrupted */
export async function runLong<K extends Kind>(
  job: JobOf<K>,
  { kind, title, describe, stoppable }: LongRun<K>,
): Promise<AnswerOf<K>> {
  if (spaceSize(job.problem) <= FEW_DEALS) return work[kind](job, { onProgress: () => {}, stop: () => false });
  const stop = new AbortController();
  return heeding(title, stoppable ? stop : null, (status, cancel) =>
    runJob<K>(job, {
      onProgress: (progress) => {
        if (!stop.signal.aborted) status.say(describe(progress));
      },
      stop: stop.signal,
      cancel,
    }),
  );
}

/** Threads for one question: the line on standard error says how far they are. Runs throw `Interrupted`. */
export function crewFor({ title, threads, stoppable }: CrewOptions): Crew {
  return { run: (jobs, progress) => runParts(jobs, progress, { title, threads, stoppable }) };
}

async function runParts<K extends Kind>(
  jobs: readonly JobOf<K>[],
  progress: (told: Told<K>) => Progress,
  { title, threads, stoppable }: CrewOptions,
): Promise<AnswerOf<K>[]> {
  const told = jobs.map((): ProgressOf<K> | null => null);
  const stop = new AbortController();
  const started = performance.now();
  const answers = await heeding(title, stoppable ? stop : null, (status, cancel) =>
    runJobs<K>(jobs, {
      threads,
      onProgress: (word, job) => {
        if (stop.signal.aborted) return;
        told[job] = word;
        const { text, share } = progress(told);
        const left = share === null ? '' : timeLeft(performance.now() - started, share);
        const hint = stoppable ? '; ctrl-c shows what is done' : '';
        status.say([`${text}${hint}`, left].filter((part) => part !== '').join(', '));
      },
      stop: stop.signal,
      cancel,
    }),
  );
  if (answers.length === 0 && jobs.length > 0) throw new Interrupted('stopped before there was an answer');
  return answers;
}

/** An estimate needs this much time and work behind it to be worth a word. */
const LEAST_PASSED_MS = 3000;
const LEAST_SHARE = 0.03;

/** As if the rest went on at the pace so far: "about 40 s left", "about 3 min left"; nothing while that is a guess. */
export function timeLeft(passed: number, share: number): string {
  if (passed < LEAST_PASSED_MS || share < LEAST_SHARE || share >= 1) return '';
  const seconds = Math.ceil(((passed / share) * (1 - share)) / 1000);
  return seconds < 100 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`;
}

/** Runs with a line about the work; ctrl-c asks to stop, where that is possible, and then gives up. */
async function heeding<T>(
  title: string,
  stop: AbortController | null,
  run: (status: Status, cancel: AbortSignal) => Promise<T>,
): Promise<T> {
  const cancel = new AbortController();
  const status = showStatus(title);
  const interrupt = (): void => {
    if (stop !== null && !stop.signal.aborted) {
      stop.abort();
      status.say('stopping; ctrl-c again to give up');
    } else {
      cancel.abort();
    }
  };
  process.on('SIGINT', interrupt);
  try {
    return await run(status, cancel.signal);
  } catch (error) {
    throw cancel.signal.aborted ? new Interrupted('stopped before there was an answer') : error;
  } finally {
    process.off('SIGINT', interrupt);
    status.end();
  }
}
