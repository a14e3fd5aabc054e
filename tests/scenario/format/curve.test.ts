import { describe, expect, test } from 'vitest';
import { worthAt } from '../../../src/scenario/format/worth.ts';
import { scenarioOf, verdict } from '../support.ts';

function car(buyer: string, seller: string): string {
  return `winset: 1
title: Used car
issues:
  - { id: price, title: Price, range: { from: 5000, to: 10000, step: 50 }, options: [{ id: swap }] }
parties:
  buyer: { name: Buyer, disagreement: 1/3, issues: { price: ${buyer} } }
  seller: { name: Seller, disagreement: 0, issues: { price: ${seller} } }
`;
}

const POINTS = '{ weight: 1, value: { 5000: 100, 8000: 40, 10000: 0 }, values: { swap: 5 } }';
const FORMULA = '{ score: x - 7000, scores: { swap: 1/7 } }';

describe('curves', () => {
  test("straight lines between points, and a formula in points of one's own, with named options beside them", () => {
    const { issues, parties } = scenarioOf(car(POINTS, FORMULA));
    const worths = (party: number, options: readonly number[]) =>
      options.map((option) => worthAt(issues[0]!, parties[party]!.preferences.issues[0]!, option).value);
    expect(worths(0, [0, 30, 60, 61, 100, 101])).toEqual([100, 70, 40, 39, 0, 5]);
    expect(worths(1, [0, 40, 100, 101])).toEqual([-2000, 0, 3000, 1 / 7]);
    expect(parties[0]!.disagreement).toEqual({ value: 1 / 3, exact: '1/3' });
  });

  test.each([
    [POINTS.replace('100, 8000', '101, 8000'), FORMULA, 'expected at most 100, found the number 101'],
    ['{ weight: 1, value: x / 90, values: { swap: 5 } }', FORMULA, 'gives 905/9 at x = 9050'],
    [POINTS.replace('10000: 0', '9950: 0'), FORMULA, 'the points reach from 5000 to 9950, and the numbers from 5000'],
    [POINTS, '{ score: x }', 'every named option needs a value'],
    [POINTS, '{ scores: x }', 'every named option needs a value'],
  ])('%s, %s', (buyer, seller, message) => {
    expect(verdict(car(buyer, seller))).toContain(message);
  });

  test('`clip: true` holds a formula between 0 and 100', () => {
    const { issues, parties } = scenarioOf(
      car('{ weight: 1, value: x / 90, clip: true, values: { swap: 5 } }', FORMULA),
    );
    expect(worthAt(issues[0]!, parties[0]!.preferences.issues[0]!, 100)).toEqual({ value: 100 });
  });
});

test('no digit of a number is lost, whatever its kind', () => {
  const text = car(POINTS, FORMULA).replace('disagreement: 0', 'disagreement: -0.12345678901234567890');
  expect(scenarioOf(text).parties[1]!.disagreement).toEqual({
    value: -0.12345678901234568,
    exact: '-0.12345678901234567890',
  });
  expect(scenarioOf(text.replace('-0.12345678901234567890', '2000000e-6')).parties[1]!.disagreement).toEqual({
    value: 2,
  });
  expect(verdict(text.replace('-0.12345678901234567890', '"2"'))).toContain(
    "found the text '2'; write 2 without quotes",
  );
});
