import { describe, expect, test } from 'vitest';
import { applyEdit, dropRedLine } from '../../../src/scenario/edit/edit.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { applyStage } from '../../../src/scenario/edit/stage.ts';
import { shipped } from '../../shipped.ts';
import { edited, refusal, SCENARIO, scenarioOf, verdict } from '../support.ts';

const STAGES = SCENARIO.slice(SCENARIO.indexOf('  - { id: s1'));

function withStages(...stages: string[]): string {
  return edited(STAGES, stages.map((stage) => `  - ${stage}\n`).join(''));
}

function at(text: string, stage: string): Scenario {
  const edit = applyStage(scenarioOf(text), stage);
  if (!edit.ok) throw new Error(edit.message);
  return edit.scenario;
}

describe('applying', () => {
  test('each stage builds on the one before', () => {
    const base = scenarioOf(SCENARIO);
    const second = at(SCENARIO, 's2');
    expect(second.stage).toBe('s2');
    expect(second.parties[0]?.reservation).toEqual({ value: 35 });
    expect(second.parties[1]?.preferences.issues[0]).toMatchObject({
      listed: [{ value: 100 }, { value: 60 }, { value: 0 }],
    });
    expect(base.stage).toBeNull();
    expect(base.parties[0]?.reservation).toEqual({ value: 30 });
  });

  test('a scenario at a stage goes on to one that builds on it, and not elsewhere', () => {
    const first = at(SCENARIO, 's1');
    expect(applyStage(first, 's2')).toEqual({ ok: true, scenario: at(SCENARIO, 's2') });
    expect(applyStage(at(SCENARIO, 's2'), 's1')).toEqual({
      ok: false,
      message: "stage 's1' does not build on 's2', where the scenario stands",
    });
  });

  test('is the same as an edit to the stage, and made once', () => {
    const file = shipped('ukraine-2025');
    for (const { id: stage } of file.stages) {
      const reached = applyStage(file, stage);
      const again = applyStage(file, stage);
      expect(reached).toEqual(applyEdit(file, { kind: 'stage', stage }));
      expect(reached.ok && again.ok && reached.scenario === again.scenario).toBe(true);
    }
    expect.assertions(2 * file.stages.length);
  });

  test('branches share their base', () => {
    const text = withStages(
      '{ id: a, date: 2025-01-01, title: A, change: { us: { reservation: 40 } } }',
      '{ id: b, date: 2025-01-02, title: B, change: { us: { reservation: 50 } } }',
      '{ id: c, date: 2025-01-03, title: C, after: a, change: { us: { disagreement: 25 } } }',
    );
    expect(at(text, 'c').parties[0]).toMatchObject({ disagreement: { value: 25 }, reservation: { value: 40 } });
  });

  test('a reservation value that was never given follows the disagreement value', () => {
    const text = withStages(
      '{ id: a, date: 2025-01-01, title: A, change: { ua: { disagreement: { value: 44, why: Aid } } } }',
    );
    expect(at(text, 'a').parties[1]).toMatchObject({ reservation: { value: 44, why: 'Aid' } });
  });

  test('red lines are dropped, replaced and added; adjustments are added', () => {
    const text = withStages(
      '{ id: a, date: 2025-01-01, title: A, change: { us: { redLines: [{ id: no-high, when: { rent: 0 } }, { id: more, when: { rent: 100 } }], adjustments: [{ when: { cap: low }, add: -2 }] } } }',
      '{ id: b, date: 2025-01-01, title: B, change: { us: { dropRedLines: [no-high] } } }',
    );
    expect(at(text, 'a').parties[0]).toMatchObject({
      redLines: [
        { id: 'no-high', when: [{ issue: 'rent', options: ['0'] }] },
        { id: 'more', when: [{ issue: 'rent', options: ['100'] }] },
      ],
      adjustments: [{ add: -2 }],
    });
    expect(at(text, 'b').parties[0]?.redLines.map((redLine) => redLine.id)).toEqual(['more']);
  });

  test('an expression replaces values, and values replace an expression', () => {
    const text = withStages(
      '{ id: a, date: 2025-01-01, title: A, change: { us: { issues: { rent: { values: { 100: 7 } } } }, ua: { issues: { rent: { weight: 9, value: x / 4 } } } } }',
    );
    const [us, ua] = at(text, 'a').parties;
    expect(us?.preferences.issues[1]).toEqual({
      issue: 'rent',
      mentioned: true,
      weight: { value: 1 },
      curve: null,
      listed: [{ value: 0 }, { value: 7 }, { value: 100 }],
    });
    expect(ua?.preferences.issues[1]).toEqual({
      issue: 'rent',
      mentioned: true,
      weight: { value: 9 },
      curve: { formula: 'x / 4', clip: false },
      listed: [],
    });
  });

  test('unknown stage', () => {
    expect(applyStage(scenarioOf(SCENARIO), 's3')).toEqual({
      ok: false,
      message: "stage 's3' does not exist; did you mean 's1'?",
    });
  });
});

describe('stages that cannot be', () => {
  test('circle', () => {
    expect(refusal('id: s1,', 'id: s1, after: s2,')).toMatchInlineSnapshot(
      `"test.yaml:35:22 stages[0].after: stages build on each other in a circle: s1 -> s2 -> s1"`,
    );
    expect(refusal('id: s1,', 'id: s1, after: s1,')).toMatchInlineSnapshot(
      `"test.yaml:35:22 stages[0].after: stages build on each other in a circle: s1 -> s1"`,
    );
  });
  test('before what it builds on', () => {
    expect(refusal('date: 2025-01-02', 'date: 2024-12-31')).toMatchInlineSnapshot(
      `"test.yaml:36:21 stages[1].date: 2024-12-31 is before 2025-01-01, the date of 's1' that it builds on"`,
    );
  });
  test('reservation below disagreement after it', () => {
    expect(refusal('reservation: 35', 'disagreement: 31')).toMatchInlineSnapshot(
      `"test.yaml:35:75 stages[0].change.us.disagreement: after this stage reservation (30) must not be below disagreement (31): no party signs for less than no deal gives it"`,
    );
    expect(refusal('reservation: 35', 'reservation: 19')).toMatchInlineSnapshot(
      `"test.yaml:35:74 stages[0].change.us.reservation: after this stage reservation (19) must not be below disagreement (20): no party signs for less than no deal gives it"`,
    );
  });
  test('no weight left', () => {
    expect(
      refusal('us: { reservation: 35 }', 'us: { issues: { cap: { weight: 0 }, rent: { weight: 0 } } }'),
    ).toMatchInlineSnapshot(
      `"test.yaml:35:69 stages[0].change.us.issues: after this stage at least one issue needs a weight above 0"`,
    );
  });
  test('scores for a party with weights', () => {
    expect(refusal('us: { reservation: 35 }', 'us: { issues: { cap: { scores: { low: 1 } } } }')).toMatchInlineSnapshot(
      `"test.yaml:35:76 stages[0].change.us.issues.cap: this party has weights; change \`weight\`, \`values\` or \`value\`"`,
    );
  });
  test('both values and an expression', () => {
    expect(
      refusal('us: { reservation: 35 }', 'us: { issues: { rent: { value: x, values: { 0: 1 } } } }'),
    ).toMatchInlineSnapshot(
      `
      "test.yaml:35:86 stages[0].change.us.issues.rent.value: gives 200 at x = 200, and a value lies between 0 (worst) and 100 (best); write \`clip: true\` beside it to hold it there, or \`scores\` in place of weight and value to count in units of your own
      test.yaml:35:89 stages[0].change.us.issues.rent.values: stands beside \`value\`, but 'rent' has no named options; keep one of the two"
    `,
    );
  });
  test('issue that the party did not mention before', () => {
    const unmentioned = edited('      rent: { weight: 1, value: x / 2 }\n', '');
    const change = (issue: string) =>
      verdict(edited('us: { reservation: 35 }', `us: { issues: { rent: ${issue} } }`, unmentioned));
    expect(change('{ weight: 2, value: x / 2 }')).toBe('valid');
    expect(change('{ weight: 2, values: { 0: 1 } }')).toMatchInlineSnapshot(
      `"test.yaml:34:98 stages[0].change.us.issues.rent.values: this party did not mention the issue before, so every option needs a number; missing '100', '200'"`,
    );
    expect(change('{ values: { 0: 1, 100: 2, 200: 3 } }')).toMatchInlineSnapshot(
      `"test.yaml:34:77 stages[0].change.us.issues.rent: this party did not mention the issue before, so it needs a weight here"`,
    );
  });
});

describe('dropping a red line', () => {
  test('gives a scenario without it', () => {
    const scenario = scenarioOf(SCENARIO);
    const edit = dropRedLine(scenario, 'us', 'no-high');
    expect(edit.ok && edit.scenario.parties[0]?.redLines).toEqual([]);
    expect(scenario.parties[0]?.redLines).toHaveLength(1);
  });
  test('says what does not exist', () => {
    const scenario = scenarioOf(SCENARIO);
    expect([
      dropRedLine(scenario, 'usa', 'no-high'),
      dropRedLine(scenario, 'us', 'no-hihg'),
      dropRedLine(scenario, 'ua', 'x'),
    ]).toMatchInlineSnapshot(`
      [
        {
          "message": "party 'usa' does not exist; did you mean 'us'?",
          "ok": false,
        },
        {
          "message": "party 'us': red line 'no-hihg' does not exist; did you mean 'no-high'?",
          "ok": false,
        },
        {
          "message": "party 'ua': red line 'x' does not exist; there are none",
          "ok": false,
        },
      ]
    `);
  });
});
