import { expect, test } from 'vitest';
import { evaluateExpression } from '../../../src/scenario/format/expression.ts';
import { refusal } from '../support.ts';

test.each([
  ['100 * (x - 100) / 800', [100, 500, 900], [0, 50, 100]],
  ['x > 3 ? 100 : 0', [3, 4], [0, 100]],
  ['x == 3 ? 1 : x != 4 ? 2 : 3', [3, 4, 5], [1, 3, 2]],
  ['2x', [10], [20]],
  ['-x + 50', [20], [30]],
  ['+x', [7], [7]],
  ['x^2', [5], [25]],
  ['min(x, 5) + max(x, 5) + abs(-1) + sqrt(9)', [4], [13]],
  ['round(x / 3) + floor(1.9) + ceil(1.1) + pow(2, 3)', [10], [14]],
  ['log(e) + exp(0)', [0], [2]],
  ['log(8, 2)', [0], [3]],
  ['10 * pi', [0], [31.415926536]],
  ['x / 3', [1], [0.333333333]],
  ['x - 10', [5, 1000], [0, 100]],
])('%s', (expression, xs, values) => {
  expect(evaluateExpression(expression, xs)).toEqual({ ok: true, values });
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
  expect(evaluateExpression(expression, [1])).toMatchObject({
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
  [`x${' + 1'.repeat(100)}`, 'is longer than 300 characters'],
])('%s', (expression, message) => {
  expect(evaluateExpression(expression, [0])).toEqual({ ok: false, message });
});

test('in a file', () => {
  expect(refusal('value: x / 2', 'value: cosh(x)')).toMatchInlineSnapshot(
    `"test.yaml:12:33 parties.us.issues.rent.value: 'cosh(x)' is not allowed in an expression; allowed are numbers, x, pi, e, + - * / ^, brackets ( ), comparisons, a ? b : c and min max abs sqrt exp log round floor ceil pow"`,
  );
  expect(refusal('value: x / 2', 'value: 100 / x')).toMatchInlineSnapshot(
    `"test.yaml:12:33 parties.us.issues.rent.value: the expression gives Infinity at x = 0; it must give a finite number for every x"`,
  );
  expect(refusal('value: x / 2', `value: ${'1+'.repeat(200)}1`)).toMatchInlineSnapshot(
    `"test.yaml:12:33 parties.us.issues.rent.value: must not be longer than 300 characters"`,
  );
  expect(
    refusal('cap: { weight: 3, values: { low: 0, mid: 50, high: 100 } }', 'cap: { weight: 3, value: x }'),
  ).toMatchInlineSnapshot(
    `"test.yaml:11:32 parties.us.issues.cap.value: an expression needs a numeric issue, and 'cap' lists its options; give \`values\`"`,
  );
});
