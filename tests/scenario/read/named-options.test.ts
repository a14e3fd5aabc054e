/** Numeric issues that have named options after their numbers. */
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { applyStage } from '../../../src/scenario/edit/stage.ts';
import { edited, MIXED, scenarioOf, verdict } from '../support.ts';
import { numberCount, optionCount, optionIds } from '../../../src/scenario/format/options.ts';
import { worthAt } from '../../../src/scenario/format/worth.ts';

const CHANGE = 'us: { reservation: 25 }';
const UA = 'cap: { weight: 1, values: { 600: 0, 700: 20, 800: 40, 900: 60, none: 100, later: 50 } }';

function refusal(piece: string, replacement: string): string {
  return verdict(edited(piece, replacement, MIXED));
}

function after(change: string, text: string = MIXED): Scenario {
  const edit = applyStage(scenarioOf(edited(CHANGE, change, text)), 's1');
  if (!edit.ok) throw new Error(edit.message);
  return edit.scenario;
}

function valuesOf(scenario: Scenario, party: number): readonly number[] {
  const [issue, own] = [scenario.issues[0]!, scenario.parties[party]!.preferences.issues[0]!];
  return optionIds(issue).map((_, option) => worthAt(issue, own, option).value);
}

describe('reading', () => {
  const scenario = scenarioOf(MIXED);

  test('the numbers come first, then the named options', () => {
    expect(scenario.issues[0]).toEqual({
      id: 'cap',
      title: 'Cap',
      unit: 'thousand',
      range: { first: 600n, step: 100n, places: 0, count: 4 },
      named: [
        { id: 'none', label: 'no cap' },
        { id: 'later', label: 'later', sources: ['press'] },
      ],
    });
  });

  test('an expression gives the values of the numbers, `values` those of the named options', () => {
    expect(scenario.parties[0]?.preferences.issues[0]).toEqual({
      issue: 'cap',
      mentioned: true,
      weight: { value: 3 },
      curve: { formula: '100 - x / 10', clip: false },
      listed: [{ value: 5 }, { value: 40, low: 30, sources: ['press'] }],
    });
  });

  test('`values` or `scores` may list every option', () => {
    expect(valuesOf(scenario, 1)).toEqual([0, 20, 40, 60, 100, 50]);
    expect(valuesOf(scenario, 2)).toEqual([1, 2, 3, 4, 9, 5]);
  });

  test('64 options are allowed in all', () => {
    const text = edited(
      'to: 900, step: 100 }\n    options: [{ id: none',
      'to: 600, step: 100 }\n    options: [{ id: none',
      MIXED,
    );
    const alone = text
      .replace(/ {2}ua:[^]*?issues:\n {2}- id/, 'issues:\n  - id')
      .replace('100 - x / 10,', '100 - x / 10, clip: true,')
      .replace('[900, none]', 'none')
      .replace('cap: 800', 'cap: later');
    expect(numberCount(scenarioOf(alone).issues[0]!)).toBe(1);
    const most = scenarioOf(edited('to: 600', 'to: 100000600', alone)).issues[0]!;
    expect([numberCount(most), optionCount(most)]).toEqual([1_000_001, 1_000_003]);
    expect(verdict(edited('to: 600', 'to: 100000700', alone))).toMatchInlineSnapshot(
      `"test.yaml:19:12 issues[0].range: gives 1000002 numbers; a range has at most 1000001, so take a larger step"`,
    );
  });

  test('a named option may look like a number that the range does not have', () => {
    const text = MIXED.replaceAll('none', '650');
    expect(valuesOf(scenarioOf(text), 0)).toEqual([40, 30, 20, 10, 5, 40]);
  });
});

describe('stages', () => {
  test('`values` change only the named options they list', () => {
    const scenario = after('us: { issues: { cap: { values: { none: 7 } } } }');
    expect(valuesOf(scenario, 0)).toEqual([40, 30, 20, 10, 7, 40]);
    expect(scenario.parties[0]?.preferences.issues[0]).toMatchObject({ curve: { formula: '100 - x / 10' } });
  });

  test('`value` replaces the expression and leaves the named options', () => {
    const scenario = after('us: { issues: { cap: { value: x / 10 } } }');
    expect(valuesOf(scenario, 0)).toEqual([60, 70, 80, 90, 5, 40]);
    expect(scenario.parties[0]?.preferences.issues[0]).toMatchObject({ curve: { formula: 'x / 10' } });
  });

  test('both at once', () => {
    const scenario = after('us: { issues: { cap: { value: x / 10, values: { later: 1 } } } }');
    expect(valuesOf(scenario, 0)).toEqual([60, 70, 80, 90, 5, 1]);
  });

  test('where every option has a number of its own, any of them may change, and an expression may come', () => {
    const some = after('ua: { issues: { cap: { values: { 700: 1, none: 2 } } } }');
    expect(valuesOf(some, 1)).toEqual([0, 1, 40, 60, 2, 50]);
    const expression = after('ua: { issues: { cap: { value: x / 100 } } }');
    expect(valuesOf(expression, 1)).toEqual([6, 7, 8, 9, 100, 50]);
  });

  test('scores of numbers and named options', () => {
    const scenario = after('eu: { issues: { cap: { scores: { 700: 8, none: 0 } } } }');
    expect(valuesOf(scenario, 2)).toEqual([1, 8, 3, 4, 0, 5]);
  });

  describe('an issue that the party did not mention before', () => {
    const text = edited(UA, 'other: { weight: 1, values: { a: 1 } }', MIXED);
    const change = (entry: string) => edited(CHANGE, `ua: { issues: { cap: ${entry} } }`, text);

    test('takes an expression with a value for every named option', () => {
      const scenario = applyStage(
        scenarioOf(change('{ weight: 1, value: x / 10, values: { none: 1, later: 2 } }')),
        's1',
      );
      expect(scenario.ok && valuesOf(scenario.scenario, 1)).toEqual([60, 70, 80, 90, 1, 2]);
    });
    test('needs all of them', () => {
      expect(verdict(change('{ weight: 1, value: x / 10, values: { none: 1 } }'))).toMatchInlineSnapshot(
        `"test.yaml:40:112 stages[0].change.ua.issues.cap.values: this party did not mention the issue before, so every option needs a number; missing 'later'"`,
      );
      expect(verdict(change('{ weight: 1, value: x / 10 }'))).toMatchInlineSnapshot(
        `"test.yaml:40:76 stages[0].change.ua.issues.cap.values: this party did not mention the issue before, so every option needs a number; missing 'none', 'later'"`,
      );
      expect(verdict(change('{ weight: 1, values: { none: 1, later: 1 } }'))).toMatchInlineSnapshot(
        `"test.yaml:40:97 stages[0].change.ua.issues.cap.values: this party did not mention the issue before, so every option needs a number; missing '600', '700', '800', '900'"`,
      );
    });
  });

  test('a number among `values` while an expression stands', () => {
    expect(refusal(CHANGE, 'us: { issues: { cap: { values: { 700: 7 } } } }')).toMatchInlineSnapshot(
      `"test.yaml:40:93 stages[0].change.us.issues.cap.values.700: '700' is a number of the range, whose value the expression in \`value\` gives; \`values\` beside it is for the named options"`,
    );
    expect(refusal(CHANGE, 'us: { issues: { cap: { value: x / 10, values: { 700: 7 } } } }')).toMatchInlineSnapshot(
      `"test.yaml:40:103 stages[0].change.us.issues.cap.values.700: '700' is a number of the range, whose value the expression in \`value\` gives; \`values\` beside it is for the named options"`,
    );
  });

  test('an option that does not exist', () => {
    expect(refusal(CHANGE, 'us: { issues: { cap: { values: { non: 7 } } } }')).toMatchInlineSnapshot(
      `"test.yaml:40:88 stages[0].change.us.issues.cap.values.non: option 'non' does not exist; did you mean 'none'?"`,
    );
    expect(
      refusal(CHANGE, 'us: { issues: { cap: { value: x, clip: true, values: { non: 7 } } } }'),
    ).toMatchInlineSnapshot(
      `"test.yaml:40:110 stages[0].change.us.issues.cap.values.non: named option 'non' does not exist; did you mean 'none'?"`,
    );
  });
});

describe('bad input', () => {
  const US = 'values: { none: 5, later: { value: 40, low: 30, sources: [press] } }';
  const NAMED = '{ id: none, label: no cap }';

  test('a named option without a value', () => {
    expect(refusal(US, 'values: { none: 5 }')).toMatchInlineSnapshot(
      `"test.yaml:10:46 parties.us.issues.cap.values: every named option needs a value; missing 'later'"`,
    );
    expect(refusal(`, ${US}`, '')).toMatchInlineSnapshot(
      `"test.yaml:10:12 parties.us.issues.cap.values: is missing; \`value\` is for the numbers, and every named option needs a value too: 'none', 'later'"`,
    );
  });
  test('values without the numbers', () => {
    expect(refusal('600: 0, 700: 20, 800: 40, 900: 60, ', '')).toMatchInlineSnapshot(
      `"test.yaml:19:25 parties.ua.issues.cap.values: every option needs a number; missing '600', '700', '800', '900'; \`value\` takes an expression of x, or the numbers you have with straight lines between, such as { 0: 100, 50: 20 }"`,
    );
    expect(refusal('600: 0, 700: 20, ', '')).toMatchInlineSnapshot(
      `"test.yaml:19:25 parties.ua.issues.cap.values: every option needs a number; missing '600', '700'; \`value\` takes an expression of x, or the numbers you have with straight lines between, such as { 0: 100, 50: 20 }"`,
    );
  });
  test('scores without a named option', () => {
    expect(refusal('4, none: 9,', '4,')).toMatchInlineSnapshot(
      `"test.yaml:24:14 parties.eu.issues.cap.scores: every option needs a number; missing 'none'"`,
    );
  });
  test('a number among the values beside an expression', () => {
    expect(refusal('values: { none: 5,', 'values: { 600: 1, none: 5,')).toMatchInlineSnapshot(
      `"test.yaml:10:56 parties.us.issues.cap.values.600: '600' is a number of the range, whose value the expression in \`value\` gives; \`values\` beside it is for the named options"`,
    );
  });
  test('options that do not exist', () => {
    expect(refusal('values: { none: 5,', 'values: { nona: 1, none: 5,')).toMatchInlineSnapshot(
      `"test.yaml:10:56 parties.us.issues.cap.values.nona: named option 'nona' does not exist; did you mean 'none'?"`,
    );
    expect(refusal('values: { none: 5,', 'values: { 650: 1, none: 5,')).toMatchInlineSnapshot(
      `"test.yaml:10:56 parties.us.issues.cap.values.650: named option '650' does not exist; there are 'none', 'later'"`,
    );
    expect(refusal('cap: [900, none]', 'cap: [950, non]')).toMatchInlineSnapshot(`
      "test.yaml:12:37 parties.us.redLines[0].when.cap[0]: option '950' does not exist; did you mean '900'?
      test.yaml:12:42 parties.us.redLines[0].when.cap[1]: option 'non' does not exist; did you mean 'none'?"
    `);
    expect(refusal('cap: 600', 'cap: 601')).toMatchInlineSnapshot(
      `"test.yaml:14:24 parties.us.adjustments[0].when.cap: option '601' does not exist; did you mean '600'?"`,
    );
    expect(refusal('clauses: { cap: none }', 'clauses: { cap: nine }')).toMatchInlineSnapshot(
      `"test.yaml:38:38 drafts.d2.clauses.cap: option 'nine' does not exist; did you mean 'none'?"`,
    );
  });
  test('sources that do not exist', () => {
    expect(refusal('low: 30, sources: [press]', 'low: 30, sources: [pres]')).toMatchInlineSnapshot(
      `"test.yaml:10:104 parties.us.issues.cap.values.later.sources[0]: source 'pres' does not exist; did you mean 'press'?"`,
    );
    expect(refusal('later, sources: [press]', 'later, sources: [pres]')).toMatchInlineSnapshot(
      `"test.yaml:30:67 issues[0].options[1].sources[0]: source 'pres' does not exist; did you mean 'press'?"`,
    );
  });
  test('a value that is none', () => {
    expect(refusal('values: { none: 5,', 'values: { none: 105,')).toMatchInlineSnapshot(
      `"test.yaml:10:62 parties.us.issues.cap.values.none: expected at most 100, found the number 105; points on a scale of your own stand in \`scores\`, in place of \`weight\` and \`values\`"`,
    );
    expect(refusal('value: 100 - x / 10', 'value: log(x - 700)')).toMatchInlineSnapshot(
      `"test.yaml:10:32 parties.us.issues.cap.value: the expression gives NaN at x = 600; it must give a finite number for every x"`,
    );
  });
  test('an id that a number has', () => {
    expect(refusal(NAMED, `${NAMED}, { id: 700 }`)).toMatchInlineSnapshot(
      `"test.yaml:30:50 issues[0].options[1].id: '700' is already a number of the range; a named option needs an id of its own"`,
    );
    expect(refusal(NAMED, `${NAMED}, { id: 700.0 }`)).toMatchInlineSnapshot(
      `"test.yaml:30:50 issues[0].options[1].id: '700' is already a number of the range; a named option needs an id of its own"`,
    );
  });
  test('an id twice', () => {
    expect(refusal('{ id: later,', '{ id: none,')).toMatchInlineSnapshot(
      `"test.yaml:30:50 issues[0].options[1].id: option 'none' stands here twice; ids must differ"`,
    );
  });
  test('an empty list', () => {
    expect(refusal(`[${NAMED}, { id: later, sources: [press] }]`, '[]')).toMatchInlineSnapshot(
      `"test.yaml:30:14 issues[0].options: must not be an empty list; leave it out when the numbers are all there is to choose from"`,
    );
  });
  test('a range that gives no numbers', () => {
    expect(refusal('step: 100', 'step: 0')).toMatchInlineSnapshot(
      `"test.yaml:29:12 issues[0].range: step must be above 0, found 0"`,
    );
  });
  test('a unit without a range', () => {
    const text = 'issues:\n  - id: plain\n    title: Plain\n    unit: m\n    options: [{ id: a }]\n  - id: cap';
    expect(refusal('issues:\n  - id: cap', text)).toMatchInlineSnapshot(
      `"test.yaml:28:11 issues[0].unit: goes with a \`range\` of numbers only"`,
    );
  });
  test('a range that is not one', () => {
    expect(refusal(', step: 100 }', ' }')).toMatchInlineSnapshot(
      `"test.yaml:29:12 issues[0].range.step: is missing; expected a number"`,
    );
    expect(refusal('{ from: 600, to: 900, step: 100 }', '600')).toMatchInlineSnapshot(
      `"test.yaml:29:12 issues[0].range: expected a block of keys, found the number 600"`,
    );
  });
  test('an expression that is a number', () => {
    expect(refusal('value: 100 - x / 10', 'value: 5')).toBe('valid');
  });
  test('misspelt keys', () => {
    expect(refusal('    options: [{ id: none', '    optoins: [{ id: none')).toContain("did you mean 'options'?");
    expect(refusal(US, US.replace('values', 'valuess'))).toContain("did you mean 'values'?");
  });
});
