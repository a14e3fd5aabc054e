/** `--as`: whatever the others want, a client that speaks for one party is told the same. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Arguments, Connection } from './client.ts';
import { connect, textOf } from './client.ts';
import { SECRETS, talks } from './talks.ts';

const OFFERED = [
  { by: 'them', deal: { toll: 9, lanes: 'one', opening: 'day' } },
  { by: 'county', draft: 'mayor' },
  { by: 'them', deal: { toll: 8, lanes: 'one', opening: 'day' } },
];

/** Every tool in many ways, those among them that are refused. */
const CALLS: readonly (readonly [string, Arguments])[] = [
  ['check_scenario', {}],
  ['solve', {}],
  ['solve', { stage: 'spring' }],
  ['solve', { coalition: 'near,them' }],
  ['solve', { coalition: 'them' }],
  ['solve', { without: ['near.no-high-toll'] }],
  ['solve', { set: ['near.reservation=40', 'near.toll.weight=5'] }],
  ['solve', { set: ['them.reservation=40'] }],
  ['solve', { set: ['them.toll.weight=1'] }],
  ['solve', { without: ['them.violet-line'] }],
  ['solve', { without: ['them.x'] }],
  ['solve', { stage: 'sprung' }],
  ['explain', { draft: ['mayor', 'all-in'] }],
  ['explain', { set: ['near.reservation=99'], all: true }],
  ['frontier', { epsilon: '0' }],
  ['frontier', { zone: true }],
  ['score_deal', { draft: 'mayor' }],
  ['score_deal', { deal: { toll: 9, lanes: 'four', opening: 'day' } }],
  ['score_deal', { deal: { toll: 99 } }],
  ['score_deal', { deal: 'broken.yaml' }],
  ['sensitivity', {}],
  ['sensitivity', { values: true, count: true }],
  ['sensitivity', { stages: true }],
  ['sensitivity', { smaa: true, draws: 20 }],
  ['show', { path: 'near' }],
  ['show', { path: 'near.toll' }],
  ['show', { path: 'near.reservation' }],
  ['show', { path: 'toll' }],
  ['show', { path: 'lanes.two' }],
  ['show', { path: 'mayor' }],
  ['show', { path: 'spring' }],
  ['show', { path: 'gazette' }],
  ['show', { path: 'wide-bridges-stay-open' }],
  ['show', { path: 'them' }],
  ['show', { path: 'them.toll' }],
  ['show', { path: 'them.reservation' }],
  ['counter_offers', {}],
  ['counter_offers', { offers: OFFERED }],
  ['counter_offers', { offers: OFFERED, least: 60, to: ['them'], count: 5 }],
  ['counter_offers', { offers: OFFERED, stage: 'spring' }],
  ['counter_offers', { party: 'them', least: 30 }],
  ['counter_offers', { least: 10 }],
  ['price', {}],
  ['power', {}],
  ['bargain', {}],
  ['tournament', {}],
  ['compare', { others: ['@spring'] }],
  ['check_scenario', { scenario: 'broken.yaml' }],
  ['solve', { scenario: 'broken.yaml' }],
  ['check_scenario', { scenario: 'overlay.yaml' }],
  ['solve', { scenario: 'overlay.yaml' }],
  ['solve', { scenario: 'lease' }],
];

/** One folder for each version of what the others want; file names are the same. */
function folderOf(version: keyof typeof SECRETS): string {
  const folder = mkdtempSync(join(tmpdir(), 'winset-side-'));
  const text = talks(version);
  writeFileSync(join(folder, 'talks.yaml'), text);
  const [value] = SECRETS[version];
  writeFileSync(
    join(folder, 'broken.yaml'),
    text.replace(/reservation: [\d.]+\n {4}power/, `reservation: -${value}\n    power`),
  );
  const overlay = `winset: 1\nbase: talks.yaml\nchange:\n  them: { reservation: ${value} }\n  near: { reservation: 30 }\n`;
  writeFileSync(join(folder, 'overlay.yaml'), overlay);
  return folder;
}

/** Everything that the server can be made to say, as one text. */
async function everything({ client, call }: Connection): Promise<string> {
  const said: unknown[] = [client.getInstructions(), await client.listTools()];
  const { resources } = await client.listResources();
  said.push(resources, await client.listResourceTemplates());
  for (const { uri } of resources) said.push(await client.readResource({ uri }));
  for (const [name, given] of CALLS) {
    const result = await call(name, given).catch((error: unknown) => String(error));
    said.push(name, given, result);
  }
  return JSON.stringify(said, null, 1);
}

const folders: string[] = [];
const said: Record<string, string> = {};

beforeAll(async () => {
  for (const version of ['first', 'second'] as const) {
    const folder = folderOf(version);
    folders.push(folder);
    const connection = await connectNear(folder);
    said[version] = await everything(connection);
    await connection.close();
  }
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function connectNear(folder: string): Promise<Connection> {
  return connect(['talks.yaml', '--as', 'near'], folder);
}

describe('a client that speaks for one party', () => {
  it('is told the same whatever the others want: answers, errors, resources and schemas', () => {
    expect(said['first']!.length).toBeGreaterThan(100_000);
    expect(said['first']).toBe(said['second']);
  });

  it('meets no number and no word that only another party wrote', () => {
    // What the client itself named comes back in what it is told.
    const named = JSON.stringify(CALLS);
    for (const secret of [...SECRETS.first, ...SECRETS.second]) {
      if (named.includes(secret)) continue;
      expect(said['first']).not.toContain(secret);
    }
  });

  it('is told its own numbers, and which questions it cannot ask', async () => {
    const connection = await connectNear(folders[0]!);
    const { tools } = await connection.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'check_scenario',
      'solve',
      'explain',
      'frontier',
      'score_deal',
      'sensitivity',
      'show',
      'counter_offers',
    ]);
    expect(connection.client.getInstructions()).toContain("speaks for 'near'");
    const { structuredContent } = await connection.call('check_scenario', {});
    expect(structuredContent).toMatchObject({
      scenario: {
        everybody: ['near', 'them', 'county'],
        parties: [{ id: 'near', disagreement: 20, reservation: 22.5 }],
      },
    });
    const solved = await connection.call('solve', {});
    expect(textOf(solved)).toMatch(/^As near alone/);
    const offers = await connection.call('counter_offers', { offers: OFFERED, least: 60 });
    expect(offers.structuredContent).toMatchObject({ known: { them: 'offers', county: 'offers' } });
    const broken = await connection.call('solve', { scenario: 'broken.yaml' });
    expect(textOf(broken)).toMatch(/has 1 fault and cannot be used/);
    await connection.close();
  });

  it('reads the scenarios that come with winset on one sheet, where it takes part in them', async () => {
    const connection = await connect(['--as', 'band']);
    const { resources } = await connection.client.listResources();
    const scenarios = resources.map(({ uri }) => uri).filter((uri) => uri.startsWith('winset://scenarios/'));
    expect(scenarios).toEqual(['winset://scenarios/first-five-minutes']);
    const { contents } = await connection.client.readResource({ uri: scenarios[0]! });
    const text = contents.map((content) => ('text' in content ? content.text : '')).join('');
    expect(text).toContain('The bakery opens at four on Monday morning.');
    expect(text).not.toMatch(/local duo|A film brings guests|full house/);
    const other = await connection.call('solve', { scenario: 'lease' });
    expect(textOf(other)).toMatch(/has no such party/);
    await connection.close();
  });
});
