import { expect, test } from 'vitest';
import { numberOf } from '../../../src/scenario/format/column.ts';
import { evaluateFormula } from '../../../src/scenario/format/formula.ts';
import { fractionText } from '../../../src/exact/fraction.ts';
import type { NumberRange } from '../../../src/scenario/scenario.ts';
import { refusal } from '../support.ts';

/** The whole numbers between two. */
function whole(first: number, last: number = first): NumberRange {
  return { first: BigInt(first), step: 1n, places: 0, count: last - first + 1 };
}

/** The values as texts; after them "decimals" where some are no exact fractions. */
function valuesOf(formula: string, range: NumberRange): readonly string[] | string {
  const result = evaluateFormula(formula, range);
  if (!result.ok) return result.message;
  const values = Array.from({ length: range.count }, (_, k) => fractionText(numberOf(result.values, k)));
  return result.decimals ? [...values, 'decimals'] : values;
}

test.each<[string, NumberRange, readonly string[]]>([
  ['100 * (x - 100) / 800', { first: 100n, step: 400n, places: 0, count: 3 }, ['0', '50', '100']],
  ['x > 3 ? 100 : 0', whole(3, 4), ['0', '100']],
  ['x == 3 ? 1 : x != 4 ? 2 : 3', whole(3, 5), ['1', '3', '2']],
  ['x == 0 ? 0 : 1 / x', whole(0, 3), ['0', '1', '0.5', '1/3']],
  ['2x', whole(10), ['20']],
  ['1/2x', whole(3), ['1.5']],
  ['-x + 50', whole(20), ['30']],
  ['+x', whole(7), ['7']],
  ['-x^2', whole(5), ['-25']],
  ['x^-2 * 9', whole(3), ['1']],
  ['2 ^ x', whole(0, 4), ['1', '2', '4', '8', '16']],
  ['min(x, 5) + max(x, 5) + abs(-1)', whole(4), ['10']],
  ['round(x / 3) + floor(1.9) + ceil(1.1) + pow(2, 3)', whole(10), ['14']],
  ['round(x / 2)', whole(-3, 3), ['-2', '-1', '-1', '0', '1', '1', '2']],
  ['floor(x / 2)', whole(-3, 0), ['-2', '-1', '-1', '0']],
  ['ceil(x / 2)', whole(-3, 0), ['-1', '-1', '0', '0']],
  ['round(x / 3, 2)', whole(2), ['0.67']],
  ['x / 3', whole(1), ['1/3']],
  ['100 * x / 6 + 100 * (6 - x) / 6', whole(0, 6), ['100', '100', '100', '100', '100', '100', '100']],
  ['0.1x + 0.2 == 0.3 ? 1 : 0', whole(1), ['1']],
  ['0.12345678901234567890 * x', whole(2), ['0.2469135780246913578']],
  ['x - 10', whole(5), ['-5']],
  ['sqrt(x)', whole(2, 4), ['1.4142135623731', '1.73205080756888', '2', 'decimals']],
  ['x ^ 0.5', whole(4), ['2', 'decimals']],
  ['log(e) + exp(0)', whole(0), ['2', 'decimals']],
  ['log(8, 2)', whole(0), ['3', 'decimals']],
  ['10 * pi', whole(0), ['31.4159265358979', 'decimals']],
])('%s', (formula, range, values) => {
  expect(valuesOf(formula, range)).toEqual(values);
});

test('a million numbers over a denominator of their own are decimals, and are said to be', () => {
  const result = evaluateFormula('100 / x', whole(1, 4000));
  expect(result).toMatchObject({ ok: true, decimals: true });
  expect(result.ok && fractionText(numberOf(result.values, 2))).toBe('33.3333333333333');
});

test.each([
  'f(y) = f(y)',
  'f(2)',
  'y = 3',
  'y',
  'x.constructor',
  "x['constructor']",
  'constructor',
  '[x, 1]',
  '{a: 1}',
  '1:1000000000',
  'range(1, 1000000000)',
  'zeros(1000000, 1000000)',
  'import("fs")',
  'evaluate("1")',
  'parse("1")',
  'createUnit("y")',
  '"text"',
  'true',
  'x and 1',
  '0 < x < 3',
  'x!',
  'x % 2',
  'random()',
  '3 cm',
  'cos(x)',
  'max',
  'x; x',
])('only what is listed gets through: %s', (expression) => {
  expect(evaluateFormula(expression, whole(1))).toMatchObject({
    ok: false,
    message: expect.stringMatching(
      /^('.*' is not allowed in an expression|is not a valid expression \(.*\)); allowed are numbers, x, pi, e, /s,
    ),
  });
});

test.each([
  ['1 / x', 'the expression gives Infinity at x = 0; it must give a finite number for every x'],
  ['sqrt(x - 1)', 'the expression gives NaN at x = 0; it must give a finite number for every x'],
  ['log(x)', 'the expression gives -Infinity at x = 0; it must give a finite number for every x'],
  ['x > 3', 'the expression gives false at x = 0; it must give a finite number for every x'],
  ['9 ^ 9 ^ 9 ^ 9', 'the expression gives Infinity at x = 0; it must give a finite number for every x'],
  [' ', 'the expression is empty'],
  [`${'('.repeat(40)}x${')'.repeat(40)}`, 'nests brackets more than 30 deep'],
  [`x${' + 1'.repeat(250)}`, 'is longer than 1000 characters'],
])('%s', (expression, message) => {
  expect(valuesOf(expression, whole(0))).toBe(message);
});

test('in a file', () => {
  expect(refusal('value: x / 2', 'value: cosh(x)')).toMatchInlineSnapshot(
    `"test.yaml:12:33 parties.us.issues.rent.value: 'cosh(x)' is not allowed in an expression; allowed are numbers, x, pi, e, + - * / ^, brackets ( ), comparisons, a ? b : c and min max abs sqrt exp log round floor ceil pow"`,
  );
  expect(refusal('value: x / 2', 'value: 100 / x')).toMatchInlineSnapshot(
    `"test.yaml:12:33 parties.us.issues.rent.value: the expression gives Infinity at x = 0; it must give a finite number for every x"`,
  );
  expect(refusal('value: x / 2', `value: ${'1+'.repeat(600)}1`)).toMatchInlineSnapshot(
    `"test.yaml:12:33 parties.us.issues.rent.value: must not be longer than 1000 characters"`,
  );
  expect(
    refusal('cap: { weight: 3, values: { low: 0, mid: 50, high: 100 } }', 'cap: { weight: 3, value: x }'),
  ).toMatchInlineSnapshot(
    `"test.yaml:11:32 parties.us.issues.cap.value: an expression needs a numeric issue, and 'cap' lists its options; give \`values\`"`,
  );
});
