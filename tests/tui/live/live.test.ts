/** What the scheduler promises: the latest question wins, old work is given up, known answers come back at once. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Pool } from '../../../src/jobs/pool.ts';
import type { AnswerOf, JobOf, Kind } from '../../../src/jobs/job.ts';
import { runHere } from '../../../src/jobs/job.ts';
import type { RunOptions } from '../../../src/jobs/threads.ts';
import { startLive } from '../../../src/tui/live/live.ts';
import type { Live } from '../../../src/tui/live/live.ts';
import type { Subject } from '../../../src/tui/live/question.ts';
import { contextOf } from '../support.ts';

const FIRST = contextOf('lease').now;
const SECOND = contextOf('lease', { edits: [{ kind: 'weight', party: 'owner', issue: 'rent', value: 41 }] }).now;

interface Bench {
  readonly live: Live;
  /** Kinds of the jobs begun, in order; a job given up has a `!` behind it. */
  readonly begun: string[];
}

function answerTo<K extends Kind>(job: JobOf<K>, { onProgress = () => {} }: RunOptions<K>): AnswerOf<K> {
  const isKnown = job.kind === 'glance' || job.kind === 'glanceDrafts' || job.kind === 'zone';
  if (isKnown) return runHere(job, { onProgress, stop: () => false });
  throw new Error(`not asked here: ${job.kind}`);
}

/** A pool that works in this thread, a moment after it is asked. */
function poolOf(begun: string[], delay: number): Pool {
  return {
    run: <K extends Kind>(job: JobOf<K>, options: RunOptions<K> = {}) =>
      new Promise<AnswerOf<K>>((resolve, reject) => {
        const index = begun.push(job.kind) - 1;
        const timer = setTimeout(() => {
          try {
            resolve(answerTo(job, options));
          } catch (error) {
            reject(error);
          }
        }, delay);
        options.cancel?.addEventListener('abort', () => {
          clearTimeout(timer);
          begun[index] += '!';
          reject(new Error('given up'));
        });
      }),
    start: () => {},
    close: () => Promise.resolve(),
  };
}

function bench(delay: number): Bench {
  const begun: string[] = [];
  const pool = poolOf(begun, delay);
  const live = startLive({ quick: pool, thorough: pool, open: nothingElse, onChange: () => {}, pause: 30 });
  return { live, begun };
}

function nothingElse(argument: string): Promise<never> {
  return Promise.reject(new Error(`${argument} is not there`));
}

const GLANCE = { kind: 'glance' } as const;
const ZONE = { kind: 'zone' } as const;
async function wait(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}

function aboutOf(live: Live, kind: 'glance' | 'zone'): Subject | null {
  return live.findings()[kind].last?.about ?? null;
}

afterEach(() => {
  vi.useRealTimers();
});

test('answers the glance at once and the rest after a pause', async () => {
  vi.useFakeTimers();
  const { live, begun } = bench(10);
  live.want(FIRST, [GLANCE, ZONE]);
  await wait(1);
  expect(begun).toEqual(['glance']);
  await wait(15);
  expect(live.findings().glance).toMatchObject({ current: true, running: null, failed: null });
  expect(live.findings().zone).toMatchObject({ last: null, current: false, running: '' });
  await wait(30);
  expect(begun).toEqual(['glance', 'zone']);
  expect(live.findings().zone.current).toBe(true);
});

test('keeps the last answer in sight, marked as old, until the new one is there', async () => {
  vi.useFakeTimers();
  const { live } = bench(10);
  live.want(FIRST, [GLANCE]);
  await wait(20);
  live.want(SECOND, [GLANCE]);
  expect(live.findings().glance).toMatchObject({ current: false, running: '' });
  expect(aboutOf(live, 'glance')).toBe(FIRST);
  await wait(20);
  expect(live.findings().glance.current).toBe(true);
  expect(aboutOf(live, 'glance')).toBe(SECOND);
});

test('calls the last answer late once the next one has been awaited for long, and not before', async () => {
  vi.useFakeTimers();
  const { live } = bench(150);
  live.want(FIRST, [GLANCE]);
  await wait(140);
  expect(live.findings().glance.late).toBe(false); // there is none yet that could look old
  await wait(20);
  live.want(SECOND, [GLANCE]);
  await wait(90);
  expect(live.findings().glance.late).toBe(false);
  await wait(20);
  expect(live.findings().glance).toMatchObject({ late: true, current: false });
  await wait(60);
  expect(live.findings().glance).toMatchObject({ late: false, current: true });
});

test('answers before it knows how drafts stand to the positions of their own dates', async () => {
  vi.useFakeTimers();
  const { live, begun } = bench(10);
  const { now } = contextOf('ukraine-2025-short');
  live.want(now, [GLANCE]);
  await wait(15);
  expect(begun).toEqual(['glance', 'glanceDrafts']);
  const early = live.findings().glance;
  expect(early).toMatchObject({ current: true, running: '', last: { about: now } });
  expect(early.last?.answer.drafts).toContain(null);
  await wait(10);
  const whole = live.findings().glance;
  expect(whole).toMatchObject({ current: true, running: null });
  expect(whole.last?.answer.drafts).not.toContain(null);
  expect(whole.last?.answer.drafts).toHaveLength(now.scenario.drafts.length);
  expect({ ...whole.last?.answer, drafts: [] }).toEqual({ ...early.last?.answer, drafts: [] });
});

test('lets a glance finish that is nearly there, and then answers the latest question only', async () => {
  vi.useFakeTimers();
  const { live, begun } = bench(50);
  live.want(FIRST, [GLANCE]);
  await wait(10);
  live.want(SECOND, [GLANCE]);
  await wait(5);
  live.want(FIRST, [GLANCE]);
  live.want(SECOND, [GLANCE]);
  await wait(200);
  expect(begun).toEqual(['glance', 'glance']);
  expect(aboutOf(live, 'glance')).toBe(SECOND);
  expect(live.findings().glance.current).toBe(true);
});

test('gives up a glance that takes too long', async () => {
  vi.useFakeTimers();
  const { live, begun } = bench(1000);
  live.want(FIRST, [GLANCE]);
  await wait(10);
  live.want(SECOND, [GLANCE]);
  await wait(1500);
  expect(begun).toEqual(['glance!', 'glance']);
  expect(aboutOf(live, 'glance')).toBe(SECOND);
});

test('gives up long work as soon as the numbers change', async () => {
  vi.useFakeTimers();
  const { live, begun } = bench(100);
  live.want(FIRST, [ZONE]);
  await wait(60);
  live.want(SECOND, [ZONE]);
  expect(begun).toEqual(['zone!']);
  await wait(200);
  expect(begun).toEqual(['zone!', 'zone']);
  expect(aboutOf(live, 'zone')).toBe(SECOND);
});

test('goes on with long work while no screen asks for it, as long as the numbers stay', async () => {
  vi.useFakeTimers();
  const { live, begun } = bench(100);
  live.want(FIRST, [ZONE]);
  await wait(60);
  live.want(FIRST, []);
  await wait(300);
  expect(begun).toEqual(['zone']);
  live.want(FIRST, [ZONE]);
  expect(live.findings().zone.current).toBe(true);
});

test('gives up work that would go on, once somebody says so, and begins again when it is asked again', async () => {
  vi.useFakeTimers();
  const { live, begun } = bench(100);
  live.want(FIRST, [ZONE]);
  await wait(60);
  live.want(FIRST, []);
  live.stop('zone');
  expect(live.findings().zone).toMatchObject({ current: false, running: null, failed: null });
  await wait(300);
  expect(begun).toEqual(['zone!']);
  live.want(FIRST, [ZONE]);
  await wait(300);
  expect(live.findings().zone.current).toBe(true);
});

test('does nothing for what no screen asks about new numbers', async () => {
  vi.useFakeTimers();
  const { live, begun } = bench(100);
  live.want(FIRST, [ZONE]);
  await wait(60);
  live.want(SECOND, []);
  await wait(300);
  expect(begun).toEqual(['zone!']);
  expect(live.findings().zone).toMatchObject({ current: false, running: null });
});

test('knows earlier answers again without work', async () => {
  vi.useFakeTimers();
  const { live, begun } = bench(10);
  live.want(FIRST, [GLANCE, ZONE]);
  await wait(100);
  live.want(SECOND, [GLANCE, ZONE]);
  await wait(100);
  live.want(FIRST, [GLANCE, ZONE]);
  expect(live.findings().zone.current).toBe(true);
  expect(live.findings().glance.current).toBe(true);
  expect(aboutOf(live, 'zone')).toBe(FIRST);
  await wait(100);
  expect(begun).toHaveLength(4);
});

test('tells why there is no answer', async () => {
  vi.useFakeTimers();
  const { live } = bench(10);
  live.want(FIRST, [{ kind: 'explain' }]);
  await wait(100);
  expect(live.findings().explain).toMatchObject({ running: null, failed: 'not asked here: explain', current: false });
});
