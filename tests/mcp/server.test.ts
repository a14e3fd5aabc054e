import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cut as cutSchema } from '../../src/mcp/schemas.ts';
import { QUESTIONS } from '../../src/questions/table.ts';
import { winset as command } from '../cli/built.ts';
import type { Arguments, Connection } from './client.ts';
import { connect, connectOwn, textOf } from './client.ts';

const ROOT = join(import.meta.dirname, '../..');
const FIVE = { scenario: 'first-five-minutes' };
const DEAL = { fee: 700, day: 'saturday', recording: 'audio', hospitality: 'meal' };

/** One small call of every tool. */
const CALLS: Readonly<Record<string, Arguments>> = {
  check_scenario: FIVE,
  solve: FIVE,
  explain: { ...FIVE, draft: ['first-offer'] },
  frontier: { ...FIVE, epsilon: '0' },
  score_deal: { ...FIVE, deal: DEAL },
  price: FIVE,
  power: FIVE,
  sensitivity: { ...FIVE, smaa: true, draws: 50 },
  bargain: { ...FIVE, rounds: 4 },
  tournament: { ...FIVE, rounds: 2, menu: 'linear,hardliner', runs: 2 },
  compare: { ...FIVE, others: ['lease'] },
  show: { ...FIVE, path: 'band.fee' },
  counter_offers: { ...FIVE, party: 'cafe', least: 45 },
};

const entries = z.array(z.looseObject({ id: z.string() }));
const CHECKED = z.looseObject({ scenario: z.looseObject({ issues: entries, drafts: entries }) });
const OFFERED = z.looseObject({
  offers: z.array(z.looseObject({ deal: z.record(z.string(), z.string()), utility: z.record(z.string(), z.number()) })),
});
const CUT = z.looseObject({ cut: cutSchema });
const DOCUMENT = z.record(z.string(), z.unknown());

let winset: Connection;
beforeAll(async () => {
  winset = await connect();
});
afterAll(() => winset.close());

/** As a program reads `--json`. */
async function documentOf(words: readonly string[]): Promise<unknown> {
  return JSON.parse((await command([...words, '--json'])).stdout);
}

describe('the tools', () => {
  it('are the questions of the table, with scores of any deal, and three of their own', async () => {
    const { tools } = await winset.client.listTools();
    const questions = QUESTIONS.map(({ id }) => (id === 'score' ? 'score_deal' : id));
    expect(tools.map(({ name }) => name)).toEqual(['check_scenario', ...questions, 'counter_offers']);
    for (const question of QUESTIONS) expect(tools.map(({ description }) => description)).toContain(question.sentence);
  });

  it('say what each of their arguments is, in schemas that any validator reads', async () => {
    const { tools } = await winset.client.listTools();
    for (const { name, inputSchema, outputSchema } of tools) {
      const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, formats: { date: true } });
      const isGiven = ajv.compile(inputSchema);
      expect(outputSchema).toBeDefined();
      ajv.compile(outputSchema ?? {});
      const given = CALLS[name];
      if (given !== undefined) isGiven(given);
      expect({ name, errors: isGiven.errors ?? null }).toEqual({ name, errors: null });
      expect(isGiven({ ...given, nonsense: 1 })).toBe(false);
      for (const [argument, schema] of Object.entries(inputSchema.properties ?? {})) {
        expect({ argument, schema }).toMatchObject({
          argument,
          schema: { description: expect.stringMatching(/\w{3}/) },
        });
      }
    }
  });

  it('take numbers as numbers, with their limits', async () => {
    const { tools } = await winset.client.listTools();
    const solve = tools.find(({ name }) => name === 'solve');
    expect(solve?.inputSchema.properties).toMatchObject({
      ties: { type: 'integer', minimum: 1, maximum: 10_000, default: 1000 },
      without: { type: 'array', items: { type: 'string' } },
    });
    expect(Object.keys(solve?.inputSchema.properties ?? {})).not.toContain('json');
  });

  it.each(Object.entries(CALLS))(
    'answer a call of %s with data that fits its schema and a short text',
    async (name, given) => {
      const result = await winset.call(name, given);
      expect(result.isError).toBeUndefined();
      expect(result.structuredContent).toMatchObject({ schema: expect.stringMatching(/^winset\/[\w-]+@1$/) });
      expect(textOf(result).length).toBeGreaterThan(20);
      expect(textOf(result).length).toBeLessThan(4000);
    },
  );

  it.each([
    ['solve', FIVE, ['solve', 'first-five-minutes']],
    [
      'solve',
      { ...FIVE, without: ['band.no-sunday'], set: ['band.reservation=55'] },
      ['solve', 'first-five-minutes', '--without', 'band.no-sunday', '--set', 'band.reservation=55'],
    ],
    ['frontier', CALLS['frontier']!, ['frontier', 'first-five-minutes', '--epsilon', '0']],
    ['score_deal', { ...FIVE, draft: 'first-offer' }, ['score', 'first-five-minutes', '--draft', 'first-offer']],
    ['power', { scenario: 'quarry-dispute' }, ['power', 'quarry-dispute']],
    ['compare', CALLS['compare']!, ['compare', 'first-five-minutes', 'lease']],
    ['bargain', CALLS['bargain']!, ['bargain', 'first-five-minutes', '--rounds', '4']],
  ])('answer %s as the command does: %j', async (name, given, words) => {
    expect((await winset.call(name, given)).structuredContent).toEqual(await documentOf(words));
  });

  it('take a scenario as text', async () => {
    const text = readFileSync(join(ROOT, 'scenarios/first-five-minutes/scenario.yaml'), 'utf8');
    const [named, written] = [await winset.call('solve', FIVE), await winset.call('solve', { text })];
    expect(written.structuredContent).toEqual(named.structuredContent);
  });
});

describe('check_scenario', () => {
  it('gives the ids that other tools take', async () => {
    const { structuredContent } = await winset.call('check_scenario', { scenario: 'ukraine-2025-short' });
    expect(structuredContent).toMatchObject({ sound: true, findings: [], notShown: 0 });
    const { scenario } = CHECKED.parse(structuredContent);
    for (const { id } of [...scenario.issues.slice(0, 2), ...scenario.drafts.slice(0, 1)]) {
      const shown = await winset.call('show', { scenario: 'ukraine-2025-short', path: id });
      expect(shown.isError).toBeUndefined();
    }
  });

  it('gives every finding of a scenario that cannot be used, as an answer', async () => {
    const result = await winset.call('check_scenario', { text: 'winset: 1\ntitle: x\nissues: []\n' });
    expect(result.isError).toBeUndefined();
    expect(result.structuredContent).toMatchObject({
      sound: false,
      scenario: null,
      findings: [
        { file: 'text', line: 1, column: 1, path: 'parties', severity: 'error' },
        { file: 'text', line: 3, path: 'issues', severity: 'error' },
      ],
    });
    expect(textOf(result)).toContain('text:3:');
  });
});

describe('counter_offers', () => {
  it('are worth enough, kept by the rules, and the best for the side they are for', async () => {
    const { structuredContent } = await winset.call('counter_offers', { ...FIVE, party: 'cafe', least: 45 });
    const { offers } = OFFERED.parse(structuredContent);
    expect(offers).toHaveLength(3);
    for (const { deal, utility } of offers) {
      const scored = await winset.call('score_deal', { ...FIVE, deal });
      expect(scored.structuredContent).toMatchObject({ utility });
      expect(utility['cafe']).toBeGreaterThanOrEqual(45);
    }
    expect(offers[0]!.utility['band']).toBe(Math.max(...offers.map(({ utility }) => utility['band']!)));
  });

  it('are told by what was offered alone where that is given', async () => {
    const offers = [
      { by: 'band', draft: 'split-the-fee' },
      { by: 'band', deal: { fee: 900, day: 'saturday' } },
    ];
    const { structuredContent } = await winset.call('counter_offers', { ...FIVE, party: 'cafe', offers });
    expect(structuredContent).toMatchObject({ known: { band: 'offers' } });
    for (const { utility } of OFFERED.parse(structuredContent).offers) expect(Object.keys(utility)).toEqual(['cafe']);
  });

  it('say that there are none where nothing is worth so much', async () => {
    const { structuredContent } = await winset.call('counter_offers', { ...FIVE, party: 'cafe', least: 101 });
    expect(structuredContent).toMatchObject({ offers: [], complete: false });
  });
});

describe('wrong arguments', () => {
  it.each([
    ['solve', { ...FIVE, stge: 'x' }, /'stge' does not exist; did you mean 'stage'/],
    ['solve', {}, /expected `scenario`, a path or a name, or `text`/],
    ['solve', { ...FIVE, text: 'x' }, /give one of them/],
    ['solve', { scenario: '-' }, /standard input carries the protocol/],
    ['solve', { scenario: 'first-five-minute' }, /did you mean 'first-five-minutes'/i],
    ['solve', { ...FIVE, stage: 'later' }, /stage 'later' does not exist/],
    ['solve', { ...FIVE, ties: 0 }, /`ties`: Expected a whole number from 1 to 10000/],
    ['solve', { ...FIVE, set: ['band.fee=1'] }, /name one of them/],
    ['frontier', { ...FIVE, vectors: 10 }, /`vectors` has no effect without `epsilon`/],
    ['sensitivity', { ...FIVE, draws: 10 }, /`draws` has no effect without `smaa`/],
    ['sensitivity', { ...FIVE, smaa: true, stages: true }, /`stages` and `smaa` exclude each other/],
    ['score_deal', FIVE, /expected `draft` with the id of a draft, or `deal`/],
    ['score_deal', { ...FIVE, deal: 'deal.json' }, /`deal` names a file; give what is in it/],
    ['score_deal', { ...FIVE, deal: { fees: 700 } }, /did you mean 'fee'/],
    ['show', { ...FIVE, path: 'cafe.fees' }, /did you mean 'fee'/],
    ['compare', { ...FIVE, others: ['nowhere.yaml'] }, /nowhere.yaml:1:1 does not exist/],
    ['show', FIVE, /expected `path`: such as party/],
    ['counter_offers', FIVE, /expected `party`: id of the party that offers/],
    ['counter_offers', { ...FIVE, party: 'cafe', least: 20 }, /below 40, the least that 'cafe' signs for/],
    ['counter_offers', { ...FIVE, party: 'cafe', to: ['cafe'] }, /other party 'cafe' does not exist/],
    ['counter_offers', { ...FIVE, party: 'cafe', offers: [{ by: 'band' }] }, /expected one of `deal` and `draft`/],
  ])('of %s are said with what to do: %j', async (name, given, message) => {
    const result = await winset.call(name, given);
    expect(result.isError).toBe(true);
    expect(textOf(result)).toMatch(message);
    expect(textOf(result)).not.toMatch(/--|internal|undefined/);
  });

  it('name a tool that is not there, and an address where nothing stands', async () => {
    await expect(winset.call('solv', FIVE)).rejects.toThrow(/did you mean 'solve'/);
    for (const uri of ['winset://answers/9', 'winset://scenarios/lease/../lease/scenario.yaml', 'file:///etc/hosts']) {
      await expect(winset.client.readResource({ uri })).rejects.toThrow(/nothing at/);
    }
  });
});

describe('resources', () => {
  it('are the guides and every file of the scenarios that come with winset', async () => {
    const { resources } = await winset.client.listResources();
    const files = readdirSync(join(ROOT, 'scenarios/lease'), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.includes('.'))) {
      const uri = `winset://scenarios/lease/${file}`;
      expect(resources.map((resource) => resource.uri)).toContain(uri);
      const { contents } = await winset.client.readResource({ uri });
      expect(contents).toMatchObject([{ uri, text: readFileSync(join(ROOT, 'scenarios/lease', file), 'utf8') }]);
    }
    const { contents } = await winset.client.readResource({ uri: 'winset://guide/scenario-format.md' });
    expect(contents).toMatchObject([{ text: readFileSync(join(ROOT, 'docs/scenario-format.md'), 'utf8') }]);
  });
});

describe('an answer of more than 60 kB', () => {
  it('is cut, and the resources that it names have the rest', async () => {
    const { structuredContent } = await winset.call('show', { scenario: 'ukraine-2025', path: 'russia' });
    const whole = DOCUMENT.parse(await documentOf(['show', 'ukraine-2025', 'russia']));
    expect(Buffer.byteLength(JSON.stringify(structuredContent))).toBeLessThanOrEqual(60_000);
    const { cut, ...parts } = CUT.parse(structuredContent);
    expect(cut.bytes).toBe(Buffer.byteLength(JSON.stringify(whole)));
    expect(cut.leftOut.some(({ pages }) => pages > 1)).toBe(true);
    const rest = await Promise.all(cut.leftOut.map(async (part) => [part.key, await readAll(part)] as const));
    expect({ ...parts, ...Object.fromEntries(rest) }).toEqual(whole);
    expect(JSON.parse(await readText(cut.whole))).toEqual(whole);
  });

  async function readAll({ first, pages, bytes }: z.output<typeof cutSchema>['leftOut'][number]): Promise<unknown> {
    let text = '';
    for (let page = 1; page <= pages; page++) text += await readText(first.replace(/1$/, String(page)));
    expect(Buffer.byteLength(text)).toBe(bytes);
    return JSON.parse(text);
  }

  async function readText(uri: string): Promise<string> {
    const { contents } = await winset.client.readResource({ uri });
    return contents.map((content) => ('text' in content ? content.text : '')).join('');
  }
});

describe('long work', () => {
  it('tells how far it is, with numbers that ascend', async () => {
    const notices: { progress: number; message?: string | undefined }[] = [];
    const onprogress = (notice: (typeof notices)[number]): void => {
      notices.push(notice);
    };
    await winset.call('sensitivity', { scenario: 'lease' }, { onprogress });
    const numbers = notices.map(({ progress }) => progress);
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(notices.map(({ message }) => message).join()).toMatch(/Varying the numbers of/);
  });

  it('is given up when it is cancelled, and the next call is answered', async () => {
    const cancel = new AbortController();
    const asked = winset.call(
      'sensitivity',
      { scenario: 'ukraine-2025-short', smaa: true, draws: 1_000_000 },
      {
        signal: cancel.signal,
        onprogress: ({ message }) => {
          if (message?.startsWith('Drawing') === true) cancel.abort('enough');
        },
      },
    );
    await expect(asked).rejects.toThrow(/enough/);
    expect((await winset.call('solve', FIVE)).structuredContent).toEqual(
      await documentOf(['solve', 'first-five-minutes']),
    );
  });
});

describe('two clients', () => {
  it('are answered side by side, each by its own server', async () => {
    const other = await connectOwn(['lease']);
    const [mine, theirs] = await Promise.all([winset.call('solve', FIVE), other.call('solve', {})]);
    expect(mine.structuredContent).toEqual(await documentOf(['solve', 'first-five-minutes']));
    expect(theirs.structuredContent).toEqual(await documentOf(['solve', 'lease']));
    await other.close();
  });

  it('of one server may ask at the same time', async () => {
    const names = ['first-five-minutes', 'lease', 'quarry-dispute'];
    const told = await Promise.all(names.map((scenario) => winset.call('solve', { scenario })));
    expect(told.map(({ structuredContent }) => structuredContent)).toEqual(
      await Promise.all(names.map((name) => documentOf(['solve', name]))),
    );
  });
});
