import { describe, expect, test } from 'vitest';
import { refusal, SCENARIO, verdict } from '../support.ts';

test('the scenario that the tests break is valid', () => {
  expect(verdict(SCENARIO)).toBe('valid');
});

describe('names that do not exist', () => {
  test('unknown top-level key', () => {
    expect(refusal('title: Test', 'titel: Test')).toMatchInlineSnapshot(
      `"test.yaml:2:1 titel: unknown key 'titel'; did you mean 'title'?"`,
    );
  });
  test("unknown key in a party's issue", () => {
    expect(refusal('{ weight: 3, values: { low: 0,', '{ wieght: 3, values: { low: 0,')).toMatchInlineSnapshot(
      `"test.yaml:11:14 parties.us.issues.cap.wieght: unknown key 'wieght'; did you mean 'weight'?"`,
    );
  });
  test('unknown key in an option', () => {
    expect(refusal('[{ id: low }', '[{ id: low, labl: Low }')).toMatchInlineSnapshot(
      `"test.yaml:24:26 issues[0].options[0].labl: unknown key 'labl'; did you mean 'label'?"`,
    );
  });
  test('option of a value', () => {
    expect(refusal('values: { low: 0, mid: 50, high: 100 }', 'values: { low: 0, mdi: 50, high: 100 }'))
      .toMatchInlineSnapshot(`
      "test.yaml:11:25 parties.us.issues.cap.values: every option needs a number; missing 'mid'
      test.yaml:11:43 parties.us.issues.cap.values.mdi: option 'mdi' does not exist; there are 'low', 'mid', 'high'"
    `);
  });
  test('option of a numeric issue', () => {
    expect(refusal('100: 50, 200: 0', '100: 50, 250: 0')).toMatchInlineSnapshot(`
      "test.yaml:20:26 parties.ua.issues.rent.values: every option needs a number; missing '200'; \`value\` takes an expression of x, or the numbers you have with straight lines between, such as { 0: 100, 50: 20 }
      test.yaml:20:53 parties.ua.issues.rent.values.250: option '250' does not exist; did you mean '200'?"
    `);
  });
  test('issue of a party', () => {
    expect(
      refusal('      rent: { weight: 1, value: x / 2 }', '      rant: { weight: 1, value: x / 2 }'),
    ).toMatchInlineSnapshot(
      `"test.yaml:12:7 parties.us.issues.rant: issue 'rant' does not exist; did you mean 'rent'?"`,
    );
  });
  test('issue and option of a rule', () => {
    expect(refusal('forbid: { cap: low, rent: 200 }', 'forbid: { cup: low, rent: 201 }')).toMatchInlineSnapshot(`
      "test.yaml:29:25 rules[0].forbid.cup: issue 'cup' does not exist; did you mean 'cap'?
      test.yaml:29:41 rules[0].forbid.rent: option '201' does not exist; did you mean '200'?"
    `);
  });
  test('option in a list of a pattern', () => {
    expect(refusal('forbid: { cap: low, rent: 200 }', 'forbid: { cap: [low, medium] }')).toMatchInlineSnapshot(
      `"test.yaml:29:36 rules[0].forbid.cap[1]: option 'medium' does not exist; there are 'low', 'mid', 'high'"`,
    );
  });
  test('red line', () => {
    expect(refusal('when: { cap: high }', 'when: { cap: hihg }')).toMatchInlineSnapshot(
      `"test.yaml:14:37 parties.us.redLines[0].when.cap: option 'hihg' does not exist; did you mean 'high'?"`,
    );
  });
  test('draft clause', () => {
    expect(refusal('clauses: { cap: mid }', 'clauses: { cap: mit, rend: 0 }')).toMatchInlineSnapshot(`
      "test.yaml:33:39 drafts.d1.clauses.cap: option 'mit' does not exist; did you mean 'mid'?
      test.yaml:33:44 drafts.d1.clauses.rend: issue 'rend' does not exist; did you mean 'rent'?"
    `);
  });
  test('source', () => {
    expect(refusal('title: Draft,', 'title: Draft, sources: [pres],')).toMatchInlineSnapshot(
      `"test.yaml:33:33 drafts.d1.sources[0]: source 'pres' does not exist; did you mean 'press'?"`,
    );
  });
  test('party with a veto', () => {
    expect(refusal('needs: all', 'needs: { quorum: 1, veto: [uk] }')).toMatchInlineSnapshot(
      `"test.yaml:31:30 consent.needs.veto[0]: party 'uk' does not exist; did you mean 'us'?"`,
    );
  });
  test('party with a condition', () => {
    expect(refusal('needs: all', 'conditional: [{ party: usa, when: { cap: mid } }]')).toMatchInlineSnapshot(
      `"test.yaml:31:26 consent.conditional[0].party: party 'usa' does not exist; did you mean 'us'?"`,
    );
  });
  test('party, issue, option and red line of a stage', () => {
    expect(
      refusal(
        'change: { us: { reservation: 35 } }',
        'change: { su: {}, us: { dropRedLines: [no-hi], issues: { cap: { values: { hi: 1 } }, cab: { weight: 2 } } } }',
      ),
    ).toMatchInlineSnapshot(`
      "test.yaml:35:55 stages[0].change.su: party 'su' does not exist; there are 'us', 'ua'
      test.yaml:35:119 stages[0].change.us.issues.cap.values.hi: option 'hi' does not exist; there are 'low', 'mid', 'high'
      test.yaml:35:130 stages[0].change.us.issues.cab: issue 'cab' does not exist; did you mean 'cap'?"
    `);
  });
  test('red line that a stage drops', () => {
    expect(
      refusal('change: { us: { reservation: 35 } }', 'change: { us: { dropRedLines: [no-hi] } }'),
    ).toMatchInlineSnapshot(
      `"test.yaml:35:76 stages[0].change.us.dropRedLines[0]: there is no red line 'no-hi' to drop; did you mean 'no-high'?"`,
    );
  });
  test('stage to build on', () => {
    expect(refusal('id: s2,', 'id: s2, after: s3,')).toMatchInlineSnapshot(
      `"test.yaml:36:22 stages[1].after: stage 's3' does not exist; did you mean 's1'?"`,
    );
  });
});

describe('things given twice', () => {
  test('issue', () => {
    expect(refusal('  - id: rent', '  - id: cap')).toMatchInlineSnapshot(
      `"test.yaml:25:9 issues[1].id: issue 'cap' stands here twice; ids must differ"`,
    );
  });
  test('option', () => {
    expect(refusal('{ id: mid }', '{ id: low }')).toMatchInlineSnapshot(
      `"test.yaml:24:34 issues[0].options[1].id: option 'low' stands here twice; ids must differ"`,
    );
  });
  test('rule', () => {
    expect(
      refusal(
        'rules:',
        `rules:
  - { id: r1, forbid: { cap: mid, rent: 0 }, why: So. }`,
      ),
    ).toMatchInlineSnapshot(`"test.yaml:30:11 rules[1].id: rule 'r1' stands here twice; ids must differ"`);
  });
  test('red line', () => {
    expect(
      refusal(
        '    redLines:',
        `    redLines:
      - { id: no-high, when: { rent: 0 } }`,
      ),
    ).toMatchInlineSnapshot(
      `"test.yaml:15:15 parties.us.redLines[1].id: red line 'no-high' stands here twice; ids must differ"`,
    );
  });
  test('stage', () => {
    expect(refusal('id: s2', 'id: s1')).toMatchInlineSnapshot(
      `"test.yaml:36:11 stages[1].id: stage 's1' stands here twice; ids must differ"`,
    );
  });
  test('veto', () => {
    expect(refusal('needs: all', 'needs: { quorum: 1, veto: [us, us] }')).toMatchInlineSnapshot(
      `"test.yaml:31:34 consent.needs.veto[1]: 'us' is listed twice"`,
    );
  });
  test('YAML key', () => {
    expect(
      refusal(
        '    name: Ukraine',
        `    name: Ukraine
    name: Russia`,
      ),
    ).toMatchInlineSnapshot(`"test.yaml:17:5 key 'name' stands here twice; keep one of the two"`);
  });
});

describe('things missing or of the wrong kind', () => {
  test('title', () => {
    expect(
      refusal(
        `title: Test
`,
        '',
      ),
    ).toMatchInlineSnapshot(`"test.yaml:1:1 title: is missing; expected a text"`);
  });
  test('why of a rule', () => {
    expect(refusal(', why: Because.', '')).toMatchInlineSnapshot(
      `"test.yaml:29:5 rules[0].why: is missing; expected a text"`,
    );
  });
  test('disagreement value', () => {
    expect(
      refusal(
        `    disagreement: 20
`,
        '',
      ),
    ).toMatchInlineSnapshot(
      `"test.yaml:7:5 parties.us.disagreement: is missing; expected a number, or a block with \`value\`"`,
    );
  });
  test('value of an option', () => {
    expect(refusal('values: { low: 0, mid: 50, high: 100 }', 'values: { low: 0 }')).toMatchInlineSnapshot(
      `"test.yaml:11:25 parties.us.issues.cap.values: every option needs a number; missing 'mid', 'high'"`,
    );
  });
  test('values altogether', () => {
    expect(refusal('{ weight: 3, values: { low: 0, mid: 50, high: 100 } }', '{ weight: 3 }')).toMatchInlineSnapshot(
      `"test.yaml:11:12 parties.us.issues.cap.values: is missing; expected a value for every option (on a numeric issue \`value\`, an expression of x, may stand instead)"`,
    );
  });
  test('party without preferences', () => {
    expect(
      refusal(
        `    name: United States
    disagreement: 20
    reservation: 30
`,
        `    name: United States
    xx: 1
`,
      ),
    ).toMatchInlineSnapshot(`
  "test.yaml:7:5 parties.us.disagreement: is missing; expected a number, or a block with \`value\`
  test.yaml:8:5 parties.us.xx: unknown key 'xx'"
`);
  });
  test('text for a number', () => {
    expect(refusal('disagreement: 20', 'disagreement: abc')).toMatchInlineSnapshot(
      `"test.yaml:8:19 parties.us.disagreement: expected a number, found the text 'abc'"`,
    );
  });
  test('number for a text', () => {
    expect(refusal('title: Test', 'title: 5')).toMatchInlineSnapshot(
      `"test.yaml:2:8 title: expected a text, found the number 5; put it in quotes"`,
    );
  });
  test('nothing for a text', () => {
    expect(refusal('title: Test', 'title:')).toMatchInlineSnapshot(
      `"test.yaml:2:1 title: expected a text, found nothing"`,
    );
  });
  test('list for a block', () => {
    expect(refusal('  needs: all', '  - all')).toMatchInlineSnapshot(
      `"test.yaml:31:3 consent: expected a block of keys, found a list"`,
    );
  });
  test('boolean for an option', () => {
    expect(refusal('when: { cap: high }', 'when: { cap: true }')).toMatchInlineSnapshot(
      `"test.yaml:14:37 parties.us.redLines[0].when.cap: expected an id, found true; put it in quotes"`,
    );
  });
  test('issue without options', () => {
    expect(refusal('options: [{ id: low }, { id: mid }, { id: high }]', 'options: []')).toMatchInlineSnapshot(
      `"test.yaml:24:14 issues[0].options: must have at least one option"`,
    );
  });
  test('issue with neither options nor range', () => {
    expect(
      refusal(
        `    options: [{ id: low }, { id: mid }, { id: high }]
`,
        '',
      ),
    ).toMatchInlineSnapshot(
      `"test.yaml:22:5 issues[0].options: is missing; list the options, or give a \`range\` of numbers"`,
    );
  });
  test('pattern without issues', () => {
    expect(refusal('forbid: { cap: low, rent: 200 }', 'forbid: {}')).toMatchInlineSnapshot(
      `"test.yaml:29:23 rules[0].forbid: must name at least one issue"`,
    );
  });
  test('pattern without options', () => {
    expect(refusal('forbid: { cap: low, rent: 200 }', 'forbid: { cap: [] }')).toMatchInlineSnapshot(
      `"test.yaml:29:30 rules[0].forbid.cap: must not be an empty list"`,
    );
  });
  test('rule with half a condition', () => {
    expect(refusal('forbid: { cap: low, rent: 200 }', 'if: { cap: low }')).toMatchInlineSnapshot(
      `"test.yaml:29:5 rules[0].then: is missing; expected a pattern such as { issue: option }"`,
    );
  });
  test('unusable ids', () => {
    expect(refusal('  - id: cap', `  - id: ' b'`)).toMatchInlineSnapshot(
      `"test.yaml:22:9 issues[0].id: ' b' cannot be an id; an id is one line of text, with no white space or control character around it"`,
    );
    expect(refusal('options: [{ id: low }', `options: [{ id: "low\\nlow" }`)).toMatchInlineSnapshot(
      `"test.yaml:24:21 issues[0].options[0].id: 'low\\u000alow' cannot be an id; an id is one line of text, with no white space or control character around it"`,
    );
    expect(refusal('options: [{ id: low }', `options: [true`)).toMatchInlineSnapshot(
      `"test.yaml:24:15 issues[0].options[0]: expected an option such as Saturday, or a block with \`id\` or \`label\`, found true"`,
    );
    expect(refusal('options: [{ id: low }', `options: [${'x'.repeat(201)}`)).toMatchInlineSnapshot(
      `"test.yaml:24:15 issues[0].options[0]: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…' is too long for an id, which has at most 200 characters"`,
    );
  });
  test('names that a command could not list', () => {
    expect(refusal('  d1: {', `  'Smith, Jones': {`)).toMatchInlineSnapshot(
      `"test.yaml:33:3 drafts.Smith, Jones: 'Smith, Jones' cannot be an id here, since commas, semicolons and equals signs separate names on a command line; write 'Smith Jones'"`,
    );
    expect(refusal('{ id: no-high,', `{ id: 'a=b',`)).toMatchInlineSnapshot(
      `"test.yaml:14:15 parties.us.redLines[0].id: 'a=b' cannot be an id here, since commas, semicolons and equals signs separate names on a command line; write 'a b'"`,
    );
  });
  test('an option twice, with or without an id', () => {
    expect(refusal('options: [{ id: low }', 'options: [{ label: mid }')).toMatchInlineSnapshot(
      `"test.yaml:24:37 issues[0].options[1].id: option 'mid' stands here twice; ids must differ"`,
    );
    expect(refusal('options: [{ id: low }', 'options: [mid')).toMatchInlineSnapshot(
      `"test.yaml:24:26 issues[0].options[1].id: option 'mid' stands here twice; ids must differ"`,
    );
  });
  test('date that is no day', () => {
    expect(refusal('date: 2025-01-02', 'date: 2025-02-30')).toMatchInlineSnapshot(
      `"test.yaml:36:21 stages[1].date: expected a calendar date such as 2025-11-28, found the text '2025-02-30'"`,
    );
  });
  test('unknown confidence', () => {
    expect(
      refusal(
        '      cap: { weight: 3, values: { low: 0',
        '      cap: { confidence: state, weight: 3, values: { low: 0',
      ),
    ).toMatchInlineSnapshot(
      `"test.yaml:11:26 parties.us.issues.cap.confidence: expected 'stated' or 'reported' or 'inferred', found the text 'state'; did you mean 'stated'?"`,
    );
  });
  test('colour', () => {
    expect(
      refusal(
        '    name: Ukraine',
        `    name: Ukraine
    color: '#12'`,
      ),
    ).toMatchInlineSnapshot(
      `"test.yaml:17:12 parties.ua.color: expected a colour name or #rrggbb, found the text '#12'"`,
    );
  });
  test('control character', () => {
    expect(refusal('title: Test', 'title: "a\\e[31mred"')).toMatchInlineSnapshot(
      `"test.yaml:2:8 title: has a control character; remove it"`,
    );
  });
});

describe('keys that do not go together', () => {
  test('values and an expression', () => {
    expect(refusal('value: x / 2', 'value: x / 9, values: {}')).toMatchInlineSnapshot(
      `"test.yaml:12:40 parties.us.issues.rent.values: stands beside \`value\`, but 'rent' has no named options; keep one of the two"`,
    );
  });
  test('options and a range', () => {
    expect(refusal('    range: {', '    options: []\n    range: {')).toMatchInlineSnapshot(
      `"test.yaml:27:14 issues[1].options: must not be an empty list; leave it out when the numbers are all there is to choose from"`,
    );
  });
  test('both forms of a rule', () => {
    expect(
      refusal('forbid: { cap: low, rent: 200 }', 'forbid: { cap: low }, if: { cap: low }, then: { cap: mid }'),
    ).toMatchInlineSnapshot(`"test.yaml:29:15 rules[0].forbid: key 'forbid' does not go with the other keys here"`);
  });
  test('a file and preferences', () => {
    expect(refusal('    name: Ukraine', '    name: Ukraine\n    file: ua.yaml')).toMatchInlineSnapshot(`
      "test.yaml:17:5 parties.ua.file: key 'file' does not go with the other keys here
      test.yaml:17:11 parties.ua.file: party files cannot be read here; write the preferences inline"
    `);
  });
});

describe('numbers', () => {
  test('not-a-number', () => {
    expect(refusal('disagreement: 20', 'disagreement: .nan')).toMatchInlineSnapshot(
      `"test.yaml:8:19 parties.us.disagreement: expected a number, or a block with \`value\`, found not-a-number"`,
    );
  });
  test('infinity', () => {
    expect(refusal('disagreement: 20', 'disagreement: .inf')).toMatchInlineSnapshot(
      `"test.yaml:8:19 parties.us.disagreement: expected a number, or a block with \`value\`, found infinity"`,
    );
  });
  test('infinity as a weight', () => {
    expect(refusal('{ weight: 3, values: { low: 0', '{ weight: -.inf, values: { low: 0')).toMatchInlineSnapshot(
      `"test.yaml:11:22 parties.us.issues.cap.weight: expected a number, or a block with \`value\`, found infinity"`,
    );
  });
  test('beyond all bounds', () => {
    expect(refusal('disagreement: 20', 'disagreement: 1e400')).toMatchInlineSnapshot(
      `"test.yaml:8:19 parties.us.disagreement: expected a number, or a block with \`value\`, found infinity"`,
    );
  });
  test('too large', () => {
    expect(refusal('disagreement: 20', 'disagreement: 1e13')).toMatchInlineSnapshot(
      `"test.yaml:8:19 parties.us.disagreement: expected at most 1000000000000, found the number 10000000000000"`,
    );
  });
  test('negative weight', () => {
    expect(refusal('{ weight: 3, values: { low: 0', '{ weight: -3, values: { low: 0')).toMatchInlineSnapshot(
      `"test.yaml:11:22 parties.us.issues.cap.weight: expected at least 0, found the number -3"`,
    );
  });
  test('value above 100', () => {
    expect(refusal('high: 100 }', 'high: 100.5 }')).toMatchInlineSnapshot(
      `"test.yaml:11:58 parties.us.issues.cap.values.high: expected at most 100, found the number 100.5; points on a scale of your own stand in \`scores\`, in place of \`weight\` and \`values\`"`,
    );
  });
  test('only zero weights', () => {
    expect(
      refusal(
        `      cap: { weight: 3, values: { low: 100, mid: 50, high: 0 } }
      rent: { weight: 1,`,
        `      cap: { weight: 0, values: { low: 100, mid: 50, high: 0 } }
      rent: { weight: 0,`,
      ),
    ).toMatchInlineSnapshot(`"test.yaml:18:5 parties.ua.issues: at least one issue needs a weight above 0"`);
  });
  test('low above value', () => {
    expect(refusal('disagreement: 20', 'disagreement: { value: 20, low: 25, high: 15 }')).toMatchInlineSnapshot(`
      "test.yaml:8:37 parties.us.disagreement.low: low (25) must not be above value (20)
      test.yaml:8:47 parties.us.disagreement.high: high (15) must not be below value (20)"
    `);
  });
  test('block without value', () => {
    expect(refusal('disagreement: 20', 'disagreement: { low: 25 }')).toMatchInlineSnapshot(
      `"test.yaml:8:19 parties.us.disagreement.value: is missing; expected a number"`,
    );
  });
  test('reservation below disagreement', () => {
    expect(refusal('reservation: 30', 'reservation: 19.5')).toMatchInlineSnapshot(
      `"test.yaml:9:18 parties.us.reservation: reservation (19.5) must not be below disagreement (20): no party signs for less than no deal gives it"`,
    );
  });
  test('aspiration below reservation', () => {
    expect(
      refusal(
        'reservation: 30',
        `reservation: 30
    aspiration: 29`,
      ),
    ).toMatchInlineSnapshot(
      `"test.yaml:10:17 parties.us.aspiration: aspiration (29) must not be below reservation (30)"`,
    );
  });
  test('power', () => {
    expect(
      refusal(
        '    name: Ukraine',
        `    name: Ukraine
    power: 1.5`,
      ),
    ).toMatchInlineSnapshot(`"test.yaml:17:12 parties.ua.power: expected a whole number, found the number 1.5"`);
  });
  test('range with too many options', () => {
    expect(refusal('step: 100', 'step: 0.0001')).toMatchInlineSnapshot(
      `"test.yaml:27:12 issues[1].range: gives 2000001 numbers; a range has at most 1000001, so take a larger step"`,
    );
  });
  test('range without a step', () => {
    expect(refusal('step: 100', 'step: 0')).toMatchInlineSnapshot(
      `"test.yaml:27:12 issues[1].range: step must be above 0, found 0"`,
    );
  });
  test('range upside down', () => {
    expect(refusal('from: 0, to: 200', 'from: 300, to: 200')).toMatchInlineSnapshot(
      `"test.yaml:27:12 issues[1].range: from (300) must not be above to (200)"`,
    );
  });
  test('weights and scores', () => {
    expect(
      refusal(
        '      rent: { weight: 1, values: { 0: 100, 100: 50, 200: 0 } }',
        '      rent: { scores: { 0: 100, 100: 50, 200: 0 } }',
      ),
    ).toMatchInlineSnapshot(
      `"test.yaml:20:7 parties.ua.issues.rent: gives scores where the issues before give weights; one party uses one of the two forms"`,
    );
  });
  test('quorum no one can reach', () => {
    expect(refusal('needs: all', 'needs: { quorum: 3 }')).toMatchInlineSnapshot(
      `"test.yaml:31:20 consent.needs.quorum: quorum 3 is more than the 2 parties, so no set of parties could ever sign"`,
    );
  });
  test('veto and condition', () => {
    expect(
      refusal(
        'needs: all',
        `needs: { quorum: 1, veto: [us] }
  conditional: [{ party: us, when: { cap: mid } }]`,
      ),
    ).toMatchInlineSnapshot(
      `"test.yaml:32:26 consent.conditional[0].party: 'us' already has a veto, so it always signs; keep the veto or the condition"`,
    );
  });
});

describe('format version', () => {
  test('another version', () => {
    expect(refusal('winset: 1', 'winset: 2')).toMatchInlineSnapshot(
      `"test.yaml:1:9 winset: this program reads version 1 of the format only, found the number 2"`,
    );
  });
  test('no version', () => {
    expect(
      refusal(
        `winset: 1
`,
        '',
      ),
    ).toMatchInlineSnapshot(`"test.yaml:1:1 winset: is missing; start the file with \`winset: 1\`"`);
  });
  test('text', () => {
    expect(refusal('winset: 1', 'winset: one')).toMatchInlineSnapshot(
      `"test.yaml:1:9 winset: this program reads version 1 of the format only, found the text 'one'"`,
    );
  });
});

describe('one mistake made many times is said once', () => {
  const withOptions = (options: string): string =>
    refusal('options: [{ id: low }, { id: mid }, { id: high }]', `options: ${options}`);

  test('a key that no option has', () => {
    expect(withOptions('[{ id: low, titel: L }, { id: mid, titel: M }, { id: high }]')).toMatchInlineSnapshot(
      `"test.yaml:24:26 issues[0].options[0].titel: unknown key 'titel' (and 1 more entry like it)"`,
    );
  });
  test('ids that stand as keys', () => {
    expect(withOptions('[{ low: Low }, { high: High }]')).toMatchInlineSnapshot(
      `"test.yaml:24:15 issues[0].options[0].id: is missing; expected an id: an option is a text alone, or { id: ..., label: ... }; where 'low' is the id, write \`id: low\` (and 1 more entry like it)"`,
    );
  });
});
