/** Names as people type them: ids from titles and labels, and the same text wherever they are named. */
import { expect, test } from 'vitest';
import { optionIds, labelOf } from '../../../src/scenario/format/options.ts';
import { edited, SCENARIO, scenarioOf, TYPED } from '../support.ts';

test('an option alone, with a label only, and with an id read alike', () => {
  const plain = scenarioOf(SCENARIO);
  const { hash: _, ...short } = scenarioOf(edited('[{ id: low }, { id: mid }, { id: high }]', '[low, mid, high]'));
  const { hash: __, ...labelled } = scenarioOf(
    edited('[{ id: low }, { id: mid }, { id: high }]', '[{ label: low }, { label: mid }, high]'),
  );
  expect({ ...short, hash: plain.hash }).toEqual(plain);
  expect({ ...labelled, hash: plain.hash }).toEqual(plain);
});

test('a title and a label are ids where none is given, and an id keeps its label', () => {
  const { issues, parties, drafts } = scenarioOf(TYPED);
  expect(issues.map(({ id }) => id)).toEqual(['Salary', 'Bonus, in all', 'День']);
  expect(optionIds(issues[0]!)).toEqual(['$60000', '$58,000', 'x=1;y']);
  expect(labelOf(issues[0]!, 2)).toBe('by agreement');
  expect(optionIds(issues[1]!)).toEqual(['10%', '+5%', '-5%', '?', 'a: b']);
  expect(parties.map(({ id }) => id)).toEqual(['the firm', 'работник']);
  expect(drafts[0]?.clauses).toEqual([
    { issue: 'Salary', option: '$58,000' },
    { issue: 'День', option: '- x' },
  ]);
});

test('options that are written as numbers are ids as their decimals', () => {
  const text = edited('[{ id: low }, { id: mid }, { id: high }]', '[low, mid, high, 1.50]')
    .replace('high: 100 }', 'high: 100, 1.5: 3 }')
    .replace('high: 0 }', 'high: 0, 1.50: 3 }');
  expect(optionIds(scenarioOf(text).issues[0]!)).toEqual(['low', 'mid', 'high', '1.5']);
});
