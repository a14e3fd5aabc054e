/** What is sound and still worth a word: at its place, and only where it is so. */
import { expect, test } from 'vitest';
import { formatFinding } from '../../../src/scenario/finding.ts';
import { parseScenarioText } from '../../../src/scenario/read/load.ts';
import { edited, SCENARIO } from '../support.ts';

function warnings(text: string): string[] {
  const result = parseScenarioText(text, 'test.yaml');
  if (!result.ok) throw new Error(result.findings.map(formatFinding).join('\n'));
  return result.warnings.map(formatFinding);
}

const beside = (piece: string, replacement: string): string[] => warnings(edited(piece, replacement));

test('nothing is said of a plain scenario', () => {
  expect(warnings(SCENARIO)).toEqual([]);
});

test('a threshold that no combination reaches', () => {
  expect(beside('reservation: 30', 'reservation: 101')).toMatchInlineSnapshot(`
    [
      "test.yaml:9:18 parties.us.reservation: warning: can get at most 100 and signs for no less than 101 points, so it signs no deal",
    ]
  `);
  expect(beside('reservation: 30', 'reservation: 100')).toEqual([]);
  expect(beside('reservation: 30', 'reservation: 30\n    firmness: 80')).toHaveLength(1);
  expect(beside('reservation: 30', 'reservation: 100\n    signs: above')).toMatchInlineSnapshot(`
    [
      "test.yaml:9:18 parties.us.reservation: warning: can get at most 100 and signs only for more than 100 points, so it signs no deal",
    ]
  `);
  expect(beside('reservation: 30', 'reservation: 99.9\n    signs: above')).toEqual([]);
});

test('scores of the size of shares beside thresholds of the size of points', () => {
  const text = SCENARIO.replace(
    '{ weight: 3, values: { low: 0, mid: 50, high: 100 } }',
    '{ scores: { low: 0, mid: 1/3, high: 2/3 } }',
  ).replace('{ weight: 1, value: x / 2 }', '{ scores: x / 600 }');
  expect(warnings(text)).toMatchInlineSnapshot(`
    [
      "test.yaml:9:18 parties.us.reservation: warning: can get at most 1 and signs for no less than 30 points, so it signs no deal",
    ]
  `);
});

test('adjustments count toward what a party can get', () => {
  const more = (points: number): string =>
    `reservation: 105\n    adjustments: [{ when: { cap: low }, add: ${points} }]`;
  expect(beside('reservation: 30', more(5))).toEqual([]);
  expect(beside('reservation: 30', more(4.99))).toHaveLength(1);
});

test('a range whose steps pass over its end', () => {
  expect(beside('to: 200', 'to: 250')).toMatchInlineSnapshot(`
    [
      "test.yaml:27:27 issues[1].range.to: warning: steps of 100 from 0 do not meet 250, which is left out; the last number is 200",
    ]
  `);
});

test('numbers that are no fractions are said once', () => {
  expect(beside('value: x / 2', 'value: sqrt(x) * 7')).toMatchInlineSnapshot(`
    [
      "test.yaml:12:33 parties.us.issues.rent.value: warning: gives decimals of 15 digits, which are compared as such: sqrt, exp, log, pi, e and powers that are no whole numbers have no fractions",
    ]
  `);
  const both = SCENARIO.replace('value: x / 2', 'value: sqrt(x) * 7').replace(
    'values: { 0: 100, 100: 50, 200: 0 }',
    'value: 50 * exp(-x / 100)',
  );
  expect(warnings(both)).toMatchInlineSnapshot(`
    [
      "test.yaml:12:33 parties.us.issues.rent.value: warning: gives decimals of 15 digits, which are compared as such: sqrt, exp, log, pi, e and powers that are no whole numbers have no fractions (and 1 more like it)",
    ]
  `);
  expect(beside('value: x / 2', 'value: sqrt(x^2) / 2')).toHaveLength(1);
  expect(beside('value: x / 2', 'value: x / 3 / 7')).toEqual([]);
});

test('a decimal that may be meant as thousands', () => {
  expect(beside('reservation: 30', 'reservation: 30.000')).toMatchInlineSnapshot(`
    [
      "test.yaml:9:18 warning: 30.000 is read as 30, since decimals follow a point; for thousands write 30000",
    ]
  `);
  expect(beside('reservation: 30', 'reservation: 30.125')).toEqual([]);
});
