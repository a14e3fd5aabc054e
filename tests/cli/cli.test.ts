import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { columns } from '../../src/report/text/width.ts';
import { edited, SCENARIO } from '../scenario/support.ts';
import { answer, winset, winsetProcess, winsetUnread } from './built.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-'));
const BAND = 'first-five-minutes';

afterAll(() => rmSync(folder, { recursive: true }));

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('winset solve', () => {
  it('prints the report and nothing else', () => {
    const { status, stdout, stderr } = answer(['solve', BAND]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Book the band\n/);
    expect(stdout).toContain('50 of 189 combinations (26 %) would be signed by both parties. Counted exactly.');
    expect(stdout).not.toMatch(CONTROL);
  });

  it('takes an empty zone as an answer', async () => {
    const { status, stdout, stderr } = await winset(['solve', 'scenarios/quarry-dispute']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('\nNo deal.\n');
  });

  it('reads a scenario from standard input', () => {
    const { status, stdout } = winsetProcess(['solve', '-'], { input: SCENARIO });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Test\n/);
  });

  it.each([
    ['asked', '97', 97],
    ['too narrow', '5', 60],
    ['too wide', '500', 160],
  ])('keeps a width that is %s within limits', async (_, width, most) => {
    const { stdout } = await winset(['solve', BAND, '--width', width]);
    const widest = Math.max(...stdout.split('\n').map(columns));
    expect(widest).toBe(most);
  });

  it('uses 80 columns for a pipe', () => {
    expect(Math.max(...answer(['solve', BAND]).stdout.split('\n').map(columns))).toBe(80);
  });

  it('colours only when told to', () => {
    const forced = winsetProcess(['solve', BAND], { env: { FORCE_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001b[35m');
    expect(answer(['solve', BAND]).stdout).not.toMatch(CONTROL);
  });

  it('is not disturbed by settings meant for other programs', () => {
    const { stdout } = answer(['solve', BAND]);
    const env = { DEV: 'true', CI: 'true', NODE_ENV: 'test', COLUMNS: '40', NO_COLOR: '1', TERM: 'xterm-256color' };
    expect(winsetProcess(['solve', BAND], { env })).toEqual({
      status: 0,
      stdout,
      stderr: '',
    });
  });

  it('narrows the report to drafts and parties', async () => {
    const { stdout } = await winset(['solve', BAND, '--draft', 'split-the-fee', '--party', 'cafe']);
    expect(stdout).toContain('split-the-fee');
    expect(stdout).not.toContain('first-offer');
    expect(stdout).not.toMatch(/^ +The Late Trains +40\.0/m);
  });

  it('solves at a stage', async () => {
    const { stdout } = await winset(['solve', file('stages.yaml', SCENARIO), '--stage', 's2']);
    expect(stdout).toContain('stage s2: Two');
  });

  it('ends quietly when nobody reads on', async () => {
    expect(await winsetUnread(['explain', 'quarry-dispute', '--all', '--json'])).toMatchObject({
      status: 0,
      stderr: '',
    });
  });
});

describe('winset solve --json', () => {
  it('prints exactly one object', async () => {
    const { status, stdout, stderr } = await winset(['solve', BAND, '--json']);
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ schema: 'winset/solve@1', zone: { count: { exact: '50' } } });
    expect((await winset(['solve', BAND, '--json'])).stdout).toBe(stdout);
  });

  it('labels what was assumed', async () => {
    const { stdout } = await winset(['solve', BAND, '--json', '--without', 'band.no-sunday']);
    const document: unknown = JSON.parse(stdout);
    expect(document).toMatchObject({ assumptions: [{ party: 'band', id: 'no-sunday' }] });
    expect((await winset(['solve', BAND, '--without', 'band.no-sunday'])).stdout).toContain(
      'What if: the stated red line',
    );
  });

  it('keeps warnings out of standard output', async () => {
    const unmentioned = edited('rules:', '  - { id: idle, title: Idle, options: [{ id: a }, { id: b }] }\nrules:');
    const { status, stdout, stderr } = await winset(['solve', file('idle.yaml', unmentioned), '--json']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/idle\.yaml:\d+:\d+ issues\[2\]: warning: no party says/);
    expect(JSON.parse(stdout)).toMatchObject({ warnings: [expect.stringContaining('no party says')] });
  });
});

describe('bad input', () => {
  it('lists every finding with its place, and nothing on standard output', async () => {
    const bad = edited('cap: mid', 'cap: mit', edited('needs: all', 'needs: most'));
    const path = file('bad.yaml', bad);
    for (const command of ['solve', 'check']) {
      const { status, stdout, stderr } = await winset([command, path]);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr.trimEnd().split('\n').length).toBeGreaterThan(1);
      for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/bad\.yaml:\d+:\d+ /);
    }
  });

  it.each([
    ['a scenario', ['solve', 'ukrain-2025'], "Did you mean 'ukraine-2025'?"],
    [
      'a stage',
      ['solve', 'ukraine-2025', '--stage', 'berlim'],
      "did you mean 'berlin'?\nKnown: peak-pressure, not-final",
    ],
    ['a draft', ['solve', BAND, '--draft', 'first-ofer'], "did you mean 'first-offer'?\nKnown: first-offer, split"],
    ['a party', ['solve', BAND, '--party', 'bund'], "did you mean 'band'?\nKnown: band, cafe"],
    ['a signer', ['solve', BAND, '--coalition', 'band,caffe'], "did you mean 'cafe'?\nKnown: band, cafe"],
    ['a red line', ['solve', BAND, '--without', 'band.no-monday'], "'band.no-sunday'"],
    ['a command', ['slove', BAND], '(Did you mean solve?)'],
    ['an option', ['solve', BAND, '--jsn'], '(Did you mean --json?)'],
  ])('says what was meant by %s', async (_, words, hint) => {
    const { status, stdout, stderr } = await winset(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(hint);
  });

  it.each([
    [['solve']],
    [['solve', BAND, '--width', 'wide']],
    [['solve', BAND, '--ties', '0']],
    [['solve', BAND, '--coalition', ',']],
    [['solve', BAND, 'more']],
    [['solve', 'no/such/file.yaml']],
    [['schema', 'x']],
  ])('refuses %j', async (words) => {
    const { status, stdout, stderr } = await winset(words);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).not.toContain('internal fault');
  });

  it('refuses standard input that is not a scenario', () => {
    expect(winsetProcess(['check', '-'], { input: 'a: [' })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^<stdin>:\d+:\d+ /),
    });
  });
});

describe('the other commands', () => {
  it('check says that a scenario is sound', async () => {
    expect(await winset(['check', BAND])).toEqual({
      status: 0,
      stdout: 'ok: Book the band: 2 parties, 4 issues, 189 combinations, 2 drafts, 0 stages\n',
      stderr: '',
    });
  });

  it('check says what the numbers rest on', async () => {
    const grounded = edited(
      'cap: { weight: 3, values: { low: 0, mid: 50, high: 100 } }',
      'cap: { confidence: stated, weight: { value: 3, confidence: inferred }, values: { low: 0, mid: 50, high: 100 } }',
    );
    const { status, stdout, stderr } = await winset(['check', file('grounded.yaml', grounded)]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`ok: Test: 2 parties, 2 issues, 9 combinations, 1 draft, 2 stages

What the numbers rest on

values           stated  reported  inferred  none given
  United States       3         0         0           1
  Ukraine             0         0         0           6
  all parties         3         0         0           7

weights          stated  reported  inferred  none given
  United States       0         0         1           1
  Ukraine             0         0         0           2
  all parties         0         0         1           3

thresholds       stated  reported  inferred  none given
  United States       0         0         0           2
  Ukraine             0         0         0           1
  all parties         0         0         0           3

1 source is listed but never cited: press
`);
  });

  it('check has no table where no number says what it rests on', async () => {
    expect((await winset(['check', file('plain.yaml', SCENARIO)])).stdout).toBe(
      'ok: Test: 2 parties, 2 issues, 9 combinations, 1 draft, 2 stages\n\n1 source is listed but never cited: press\n',
    );
  });

  it('check stays within 80 columns', async () => {
    const wide = edited(
      'name: Ukraine',
      `name: ${'烏克蘭'.repeat(40)}`,
      edited('disagreement: 10', 'disagreement: { value: 10, confidence: reported }'),
    );
    const ids = Array.from({ length: 9 }, (_, k) => `${'long-name-'.repeat(6)}${k}`);
    const text = edited('  press: { outlet: Press }', ids.map((id) => `  ${id}: {}`).join('\n'), wide);
    const { stdout } = await winset(['check', file('wide.yaml', text)]);
    const [, ...lines] = stdout.trimEnd().split('\n');
    expect(Math.max(...lines.map(columns))).toBeLessThanOrEqual(80);
    expect(stdout).toMatch(/never cited:[^]*long-name-4,\s+and 4\s+more\n$/);
    const rows = lines.filter((line) => line.startsWith('  '));
    expect(new Set(rows.map(columns)).size).toBe(1);
    expect(rows).toHaveLength(9);
  });

  it('schema prints a JSON Schema', async () => {
    const scenario: unknown = JSON.parse((await winset(['schema'])).stdout);
    const party: unknown = JSON.parse((await winset(['schema', '--party'])).stdout);
    expect(scenario).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' });
    expect(scenario).toHaveProperty('properties.parties');
    expect(party).toHaveProperty('properties.redLines');
  });

  it('help begins with examples and the version is that of the package', async () => {
    expect(winsetProcess(['--help'])).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Is there.*\n\nExamples:/),
    });
    expect((await winset(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
