/**
 * Runs a job in a worker thread: the thread that talks to the person stays free, and a job can be stopped at once.
 */
import { MessageChannel } from 'node:worker_threads';
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

/**
 * The job's answer, the same as in this thread.
 * @throws the error of the job, or an AbortError once it is cancelled
 */
export async function runJob<K extends Kind>(job: JobOf<K>, options: RunOptions<K> = {}): Promise<AnswerOf<K>> {
  const pool = new Tinypool({ filename: new URL('./worker.js', import.meta.url).href, minThreads: 1, maxThreads: 1 });
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
    return answer;
  } finally {
    options.stop?.removeEventListener('abort', stop);
    here.close();
    await pool.destroy();
  }
}
