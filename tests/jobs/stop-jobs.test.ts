/** Jobs side by side that are stopped on the way, with the built program: a thread cannot load TypeScript. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { compileUncertainty } from '../../src/compile/uncertainty.ts';
import { runMany } from '../../src/engine/bargain/many/runs.ts';
import { smaa } from '../../src/engine/sensitivity/smaa.ts';
import type { JobOf } from '../../src/jobs/job.ts';
import type * as RunJob from '../../src/jobs/run-job.ts';
import { sessionQuestion } from '../../src/questions/bargain/session-question.ts';
import { setupOf } from '../../src/questions/bargain/setup.ts';
import { shipped } from '../shipped.ts';
import { builtProgram } from '../program.ts';

const BUILT = pathToFileURL(join(builtProgram(), 'run-job.js')).href;
const { runJobs }: typeof RunJob = await import(BUILT);

const SIZE = 20;
const JOBS = 500;

function drawJobs(): JobOf<'smaa'>[] {
  const scenario = shipped('first-five-minutes');
  const { problem } = compileProblem(scenario);
  const uncertainty = compileUncertainty(scenario);
  return Array.from({ length: JOBS }, (_, k) => ({
    kind: 'smaa',
    problem,
    question: {
      uncertainty,
      drafts: [],
      solution: 'nash',
      simplex: false,
      seed: '1',
      from: k * SIZE,
      to: (k + 1) * SIZE,
    },
  }));
}

describe('runJobs, asked to stop', () => {
  it('answers with the first jobs, the same as if only these had been asked for', async () => {
    const jobs = drawJobs();
    const stop = new AbortController();
    const onProgress = (_done: number, job: number): void => {
      if (job >= 4) stop.abort();
    };
    const answers = await runJobs<'smaa'>(jobs, { threads: 2, stop: stop.signal, onProgress });
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.length).toBeLessThan(JOBS);
    const asked = jobs.slice(0, answers.length);
    expect(answers).toEqual(asked.map(({ problem, question }) => smaa(problem, question, () => {})));
  });

  it('answers with what the first job has by then where none is done', async () => {
    const scenario = shipped('lease');
    const setup = setupOf(
      { scenario, file: scenario, changed: (positions) => positions },
      { seed: '1', offers: 'random' },
    );
    const { problem } = compileProblem(scenario);
    const question = { ...sessionQuestion(setup), drawStart: true, ranges: null, drafts: [], told: 0 };
    const jobs = [0, 1].map((part): JobOf<'runs'> => ({
      kind: 'runs',
      problem,
      question: { ...question, from: part * 1_000_000, to: (part + 1) * 1_000_000 },
    }));
    const stop = new AbortController();
    const onProgress = (done: number, job: number): void => {
      if (job === 0 && done > 4) stop.abort();
    };
    const answers = await runJobs<'runs'>(jobs, { threads: 2, stop: stop.signal, onProgress });
    expect(answers).toHaveLength(1);
    const [done] = answers;
    expect(done!.length).toBeGreaterThan(4);
    expect(done).toEqual(runMany(problem, { ...question, from: 0, to: done!.length }));
  });

  it('has no answer where it was stopped before it began', async () => {
    expect(await runJobs<'smaa'>(drawJobs(), { threads: 2, stop: AbortSignal.abort() })).toEqual([]);
  });

  it('is given up when cancelled as well', async () => {
    const [stop, cancel] = [AbortSignal.abort(), AbortSignal.abort()];
    await expect(runJobs<'smaa'>(drawJobs(), { threads: 2, stop, cancel })).rejects.toThrow(/abort/i);
  });
});
