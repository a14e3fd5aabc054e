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
    switch (job.kind) {
      case 'solve':
        return work.solve(job, watch());
      case 'glance':
        return work.glance(job, watch());
      case 'zone':
        return work.zone(job, watch());
      case 'frontier':
        return work.frontier(job, watch());
      case 'explain':
        return work.explain(job, watch());
      case 'drafts':
        return work.drafts(job, watch());
      case 'power':
        return work.power(job, watch());
      case 'smaa':
        return work.smaa(job, watch());
      case 'tornado':
        return work.tornado(job, watch());
      case 'breakpoints':
        return work.breakpoints(job, watch());
      case 'stage':
        return work.stage(job, watch());
    }
  } finally {
    port.close();
  }
}
