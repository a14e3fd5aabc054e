/**
 * Runs jobs in worker threads: the thread that talks to the person stays free, and a job can be stopped at once.
 */
import type { AnswerOf, JobOf, Kind, ProgressOf } from './job.ts';
import { poolOf, runIn } from './threads.ts';
import type { RunOptions } from './threads.ts';
import type { Tinypool } from 'tinypool';

export type { RunOptions } from './threads.ts';

export interface RunManyOptions<K extends Kind> {
  /** Threads, at least 1, started for these jobs and ended with them; or a pool that stays. */
  readonly threads: number | Tinypool;
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
  const pool = typeof threads === 'number' ? poolOf(threads) : threads;
  // One signal each: a signal that many listen to makes Node warn of a leak.
  const cancels = jobs.map(() => new AbortController());
  const cancelAll = (): void => cancels.forEach((each) => each.abort());
  // The first job answers with what it has by then, so that there is something to show.
  const cancelOthers = (): void => cancels.slice(1).forEach((each) => each.abort());
  cancel?.addEventListener('abort', cancelAll);
  stop?.addEventListener('abort', cancelOthers);
  if (stop?.aborted === true || cancel?.aborted === true) cancelAll();
  // What later jobs found does not follow on the part of the first that was done.
  let isCut = false;
  const answerOf = async (job: JobOf<K>, index: number): Promise<readonly AnswerOf<K>[]> => {
    try {
      const answer = await runIn<K>(pool, job, {
        ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress(progress, index) }),
        ...(index === 0 && stop !== undefined ? { stop } : {}),
        cancel: cancels[index]!.signal,
      });
      if (index === 0 && stop?.aborted === true) isCut = true;
      return [answer];
    } catch (error) {
      if (stop?.aborted === true && cancel?.aborted !== true) return [];
      throw error;
    }
  };
  try {
    const answers = await Promise.all(jobs.map(answerOf));
    const missing = answers.findIndex((answer) => answer.length === 0);
    return answers.slice(0, isCut ? 1 : missing === -1 ? answers.length : missing).flat();
  } finally {
    cancel?.removeEventListener('abort', cancelAll);
    stop?.removeEventListener('abort', cancelOthers);
    if (pool !== threads) await pool.destroy();
  }
}
