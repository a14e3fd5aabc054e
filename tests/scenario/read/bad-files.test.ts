import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatFinding } from '../../../src/scenario/finding.ts';
import { loadScenario, parseScenarioText } from '../../../src/scenario/read/load.ts';
import { SCENARIO } from '../support.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'winset-files-'));
  mkdirSync(join(folder, 'game', 'parties'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const PUBLIC = `winset: 1
title: Test
parties:
  us: { name: US, file: parties/us.yaml }
issues:
  - { id: cap, title: Cap, options: [{ id: low }, { id: high }] }
`;
const US = `party: us
disagreement: 20
issues:
  cap: { weight: 1, values: { low: 0, high: 100 } }
`;

function write(name: string, text: string | Uint8Array): void {
  writeFileSync(join(folder, 'game', name), text);
}

/** Findings of a path in the test's folder, which is left out of them. */
function verdict(path: string): string {
  const result = loadScenario(join(folder, path));
  return result.ok ? 'valid' : result.findings.map(formatFinding).join('\n').replaceAll(`${folder}/`, '');
}

test('a folder, its scenario file, and a JSON file are read alike', () => {
  write('scenario.yaml', PUBLIC);
  write('parties/us.yaml', US);
  expect([verdict('game'), verdict('game/scenario.yaml')]).toEqual(['valid', 'valid']);
  const json = {
    winset: 1,
    title: 'T',
    parties: { a: { name: 'A', file: 'a.json' } },
    issues: [{ id: 'i', title: 'I', options: [{ id: 1 }] }],
  };
  write('scenario.yaml', JSON.stringify(json));
  write('a.json', JSON.stringify({ party: 'a', disagreement: 0, issues: { i: { weight: 1, values: { 1: 50 } } } }));
  expect(verdict('game')).toBe('valid');
});

test('errors of all files come together, public file first', () => {
  write('scenario.yaml', `${PUBLIC}extra: 1\n`);
  write('parties/us.yaml', `${US.replace('high: 100', 'hihg: 100')}redlines: []\n`);
  expect(verdict('game')).toMatchInlineSnapshot(`
    "game/scenario.yaml:7:1 extra: unknown key 'extra'
    game/parties/us.yaml:4:21 issues.cap.values: every option needs a number; missing 'high'
    game/parties/us.yaml:4:39 issues.cap.values.hihg: option 'hihg' does not exist; did you mean 'high'?
    game/parties/us.yaml:5:1 redlines: unknown key 'redlines'; did you mean 'redLines'?"
  `);
});

test('missing paths', () => {
  write('scenario.yaml', PUBLIC);
  expect([verdict('nothing.yaml'), verdict('game/parties'), verdict('game/scenario.yaml/x'), verdict('game')])
    .toMatchInlineSnapshot(`
    [
      "nothing.yaml:1:1 does not exist; check the name and the folder",
      "game/parties:1:1 is a folder without a scenario.yaml; name the scenario file",
      "game/scenario.yaml/x:1:1 does not exist; check the name and the folder",
      "game/scenario.yaml:4:25 parties.us.file: 'parties/us.yaml' does not exist; check the name and the folder",
    ]
  `);
  expect(loadScenario('a\u0000b')).toMatchObject({ ok: false });
});

test('party file of another party, without content, or given as the scenario', () => {
  write('scenario.yaml', PUBLIC);
  write('parties/us.yaml', US.replace('us', 'ua'));
  expect([verdict('game'), verdict('game/parties/us.yaml')]).toMatchInlineSnapshot(`
    [
      "game/parties/us.yaml:1:8 party: the scenario reads this file for party 'us', found 'ua'",
      "game/parties/us.yaml:1:1 this is one party's file; name the scenario file that lists the party",
    ]
  `);
  write('parties/us.yaml', '');
  expect(verdict('game')).toMatchInlineSnapshot(`"game/parties/us.yaml:1:1 expected a block of keys, found nothing"`);
});

test.each([
  ['above', '../us.yaml'],
  ['hidden above', 'parties/../../us.yaml'],
  ['absolute', join(tmpdir(), 'us.yaml')],
  ['behind a link', 'parties/link.yaml'],
  ['behind a linked folder', 'linked/us.yaml'],
])('party file outside the folder: %s', (_, name) => {
  writeFileSync(join(folder, 'us.yaml'), US);
  symlinkSync(join(folder, 'us.yaml'), join(folder, 'game', 'parties', 'link.yaml'));
  symlinkSync(folder, join(folder, 'game', 'linked'));
  write('scenario.yaml', PUBLIC.replace('parties/us.yaml', name));
  expect(verdict('game')).toMatch(
    /^game\/scenario\.yaml:4:25 parties\.us\.file: '.*' (is outside the scenario's folder; party files stand inside it|must be relative to the scenario file)$/,
  );
});

test('a link that stays inside the folder is fine', () => {
  write('scenario.yaml', PUBLIC);
  write('real.yaml', US);
  symlinkSync(join(folder, 'game', 'real.yaml'), join(folder, 'game', 'parties', 'us.yaml'));
  expect(verdict('game')).toBe('valid');
});

test('a file of 50 MB is refused by its size', () => {
  write('scenario.yaml', '');
  truncateSync(join(folder, 'game', 'scenario.yaml'), 50_000_000);
  expect(verdict('game')).toMatchInlineSnapshot(
    `"game/scenario.yaml:1:1 has 47.7 MiB; a scenario file has at most 8 MiB"`,
  );
});

test('what is no text file', () => {
  write('scenario.yaml', PUBLIC);
  write('parties/us.yaml', new Uint8Array([0xff, 0xfe, 0x00, 0xd8]));
  expect(verdict('game')).toMatchInlineSnapshot(
    `"game/scenario.yaml:4:25 parties.us.file: 'parties/us.yaml' is not UTF-8 text; save it as UTF-8"`,
  );
  write('scenario.yaml', PUBLIC.replace('parties/us.yaml', 'parties'));
  expect(verdict('game')).toMatchInlineSnapshot(
    `"game/scenario.yaml:4:25 parties.us.file: 'parties' is a folder; expected a file"`,
  );
  expect(loadScenario('/dev/zero')).toMatchObject({
    ok: false,
    findings: [{ message: 'is not a regular file; expected a YAML or JSON text' }],
  });
});

test('a text without a folder has no party files', () => {
  const result = parseScenarioText(PUBLIC, '<stdin>');
  expect(result.ok ? [] : result.findings.map(formatFinding)).toMatchInlineSnapshot(`
    [
      "<stdin>:4:25 parties.us.file: party files cannot be read here; write the preferences inline",
    ]
  `);
});

test('the hash changes with any file and with nothing else', () => {
  const hash = () => {
    const result = loadScenario(join(folder, 'game'));
    return result.ok ? result.scenario.hash : 'invalid';
  };
  write('scenario.yaml', PUBLIC);
  write('parties/us.yaml', US);
  const first = hash();
  expect(first).toMatch(/^[0-9a-f]{12}$/);
  expect(hash()).toBe(first);
  write('parties/us.yaml', `${US}# seen\n`);
  expect(hash()).not.toBe(first);
});

test('a byte order mark and Windows line ends do no harm', () => {
  write('scenario.yaml', `\ufeff${SCENARIO.replaceAll('\n', '\r\n')}`);
  expect(verdict('game')).toBe('valid');
});
