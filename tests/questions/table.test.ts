/** Every question of the table keeps what the table promises, on every shipped scenario and, in a soak, every stage. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileProblem } from '../../src/compile/compile.ts';
import { runHere } from '../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../src/jobs/job.ts';
import { atStage } from '../../src/questions/choose.ts';
import { commandLine } from '../../src/questions/command-line.ts';
import type { Given } from '../../src/questions/option.ts';
import type { Asker, OpenCase, Question } from '../../src/questions/question.ts';
import { IS_SOAK } from '../runs.ts';
import { shipped } from '../shipped.ts';
import { QUESTIONS } from '../../src/questions/table.ts';
import { columns } from '../../src/report/text/width.ts';
import { optionId } from '../../src/scenario/format/options.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const SHIPPED = join(import.meta.dirname, '../../scenarios');

/** Small budgets: what is open is said, and must fit the schema as well. */
const GIVEN: Readonly<Record<string, (scenario: Scenario) => readonly Given[]>> = {
  solve: () => [{ ties: 3, nodes: 2000, memory: '1MB' }],
  explain: ({ drafts }) => [{ nodes: 2000, draft: drafts.slice(0, 1).map(({ id }) => id) }],
  frontier: () => [{ epsilon: '20%', maxPoints: 5, nodes: 2000 }],
  score: ({ drafts }) => drafts.slice(0, 2).map(({ id }) => ({ draft: id })),
  price: (scenario) => pricesOf(scenario),
  power: () => [{ memory: '1MB' }],
  bargain: ({ issues }) => [
    { rounds: 3 },
    { rounds: 3, equilibrium: true },
    ...(issues.length < 2 ? [] : [{ rounds: 2, agenda: issues[0]!.id, allOrders: true }]),
  ],
  tournament: () => [{ rounds: 2, menu: 'linear,hardliner', runs: 2, sample: 6 }],
  sensitivity: () => [{ smaa: true, simplex: true, draws: 3 }],
  compare: ({ stages }) => [
    { others: [...stages.slice(0, 1).map(({ id }) => `@${id}`), 'lease'], nodes: 2000, memory: '1MB' },
  ],
  show: (scenario) => pathsOf(scenario).map((path) => ({ path })),
};

/** Of the first combination of options, with one clause followed through; a first issue arises whatever the others are. */
function pricesOf({ parties, issues }: Scenario): readonly Given[] {
  const deal = Object.fromEntries(issues.map((issue) => [issue.id, optionId(issue, 0)]));
  return [{ deal }, { deal, clause: `${parties[0]!.id}.${issues[0]!.id}`, nodes: 2000 }];
}

/** One of each kind that the scenario has. */
function pathsOf({ parties, issues, rules, drafts, stages, sources }: Scenario): readonly string[] {
  const [party, issue] = [parties[0]!, issues[0]!];
  const position = `${party.id}.${issue.id}`;
  return [
    party.id,
    `${party.id}.reservation`,
    `${party.id}.aspiration`,
    position,
    ...(party.preferences.form === 'weights' ? [`${position}.weight`] : []),
    `${position}.${optionId(issue, 0)}`,
    ...party.redLines.slice(0, 1).map(({ id }) => `${party.id}.${id}`),
    issue.id,
    `${issue.id}.${optionId(issue, 0)}`,
    ...[rules, drafts, stages, sources].flatMap((list) => list.slice(0, 1).map(({ id }) => id)),
  ];
}

const HERE: Asker = {
  patience: 'screen',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
  open: (name) => Promise.resolve(openedOf(shipped(name), null)),
};

function openedOf(file: Scenario, stage: string | null): OpenCase {
  const scenario = stage === null ? file : atStage(file, stage);
  const compiled = compileProblem(scenario);
  return { file, scenario, compiled, assumptions: [], changed: (at) => at, warnings: [], version: '1.2.3' };
}

interface Position {
  readonly name: string;
  readonly stage: string | null;
}

const NAMES = readdirSync(SHIPPED, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

/** An open zone by weights, an empty one by scores, and a stage: all questions are asked about these. */
const ALWAYS: readonly Position[] = [
  { name: 'first-five-minutes', stage: null },
  { name: 'quarry-dispute', stage: null },
  { name: 'faulty-roof', stage: 'report' },
];

/** Where a change lands, every other scenario is asked about as it ends, by turns of the questions; in a soak all is. */
function positionsFor(turn: number): readonly Position[] {
  const others = NAMES.filter((name) => ALWAYS.every((always) => always.name !== name));
  if (!IS_SOAK) {
    const mine = others.filter((_, k) => k % QUESTIONS.length === turn);
    return [...ALWAYS, ...mine.map((name) => ({ name, stage: shipped(name).stages.at(-1)?.id ?? null }))];
  }
  return NAMES.flatMap((name) => [null, ...shipped(name).stages.map(({ id }) => id)].map((stage) => ({ name, stage })));
}

const validators = new Map<string, ValidateFunction>();

/** As a reader with any validator gets it; made once for each question. */
async function validatorOf(question: Question): Promise<ValidateFunction> {
  const known = validators.get(question.id);
  if (known !== undefined) return known;
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  const validate = ajv.compile(z.toJSONSchema(await question.schema()));
  validators.set(question.id, validate);
  return validate;
}

describe.each(QUESTIONS)('the question $id', (question) => {
  it('says what it answers, and what each of its options does', () => {
    expect(question.sentence).toMatch(/^[A-Z].*[.?]$/);
    for (const [name, schema] of Object.entries(question.options.shape)) {
      expect({ name, words: schema instanceof z.ZodType ? schema.description : undefined }).toEqual({
        name,
        words: expect.stringMatching(/\w{3}/),
      });
    }
  });

  it.each(positionsFor(QUESTIONS.indexOf(question)))(
    'answers $name at $stage with a document that fits its schema, and in 80 and 120 columns',
    async ({ name, stage }) => {
      const validate = await validatorOf(question);
      const opened = openedOf(shipped(name), stage);
      for (const given of GIVEN[question.id]!(opened.scenario)) {
        const answered = await question.ask(opened, given, HERE);
        validate(JSON.parse(JSON.stringify(await answered.document())));
        expect(validate.errors).toBeNull();
        const command = commandLine('it', question, given);
        for (const width of [80, 120]) {
          const text = stripVTControlCharacters(await answered.text({ width, all: false, command }));
          const lines = text.split('\n');
          expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(width);
          expect(text.replaceAll(/\s+/g, '')).toContain(`${command} --json`.replaceAll(/\s+/g, ''));
        }
      }
    },
  );
});

describe('the sensitivity to numbers and dates', () => {
  it.each(['first-five-minutes', 'lease'])('of %s fits its schema', async (name) => {
    const question = QUESTIONS.find(({ id }) => id === 'sensitivity')!;
    const validate = await validatorOf(question);
    for (const given of [{}, { values: true, count: true }]) {
      const answered = await question.ask(openedOf(shipped(name), null), given, HERE);
      validate(JSON.parse(JSON.stringify(await answered.document())));
      expect(validate.errors).toBeNull();
    }
  });
});

describe('the command that gives an answer again', () => {
  const lineOf = (id: string, given: Given): string =>
    commandLine(
      'a.yaml',
      QUESTIONS.find((question) => question.id === id)!,
      given,
    );

  it('repeats what changes the answer and nothing that only shapes the report', () => {
    expect(lineOf('solve', {})).toBe('winset solve a.yaml');
    expect(lineOf('solve', { nodes: '500', seed: 'x y', memory: '1GB', without: ['a.b', 'c.d'], width: '90' })).toBe(
      "winset solve a.yaml --nodes 500 --memory 1GB --seed 'x y' --without a.b c.d",
    );
    expect(lineOf('solve', { party: ['a'], draft: ['b'], all: true, json: true })).toBe('winset solve a.yaml');
    expect(lineOf('explain', { all: true, nodes: '9' })).toBe('winset explain a.yaml --nodes 9 --all');
    expect(lineOf('power', { memory: '5MB', seed: '2' })).toBe('winset power a.yaml --memory 5MB --seed 2');
  });

  it('states what an answer is known by also where nothing was said', () => {
    expect(lineOf('frontier', { zone: true })).toBe('winset frontier a.yaml --zone --epsilon 5%');
    expect(lineOf('sensitivity', {})).toBe('winset sensitivity a.yaml --solution nash');
    expect(lineOf('sensitivity', { smaa: true })).toBe(
      'winset sensitivity a.yaml --solution nash --smaa --draws 10000 --seed 1',
    );
  });
});

describe('options that would do nothing', () => {
  it.each([
    ['sensitivity', { draws: '10' }, '--draws has no effect without --smaa'],
    ['sensitivity', { simplex: true }, '--simplex has no effect without --smaa'],
    ['sensitivity', { memory: '1GB' }, '--memory has no effect without --count or --stages'],
    ['frontier', { vectors: '10' }, '--vectors has no effect without --epsilon 0'],
  ])('of %s are refused: %j', (id, given, message) => {
    expect(() => QUESTIONS.find((question) => question.id === id)!.check(given)).toThrow(message);
  });
});
