/** The entry of a worker thread: runs one job and sends its progress through the port it was given. */
import type { MessagePort } from 'node:worker_threads';
import type { AnswerOf, Job, Kind, ProgressOf, Watch } from './job.ts';
import { work } from './job.ts';

export interface Order {
  readonly job: Job;
  readonly port: MessagePort;
  /** One shared number: not 0 once the job is asked to stop. */
  readonly stopped: Int32Array;
}

export default function run({ job, port, stopped }: Order): AnswerOf<Kind> {
  const watch = <K extends Kind>(): Watch<K> => ({
    onProgress: (progress: ProgressOf<K>) => port.postMessage(progress),
    stop: () => Atomics.load(stopped, 0) !== 0,
  });
  try {
    return job.kind === 'solve' ? work.solve(job, watch()) : work.frontier(job, watch());
  } finally {
    port.close();
  }
}
