/**
 * Runs jobs that may take long: says on standard error what is being worked on, and heeds ctrl-c.
 *
 * Jobs run in worker threads; where there are few deals that would only cost time, and one job alone runs here.
 */
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

export interface LongRuns<K extends Kind> {
  readonly title: string;
  /** What all jobs have told last, by job; null for one that has told nothing yet. */
  readonly describe: (progress: readonly (ProgressOf<K> | null)[]) => string;
  readonly threads: number;
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

/** The answers of jobs that run side by side, in their order. @throws Interrupted */
export async function runLongParts<K extends Kind>(
  jobs: readonly JobOf<K>[],
  { title, describe, threads }: LongRuns<K>,
): Promise<AnswerOf<K>[]> {
  const told = jobs.map((): ProgressOf<K> | null => null);
  return heeding(title, null, (status, cancel) =>
    runJobs<K>(jobs, {
      threads,
      onProgress: (progress, job) => {
        told[job] = progress;
        status.say(describe(told));
      },
      cancel,
    }),
  );
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
