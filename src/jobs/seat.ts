/**
 * One thread, started when it is first needed, that runs one job at a time; where a job has to be ended with it, another
 * thread takes its place.
 */
import type { AnswerOf, JobOf, Kind } from './job.ts';
import type { Tinypool } from 'tinypool';
import { poolOf, runIn } from './threads.ts';
import type { RunOptions } from './threads.ts';

export class Seat {
  #pool: Tinypool | null = null;
  /** How many jobs the present thread has done: the first ones take longer. */
  done = 0;
  isBusy = false;

  /** As `runIn`; the seat is busy until the job has ended, by itself or with its thread. */
  async run<K extends Kind>(job: JobOf<K>, options: RunOptions<K>): Promise<AnswerOf<K>> {
    this.isBusy = true;
    try {
      const answer = await runIn(this.start(), job, options);
      this.done++;
      return answer;
    } finally {
      if (options.cancel?.aborted === true) this.done = 0;
      this.isBusy = false;
    }
  }

  /** So that the thread has loaded what it needs before there is work for it. */
  start(): Tinypool {
    this.#pool ??= poolOf(1);
    return this.#pool;
  }

  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}
