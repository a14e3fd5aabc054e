/** Files of other programs on the command line: imported, exported, and taken in place of a scenario. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { winset } from './built.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-cli-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SHEET = 'Issue,Option,Port,Union\nWage,low,10,0\nWage,high,0,12\nHours,40,3,0\nHours,36,0,4\nminimum,,5,4\n';
const sheet = join(folder, 'harbour.csv');
writeFileSync(sheet, SHEET);

it('imports into a new folder that passes check, and says what was read', async () => {
  const out = join(folder, 'imported');
  const { stdout } = await winset(['import', sheet, '--out', out]);
  expect(stdout).toContain('harbour: read as score sheet (CSV): 2 parties, 2 issues, 4 combinations');
  expect(stdout).toContain(`next: winset solve ${out}`);
  expect(readdirSync(join(out, 'parties'))).toEqual(['port.yaml', 'union.yaml']);
  expect((await winset(['check', out])).stdout).toContain('ok: harbour: 2 parties');
});

it('writes one file to standard output without a folder, with the report beside it', async () => {
  const { stdout, stderr } = await winset(['import', sheet]);
  expect(stdout.startsWith('winset: 1\ntitle: harbour\n')).toBe(true);
  expect(stderr).toContain('read as score sheet (CSV)');
});

it('writes over nothing', async () => {
  writeFileSync(join(folder, 'filled.csv'), SHEET);
  const filled = await winset(['import', sheet, '--out', folder]);
  expect([filled.status, filled.stderr]).toEqual([
    2,
    `error: ${folder} exists and is not empty; name a new folder for the scenario\n`,
  ]);
  const existing = await winset(['export', 'lease', '--to', 'csv', '--out', sheet]);
  expect(existing.status).toBe(2);
  expect(existing.stderr).toContain(`error: ${sheet} exists; name another file, or write over it with --force`);
  expect(readFileSync(sheet, 'utf8')).toBe(SHEET);
});

it('refuses what it cannot read with the place, and names the formats for what it does not know', async () => {
  const wrong = join(folder, 'wrong.csv');
  writeFileSync(wrong, SHEET.replace('10,0', 'ten,0'));
  for (const words of [
    ['import', wrong],
    ['solve', wrong],
    ['check', wrong],
  ]) {
    const { status, stderr } = await winset(words);
    expect([status, stderr]).toEqual([
      2,
      `${wrong}:2:1 C2: expected points, found 'ten'; write a number, or nothing for 0\n`,
    ]);
  }
  const other = join(folder, 'other.bin');
  writeFileSync(other, 'x');
  expect((await winset(['import', other])).stderr).toContain(
    'no format of another program was recognised; known are Genius XML',
  );
  expect((await winset(['import', join(folder, 'nothing')])).stderr).toContain(
    'does not exist; check the name and the folder',
  );
});

it.each([['solve'], ['bargain'], ['check']])('%s takes a sheet as it is and says so', async (command) => {
  const { stdout, stderr } = await winset([command, sheet]);
  expect(stderr).toContain('read as score sheet (CSV); `winset import` makes a scenario of it');
  expect(stdout).toContain('harbour');
});

it('takes files of NegMAS that end like its own, and a scenario of its own as one', async () => {
  const files = {
    'paint.yml':
      'issues:\n- { name: colour, type: CategoricalIssue, values: [red, blue] }\ntype: DiscreteCartesianOutcomeSpace\n',
    'ann.yml':
      'type: LinearAdditiveUtilityFunction\nreserved_value: 0\nweights: [1]\nvalues: [{ type: TableFun, mapping: { red: 0, blue: 1 } }]\n',
  };
  const home = mkdtempSync(join(folder, 'paint-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  for (const name of ['paint.yml', 'ann.yml']) {
    const { stdout, stderr } = await winset(['check', join(home, name)]);
    expect(stderr).toContain('read as NegMAS scenario');
    expect(stdout).toContain('ok: paint: 1 party, 1 issue, 2 combinations');
  }
  const own = join(home, 'own.yaml');
  writeFileSync(own, (await winset(['import', home])).stdout);
  expect((await winset(['check', own])).stderr).toBe('');
});

it('exports, is edited, and is read again', async () => {
  const out = join(folder, 'out.csv');
  await winset(['export', sheet, '--to', 'csv', '--out', out]);
  writeFileSync(out, readFileSync(out, 'utf8').replace('Wage,low,10,0', 'Wage,low,10,11'));
  const edited: { zone: unknown } = JSON.parse((await winset(['solve', out, '--json'])).stdout);
  const before: { zone: unknown } = JSON.parse((await winset(['solve', sheet, '--json'])).stdout);
  expect(edited.zone).not.toEqual(before.zone);
});

it('writes every format, and tables with a code book', async () => {
  for (const [to, made] of [
    ['genius', 3],
    ['geniusweb', 3],
    ['negmas', 3],
    ['llm-deliberation', 4],
    ['tables', 5],
  ] as const) {
    const out = join(folder, to);
    expect((await winset(['export', sheet, '--to', to, '--out', out])).stdout).toContain('written as');
    expect(readdirSync(out, { recursive: true }).filter((name) => /\.\w+$/.test(String(name)))).toHaveLength(made);
  }
  for (const to of ['xlsx', 'gmcr']) {
    await winset(['export', sheet, '--to', to, '--out', join(folder, `out.${to}`)]);
    expect((await winset(['solve', join(folder, `out.${to}`), '--json'])).stdout).toContain('winset/solve@');
  }
  const columns = readFileSync(join(folder, 'tables', 'codebook.csv'), 'utf8');
  for (const name of ['options', 'zone', 'frontier', 'sessions']) {
    const [head = ''] = readFileSync(join(folder, 'tables', `${name}.csv`), 'utf8').split('\r\n');
    for (const column of head.split(',')) expect(columns).toContain(`${name}.csv,${column},`);
  }
  const zone = readFileSync(join(folder, 'tables', 'zone.csv'), 'utf8')
    .trimEnd()
    .split('\r\n');
  expect(zone).toEqual([
    'deal_wage,deal_hours,utility_port,utility_union,accepts_port,accepts_union',
    'low,36,10,4,1,1',
  ]);
});

it('writes draws with the tables where some number has a range', async () => {
  const ranged = join(folder, 'ranged');
  await winset(['export', 'lease', '--to', 'tables', '--out', ranged]);
  const draws = readFileSync(join(ranged, 'draws.csv'), 'utf8');
  const codebook = readFileSync(join(ranged, 'codebook.csv'), 'utf8');
  expect(draws).toBe((await winset(['sensitivity', 'lease', '--smaa', '--draws', '1000', '--csv'])).stdout);
  const [head = '', ...rows] = draws.trimEnd().split('\r\n');
  expect(rows).toHaveLength(1000);
  for (const column of head.split(',')) expect(codebook).toContain(`draws.csv,${column},`);
});

it('says what a format is for when it cannot go to standard output', async () => {
  expect((await winset(['export', 'lease', '--to', 'genius'])).stderr).toContain(
    'error: Genius XML is written to a folder; name it with --out',
  );
  expect(existsSync(join(folder, 'nothing'))).toBe(false);
});
