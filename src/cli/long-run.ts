/**
 * Runs jobs that may take long: says on standard error what is being worked on, and heeds ctrl-c.
 *
 * Jobs run in worker threads; where there are few deals that would only cost time, and one job alone runs here.
 */
import { availableParallelism } from 'node:os';
import { spaceSize } from '../engine/problem.ts';
import { runHere } from '../jobs/job.ts';
import type { AnswerOf, JobOf, Kind, ProgressOf } from '../jobs/job.ts';
import { runJob, runJobs } from '../jobs/run-job.ts';
import type { Crew, Progress, Told } from '../questions/crew.ts';
import type { Work } from '../questions/question.ts';
import { cut, oneLine } from '../report/text/width.ts';
import { Interrupted } from './exit.ts';
import { showStatus } from './terminal.ts';
import type { Status } from './terminal.ts';

/** Problems up to this size are answered in a few milliseconds. */
const FEW_DEALS = 100_000n;

/** Columns of a scenario's title in the line on standard error. */
const TITLE = 40;

/** Threads for one piece of work: the line on standard error says how far they are. Runs throw `Interrupted`. */
export function crewFor({ doing, stoppable = false, threads = availableParallelism() }: Work, scenario: string): Crew {
  const options = { title: `${doing} ${cut(oneLine(scenario), TITLE)}`, stoppable, threads };
  return {
    run: async (jobs, progress) => {
      const [job] = jobs;
      if (job === undefined) return [];
      if (jobs.length > 1) return runParts(jobs, progress, options);
      return [await runOne(job, progress, options)];
    },
  };
}

interface Running {
  readonly title: string;
  readonly stoppable: boolean;
  readonly threads: number;
}

/** Asked to stop, the job itself answers with what is proven by then. */
async function runOne<K extends Kind>(
  job: JobOf<K>,
  progress: (told: Told<K>) => Progress,
  { title, stoppable }: Running,
): Promise<AnswerOf<K>> {
  if (spaceSize(job.problem) <= FEW_DEALS) return runHere(job);
  const stop = new AbortController();
  const line = progressLine(stoppable);
  return heeding(title, stoppable ? stop : null, (status, cancel) =>
    runJob<K>(job, {
      onProgress: (word) => {
        if (!stop.signal.aborted) status.say(line(progress([word])));
      },
      stop: stop.signal,
      cancel,
    }),
  );
}

/** Asked to stop, the jobs done by then answer. */
async function runParts<K extends Kind>(
  jobs: readonly JobOf<K>[],
  progress: (told: Told<K>) => Progress,
  { title, threads, stoppable }: Running,
): Promise<AnswerOf<K>[]> {
  const told = jobs.map((): ProgressOf<K> | null => null);
  const stop = new AbortController();
  const line = progressLine(stoppable);
  const answers = await heeding(title, stoppable ? stop : null, (status, cancel) =>
    runJobs<K>(jobs, {
      threads,
      onProgress: (word, job) => {
        if (stop.signal.aborted) return;
        told[job] = word;
        status.say(line(progress(told)));
      },
      stop: stop.signal,
      cancel,
    }),
  );
  if (answers.length === 0) throw new Interrupted('stopped before there was an answer');
  return answers;
}

/** How far the work is, what ctrl-c does, and how long the rest may take. */
function progressLine(stoppable: boolean): (progress: Progress) => string {
  const started = performance.now();
  return ({ text, share }) => {
    const left = share === null ? '' : timeLeft(performance.now() - started, share);
    const hint = stoppable ? '; ctrl-c shows what is done' : '';
    return [`${text}${hint}`, left].filter((part) => part !== '').join(', ');
  };
}

/** An estimate needs this much time and work behind it to be worth a word. */
const LEAST_PASSED_MS = 3000;
const LEAST_SHARE = 0.03;

/** As if the rest went on at the pace so far: "about 40 s left", "about 3 min left"; nothing while that is a guess. */
export function timeLeft(passed: number, share: number): string {
  if (passed < LEAST_PASSED_MS || share < LEAST_SHARE || share >= 1) return '';
  const seconds = Math.ceil(((passed / share) * (1 - share)) / 1000);
  return seconds < 100 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`;
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
