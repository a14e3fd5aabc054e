/** The entry of a worker thread: runs one job and sends its progress through the port it was given. */
import type { MessagePort } from 'node:worker_threads';
import type { AnswerOf, JobOf, Kind, ProgressOf, Watch } from './job.ts';
import { runHere } from './job.ts';

export interface Order<K extends Kind> {
  readonly job: JobOf<K>;
  readonly port: MessagePort;
  /** One shared number: not 0 once the job is asked to stop. */
  readonly stopped: Int32Array;
}

export default function run<K extends Kind>({ job, port, stopped }: Order<K>): AnswerOf<K> {
  const watch: Watch<K> = {
    onProgress: (progress: ProgressOf<K>) => port.postMessage(progress),
    stop: () => Atomics.load(stopped, 0) !== 0,
  };
  try {
    return runHere(job, watch);
  } finally {
    port.close();
  }
}
