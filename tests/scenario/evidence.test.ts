import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceOf, givesConfidence, GROUNDS, NUMBER_KINDS, size } from '../../src/scenario/evidence.ts';
import type { Provenance, Scenario, StatedNumber } from '../../src/scenario/scenario.ts';
import { applyStage } from '../../src/scenario/edit/stage.ts';
import { issues, party, scenario } from '../compile/support.ts';
import { edited, MIXED, SCENARIO, scenarioOf } from './support.ts';

const tally = (stated: number, reported: number, inferred: number, none: number) => ({
  stated,
  reported,
  inferred,
  none,
});

describe('counting', () => {
  test("a number's own confidence goes before that of its issue", () => {
    const text = edited(
      'weight: 3, values: { low: 0, mid: 50,',
      'confidence: stated, weight: { value: 3, confidence: inferred }, values: { low: 0, mid: { value: 50, confidence: reported },',
    );
    const { parties } = evidenceOf(scenarioOf(text));
    expect(parties[0]).toEqual({
      values: tally(2, 1, 0, 1),
      weights: tally(0, 0, 1, 1),
      thresholds: tally(0, 0, 0, 2),
      adjustments: tally(0, 0, 0, 0),
    });
  });

  test('thresholds that are given count, each by itself', () => {
    const text = edited(
      'disagreement: 10',
      'disagreement: { value: 10, confidence: stated }',
      edited('reservation: 30', 'reservation: { value: 30, confidence: reported }'),
    );
    const { parties, total } = evidenceOf(scenarioOf(text));
    expect(parties.map(({ thresholds }) => thresholds)).toEqual([tally(0, 1, 0, 1), tally(1, 0, 0, 0)]);
    expect(total.thresholds).toEqual(tally(1, 1, 0, 1));
  });

  test('an expression counts once, the named options beside it each', () => {
    const text = edited(
      'value: 100 - x / 10, values: { none: 5,',
      'confidence: stated, value: 100 - x / 10, values: { none: { value: 5, confidence: reported },',
      MIXED,
    );
    const { parties } = evidenceOf(scenarioOf(text));
    expect(parties.map(({ values }) => values)).toEqual([tally(2, 1, 0, 0), tally(0, 0, 0, 6), tally(0, 0, 0, 6)]);
  });

  test('scores are values; an issue that a party leaves out has no numbers', () => {
    const text = edited('cap: { scores: {', 'cap: { confidence: inferred, scores: {', MIXED);
    expect(evidenceOf(scenarioOf(text)).parties[2]).toEqual({
      values: tally(0, 0, 6, 0),
      weights: tally(0, 0, 0, 0),
      thresholds: tally(0, 0, 0, 1),
      adjustments: tally(0, 0, 0, 0),
    });
  });

  test('at a stage, what the stage says counts', () => {
    const text = edited('values: { mid: 60 }', 'values: { mid: { value: 60, confidence: stated } }');
    const base = scenarioOf(text);
    const after = applyStage(base, 's2');
    expect(evidenceOf(base).total.values.stated).toBe(0);
    expect(after.ok && evidenceOf(after.scenario).total.values.stated).toBe(1);
  });

  const provenance: fc.Arbitrary<Provenance> = fc.constantFrom(
    {},
    { confidence: 'stated' },
    { confidence: 'reported' },
    { confidence: 'inferred' },
  );
  const numbers: fc.Arbitrary<StatedNumber[]> = fc.array(
    provenance.map((own) => ({ value: 1, ...own })),
    { minLength: 3, maxLength: 3 },
  );
  const rows = fc.array(fc.tuple(provenance, numbers, numbers), { minLength: 1, maxLength: 4 });

  test('every number counts once, under what it rests on', () => {
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 3 }), (of) => {
        const on = issues(3, 3, 3, 3);
        const parties = of.map((entries) =>
          party({
            form: 'weights',
            issues: entries.map(([own, values, [weight]], k) => {
              return { ...own, issue: `i${k}`, mentioned: true, weight: weight!, curve: null, listed: values };
            }),
          }),
        );
        const evidence = evidenceOf(scenario({ issues: on, parties }));
        for (const ground of GROUNDS) {
          const rest = (own: Provenance, number: StatedNumber) =>
            (number.confidence ?? own.confidence ?? 'none') === ground;
          const all = of.flat();
          const values = all.flatMap(([own, list]) => list.filter((number) => rest(own, number)));
          const weights = all.filter(([own, , [weight]]) => rest(own, weight!));
          expect(evidence.total.values[ground]).toBe(values.length);
          expect(evidence.total.weights[ground]).toBe(weights.length);
          for (const kind of NUMBER_KINDS) {
            const sum = evidence.parties.reduce((before, one) => before + one[kind][ground], 0);
            expect(evidence.total[kind][ground]).toBe(sum);
          }
        }
        expect(size(evidence.total.thresholds)).toBe(2 * of.length);
      }),
    );
  });
});

test('whether any number gives its confidence', () => {
  const gives = (of: Scenario) => givesConfidence(evidenceOf(of));
  expect(gives(scenarioOf(SCENARIO))).toBe(false);
  expect(gives(scenarioOf(edited('disagreement: 10', 'disagreement: { value: 10, confidence: stated }')))).toBe(true);
});

describe('sources that nothing cites', () => {
  const uncited = (text: string) => evidenceOf(scenarioOf(text)).uncited;
  const listed = edited('  press: { outlet: Press }', '  press: {}\n  b: {}\n  2: {}');

  test('in the order of the file', () => {
    expect(uncited(listed)).toEqual(['press', 'b', '2']);
  });

  test.each([
    ['an option', '{ id: low }', '{ id: low, sources: [b] }'],
    ['a rule', 'why: Because.', 'why: Because., sources: [b]'],
    ['a draft', 'title: Draft,', 'title: Draft, sources: [b],'],
    ['a threshold', 'disagreement: 20', 'disagreement: { value: 20, sources: [b] }'],
    ['a weight', 'weight: 3, values: { low: 0', 'weight: { value: 3, sources: [b] }, values: { low: 0'],
    ['a value', 'mid: 50, high: 100', 'mid: { value: 50, sources: [b] }, high: 100'],
    ['an issue of a party', 'rent: { weight: 1, value', 'rent: { sources: [b], weight: 1, value'],
    ['a red line', 'when: { cap: high }', 'when: { cap: high }, sources: [b]'],
    ['a condition', 'needs: all', 'conditional: [{ party: us, when: { cap: mid }, sources: [b] }]'],
    ['a stage', 'title: One,', 'title: One, sources: [b],'],
    ['a change', 'reservation: 35', 'reservation: { value: 35, sources: [b] }'],
    ['a value of a change', 'mid: 60', 'mid: { value: 60, sources: [b] }'],
  ])('not one that %s cites', (_, piece, replacement) => {
    expect(uncited(edited(piece, replacement, listed))).toEqual(['press', '2']);
  });
});
