/** The pool is tried with the built program: a thread cannot load TypeScript. */
import { getEventListeners } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { glance } from '../../src/engine/glance.ts';
import { solve } from '../../src/engine/solve.ts';
import type * as PoolModule from '../../src/jobs/pool.ts';
import type { Pool } from '../../src/jobs/pool.ts';
import { shipped } from '../shipped.ts';
import { builtProgram } from '../program.ts';

const BUILT = pathToFileURL(join(builtProgram(), 'pool.js')).href;
const { openPool }: typeof PoolModule = await import(BUILT);

const BUDGET = { states: 10_000, seed: '1' } as const;
const SPREAD = { epsilon: 0.5, maxPoints: 1000, vectors: 10_000, ...BUDGET } as const;

function opened(name: string) {
  const scenario = shipped(name);
  const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
  return { problem: compileProblem(scenario).problem, options: { drafts, coalition: null, ties: 100 } };
}

const SMALL = ['quarry-dispute', 'lease', 'first-five-minutes'].map(opened);
/** Takes far longer than any test waits. */
const ENDLESS = {
  kind: 'frontier',
  problem: opened('ukraine-2025').problem,
  question: { inZone: false, coalition: null, drafts: [], options: { ...SPREAD, epsilon: 0.001, maxPoints: 100_000 } },
} as const;

describe('openPool', () => {
  const pools: Pool[] = [];
  const poolOf = (threads: number): Pool => {
    const pool = openPool(threads);
    pools.push(pool);
    return pool;
  };
  afterEach(async () => {
    for (const pool of pools.splice(0)) await pool.close();
  });

  it('answers as this thread does, one job after the other and side by side', async () => {
    const pool = poolOf(2);
    for (const { problem, options } of SMALL) {
      expect(await pool.run<'glance'>({ kind: 'glance', problem, options })).toEqual(glance(problem, options));
    }
    const zones = SMALL.map(({ problem }) => pool.run<'zone'>({ kind: 'zone', problem, budget: BUDGET }));
    const answers = SMALL.map(({ problem, options }) => solve(problem, { ...options, ...BUDGET }).zone);
    expect(await Promise.all(zones)).toEqual(answers);
  });

  it('gives up a job at once when it is cancelled, and goes on with the next', async () => {
    const pool = poolOf(1);
    const { problem, options } = SMALL[0]!;
    for (let round = 0; round < 2; round++) {
      const cancel = new AbortController();
      const running = pool.run<'frontier'>(ENDLESS, { cancel: cancel.signal });
      const next = pool.run<'glance'>({ kind: 'glance', problem, options });
      setTimeout(() => cancel.abort(), 100);
      await expect(running).rejects.toThrow(/abort/i);
      expect(await next).toEqual(glance(problem, options));
    }
  });

  it('replaces the thread of a job that does not stop by itself', async () => {
    const pool = poolOf(1);
    const { problem, options } = SMALL[0]!;
    const heavy = opened('ukraine-2025').problem;
    for (let round = 0; round < 2; round++) {
      const cancel = new AbortController();
      const budget = { states: 50_000_000, seed: '1' };
      const running = pool.run<'power'>({ kind: 'power', problem: heavy, budget }, { cancel: cancel.signal });
      setTimeout(() => cancel.abort(), 50);
      await expect(running).rejects.toThrow(/abort/i);
      expect(await pool.run<'glance'>({ kind: 'glance', problem, options })).toEqual(glance(problem, options));
    }
  });

  it('never starts a job that is cancelled while it waits', async () => {
    const pool = poolOf(1);
    const [first, second] = [new AbortController(), new AbortController()];
    const running = pool.run<'frontier'>(ENDLESS, { cancel: first.signal });
    const waiting = pool.run<'frontier'>(ENDLESS, { cancel: second.signal });
    second.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
    first.abort();
    await expect(running).rejects.toThrow(/abort/i);
    await expect(pool.run<'frontier'>(ENDLESS, { cancel: first.signal })).rejects.toThrow(/abort/i);
  });

  it('passes on what goes wrong in a job, what it tells, and that it is to stop', async () => {
    const pool = poolOf(1);
    const { problem } = SMALL[0]!;
    const question = { inZone: false, coalition: null, drafts: [], options: SPREAD };
    const broken = { ...question, options: { ...SPREAD, epsilon: -1 } };
    await expect(pool.run<'frontier'>({ kind: 'frontier', problem, question: broken })).rejects.toThrow(/epsilon/);
    const told: unknown[] = [];
    const onProgress = (progress: unknown): void => void told.push(progress);
    await pool.run<'frontier'>({ kind: 'frontier', problem, question }, { onProgress });
    expect(told.length).toBeGreaterThan(0);
    const stop = new AbortController();
    stop.abort();
    const stopped = await pool.run<'frontier'>({ kind: 'frontier', problem, question }, { stop: stop.signal });
    expect(stopped.frontier.points).toHaveLength(1);
  });

  it('leaves nothing behind that waits for a job to be cancelled once it has ended', async () => {
    const combine = vi.spyOn(AbortSignal, 'any');
    const pool = poolOf(1);
    const cancel = new AbortController();
    const question = { inZone: false, coalition: null, drafts: [], options: { ...SPREAD, epsilon: -1 } };
    for (const { problem, options } of SMALL) {
      await pool.run<'glance'>({ kind: 'glance', problem, options }, { cancel: cancel.signal });
      const broken = pool.run<'frontier'>({ kind: 'frontier', problem, question }, { cancel: cancel.signal });
      await expect(broken).rejects.toThrow(/epsilon/);
    }
    const signals = combine.mock.results.map(({ value }) => value);
    combine.mockRestore();
    expect(signals.length).toBeGreaterThanOrEqual(2 * SMALL.length);
    const listeners = [...signals, cancel.signal].flatMap((signal) => getEventListeners(signal, 'abort'));
    expect(listeners).toEqual([]);
  });

  it('gives up everything when it is closed', async () => {
    const pool = openPool(1);
    const jobs = [pool.run<'frontier'>(ENDLESS), pool.run<'frontier'>(ENDLESS)];
    const settled = Promise.allSettled(jobs);
    await pool.close();
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(pool.run<'frontier'>(ENDLESS)).rejects.toThrow(/abort/i);
  });
});
