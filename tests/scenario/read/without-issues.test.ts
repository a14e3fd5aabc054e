/** Parties that give no issue a number: adjustments or red lines are all they have. */
import { expect, test } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { edited, scenarioOf, verdict } from '../support.ts';

const US = `    issues:
      cap: { weight: 3, values: { low: 0, mid: 50, high: 100 } }
      rent: { weight: 1, value: x / 2 }
`;
const bare = edited(US, '    issues: {}\n')
  .replace(/stages:[\s\S]*/, '')
  .replace('reservation: 30', 'reservation: 20');

test('a red line alone is enough', () => {
  expect(verdict(bare)).toBe('valid');
});

test('adjustments are its points', () => {
  const text = edited('issues: {}\n', 'issues: {}\n    adjustments: [{ when: { cap: low }, add: 25 }]\n', bare);
  const { parties } = compileProblem(scenarioOf(text)).problem;
  expect(parties[0]).toMatchObject({ scale: 1, reservation: 20, disagreement: 20, adjustments: [{ units: 25 }] });
});

test('nothing at all is refused', () => {
  expect(
    verdict(edited('    redLines:\n      - { id: no-high, when: { cap: high } }\n', '', bare)),
  ).toMatchInlineSnapshot(
    `"test.yaml:10:5 parties.us.issues: says nothing that the party wants; give an issue a number, or the party adjustments or red lines"`,
  );
});
