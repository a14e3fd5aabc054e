import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseScenarioText } from '../../../src/scenario/read/load.ts';
import { edited, MIXED, SCENARIO, scenarioOf } from '../support.ts';
import { runs } from '../../runs.ts';

describe('what loading fills in', () => {
  const scenario = scenarioOf(SCENARIO);

  test('parties', () => {
    const [us, ua] = scenario.parties;
    expect(us).toMatchObject({ id: 'us', name: 'United States', short: 'us', power: 1, adjustments: [] });
    expect(us?.redLines).toEqual([{ id: 'no-high', when: [{ issue: 'cap', options: ['high'] }] }]);
    expect(ua).toMatchObject({ reservation: { value: 10 }, reservationIsDisagreement: true, redLines: [] });
    expect(ua).not.toHaveProperty('aspiration');
  });

  test('issues and preferences in the order of the file', () => {
    expect(scenario.issues).toEqual([
      {
        id: 'cap',
        title: 'Cap',
        range: null,
        named: ['low', 'mid', 'high'].map((id) => ({ id, label: id })),
      },
      {
        id: 'rent',
        title: 'Rent',
        range: { first: 0n, step: 100n, places: 0, count: 3 },
        named: [],
      },
    ]);
    expect(scenario.parties[0]?.preferences).toEqual({
      form: 'weights',
      issues: [
        {
          issue: 'cap',
          mentioned: true,
          weight: { value: 3 },
          curve: null,
          listed: [{ value: 0 }, { value: 50 }, { value: 100 }],
        },
        {
          issue: 'rent',
          mentioned: true,
          weight: { value: 1 },
          curve: { formula: 'x / 2', clip: false },
          listed: [],
        },
      ],
    });
  });

  test('rules, consent, drafts, stages', () => {
    expect(scenario).toMatchObject({
      stage: null,
      sources: [{ id: 'press', outlet: 'Press' }],
      rules: [
        {
          kind: 'forbid',
          id: 'r1',
          forbid: [
            { issue: 'cap', options: ['low'] },
            { issue: 'rent', options: ['200'] },
          ],
        },
      ],
      consent: { needs: 'all', conditional: [] },
      drafts: [{ id: 'd1', clauses: [{ issue: 'cap', option: 'mid' }] }],
      stages: [
        { id: 's1', after: null, change: [{ party: 'us', reservation: { value: 35 } }] },
        { id: 's2', after: 's1' },
      ],
    });
  });

  test('an issue that a party leaves out has weight 0', () => {
    const text = edited('      rent: { weight: 1, value: x / 2 }\n', '');
    expect(scenarioOf(text).parties[0]?.preferences.issues[1]).toEqual({
      issue: 'rent',
      mentioned: false,
      weight: { value: 0 },
      curve: null,
      listed: [],
    });
  });

  test('numbers with their range and reason', () => {
    const text = edited(
      'weight: 3, values: { low: 0',
      'weight: { value: 3, low: 2, why: So }, confidence: stated, values: { low: { value: 1, high: 2 }',
    );
    expect(scenarioOf(text).parties[0]?.preferences.issues[0]).toMatchObject({
      weight: { value: 3, low: 2, why: 'So' },
      listed: [{ value: 1, high: 2 }, { value: 50 }, { value: 100 }],
      confidence: 'stated',
    });
  });

  test('number-like ids keep the order of the file', () => {
    const text = SCENARIO.replaceAll(/\bua\b/g, '1').replaceAll(/\bd1:/g, '9: { title: N, clauses: {} }\n  2:');
    expect(scenarioOf(text).parties.map((party) => party.id)).toEqual(['us', '1']);
    expect(scenarioOf(text).drafts.map((draft) => draft.id)).toEqual(['9', '2']);
  });

  test('score sheets', () => {
    const text = edited(
      'cap: { weight: 3, values: { low: 100, mid: 50, high: 0 } }\n      rent: { weight: 1, values: { 0: 100, 100: 50, 200: 0 } }',
      'cap: { scores: { low: 12.5, mid: -3, high: 1000 } }',
    );
    const stages = text.slice(0, text.indexOf('stages:'));
    expect(scenarioOf(stages).parties[1]?.preferences).toEqual({
      form: 'scores',
      issues: [
        { issue: 'cap', mentioned: true, curve: null, listed: [{ value: 12.5 }, { value: -3 }, { value: 1000 }] },
        { issue: 'rent', mentioned: false, curve: null, listed: [] },
      ],
    });
  });

  test('names of JavaScript itself are ordinary ids', () => {
    const text = SCENARIO.replaceAll(/\bcap\b/g, 'constructor').replaceAll(/\bmid\b/g, 'toString');
    expect(scenarioOf(text).issues[0]).toMatchObject({ id: 'constructor', named: [{}, { id: 'toString' }, {}] });
  });
});

test('an issue that nobody mentions is a warning', () => {
  const text = edited('rules:\n', '  - { id: idle, title: Idle, options: [{ id: a }] }\nrules:\n');
  expect(parseScenarioText(text, 'test.yaml')).toMatchObject({
    ok: true,
    warnings: [
      {
        line: 28,
        column: 5,
        path: 'issues[2]',
        severity: 'warning',
        message: 'no party says what this issue is worth to it, so its options make no difference',
      },
    ],
  });
});

describe('whatever the text, loading answers', () => {
  const piecesOf = (text: string) => {
    const places = text.matchAll(/[\w.-]+|\{[^{}]*\}|\[[^[\]]*\]/g);
    return [...places].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  };
  const staged = 'us: { issues: { cap: { value: x / 10, values: { none: 3 } } } }';
  const junk = fc.oneof(
    fc.constantFrom(
      '',
      '~',
      '.nan',
      '-.inf',
      '1e400',
      '-1',
      '0',
      '[]',
      '{}',
      '[[]]',
      '{ a: { b: [1] } }',
      'true',
      "''",
      'x',
      '2025-13-01',
      '&a',
      '*a',
      '!!set',
      'constructor',
      '__proto__',
      '"\\0"',
      '\n',
      '- ',
      '? ',
    ),
    fc.json(),
    fc.string(),
  );

  test.each([
    ['options or numbers', SCENARIO],
    ['numbers and named options', edited('us: { reservation: 25 }', staged, MIXED)],
  ])('with %s, and one to four pieces replaced by junk', (_, whole) => {
    const piece = fc.constantFrom(...piecesOf(whole));
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, junk), { minLength: 1, maxLength: 4 }), (edits) => {
        let text = whole;
        for (const [{ from, to }, other] of edits.toSorted((a, b) => b[0].from - a[0].from)) {
          text = text.slice(0, from) + other + text.slice(to);
        }
        const result = parseScenarioText(text, 'test.yaml');
        if (result.ok) return;
        expect(result.findings.length).toBeGreaterThan(0);
        for (const finding of result.findings) {
          expect(finding.line).toBeGreaterThanOrEqual(1);
          expect(finding.column).toBeGreaterThanOrEqual(1);
          expect(finding.message).not.toMatch(/\bundefined\b|\[object|Invalid input/);
        }
      }),
      { numRuns: runs(400) },
    );
  });
});
