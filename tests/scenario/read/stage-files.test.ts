/** Stages in files of their own: what is wrong with one is said at its place in that file. */
import { describe, expect, it } from 'vitest';
import { formatFinding } from '../../../src/scenario/finding.ts';
import { loadTexts } from '../../../src/scenario/read/load.ts';

const MAIN = `winset: 1
title: Test
parties:
  us: { name: US, disagreement: 20, reservation: 30, issues: { cap: { weight: 1, values: { low: 0, high: 100 } } } }
issues:
  - { id: cap, title: Cap, options: [{ id: low }, { id: high }] }
stages:
  - { id: now, date: 2025-01-01, title: Now, file: stages/now.yaml }
`;

const NOW = `stage: now
change:
  us: { reservation: 35, issues: { cap: { values: { low: 10 } } } }
why: They met.
`;

function findings(now: string | null, main = MAIN): string[] {
  const files = [{ path: 'scenario.yaml', text: main }];
  const loaded = loadTexts(now === null ? files : [...files, { path: 'stages/now.yaml', text: now }]);
  return loaded.ok ? [] : loaded.findings.map(formatFinding);
}

describe('a stage in a file of its own', () => {
  it('is a stage like any other', () => {
    const loaded = loadTexts([
      { path: 'scenario.yaml', text: MAIN },
      { path: 'stages/now.yaml', text: NOW },
    ]);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.findings));
    expect(loaded.scenario.stages).toMatchObject([{ id: 'now', after: null, why: 'They met.' }]);
    expect(Object.keys(loaded.scenario.stages[0]!)).not.toContain('file');
    expect(loaded.files.map(({ path }) => path)).toEqual(['scenario.yaml', 'stages/now.yaml']);
  });

  it.each([
    [
      'an option',
      NOW.replace('low: 10', 'lwo: 10'),
      "stages/now.yaml:3:53 change.us.issues.cap.values.lwo: option 'lwo'",
    ],
    ['a number', NOW.replace('low: 10', 'low: 101'), 'stages/now.yaml:3:58 change.us.issues.cap.values.low: '],
    ['a party', NOW.replace('us:', 'su:'), "stages/now.yaml:3:3 change.su: party 'su' does not exist"],
    [
      'positions that cannot be',
      NOW.replace('35', '15'),
      'stages/now.yaml:3:22 change.us.reservation: after this stage',
    ],
    [
      'another stage',
      NOW.replace('stage: now', 'stage: then'),
      "stages/now.yaml:1:8 stage: the scenario reads this file for stage 'now'",
    ],
    ['a source', `${NOW}sources: [press]\n`, "stages/now.yaml:5:11 sources[0]: source 'press' does not exist"],
    ['a key of the list', `${NOW}date: 2025-01-01\n`, "stages/now.yaml:5:1 date: unknown key 'date'"],
    ['broken YAML', 'stage: [now', 'stages/now.yaml:1:12 not valid YAML'],
  ])('has its faults in that file: %s', (_, text, message) => {
    const [first = '', ...more] = findings(text);
    expect(first).toContain(message);
    expect(more).toEqual([]);
  });

  it.each([
    ['is not there', MAIN, "scenario.yaml:8:52 stages[0].file: 'stages/now.yaml' is not among the files at hand"],
    ['is outside', MAIN.replace('stages/now', '../now'), "is outside the scenario's folder"],
    [
      'stands beside changes',
      MAIN.replace('.yaml }', '.yaml, change: {} }'),
      "key 'file' does not go with the other keys here",
    ],
  ])('may be one that %s', (_, main, message) => {
    expect(findings(null, main).join('\n')).toContain(message);
  });
});
