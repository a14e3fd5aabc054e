/**
 * Runs jobs in worker threads: the thread that talks to the person stays free, and a job can be stopped at once.
 */
import type { AnswerOf, JobOf, Kind, ProgressOf } from './job.ts';
import { poolOf, runIn } from './threads.ts';
import type { RunOptions } from './threads.ts';

export type { RunOptions } from './threads.ts';

export interface RunManyOptions<K extends Kind> {
  /** Threads, at least 1. */
  readonly threads: number;
  readonly onProgress?: (progress: ProgressOf<K>, job: number) => void;
  /** Ends early with the answers of the first jobs, up to the first that has none yet. */
  readonly stop?: AbortSignal;
  /** Gives all jobs up. */
  readonly cancel?: AbortSignal;
}

/**
 * The job's answer, the same as in this thread.
 * @throws the error of the job, or an AbortError once it is cancelled
 */
export async function runJob<K extends Kind>(job: JobOf<K>, options: RunOptions<K> = {}): Promise<AnswerOf<K>> {
  const pool = poolOf(1);
  try {
    return await runIn(pool, job, options);
  } finally {
    await pool.destroy();
  }
}

/**
 * The answers of jobs that run side by side, in the order of the jobs: the same with any number of threads. Fewer than
 * there are jobs, perhaps none, only where they were asked to stop.
 * @throws the error of the first job that fails, or an AbortError once they are cancelled
 */
export async function runJobs<K extends Kind>(
  jobs: readonly JobOf<K>[],
  { threads, onProgress, stop, cancel }: RunManyOptions<K>,
): Promise<AnswerOf<K>[]> {
  const pool = poolOf(threads);
  // One signal each: a signal that many listen to makes Node warn of a leak.
  const cancels = jobs.map(() => new AbortController());
  const cancelAll = (): void => cancels.forEach((each) => each.abort());
  for (const signal of [stop, cancel]) {
    signal?.addEventListener('abort', cancelAll);
    if (signal?.aborted) cancelAll();
  }
  const answerOf = async (job: JobOf<K>, index: number): Promise<readonly AnswerOf<K>[]> => {
    try {
      const answer = await runIn<K>(pool, job, {
        ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress(progress, index) }),
        cancel: cancels[index]!.signal,
      });
      return [answer];
    } catch (error) {
      if (stop?.aborted === true && cancel?.aborted !== true) return [];
      throw error;
    }
  };
  try {
    const answers = await Promise.all(jobs.map(answerOf));
    const missing = answers.findIndex((answer) => answer.length === 0);
    return answers.slice(0, missing === -1 ? answers.length : missing).flat();
  } finally {
    for (const signal of [stop, cancel]) signal?.removeEventListener('abort', cancelAll);
    await pool.destroy();
  }
}
