/**
 * Runs jobs that may take long: says on standard error what is being worked on, and heeds ctrl-c.
 *
 * Jobs run in worker threads; where there are few deals that would only cost time, and one job alone runs here.
 */
import { availableParallelism } from 'node:os';
import type { Tinypool } from 'tinypool';
import { spaceSize } from '../engine/problem.ts';
import type { AnswerOf, JobOf, Kind, ProgressOf } from '../jobs/job.ts';
import { runJobs } from '../jobs/run-job.ts';
import { poolUpTo } from '../jobs/threads.ts';
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
  const heeded = new Heeded(`${doing} ${cut(oneLine(scenario), TITLE)}`, stoppable);
  let pool: Tinypool | null = null;
  return {
    run: async (jobs, progress) => {
      const [job] = jobs;
      if (job === undefined) return [];
      if (jobs.length === 1 && 'problem' in job && spaceSize(job.problem) <= FEW_DEALS) {
        const { runHere } = await import('../jobs/job.ts');
        return [runHere(job)];
      }
      pool ??= poolUpTo(threads);
      return runInThreads(pool, jobs, progress, heeded);
    },
  };
}

/** The answers of jobs side by side; asked to stop, those of the jobs done by then. */
function runInThreads<K extends Kind>(
  pool: Tinypool,
  jobs: readonly JobOf<K>[],
  progress: (told: Told<K>) => Progress,
  heeded: Heeded,
): Promise<AnswerOf<K>[]> {
  const told = jobs.map((): ProgressOf<K> | null => null);
  const line = progressLine(heeded.stoppable);
  return heeded.run(async (status, stop, cancel) => {
    const answers = await runJobs<K>(jobs, {
      threads: pool,
      onProgress: (word, job) => {
        if (stop.aborted) return;
        told[job] = word;
        status.say(line(progress(told)));
      },
      stop,
      cancel,
    });
    if (answers.length === 0) throw new Interrupted('stopped before there was an answer');
    return answers;
  });
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

/**
 * Work of one crew: one line about it while any of it runs, and ctrl-c asks to stop, where that is possible, and then gives
 * up.
 */
class Heeded {
  readonly stoppable: boolean;
  readonly #title: string;
  #running = 0;
  #status: Status = { say: () => {}, end: () => {} };
  #stop = new AbortController();
  #cancel = new AbortController();

  constructor(title: string, stoppable: boolean) {
    this.#title = title;
    this.stoppable = stoppable;
  }

  async run<T>(work: (status: Status, stop: AbortSignal, cancel: AbortSignal) => Promise<T>): Promise<T> {
    if (this.#running++ === 0) this.#begin();
    const cancel = this.#cancel.signal;
    try {
      return await work(this.#status, this.#stop.signal, cancel);
    } catch (error) {
      throw cancel.aborted ? new Interrupted('stopped before there was an answer') : error;
    } finally {
      if (--this.#running === 0) this.#end();
    }
  }

  #begin(): void {
    this.#stop = new AbortController();
    this.#cancel = new AbortController();
    this.#status = showStatus(this.#title);
    process.on('SIGINT', this.#interrupt);
  }

  #end(): void {
    process.off('SIGINT', this.#interrupt);
    this.#status.end();
  }

  readonly #interrupt = (): void => {
    if (this.stoppable && !this.#stop.signal.aborted) {
      this.#stop.abort();
      this.#status.say('stopping; ctrl-c again to give up');
    } else {
      this.#cancel.abort();
    }
  };
}
