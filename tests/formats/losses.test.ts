/** What formats have no place for is said, whatever it is. */
import { expect, it } from 'vitest';
import { lossesOf } from '../../src/formats/losses.ts';
import { yamlText } from '../oracle/yaml.ts';
import { scenarioOf } from '../scenario/support.ts';

it('names every part of a scenario that a table of points leaves out', () => {
  const scenario = scenarioOf(
    yamlText({
      winset: '1',
      title: 'T',
      summary: 'S',
      asOf: '2025-11-20',
      instructor: 'Only for me',
      sources: { paper: { title: 'A paper' } },
      drafts: { none: { title: 'No agreement', noDeal: 'true' } },
      issues: [
        { id: 'i', title: 'I', group: 'G', options: ['a', 'b'] },
        { id: 'j', title: 'J', options: ['a', 'b'], only: { i: 'a' } },
        { id: 'n', title: 'N', range: { from: '0', to: '3', step: '1' } },
      ],
      rules: [{ id: 'budget', sum: { n: '1' }, atMost: '2', why: 'W' }],
      parties: {
        p: {
          name: 'P',
          disagreement: 'unknown',
          issues: { i: { weight: 'unknown', values: { a: '0', b: '100' } } },
        },
        q: {
          name: 'Q',
          disagreement: '1',
          signs: 'above',
          instructor: 'Q bluffs',
          issues: { i: { weight: '1', values: { a: '100', b: { value: '0', low: '0', high: '5' } } } },
          redLines: [{ id: 'l', when: { i: 'b' }, bluff: 'true' }],
        },
      },
    }),
  );
  expect(lossesOf(scenario, []).map(({ text }) => text)).toEqual([
    'that numbers of P are not yet valued: those that stand in for them are in the file as if they were known',
    'the summary',
    '1 rule: the deals it forbids are among the deals of the file',
    'when issues arise (J): not to arise is an option like any other there, worth nothing',
    'Q: 1 red line',
    'that it takes more than the least (Q)',
    'what the instructor alone is told (`instructor`, `bluff`)',
    'groups, points, units and summaries of issues',
    'no deal as a draft (No agreement)',
    'ranges, reasons or sources of 3 numbers',
    'the list of 1 source',
    'the date of the positions, 2025-11-20',
  ]);
});
