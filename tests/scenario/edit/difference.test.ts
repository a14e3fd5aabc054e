import { describe, expect, test } from 'vitest';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import { difference } from '../../../src/scenario/edit/difference.ts';
import { CONDITIONS, historyOf } from './random-edits.ts';
import { SCENARIO, scenarioOf } from '../support.ts';

const small = scenarioOf(SCENARIO);
const conditions = scenarioOf(CONDITIONS);

const EVERY_KIND: ScenarioEdit[] = [
  { kind: 'draft', draft: { id: 'd', title: 'Mine', clauses: [] } },
  { kind: 'draft', draft: { id: 'new', title: 'New', clauses: [] } },
  { kind: 'unlock', issue: 'x' },
  { kind: 'lock', issue: 'y', options: ['1', 'no'] },
  { kind: 'dropConsent', index: 0 },
  { kind: 'dropRedLine', party: 'b', redLine: 'two' },
  { kind: 'value', party: 'b', issue: 'y', option: 'no', value: 9 },
  { kind: 'reservation', party: 'b', value: 3 },
  { kind: 'value', party: 'a', issue: 'x', option: 'q', value: 45 },
  { kind: 'weight', party: 'a', issue: 'x', value: 4 },
  { kind: 'aspiration', party: 'a', value: 80 },
  { kind: 'disagreement', party: 'a', value: 20 },
  { kind: 'stage', stage: 's1' },
];

test('every kind, in the order of the file', () => {
  const history = historyOf(conditions, EVERY_KIND);
  expect(history.past).toHaveLength(EVERY_KIND.length);
  expect(difference(conditions, history.present).map(({ text }) => text)).toMatchInlineSnapshot(`
    [
      "stage: One",
      "A: what no deal is worth 10 -> 20",
      "A: aspiration 90 -> 80",
      "A: weight of X 3 -> 4",
      "A: value of q in X 50 -> 45",
      "B: the least it signs for 2 -> 3",
      "B: score of no in Y 7 -> 9",
      "B: red line two dropped",
      "B: need not sign when X is p or q",
      "X: open again",
      "Y: only 1 or no",
      "draft Mine changed",
      "draft New added",
    ]
  `);
});

describe('nothing is left of what was undone by hand', () => {
  test.each<[string, ScenarioEdit[]]>([
    ['a weight', [weight(5), weight(3)]],
    [
      'a lock',
      [
        { kind: 'lock', issue: 'cap', options: ['low'] },
        { kind: 'unlock', issue: 'cap' },
      ],
    ],
    [
      'a reservation value',
      [
        { kind: 'reservation', party: 'ua', value: 40 },
        { kind: 'reservation', party: 'ua', value: 10 },
      ],
    ],
    [
      'a reservation value that took the disagreement value along',
      [
        { kind: 'disagreement', party: 'ua', value: 5 },
        { kind: 'reservation', party: 'ua', value: 10 },
        { kind: 'disagreement', party: 'ua', value: 10 },
      ],
    ],
  ])('%s', (_, edits) => {
    const { past, present } = historyOf(small, edits);
    expect(past).toHaveLength(edits.length);
    expect(difference(small, present)).toEqual([]);
    expect(present).toEqual(small);
  });
});

test('what a stage changes is the stage; what was changed beside it stays', () => {
  const { present } = historyOf(small, [weight(5), { kind: 'stage', stage: 's1' }]);
  expect(difference(small, present)).toEqual([
    { text: 'stage: One', kind: 'stage', from: null, to: 's1' },
    { text: 'United States: weight of Cap 3 -> 5', kind: 'weight', party: 'us', issue: 'cap', from: 3, to: 5 },
  ]);
});

function weight(value: number): ScenarioEdit {
  return { kind: 'weight', party: 'us', issue: 'cap', value };
}
