import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileProblem } from '../../../src/compile/compile.ts';
import { describeEdit } from '../../../src/scenario/edit/describe-edit.ts';
import type { ScenarioEdit } from '../../../src/scenario/edit/edit.ts';
import { applyEdit } from '../../../src/scenario/edit/edit.ts';
import { locksOf } from '../../../src/scenario/edit/locks.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { scenarioEditSchema } from '../../../src/scenario/format/schema-edit.ts';
import { CONDITIONS, historyOf, MATERIAL, someEdits } from './random-edits.ts';
import { MIXED, SCENARIO, scenarioOf } from '../support.ts';
import { runs } from '../../runs.ts';

const small = scenarioOf(SCENARIO);
const conditions = scenarioOf(CONDITIONS);

function after(scenario: Scenario, ...edits: ScenarioEdit[]): Scenario {
  return edits.reduce((before, edit) => {
    const result = applyEdit(before, edit, scenario);
    if (!result.ok) throw new Error(result.message);
    return result.scenario;
  }, scenario);
}

function why(scenario: Scenario, edit: ScenarioEdit): string {
  const result = applyEdit(scenario, edit);
  return result.ok ? 'made' : result.message;
}

const weight = (value: number): ScenarioEdit => ({ kind: 'weight', party: 'us', issue: 'cap', value });
const valueOf = (issue: string, option: string, value: number, party = 'us'): ScenarioEdit => ({
  kind: 'value',
  party,
  issue,
  option,
  value,
});

describe.each(MATERIAL)('edits of $name', ({ load }) => {
  const { scenario } = load();
  test('are made or refused, and never spoil the scenario', () => {
    const before = structuredClone(scenario);
    fc.assert(
      fc.property(someEdits(scenario), (edits) => {
        const { present } = historyOf(scenario, edits);
        expect(() => compileProblem(present)).not.toThrow();
        for (const party of present.parties) {
          expect(party.reservation.value).toBeGreaterThanOrEqual(party.disagreement.value);
          expect(party.aspiration?.value ?? Infinity).toBeGreaterThanOrEqual(party.reservation.value);
        }
        for (const edit of edits) {
          expect(scenarioEditSchema.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit);
          expect(describeEdit(scenario, edit)).not.toContain('undefined');
        }
      }),
      { numRuns: runs(scenario.issues.length > 10 ? 50 : 200) },
    );
    expect(scenario).toEqual(before);
  });
});

test('names that do not exist never throw', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('us', 'cap', 'low', '__proto__', 'constructor', 'toString'));
  const number = fc.double();
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('weight' as const), party: name, issue: name, value: number }),
    fc.record({ kind: fc.constant('value' as const), party: name, issue: name, option: name, value: number }),
    fc.record({ kind: fc.constant('scale' as const), party: name, issue: name, factor: number }),
    fc.record({ kind: fc.constantFrom('disagreement' as const, 'reservation' as const), party: name, value: number }),
    fc.record({ kind: fc.constant('dropRedLine' as const), party: name, redLine: name }),
    fc.record({ kind: fc.constant('dropConsent' as const), index: fc.integer() }),
    fc.record({ kind: fc.constant('lock' as const), issue: name, options: fc.array(name) }),
    fc.record({ kind: fc.constant('unlock' as const), issue: name }),
    fc.record({ kind: fc.constant('stage' as const), stage: name }),
    fc.record({
      kind: fc.constant('draft' as const),
      draft: fc.record({ id: name, title: name, clauses: fc.array(fc.record({ issue: name, option: name })) }),
    }),
  );
  fc.assert(
    fc.property(edit, (one) => {
      const result = applyEdit(small, one);
      if (result.ok) expect(() => compileProblem(result.scenario)).not.toThrow();
      else expect(result.message).not.toBe('');
      expect(typeof describeEdit(small, one)).toBe('string');
    }),
  );
});

describe('numbers set by hand', () => {
  const [x] = [{ kind: 'value', party: 'a', issue: 'x', option: 'q' } as const];
  const numberAt = (scenario: Scenario) => scenario.parties[0]?.preferences.issues[0];
  test('keep a range they lie in and say that they are inferred where the file claimed more', () => {
    expect(numberAt(after(conditions, { ...x, value: 55 }))).toMatchObject({
      listed: [{ value: 0 }, { value: 55, low: 40, high: 60, confidence: 'inferred' }, { value: 100 }],
    });
    const outside = after(conditions, { ...x, value: 61 });
    expect(numberAt(outside)).toMatchObject({ listed: [{}, {}, {}] });
    expect(JSON.stringify(numberAt(outside))).toContain('{"value":61,"confidence":"inferred"}');
  });
  test('have their range again once they are back in it', () => {
    expect(after(conditions, { ...x, value: 99 }, { ...x, value: 55 })).toEqual(after(conditions, { ...x, value: 55 }));
  });
  test('lose the reason and sources of the number before', () => {
    const moved = after(conditions, { kind: 'reservation', party: 'b', value: 3 });
    expect(moved.parties[1]?.reservation).toEqual({ value: 3, low: 1.5, high: 4 });
  });
  test('set back they are what the file says', () => {
    expect(after(conditions, { ...x, value: 99 }, { ...x, value: 50 })).toEqual(conditions);
    expect(after(small, valueOf('rent', '100', 3), valueOf('rent', '100', 50))).toEqual(small);
    expect(after(small, valueOf('rent', '100', 3)).parties[0]?.preferences.issues[1]).not.toHaveProperty('expression');
    const { present } = historyOf(conditions, [
      { kind: 'value', party: 'a', issue: 'y', option: '1', value: 5 },
      { kind: 'value', party: 'a', issue: 'y', option: '1', value: 0 },
    ]);
    expect(present).toEqual(conditions);
  });
  test('a reservation value that the file leaves out moves along', () => {
    const moved = after(small, { kind: 'disagreement', party: 'ua', value: 33 });
    expect(moved.parties[1]).toMatchObject({ reservation: { value: 33 }, reservationIsDisagreement: true });
  });
  test('scores are scaled with their ranges, without rounding noise', () => {
    const scaled = after(conditions, { kind: 'scale', party: 'b', issue: 'x', factor: 3 });
    expect(scaled.parties[1]?.preferences.issues[0]).toMatchObject({
      listed: [{ value: 0.3 }, { value: 7.5, low: 6, high: 9 }, { value: 0 }],
    });
  });
});

describe('what is refused', () => {
  test.each<[string, ScenarioEdit]>([
    ['a reservation value below', { kind: 'reservation', party: 'us', value: 19 }],
    ['a disagreement value above', { kind: 'disagreement', party: 'us', value: 31 }],
    ['a value above 100', valueOf('cap', 'low', 101)],
    ['not a number', weight(Number.NaN)],
    ['a negative weight', weight(-1)],
    ['scaling weights', { kind: 'scale', party: 'us', issue: 'cap', factor: 2 }],
    [
      'no weight left',
      {
        kind: 'several',
        edits: [
          { kind: 'weight', party: 'us', issue: 'rent', value: 0 },
          { kind: 'weight', party: 'us', issue: 'cap', value: 0 },
        ],
      },
    ],
    ['unknown option', valueOf('cap', 'hihg', 1)],
    ['unknown red line', { kind: 'dropRedLine', party: 'us', redLine: 'no-hihg' }],
    ['no such condition', { kind: 'dropConsent', index: 0 }],
    ['a lock on nothing', { kind: 'lock', issue: 'cap', options: [] }],
    ['a lock on what is not there', { kind: 'lock', issue: 'cap', options: ['lo'] }],
    ['no lock to take off', { kind: 'unlock', issue: 'cap' }],
    ['unknown stage', { kind: 'stage', stage: 's9' }],
    [
      'a draft with an unknown option',
      { kind: 'draft', draft: { id: 'd', title: 'D', clauses: [{ issue: 'cap', option: 'x' }] } },
    ],
    ['a draft without a title', { kind: 'draft', draft: { id: 'd', title: '', clauses: [] } }],
  ])('%s', (_, edit) => {
    expect(why(small, edit)).toMatchSnapshot();
  });
  test('a number beside an expression', () => {
    expect(why(scenarioOf(MIXED), valueOf('cap', '700', 5))).toContain('the expression in `value` gives');
    expect(why(conditions, { kind: 'weight', party: 'b', issue: 'x', value: 5 })).toContain('no weights');
  });
  test('a lock where the scenario has a rule of that name', () => {
    const own = scenarioOf(SCENARIO.replace('id: r1', 'id: lock-cap'));
    expect(why(own, { kind: 'lock', issue: 'cap', options: ['low'] })).toContain("rule of its own called 'lock-cap'");
  });
});

describe('locks', () => {
  const lock = (issue: string, ...options: string[]): ScenarioEdit => ({ kind: 'lock', issue, options });
  test('are known again, replaced and taken off, whatever the order', () => {
    const one = after(small, lock('rent', '0'), lock('cap', 'low', 'mid'), lock('rent', '100', '0'));
    expect(one).toEqual(after(small, lock('cap', 'low', 'mid'), lock('rent', '0', '100')));
    expect(locksOf(one)).toEqual([
      { issue: 'cap', options: ['low', 'mid'] },
      { issue: 'rent', options: ['0', '100'] },
    ]);
    expect(one.rules.slice(-2)).toMatchObject([
      { kind: 'forbid', id: 'lock-cap', forbid: [{ issue: 'cap', options: ['high'] }] },
      { kind: 'forbid', id: 'lock-rent', forbid: [{ issue: 'rent', options: ['200'] }] },
    ]);
    expect(after(one, { kind: 'unlock', issue: 'cap' }, lock('rent', '0', '100', '200'))).toEqual(small);
  });
  test('one that stands in the file counts', () => {
    expect(locksOf(conditions)).toEqual([{ issue: 'x', options: ['q', 'r'] }]);
    expect(locksOf(after(conditions, { kind: 'unlock', issue: 'x' }))).toEqual([]);
  });
});

describe('conditional signatures', () => {
  const consentOf = (scenario: Scenario) => compileProblem(scenario).problem.consent;
  test('the party of the last one need not sign, and nobody else must', () => {
    const before = consentOf(conditions);
    const dropped = consentOf(after(conditions, { kind: 'dropConsent', index: 2 }));
    expect(dropped).toEqual({ ...before, conditional: before.conditional.filter(({ party }) => party !== 2) });
  });
  test('one that says the same goes with it', () => {
    const dropped = after(conditions, { kind: 'dropConsent', index: 3 });
    expect(dropped.consent.conditional.map(({ party }) => party)).toEqual(['b', 'c']);
  });
});

test('several edits are made together or not at all, each on what the one before left', () => {
  const edit: ScenarioEdit = {
    kind: 'several',
    edits: [
      { kind: 'reservation', party: 'us', value: 36 },
      { kind: 'disagreement', party: 'us', value: 35 },
    ],
  };
  expect(after(small, edit).parties[0]).toMatchObject({ disagreement: { value: 35 }, reservation: { value: 36 } });
  expect(describeEdit(small, edit)).toBe(
    'United States: the least it signs for 30 -> 36; United States: what no deal is worth 20 -> 35',
  );
  expect(why(small, { kind: 'several', edits: edit.edits.toReversed() })).toContain('must not be below');
});

test('edits in words', () => {
  const edits: ScenarioEdit[] = [
    weight(15),
    valueOf('cap', 'low', 7),
    { kind: 'value', party: 'b', issue: 'y', option: 'no', value: 8 },
    { kind: 'scale', party: 'b', issue: 'y', factor: 1.5 },
    { kind: 'aspiration', party: 'us', value: 80 },
    { kind: 'dropRedLine', party: 'us', redLine: 'no-high' },
    { kind: 'dropConsent', index: 0 },
    { kind: 'lock', issue: 'cap', options: ['low', 'mid'] },
    { kind: 'unlock', issue: 'cap' },
    { kind: 'stage', stage: 's1' },
    { kind: 'draft', draft: { id: 'd1', title: 'Mine', clauses: [] } },
    { kind: 'draft', draft: { id: 'd9', title: 'Mine', clauses: [] } },
  ];
  const of = (edit: ScenarioEdit) =>
    describeEdit(edit.kind === 'dropConsent' || ('party' in edit && edit.party === 'b') ? conditions : small, edit);
  expect(edits.map(of)).toMatchInlineSnapshot(`
    [
      "United States: weight of Cap 3 -> 15",
      "United States: value of low in Cap 0 -> 7",
      "B: score of no in Y 7 -> 8",
      "B: scores of Y times 1.5",
      "United States: aspiration none -> 80",
      "United States: red line no-high dropped",
      "B: need not sign when X is p or q",
      "Cap: only low or mid",
      "Cap: open again",
      "stage: One",
      "draft Mine changed",
      "draft Mine added",
    ]
  `);
});

const CAR = `winset: 1
title: Used car
parties:
  us:
    name: Buyer
    disagreement: 30
    issues:
      price: { weight: 1, value: { 5000: 100, 8000: { value: 40, low: 30, high: 50, why: Heard. }, 10000: 0 }, values: { gift: 90 } }
issues:
  - { id: price, title: Price, range: { from: 5000, to: 10000, step: 1 }, options: [{ id: gift }] }
`;

describe('a number line with points', () => {
  const car = scenarioOf(CAR);
  const own = ({ parties }: Scenario) => parties[0]!.preferences.issues[0]!;
  const pointsOf = (scenario: Scenario) => {
    const { curve } = own(scenario);
    return curve !== null && 'points' in curve ? curve.points.map(({ at, worth }) => [at, worth.value]) : null;
  };

  test('moves its points, and gets a point where a number has none', () => {
    const moved = after(car, valueOf('price', '8000', 45), valueOf('price', '9000', 12));
    expect(pointsOf(moved)).toEqual([
      ['5000', 100],
      ['8000', 45],
      ['9000', 12],
      ['10000', 0],
    ]);
    expect(own(after(moved, valueOf('price', 'gift', 80))).listed.map(({ value }) => value)).toEqual([80]);
  });

  test("is the file's own where a point is back", () => {
    const there = [valueOf('price', '8000', 45), valueOf('price', '10000', 5), valueOf('price', '8000', 40)];
    expect(own(after(car, there[0]!, there[2]!))).toEqual(own(car));
    const other = after(car, ...there);
    const { curve } = own(other);
    expect(curve !== null && 'points' in curve ? curve.points[1]?.worth.why : null).toBe('Heard.');
  });
});
