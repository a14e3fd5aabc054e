import { expect, test } from 'vitest';
import { applyEdit } from '../../../src/scenario/edit/edit.ts';
import { describeEdit } from '../../../src/scenario/edit/describe-edit.ts';
import { difference } from '../../../src/scenario/edit/difference.ts';
import { record, startHistory, undo } from '../../../src/scenario/edit/history.ts';
import { overlayText } from '../../../src/scenario/save/overlay-text.ts';
import { editedTexts } from '../../../src/scenario/save/save.ts';
import type { Bargaining } from '../../../src/scenario/scenario.ts';
import { historyOf, loadedText } from './random-edits.ts';
import { SCENARIO } from '../support.ts';

const START = loadedText(`${SCENARIO}bargaining:
  patience: { us: { value: 0.9, low: 0.8, high: 0.95, confidence: stated, why: Said so. } } # of both
`);
const EDITS = [
  { kind: 'patience', party: 'us', value: 0.85 },
  { kind: 'strategy', party: 'ua', strategy: 'boulware:8' },
  { kind: 'rounds', value: 12 },
  { kind: 'order', order: ['ua', 'us'] },
  { kind: 'protocol', protocol: 'single-text' },
] as const;

test('edits of the bargaining are said in words, before and after', () => {
  expect(EDITS.map((edit) => describeEdit(START.scenario, edit))).toEqual([
    'United States: patience 0.9 -> 0.85',
    'Ukraine: strategy none -> boulware:8',
    'rounds: none -> 12',
    'order: none -> Ukraine, United States',
    'protocol: none -> single-text',
  ]);
  const { present } = historyOf(START.scenario, EDITS);
  expect(difference(START.scenario, present).map(({ text }) => text)).toEqual([
    'protocol: none -> single-text',
    'rounds: none -> 12',
    'order: none -> Ukraine, United States',
    'United States: patience 0.9 -> 0.85',
    'Ukraine: strategy none -> boulware:8',
  ]);
});

test('a number keeps its range while it lies in it, and set back it is the number of the file', () => {
  const patienceOf = (value: number, from = START.scenario): Bargaining['patience'] => {
    const edit = applyEdit(from, { kind: 'patience', party: 'us', value }, START.scenario);
    if (!edit.ok) throw new Error(edit.message);
    return edit.scenario.bargaining?.patience;
  };
  expect(patienceOf(0.85)).toEqual({ us: { value: 0.85, low: 0.8, high: 0.95, confidence: 'inferred' } });
  expect(patienceOf(0.9)).toEqual(START.scenario.bargaining?.patience);
});

test.each([
  [{ kind: 'patience', party: 'us', value: 1.5 } as const, 'patience must be a number from 0 to 1'],
  [{ kind: 'patience', party: 'su', value: 1 } as const, "party 'su' does not exist; there are 'us', 'ua'"],
  [{ kind: 'order', order: ['us', 'us'] } as const, "'us' stands in the order twice"],
  [{ kind: 'protocol', protocol: 'alternate' } as const, "did you mean 'alternating'?"],
])('what cannot be is refused: %j', (edit, message) => {
  const made = applyEdit(START.scenario, edit);
  expect(made.ok ? '' : made.message).toContain(message);
});

test('turning one number many times is one step', () => {
  let history = startHistory(START.scenario);
  for (const value of [0.89, 0.88, 0.87]) {
    const next = record(history, { kind: 'patience', party: 'us', value }, { merge: true });
    if (next.ok) history = next.history;
  }
  expect(history.past).toHaveLength(1);
  expect(undo(history)?.history.present).toEqual(START.scenario);
});

test('it is saved as an overlay with what was before, and into the file beside what stands there', () => {
  const { present } = historyOf(START.scenario, EDITS);
  expect(overlayText(START.scenario, present, { baseName: 'base.yaml' })).toContain(`bargaining:
  protocol: single-text # none -> single-text
  rounds: 12 # none -> 12
  order: [ua, us] # none -> Ukraine, United States
  patience:
    us: { value: 0.85, low: 0.8, high: 0.95, confidence: inferred } # patience 0.9 -> 0.85
  strategies:
    ua: boulware:8 # strategy none -> boulware:8
`);
  const saved = editedTexts(START.files, START.scenario, present);
  expect(saved.ok && saved.files[0]?.text.slice(SCENARIO.length)).toBe(`bargaining:
  patience: { us: { value: 0.85, low: 0.8, high: 0.95, confidence: inferred } } # of both
  protocol: single-text
  rounds: 12
  order: [ua, us]
  strategies: { ua: boulware:8 }
`);
});
