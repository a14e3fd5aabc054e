/** Threads that run jobs, and one job in one of them: what it tells is passed on, and it can be stopped at once. */
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

const WORKER = new URL('./worker.js', import.meta.url).href;

/** So many threads, started at once and again where one is ended. */
export function poolOf(threads: number): Tinypool {
  return new Tinypool({ filename: WORKER, minThreads: threads, maxThreads: threads });
}

/** Threads that wait this long for work are no longer needed. */
const IDLE_MS = 5000;

/** Up to so many threads, each started once there is work for it. Those that wait do not keep the program from ending. */
export function poolUpTo(threads: number): Tinypool {
  return new Tinypool({ filename: WORKER, minThreads: 0, maxThreads: threads, idleTimeout: IDLE_MS });
}

/**
 * The job's answer, the same as in this thread where its nodes settle it: see `glance`.
 * @throws the error of the job, or an AbortError once it is cancelled
 */
export async function runIn<K extends Kind>(
  pool: Tinypool,
  job: JobOf<K>,
  options: RunOptions<K>,
): Promise<AnswerOf<K>> {
  const { port1: here, port2: port } = new MessageChannel();
  const stopped = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const stop = (): void => {
    Atomics.store(stopped, 0, 1);
  };
  here.on('message', (progress: ProgressOf<K>) => options.onProgress?.(progress));
  options.stop?.addEventListener('abort', stop);
  if (options.stop?.aborted) stop();
  const order: Order<K> = { job, port, stopped };
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
