/** A comparison holds what `solve` and `explain` say of each scenario, and tells apart what is shared. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { standingOf } from '../../../src/questions/compare/conclusions.ts';
import type { Conclusion } from '../../../src/questions/compare/conclusions.ts';
import { schema as compareSchema } from '../../../src/questions/compare/schema.ts';
import type { Sound } from '../../../src/questions/opened.ts';
import { openedCase } from '../../../src/questions/opened.ts';
import type { Given } from '../../../src/questions/option.ts';
import type { Asker, OpenCase } from '../../../src/questions/question.ts';
import { QUESTIONS } from '../../../src/questions/table.ts';
import { runHere } from '../../../src/jobs/job.ts';
import type { JobOf, Kind } from '../../../src/jobs/job.ts';
import { loadScenario } from '../../../src/scenario/read/load.ts';

const SHIPPED = join(import.meta.dirname, '../../../scenarios');

function soundOf(path: string): Sound {
  const loaded = loadScenario(path);
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  return loaded;
}

function opened(path: string): OpenCase {
  return openedCase(soundOf(path), {}, '1.2.3');
}

const HERE: Asker = {
  patience: 'command',
  crewFor: () => ({
    run: <K extends Kind>(jobs: readonly JobOf<K>[]) => Promise.resolve(jobs.map((job) => runHere(job))),
  }),
  open: (argument) => Promise.resolve(opened(argument.includes('/') ? argument : join(SHIPPED, argument))),
};

async function documentOf(id: string, of: OpenCase, given: Given): Promise<unknown> {
  const question = QUESTIONS.find((each) => each.id === id)!;
  const answered = await question.ask(of, given, HERE);
  return JSON.parse(JSON.stringify(await answered.document()));
}

async function textOf(of: OpenCase, given: Given): Promise<string> {
  const question = QUESTIONS.find(({ id }) => id === 'compare')!;
  return (await question.ask(of, given, HERE)).text({ width: 100, all: false, command: 'winset compare' });
}

const SOLVED = z.looseObject({
  zone: z.looseObject({ empty: z.boolean(), count: z.unknown() }),
  uniformSlack: z.number().nullable(),
  coalition: z.array(z.string()),
  solutions: z.looseObject({
    nash: z
      .looseObject({ proven: z.boolean(), deals: z.array(z.looseObject({ deal: z.unknown(), utility: z.unknown() })) })
      .optional(),
  }),
  knot: z.looseObject({ open: z.array(z.looseObject({ issues: z.array(z.string()) })) }).nullable(),
  drafts: z.record(z.string(), z.looseObject({ inZone: z.unknown(), accepts: z.unknown(), blockedBy: z.unknown() })),
});
const price = z.looseObject({ value: z.number() }).nullable();
const EXPLAINED = z.looseObject({
  openings: z.looseObject({ total: price, largest: price, parties: price, redLines: price }),
});

/** What a column has to say, from the documents of the two questions. */
async function expectedColumn(of: OpenCase): Promise<unknown> {
  const solved = SOLVED.parse(await documentOf('solve', of, { draftsAt: 'base' }));
  const { nash } = solved.solutions;
  const best = nash?.deals[0];
  return {
    empty: solved.zone.empty,
    count: solved.zone.count,
    uniformSlack: solved.uniformSlack,
    coalition: solved.coalition,
    unsettled: solved.knot === null ? null : solved.knot.open.map(({ issues }) => issues),
    openings: solved.zone.empty ? await pricesOf(of) : null,
    nash: best === undefined ? null : { proven: nash!.proven, deal: best.deal, utility: best.utility },
    drafts: Object.fromEntries(
      Object.entries(solved.drafts).map(([id, { inZone, accepts, blockedBy }]) => [id, { inZone, accepts, blockedBy }]),
    ),
  };
}

async function pricesOf(of: OpenCase): Promise<unknown> {
  const { openings } = EXPLAINED.parse(await documentOf('explain', of, {}));
  const { total, largest, parties, redLines } = openings;
  const prices = { total, largest, parties, redLines };
  return Object.fromEntries(Object.entries(prices).map(([measure, opening]) => [measure, opening?.value ?? null]));
}

const FIVE = join(SHIPPED, 'first-five-minutes');
const READINGS = {
  'firm.yaml': `winset: 1
base: ${FIVE}/scenario.yaml
reading: { name: The band is firm, by: An agent, why: A second fair has asked. }
change: { band: { reservation: 90 } }
`,
  'sunday.yaml': `winset: 1
base: ${FIVE}/scenario.yaml
reading: { name: Sunday works, by: A baker, why: The bakery is closed this Monday. }
change: { band: { dropRedLines: [no-sunday], reservation: 43 } }
`,
  'on-top.yaml': `winset: 1
base: sunday.yaml
change: { cafe: { reservation: 45 } }
`,
} as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'winset-compare-'));
  for (const [name, text] of Object.entries(READINGS)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a comparison', () => {
  it.each([
    ['first-five-minutes', ['quarry-dispute', 'lease']],
    ['quarry-dispute', ['firm.yaml', 'sunday.yaml']],
  ])('of %s with %j says of each what solve and explain say of it', async (first, others) => {
    const paths = others.map((name) => (name.endsWith('.yaml') ? join(folder, name) : name));
    const of = opened(join(SHIPPED, first));
    const { columns } = compareSchema.parse(await documentOf('compare', of, { others: paths }));
    const all = [of, ...(await Promise.all(paths.map((path) => HERE.open!(path))))];
    expect(columns.map(({ key }) => key)).toEqual(['A', 'B', 'C']);
    for (const [k, column] of columns.entries()) {
      expect(column).toMatchObject(Object(await expectedColumn(all[k]!)));
      expect(column.hash).toBe(all[k]!.scenario.hash);
    }
  });

  it('of readings says which conclusions hang on one', async () => {
    const others = ['firm.yaml', 'sunday.yaml'].map((name) => join(folder, name));
    const { columns, differences, conclusions } = compareSchema.parse(
      await documentOf('compare', opened(FIVE), { others }),
    );
    expect(columns.map(({ reading }) => reading?.name ?? null)).toEqual([null, 'The band is firm', 'Sunday works']);
    expect(differences).toMatchObject({
      B: [{ path: 'band.reservation', from: 40, to: 90 }],
      C: [
        { path: 'band.reservation', from: 40, to: 43 },
        { kind: 'redLine', path: 'band.no-sunday' },
      ],
    });
    expect(conclusions[0]).toEqual({
      kind: 'verdict',
      id: null,
      title: 'A deal',
      values: { A: 'possible', B: 'none', C: 'possible' },
      standing: 'hangs',
      hangsOn: 'B',
    });
    expect(conclusions.find(({ kind, id }) => kind === 'draft' && id === 'first-offer')).toMatchObject({
      standing: 'shared',
    });
    const text = await textOf(opened(FIVE), { others });
    expect(text).toContain('B: A second fair has asked.');
    expect(text).toMatch(/A deal {2,}possible {2,}none {2,}possible {2,}B/);
  });

  it('takes stages of the first scenario by their name alone, and changes nothing but the positions', async () => {
    const strike = opened(join(SHIPPED, 'ferry-strike'));
    const question = QUESTIONS.find(({ id }) => id === 'compare')!;
    await expect(question.ask(strike, { others: ['@nowhere'] }, HERE)).rejects.toThrow(
      /stage 'nowhere' does not exist/,
    );
    const { id } = strike.scenario.stages.at(-1)!;
    const given = { others: [`@${id}`], nodes: 2000, memory: '1MB' };
    const { columns, differences } = compareSchema.parse(await documentOf('compare', strike, given));
    expect(columns.map(({ stage }) => stage)).toEqual([null, id]);
    const kinds = new Set(differences['B']!.map(({ kind }) => kind));
    expect(kinds.has('number')).toBe(true);
    for (const kind of ['structure', 'rule', 'draft', 'consent'] as const) expect(kinds.has(kind)).toBe(false);
  });

  it('supposes of the others what it supposes of the first', async () => {
    const sunday = join(folder, 'sunday.yaml');
    const supposing = { set: ['band.reservation=60'] };
    const of = openedCase(soundOf(FIVE), supposing, '1.2.3');
    const { columns } = compareSchema.parse(await documentOf('compare', of, { others: [sunday], ...supposing }));
    const alone = openedCase(soundOf(sunday), supposing, '1.2.3');
    expect(columns[1]).toMatchObject(Object(await expectedColumn(alone)));
    expect(columns[1]!.count).not.toEqual(columns[0]!.count);
  });

  it('gives a table with a line for each conclusion', async () => {
    const text = await textOf(opened(FIVE), { others: [join(folder, 'firm.yaml')], csv: true });
    const [heading, ...lines] = text.trimEnd().split('\r\n');
    expect(heading).toBe('conclusion,about,standing,A: Book the band,B: The band is firm');
    expect(lines).toContain('verdict,,divided,possible,none');
    expect(lines).toContain('refusal,first-offer,shared,band,band');
  });

  it('refuses what is too much, or nothing', () => {
    const question = QUESTIONS.find(({ id }) => id === 'compare')!;
    expect(() => question.check({ others: [] })).toThrow(/something to compare with/);
    expect(() => question.check({ others: Array.from({ length: 9 }, () => 'lease') })).toThrow(/at most 8/);
  });
});

describe('a reading', () => {
  it('is said by its overlay, and no longer by one that stands on it', () => {
    expect(opened(join(folder, 'sunday.yaml')).scenario.reading).toEqual({
      name: 'Sunday works',
      by: 'A baker',
      why: 'The bakery is closed this Monday.',
    });
    expect(opened(join(folder, 'on-top.yaml')).scenario.reading).toBeUndefined();
  });
});

describe('how a conclusion stands', () => {
  const conclusion = (...ids: readonly (string | null)[]): Conclusion => ({
    kind: 'clause',
    id: 'x',
    title: 'X',
    values: ids.map((id) => (id === null ? null : { id, words: id })),
  });

  it.each([
    [['a', 'a', 'a'], { kind: 'shared' }],
    [['a', null, 'a'], { kind: 'partly' }],
    [['a', 'b'], { kind: 'divided' }],
    [['a', 'b', 'a'], { kind: 'hangs', on: 1 }],
    [['a', 'a', null, 'a', 'b'], { kind: 'hangs', on: 4 }],
    [['a', 'b', 'c'], { kind: 'divided' }],
    [['a', 'a', 'b', 'b'], { kind: 'divided' }],
    [['a', null, 'b'], { kind: 'divided' }],
  ])('of %j', (ids, standing) => {
    expect(standingOf(conclusion(...ids))).toEqual(standing);
  });
});
