/** Worker threads are tried with the built program: a thread cannot load TypeScript. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import type { SolveProgress } from '../../src/engine/solve.ts';
import { solve } from '../../src/engine/solve.ts';
import type * as RunJob from '../../src/jobs/run-job.ts';
import { shipped } from '../shipped.ts';
import { builtProgram } from '../program.ts';

const BUILT = pathToFileURL(join(builtProgram(), 'run-job.js')).href;
const { runJob }: typeof RunJob = await import(BUILT);

function opened(name: string) {
  const scenario = shipped(name);
  return { scenario, problem: compileProblem(scenario).problem };
}

const LIMITS = { coalition: null, ties: 100, states: 10_000, seed: '1' } as const;
const SPREAD = { epsilon: 0.5, maxPoints: 1000, vectors: 10_000, states: 10_000, seed: '1' } as const;

describe('runJob', () => {
  it('answers as this thread does, and tells what it is at', async () => {
    const { scenario, problem } = opened('quarry-dispute');
    const options = { ...LIMITS, drafts: scenario.drafts.map(({ id }) => compileDraft(scenario, id)) };
    const told: SolveProgress[] = [];
    const answer = await runJob<'solve'>(
      { kind: 'solve', problem, options },
      { onProgress: (progress) => told.push(progress) },
    );
    expect(answer).toEqual(solve(problem, options));
    expect(told).toEqual(['zone', 'coalitions', 'solutions', 'ways out', 'drafts']);
  });

  it('passes on what goes wrong in the thread', async () => {
    const { problem } = opened('lease');
    const question = { inZone: false, coalition: null, drafts: [], options: { ...SPREAD, epsilon: -1 } };
    await expect(runJob<'frontier'>({ kind: 'frontier', problem, question })).rejects.toThrow(/epsilon/);
  });

  it('is given up at once when cancelled', async () => {
    const { problem } = opened('ukraine-2025');
    const cancel = new AbortController();
    const question = { inZone: false, coalition: null, drafts: [], options: SPREAD };
    const running = runJob<'frontier'>({ kind: 'frontier', problem, question }, { cancel: cancel.signal });
    setTimeout(() => cancel.abort(), 300);
    await expect(running).rejects.toThrow(/abort/i);
  });

  it('answers with what is proven when it is stopped', async () => {
    const { problem } = opened('quarry-dispute');
    const stop = new AbortController();
    const question = { inZone: false, coalition: null, drafts: [], options: SPREAD };
    const whole = await runJob<'frontier'>({ kind: 'frontier', problem, question });
    stop.abort();
    const stopped = await runJob<'frontier'>({ kind: 'frontier', problem, question }, { stop: stop.signal });
    expect(stopped.frontier.points).toHaveLength(1);
    expect(stopped.frontier.epsilon).toBeGreaterThan(whole.frontier.epsilon);
    expect(whole.frontier.points.length).toBeGreaterThan(1);
  });
});
