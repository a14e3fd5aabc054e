import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import { undo } from '../../../src/scenario/edit/history.ts';
import { parseSession } from '../../../src/scenario/edit/read-session.ts';
import { restoreSession, sessionText } from '../../../src/scenario/edit/session.ts';
import { historyOf, MATERIAL, someEdits } from './random-edits.ts';
import { SCENARIO, scenarioOf } from '../support.ts';
import { runs } from '../../runs.ts';

const SOURCE = { scenario: 'a/scenario.yaml', when: '2025-11-21T10:00:00Z' };
const small = scenarioOf(SCENARIO);
const EDITS: ScenarioEdit[] = [
  { kind: 'weight', party: 'us', issue: 'cap', value: 5 },
  { kind: 'dropRedLine', party: 'us', redLine: 'no-high' },
];

function read(text: string) {
  const result = parseSession(text);
  if (!result.ok) throw new Error(result.message);
  return result.session;
}

describe.each(MATERIAL)('a session on $name', ({ load }) => {
  const { scenario } = load();
  test('comes back as it was, with what was undone', () => {
    fc.assert(
      fc.property(someEdits(scenario), fc.nat(5), (edits, steps) => {
        let history = historyOf(scenario, edits);
        for (let k = 0; k < steps; k++) history = undo(history)?.history ?? history;
        const session = read(sessionText(history, SOURCE));
        expect(session).toMatchObject({ ...SOURCE, baseHash: scenario.hash });
        expect(restoreSession(scenario, session)).toEqual({ ok: true, history });
      }),
      { numRuns: runs(scenario.issues.length > 10 ? 30 : 150) },
    );
  });
});

test('on a scenario that has changed it is an offer, with what no longer applies', () => {
  const session = read(sessionText(historyOf(small, EDITS), SOURCE));
  const changed = scenarioOf(SCENARIO.replace('no-high', 'other'));
  const result = restoreSession(changed, session);
  if (result.ok) throw new Error('restored on another scenario');
  expect(result.message).toContain('the scenario has changed since the session was recorded');
  expect(result.message).toContain('1 of 2 edits cannot be made on it');
  expect(result.offer.history.past.map(({ edit }) => edit)).toEqual(EDITS.slice(0, 1));
  expect(result.offer.failed).toEqual([
    { edit: EDITS[1], message: "party 'us': red line 'no-high' does not exist; there is 'other'" },
  ]);
});

test('bad content is refused with a reason, whatever it is', () => {
  const good = sessionText(historyOf(small, EDITS), SOURCE);
  const reason = (text: string) => {
    const result = parseSession(text);
    return result.ok ? 'read' : result.message;
  };
  expect(
    [
      '',
      good.slice(0, -10),
      '[]',
      '{}',
      good.replace('"session": 1', '"session": 2'),
      good.replace('"weight"', '"wieght"'),
      good.replace('"value": 5', '"value": "5"'),
      good.replace('"value": 5', '"value": 5, "more": 1'),
    ].map(reason),
  ).toMatchInlineSnapshot(`
    [
      "this is no record of a session: it is not JSON, or it was cut short",
      "this is no record of a session: it is not JSON, or it was cut short",
      "this is no record of a session: expected a block of keys, found a list",
      "this is no record of a session: session: is missing; expected '1'",
      "this is no record of a session: session: expected '1', found the number 2",
      "this is no record of a session: edits[0].kind: is no edit that this program knows",
      "this is no record of a session: edits[0].value: expected a number, found the text '5'",
      "this is no record of a session: edits[0]: unknown key 'more'",
    ]
  `);
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => reason(text) !== 'read'));
});
