/** Numbers as people type them: one error, once, that says how to write it. */
import { expect, test } from 'vitest';
import { edited, SCENARIO, verdict } from '../support.ts';

/** What is said of a number in place of one of the file; the file is right apart from it. */
function said(number: string, place = 'value'): string {
  const [piece, text] = {
    value: ['high: 100 }', `high: ${number} }`],
    threshold: ['reservation: 30', `reservation: ${number}`],
    weight: ['rent: { weight: 1', `rent: { weight: ${number}`],
    expression: ['value: x / 2', `value: ${number}`],
    to: ['to: 200', `to: ${number}`],
  }[place]!;
  return verdict(edited(piece!, text!));
}

const PLACES = ['value', 'threshold', 'weight', 'expression'];

test.each([
  ['40%', 'write 40, without the percent sign'],
  ["'40 %'", 'write 40, without the percent sign'],
  ["'10,5'", 'write 10.5, with a point in place of the comma'],
  ['60k', 'write 60000 in full'],
  ['$1.5 million', 'write 1500000 in full'],
  ["'1.000,50'", 'write 1000.50, with a point for a decimal'],
  ['1.000.000', 'write 1000000, with a point for a decimal'],
  ['−5', 'write -5, as it stands on a keyboard'],
  ['٤٠', 'write 40, as it stands on a keyboard'],
  ['４０', 'write 40, as it stands on a keyboard'],
  ['½', 'write 1/2, as it stands on a keyboard'],
  ['“40”', 'write 40, as it stands on a keyboard'],
  ['1 000', 'write 1000, without anything between the digits'],
  ['1 000 000.5', 'write 1000000.5, without anything between the digits'],
  ["'10,000'", 'write 10000 for thousands, without the comma, or 10.000 with a point for a decimal'],
  ['$60000', "write 60000 alone; the unit of an issue's numbers stands in its `unit`"],
])('%s', (number, advice) => {
  for (const place of PLACES) {
    const lines = said(number, place).split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(advice);
  }
});

test('a number in quotes', () => {
  expect(PLACES.map((place) => said("'40'", place).split('; ')[1])).toEqual([
    'write 40 without quotes',
    'write 40 without quotes',
    'write 40 without quotes',
    undefined, // an expression that is the same for every x
  ]);
});

test('a comma between braces begins an entry, and is said at the number', () => {
  expect(said('10,5')).toMatchInlineSnapshot(
    `"test.yaml:11:58 within { } a comma ends an entry, so 10,5 is no number; write 10.5 with a point for a decimal"`,
  );
  expect(said('10,5', 'weight')).toMatchInlineSnapshot(
    `"test.yaml:12:23 within { } a comma ends an entry, so 10,5 is no number; write 10.5 with a point for a decimal"`,
  );
  expect(said('10,000', 'to')).toMatchInlineSnapshot(
    `"test.yaml:27:27 within { } a comma ends an entry, so 10,000 is no number; write 10000 for thousands, without the comma, or 10.000 with a point for a decimal"`,
  );
  expect(said('1,000,000', 'to')).toMatchInlineSnapshot(
    `"test.yaml:27:27 within { } a comma ends an entry, so 1,000,000 is no number; write 1000000 for thousands, without the comma"`,
  );
  expect(verdict(edited('{ from: 0, to: 200, step: 100 }', '{ from: 1,000, to: 10,000, step: 1,000 }')))
    .toMatchInlineSnapshot(`
    "test.yaml:27:20 within { } a comma ends an entry, so 1,000 is no number; write 1000 for thousands, without the comma, or 1.000 with a point for a decimal
    test.yaml:27:31 within { } a comma ends an entry, so 10,000 is no number; write 10000 for thousands, without the comma, or 10.000 with a point for a decimal
    test.yaml:27:45 within { } a comma ends an entry, so 1,000 is no number; write 1000 for thousands, without the comma, or 1.000 with a point for a decimal"
  `);
  expect(said('{ 0: 100, 10,000: 0 }', 'expression')).toMatchInlineSnapshot(
    `"test.yaml:12:43 within { } a comma ends an entry, so 10,000 is no number; write 10000 for thousands, without the comma, or 10.000 with a point for a decimal"`,
  );
});

test('entries that follow each other closely are entries', () => {
  expect(said('{0: 100,100: 50,200: 0}', 'expression')).toBe('valid');
});

test('one and the same way to write a number is said once', () => {
  const text = SCENARIO.replaceAll(/\b(low|mid|high): (\d+)/g, '$1: $2%').replace(
    'reservation: 30',
    'reservation: 1 000',
  );
  expect(verdict(text)).toMatchInlineSnapshot(`
    "test.yaml:9:18 parties.us.reservation: expected a number, found the text '1 000'; write 1000, without anything between the digits
    test.yaml:11:40 parties.us.issues.cap.values.low: expected a number, found the text '0%'; write 0, without the percent sign (and 6 more numbers like it)"
  `);
});
