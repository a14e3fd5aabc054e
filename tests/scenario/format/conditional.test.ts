/** Rules that follow from `only`, told apart from those that a file writes. */
import { expect, it } from 'vitest';
import { conditionalRules, withoutDerived } from '../../../src/scenario/format/conditional.ts';
import { ownRules } from '../../../src/scenario/edit/structure/lists.ts';
import { parseScenarioText } from '../../../src/scenario/read/load.ts';

const TEXT = `
winset: 1
title: A road and its toll
issues:
  - { id: road, title: Road, options: [built, left] }
  - { id: toll, title: Toll, options: [low, high], only: { road: built } }
rules:
  - { id: only-road, forbid: { road: left, toll: high }, why: Named like a rule that follows from a condition. }
parties:
  a:
    name: A
    disagreement: 0
    reservation: 10
    issues: { road: { weight: 1, values: { built: 100, left: 0 } }, toll: { weight: 1, values: { low: 0, high: 100 } } }
`;

it('takes a rule for derived by its issue, and not by its name alone', () => {
  const loaded = parseScenarioText(TEXT, 'scenario.yaml');
  if (!loaded.ok) throw new Error(loaded.findings.map(({ message }) => message).join('\n'));
  const { rules, issues } = loaded.scenario;
  expect(rules.map(({ id }) => id)).toEqual(['only-road', 'only-toll', 'arises-toll']);
  expect(withoutDerived(rules, issues).map(({ id }) => id)).toEqual(['only-road']);
  expect(ownRules(loaded.scenario).map(({ id }) => id)).toEqual(['only-road']);
  expect(rules.filter((rule) => !withoutDerived(rules, issues).includes(rule))).toEqual(conditionalRules(issues));
});
