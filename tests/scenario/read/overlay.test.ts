import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parse } from 'yaml';
import { formatFinding } from '../../../src/scenario/finding.ts';
import { overlayJsonSchema } from '../../../src/scenario/format/json-schema.ts';
import type { Loaded } from '../../../src/scenario/read/load.ts';
import { loadScenario, parseScenarioText } from '../../../src/scenario/read/load.ts';
import { locksOf } from '../../../src/scenario/edit/locks.ts';
import { overlayText } from '../../../src/scenario/save/overlay-text.ts';
import { CONDITIONS, historyOf, loaded, loadedText } from '../edit/random-edits.ts';
import { SCENARIO } from '../support.ts';

const folder = mkdtempSync(join(tmpdir(), 'winset-overlays-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

beforeEach(() => {
  write('base/scenario.yaml', SCENARIO);
  write('conditions.yaml', CONDITIONS);
});

/** The findings of an overlay as lines, with names of files relative to the folder; 'valid' without any. */
function verdict(text: string, name = 'over.yaml'): string {
  const result = loadScenario(write(name, text));
  if (result.ok) return result.warnings.length === 0 ? 'valid' : lines(result.warnings);
  return lines(result.findings);
}

function lines(
  findings: Parameters<typeof formatFinding>[0][] | readonly Parameters<typeof formatFinding>[0][],
): string {
  return findings.map((finding) => formatFinding({ ...finding, file: relative(folder, finding.file) })).join('\n');
}

function load(text: string, name = 'over.yaml'): Loaded {
  return loaded(write(name, text));
}

const ON_BASE = 'winset: 1\nbase: base\n';

describe('an overlay', () => {
  test('changes what it names and leaves the rest', () => {
    const { scenario } = load(`winset: 1
base: base/scenario.yaml
title: Mine
stage: s1
change:
  us:
    reservation: { value: 40, why: Asked for more. }
    issues: { cap: { weight: 5, values: { mid: 60 } } }
    dropRedLines: [no-high]
    redLines: [{ id: new, when: { rent: 0 } }]
    adjustments: [{ when: { cap: low }, add: -2 }]
locks:
  rent: [0, 100]
drafts:
  d2: { title: Another, clauses: { cap: high } }
`);
    const base = loaded(join(folder, 'base')).scenario;
    expect(scenario).toMatchObject({
      title: 'Mine',
      stage: 's1',
      parties: [{ reservation: { value: 40 }, redLines: [{ id: 'new' }], adjustments: [{ add: -2 }] }, base.parties[1]],
      drafts: [{ id: 'd1' }, { id: 'd2' }],
    });
    expect(locksOf(scenario)).toEqual([{ issue: 'rent', options: ['0', '100'] }]);
  });

  test('has a hash of its own that covers what stands underneath', () => {
    const hash = () => load(`${ON_BASE}change: { us: { reservation: 31 } }\n`).scenario.hash;
    const before = hash();
    expect(before).toMatch(/^[0-9a-f]{12}$/);
    expect(before).not.toBe(loaded(join(folder, 'base')).scenario.hash);
    expect(hash()).toBe(before);
    write('base/scenario.yaml', SCENARIO.replace('title: Test', 'title: Other'));
    expect(hash()).not.toBe(before);
  });

  test('gives its own text and what it stands on, so that it can be written anew', () => {
    const over = load(`${ON_BASE}change: { us: { reservation: 31 } }\n`);
    expect(over.files).toEqual([{ path: 'over.yaml', text: `${ON_BASE}change: { us: { reservation: 31 } }\n` }]);
    expect(over.under?.name).toBe('base');
    if (over.under === null) return;
    const { present } = historyOf(over.scenario, [{ kind: 'reservation', party: 'us', value: 32 }]);
    const text = overlayText(over.under.scenario, present, { baseName: over.under.name });
    expect(text).toContain('reservation: 32 # 30 -> 32');
    expect(load(text).scenario.parties).toEqual(present.parties);
  });

  test('stands on another one', () => {
    write('one.yaml', `${ON_BASE}locks: { cap: [low] }\nchange: { us: { reservation: 31 } }\n`);
    const { scenario } = load('winset: 1\nbase: one.yaml\nlocks: { cap: [low, mid, high] }\n');
    expect(locksOf(scenario)).toEqual([]);
    expect(scenario.parties[0]?.reservation).toEqual({ value: 31 });
  });

  test('drops conditional signatures by party and pattern, whatever the order', () => {
    const { scenario } = load(
      'winset: 1\nbase: conditions.yaml\ndropConsent: [{ party: b, when: { x: [q, p] } }, { party: c, when: { x: p } }]\n',
    );
    expect(scenario.consent.conditional.map(({ party }) => party)).toEqual(['b']);
    expect(scenario.consent.needs).toEqual({ quorum: 1, veto: ['a'] });
  });

  test('is written the same every time, with what each number was', () => {
    const { scenario } = loadedText(CONDITIONS);
    const { present } = historyOf(scenario, [
      { kind: 'weight', party: 'a', issue: 'x', value: 4 },
      { kind: 'value', party: 'a', issue: 'x', option: 'q', value: 45 },
      { kind: 'dropRedLine', party: 'b', redLine: 'one' },
      { kind: 'dropConsent', index: 0 },
      { kind: 'unlock', issue: 'x' },
      { kind: 'lock', issue: 'y', options: ['1', 'no'] },
      { kind: 'draft', draft: { id: 'mine', title: 'Mine: all', clauses: [{ issue: 'y', option: '2' }] } },
    ]);
    const text = overlayText({ ...scenario, hash: '0123456789ab' }, present, { baseName: '../conditions.yaml' });
    expect(text).toMatchInlineSnapshot(`
      "# Changes to a scenario of winset; the files underneath stay as they are.
      winset: 1
      base: ../conditions.yaml
      baseHash: 0123456789ab
      change:
        a:
          issues:
            x:
              weight: { value: 4, confidence: inferred } # 3 -> 4
              values:
                q: { value: 45, low: 40, high: 60, confidence: inferred } # 50 -> 45
        b:
          dropRedLines:
            - one
      dropConsent:
        - { party: b, when: { x: [p, q] } } # First.
      locks:
        x: [p, q, r] # was q, r
        y: ['1', no] # was open
      drafts:
        mine: { title: 'Mine: all', clauses: { y: '2' } }
      "
    `);
    expect(z.fromJSONSchema(overlayJsonSchema()).safeParse(parse(text)).success).toBe(true);
  });
});

describe('what is said of a wrong one', () => {
  test.each<[string, string]>([
    ['a base that is not there', 'winset: 1\nbase: nowhere.yaml\n'],
    ['a folder without a scenario', 'winset: 1\nbase: .\n'],
    ['no base', 'winset: 1\nchange: { us: { reservation: 31 } }\n'],
    ['another version', 'winset: 2\nbase: base\n'],
    ['unknown keys', `${ON_BASE}lock: { cap: [low] }\n`],
    [
      'unknown names',
      `${ON_BASE}change: { usa: {}, us: { issues: { cpa: { weight: 1 }, cap: { values: { hihg: 1 } } } } }\nlocks: { rent: [50], ca: [low] }\n`,
    ],
    ['unknown stage', `${ON_BASE}stage: s9\n`],
    ['a change that cannot be', `${ON_BASE}change:\n  us:\n    disagreement: 31\n    dropRedLines: [none]\n`],
    ['a reservation value too low', `${ON_BASE}change:\n  us: { reservation: 3 }\n`],
    ['a signature that nobody gives', `${ON_BASE}dropConsent:\n  - { party: us, when: { cap: low } }\n`],
    ['an empty lock', `${ON_BASE}locks: { cap: [] }\n`],
    ['a draft with an unknown option', `${ON_BASE}drafts: { d: { title: D, clauses: { cap: x } } }\n`],
    ['a source that is not there', `${ON_BASE}change: { us: { reservation: { value: 31, sources: [papers] } } }\n`],
    ['another hash', `${ON_BASE}baseHash: 'abc'\n`],
  ])('%s', (_, text) => {
    expect(verdict(text)).toMatchSnapshot();
  });

  test('a wrong file underneath', () => {
    write('base/scenario.yaml', SCENARIO.replace('disagreement: 20', 'disagreement: 31'));
    expect(verdict(ON_BASE)).toMatch(/^base\/scenario\.yaml:9:\d+ parties\.us\.reservation: /);
  });

  test('overlays in a circle', () => {
    write('a.yaml', 'winset: 1\nbase: b.yaml\n');
    write('b.yaml', 'winset: 1\nbase: a.yaml\n');
    expect(verdict('winset: 1\nbase: a.yaml\n')).toBe(
      'b.yaml:2:7 base: overlays stand on each other in a circle: a.yaml -> b.yaml -> a.yaml',
    );
    expect(verdict('winset: 1\nbase: ./self.yaml\n', 'self.yaml')).toBe(
      'self.yaml:2:7 base: overlays stand on each other in a circle: self.yaml -> self.yaml',
    );
  });

  test('eight overlays stand on each other, nine do not', () => {
    write('o0.yaml', ON_BASE);
    for (let k = 1; k < 9; k++) write(`o${k}.yaml`, `winset: 1\nbase: o${k - 1}.yaml\n`);
    expect(loadScenario(join(folder, 'o7.yaml')).ok).toBe(true);
    const result = loadScenario(join(folder, 'o8.yaml'));
    expect(result.ok ? '' : lines(result.findings)).toBe(
      'o0.yaml:2:7 base: more than 8 overlays stand on each other; write their changes as one',
    );
  });

  test('a text without a place has no other files', () => {
    const result = parseScenarioText(ON_BASE, '<stdin>');
    expect(result.ok ? '' : result.findings.map(formatFinding)).toEqual([
      '<stdin>:2:7 base: other files cannot be read here; name the overlay as a file',
    ]);
  });

  test('rules that leave no deal are said at the locks, or in the file underneath', () => {
    const at = (text: string) => lines([load(text).fault(['rules'], 'x')]);
    expect(at(`${ON_BASE}locks: { cap: [low] }\n`)).toBe('over.yaml:3:1 locks: x');
    expect(at(ON_BASE)).toBe('base/scenario.yaml:29:3 rules: x');
  });
});
