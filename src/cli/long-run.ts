/**
 * Runs a job that may take long: says on standard error what is being worked on, and heeds ctrl-c.
 *
 * Jobs run in a worker thread; where there are few deals that would only cost time, and they run here.
 */
import { spaceSize } from '../engine/problem.ts';
import { runJob } from '../jobs/run-job.ts';
import { work } from '../jobs/job.ts';
import type { AnswerOf, JobOf, Kind, ProgressOf } from '../jobs/job.ts';
import { Interrupted } from './exit.ts';
import { showStatus } from './terminal.ts';

export interface LongRun<K extends Kind> {
  readonly kind: K;
  readonly title: string;
  readonly describe: (progress: ProgressOf<K>) => string;
  /** True when the job, asked to stop, still answers with what is proven by then. */
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
  const [stop, cancel] = [new AbortController(), new AbortController()];
  const status = showStatus(title);
  const interrupt = (): void => {
    if (stoppable && !stop.signal.aborted) {
      stop.abort();
      status.say('stopping; ctrl-c again to give up');
    } else {
      cancel.abort();
    }
  };
  process.on('SIGINT', interrupt);
  try {
    return await runJob<K>(job, {
      onProgress: (progress) => {
        if (!stop.signal.aborted) status.say(describe(progress));
      },
      stop: stop.signal,
      cancel: cancel.signal,
    });
  } catch (error) {
    throw cancel.signal.aborted ? new Interrupted('stopped before there was an answer') : error;
  } finally {
    process.off('SIGINT', interrupt);
    status.end();
  }
}
