/** Jobs side by side, with the built program: a thread cannot load TypeScript. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { compileUncertainty } from '../../src/compile/uncertainty.ts';
import type { JobOf } from '../../src/jobs/job.ts';
import { smaa } from '../../src/engine/sensitivity/smaa.ts';
import type * as RunJob from '../../src/jobs/run-job.ts';
import { shipped } from '../shipped.ts';
import { builtProgram } from '../program.ts';

const BUILT = pathToFileURL(join(builtProgram(), 'run-job.js')).href;
const { runJobs }: typeof RunJob = await import(BUILT);

function drawJobs(name: string, draws: number, size: number): JobOf<'smaa'>[] {
  const scenario = shipped(name);
  return Array.from({ length: Math.ceil(draws / size) }, (_, k) => ({
    kind: 'smaa',
    problem: compileProblem(scenario).problem,
    question: {
      uncertainty: compileUncertainty(scenario),
      drafts: scenario.drafts.map(({ id }) => compileDraft(scenario, id)),
      solution: 'nash',
      simplex: false,
      seed: '1',
      from: k * size,
      to: Math.min(draws, (k + 1) * size),
    },
  }));
}

describe('runJobs', () => {
  it('answers the same with one thread and with two, in the order of the jobs', async () => {
    const jobs = drawJobs('first-five-minutes', 50, 20);
    const told = jobs.map(() => 0);
    const one = await runJobs<'smaa'>(jobs, { threads: 1 });
    const two = await runJobs<'smaa'>(jobs, { threads: 2, onProgress: (done, job) => (told[job] = done) });
    expect(two).toEqual(one);
    expect(two).toEqual(jobs.map(({ problem, question }) => smaa(problem, question, () => {})));
    expect(told).toEqual([20, 20, 10]);
  });

  it('is given up at once when cancelled', async () => {
    const cancel = new AbortController();
    const running = runJobs<'smaa'>(drawJobs('quarry-dispute', 1_000_000, 100_000), {
      threads: 2,
      cancel: cancel.signal,
    });
    setTimeout(() => cancel.abort(), 300);
    await expect(running).rejects.toThrow(/abort/i);
  });
});
