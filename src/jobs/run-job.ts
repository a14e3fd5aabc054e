/**
 * Runs jobs in worker threads: the thread that talks to the person stays free, and a job can be stopped at once.
 */
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import type { AnswerOf, JobOf, Kind, ProgressOf } from './job.ts';
import type { Order } from './worker.ts';

export interface RunOptions<K extends Kind> {
  readonly onProgress?: (progress: ProgressOf<K>) => void;
  /** Ends the job early: one that can answers with what is proven by then. */
  readonly stop?: AbortSignal;
  /** Gives the job up: its thread is ended and the promise rejected. */
  readonly cancel?: AbortSignal;
}

export interface RunManyOptions<K extends Kind> {
  /** Threads, at least 1. */
  readonly threads: number;
  readonly onProgress?: (progress: ProgressOf<K>, job: number) => void;
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
 * The answers of jobs that run side by side, in the order of the jobs: the same with any number of threads.
 * @throws the error of the first job that fails, or an AbortError once they are cancelled
 */
export async function runJobs<K extends Kind>(
  jobs: readonly JobOf<K>[],
  { threads, onProgress, cancel }: RunManyOptions<K>,
): Promise<AnswerOf<K>[]> {
  const pool = poolOf(threads);
  // One signal each: a signal that many listen to makes Node warn of a leak.
  const cancels = jobs.map(() => new AbortController());
  const cancelAll = (): void => cancels.forEach((each) => each.abort());
  cancel?.addEventListener('abort', cancelAll);
  if (cancel?.aborted) cancelAll();
  try {
    return await Promise.all(
      jobs.map((job, index) =>
        runIn<K>(pool, job, {
          ...(onProgress === undefined ? {} : { onProgress: (progress) => onProgress(progress, index) }),
          cancel: cancels[index]!.signal,
        }),
      ),
    );
  } finally {
    cancel?.removeEventListener('abort', cancelAll);
    await pool.destroy();
  }
}

function poolOf(threads: number): Tinypool {
  const filename = new URL('./worker.js', import.meta.url).href;
  return new Tinypool({ filename, minThreads: threads, maxThreads: threads });
}

async function runIn<K extends Kind>(pool: Tinypool, job: JobOf<K>, options: RunOptions<K>): Promise<AnswerOf<K>> {
  const { port1: here, port2: port } = new MessageChannel();
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const stop = (): void => {
    Atomics.store(stopped, 0, 1);
  };
  here.on('message', (progress: ProgressOf<K>) => options.onProgress?.(progress));
  options.stop?.addEventListener('abort', stop);
  if (options.stop?.aborted) stop();
  const order: Order = { job, port, stopped };
  try {
    const answer: AnswerOf<K> = await pool.run(order, {
      transferList: [port],
      ...(options.cancel === undefined ? {} : { signal: options.cancel }),
    });
    // What the job told last may not have been read yet.
    for (let told = receiveMessageOnPort(here); told !== undefined; told = receiveMessageOnPort(here)) {
      const progress: ProgressOf<K> = told.message;
      options.onProgress?.(progress);
    }
    return answer;
  } finally {
    options.stop?.removeEventListener('abort', stop);
    here.close();
  }
}
