/** What a screen exports is about the numbers that it shows. */
import { expect, test } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { runHere } from '../../../src/jobs/job.ts';
import type { AnswerOf, JobOf, Kind } from '../../../src/jobs/job.ts';
import { applyEdit } from '../../../src/scenario/edit/edit.ts';
import type { Question, Subject } from '../../../src/tui/live/question.ts';
import type { ReportName } from '../../../src/tui/model/screen.ts';
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

function exported(about: Subject, what: ReportName = 'solve', questions: readonly Question[] = []): Promise<string> {
  const request = {
    kind: 'export',
    what,
    about,
    questions,
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

test('a report on bargaining follows the agenda, many sessions and the table of the screen', async () => {
  const agenda = file.issues.map(({ id }) => id).join(';');
  const report = async (what: ReportName, questions: readonly Question[]): Promise<string> =>
    (await exported(asItIs, what, questions)).replaceAll(/\s+/gu, ' ');
  const alone = await report('bargain', [{ kind: 'session', agenda }]);
  expect(alone).toContain(`The issues are settled in ${file.issues.length} groups, one after the other.`);
  expect(alone).toContain(`winset bargain knot.yaml --agenda '${agenda}' --seed 1 --json`);
  const many = await report('many-sessions', [
    { kind: 'session', agenda },
    { kind: 'runs', runs: 3, agenda },
  ]);
  expect(many).toMatch(/winset bargain knot\.yaml --agenda '[^']+' --runs 3 /u);
  const asked = { kind: 'tournament', menu: 'linear,conceder', protocol: 'random-proposer', agenda } as const;
  const table = await report('tournament', [{ kind: 'session', agenda }, asked]);
  expect(table).toContain('A profile is one strategy for each party.');
  expect(table).toMatch(/winset tournament knot\.yaml --menu linear,conceder --protocol random-proposer --agenda /u);
  expect(await report('tournament', [{ kind: 'session' }])).toContain('winset bargain knot.yaml --seed 1 --json');
});
