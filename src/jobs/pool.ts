/**
 * Threads that stay for an interface that stays: jobs run in threads that are warm already, and one that is no longer
 * wanted makes room for the next at once.
 */
import type { AnswerOf, JobOf, Kind } from './job.ts';
import { Seat } from './seat.ts';
import type { RunOptions } from './threads.ts';

export interface Pool {
  /**
   * The job's answer, the same as in this thread where its nodes settle it: see `glance`. Jobs wait for each other where there are more than threads.
   * @throws the error of the job, or an AbortError as soon as it is cancelled or the pool is closed
   */
  readonly run: <K extends Kind>(job: JobOf<K>, options?: RunOptions<K>) => Promise<AnswerOf<K>>;
  /** Starts the thread of the first job before that job is there. */
  readonly start: () => void;
  /** Gives up the jobs under way and ends all threads. */
  readonly close: () => Promise<void>;
}

/** A cancelled job that ends by itself within this time keeps its thread, with all that is warm in it. */
const GRACE_MS = 40;

/** Nothing is rehearsed while jobs follow each other faster than this. */
const REST_MS = 300;

/** Glances after which a thread is as fast as it gets, or nearly. */
const REHEARSALS = 3;

/**
 * A pool that runs so many jobs at once. One more thread stands by, for while a cancelled job still keeps its own busy or
 * that thread is started anew; a glance the pool was asked for is rehearsed there, so that it is warm as well.
 */
export function openPool(threads: number): Pool {
  const seats = Array.from({ length: threads + 1 }, () => new Seat());
  const closed = new AbortController();
  const waiting: (() => void)[] = [];
  let running = 0;
  let glance: JobOf<'glance'> | null = null;
  let rest: NodeJS.Timeout | undefined;

  const freeSeat = (): Seat | null => {
    const free = seats.filter(({ isBusy }) => !isBusy);
    return running < threads && free.length > 0
      ? free.reduce((one, other) => (other.done > one.done ? other : one))
      : null;
  };
  const proceed = (): void => {
    for (let next = waiting.length; next > 0 && freeSeat() !== null; next--) waiting.shift()?.();
    clearTimeout(rest);
    if (running === 0) rest = setTimeout(rehearse, REST_MS).unref();
  };
  const rehearse = (): void => {
    const seat = seats.find(({ isBusy, done }) => !isBusy && done < REHEARSALS);
    if (glance === null || seat === undefined || closed.signal.aborted) return;
    seat.run<'glance'>(glance, {}).then(proceed, () => {
      // Whoever asked for the glance is told what is wrong with it.
      glance = null;
    });
  };
  const start = <K extends Kind>(seat: Seat, job: JobOf<K>, options: RunOptions<K>, cancel: AbortSignal) => {
    running++;
    clearTimeout(rest);
    const grace = graceAfter(cancel);
    const work = seat.run<K>(job, { ...options, stop: anyOf([cancel, options.stop]), cancel: grace.over });
    const ended = (): void => {
      grace.forget();
      proceed();
    };
    work.then(ended, ended);
    return unless(cancel, work).finally(() => {
      running--;
      proceed();
    });
  };
  return {
    run: async <K extends Kind>(job: JobOf<K>, options: RunOptions<K> = {}): Promise<AnswerOf<K>> => {
      const cancel = anyOf([closed.signal, options.cancel]);
      cancel.throwIfAborted();
      for (let seat = freeSeat(); ; seat = freeSeat()) {
        if (seat !== null) {
          if (isGlance(job)) glance = job;
          return start(seat, job, options, cancel);
        }
        await unless(cancel, new Promise<void>((resolve) => waiting.push(resolve)));
      }
    },
    start: () => void seats[0]?.start(),
    close: async () => {
      closed.abort();
      clearTimeout(rest);
      await Promise.all(seats.map((seat) => seat.close()));
    },
  };
}

function isGlance(job: { readonly kind: Kind }): job is JobOf<'glance'> {
  return job.kind === 'glance';
}

/** The time a cancelled job has to stop as it was asked to. */
interface Grace {
  /** Ends the thread of a job that did not stop. */
  readonly over: AbortSignal;
  /** To be called once the job has ended: nothing is left behind. */
  readonly forget: () => void;
}

function graceAfter(cancel: AbortSignal): Grace {
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => end.abort(), GRACE_MS).unref();
  };
  cancel.addEventListener('abort', begin, { once: true });
  const forget = (): void => {
    cancel.removeEventListener('abort', begin);
    clearTimeout(timer);
  };
  return { over: end.signal, forget };
}

/** What comes of the work, or an AbortError as soon as it is cancelled. */
async function unless<T>(cancel: AbortSignal, work: Promise<T>): Promise<T> {
  let giveUp = (): void => {};
  const cancelled = new Promise<never>((_, reject) => {
    giveUp = () => reject(cancel.reason);
  });
  cancel.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    cancel.removeEventListener('abort', giveUp);
  }
}

function anyOf(signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
