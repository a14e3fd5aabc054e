/** What a screen exports is about the numbers that it shows. */
import { expect, test } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { runHere } from '../../../src/jobs/job.ts';
import type { AnswerOf, JobOf, Kind } from '../../../src/jobs/job.ts';
import { applyEdit } from '../../../src/scenario/edit/edit.ts';
import type { Subject } from '../../../src/tui/live/question.ts';
import { reportText } from '../../../src/tui/outside/report.ts';
import { scenarioOf } from '../../scenario/support.ts';
import { KNOT } from '../../questions/knot.ts';

const file = scenarioOf(KNOT);
const asItIs: Subject = { scenario: file, compiled: compileProblem(file), file, edits: [] };

function supposing(): Subject {
  const edit = { kind: 'dropRedLine', party: 'b', redLine: 'get' } as const;
  const made = applyEdit(file, edit);
  if (!made.ok) throw new Error(made.message);
  const asIf = { words: 'Beta did not refuse "mine" (Land)', lines: ['b.get'], of: asItIs };
  return { scenario: made.scenario, compiled: compileProblem(made.scenario), file, edits: [edit], asIf };
}

const crew = {
  run: <K extends Kind>(jobs: readonly JobOf<K>[]): Promise<readonly AnswerOf<K>[]> =>
    Promise.resolve(jobs.map((job) => runHere(job))),
};

function exported(about: Subject): Promise<string> {
  const request = {
    kind: 'export',
    what: 'solve',
    about,
    questions: [],
    deal: null,
    form: 'text',
    path: 'report.txt',
    overwrite: false,
  } as const;
  return reportText({ request, crew, open: nothingElse, version: '0', argument: 'knot.yaml', warnings: [] });
}

function nothingElse(argument: string): Promise<never> {
  return Promise.reject(new Error(`${argument} is not there`));
}

test('a report of what is supposed says so, and names the command that gives it again', async () => {
  const text = await exported(supposing());
  expect(text).toContain('What if: the stated red line b.get of Beta is set aside.');
  expect(text).toContain('A deal is possible.');
  expect(text.replace(/\s+/g, ' ')).toMatch(/winset solve knot\.yaml .*--without b\.get/);
  expect(text).not.toContain('changed by hand');
  expect(await exported(asItIs)).toContain('No deal.');
});
