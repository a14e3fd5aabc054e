/** Ranges of points with straight lines between are drawn point by point. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileProblem } from '../../src/compile/compile.ts';
import { compileUncertainty } from '../../src/compile/uncertainty.ts';
import { seededRandom } from '../../src/engine/random.ts';
import { drawProblem } from '../../src/engine/sensitivity/uncertainty.ts';
import { unitsOf } from '../../src/engine/units.ts';
import { scenarioOf } from '../scenario/support.ts';
import { runs } from '../runs.ts';

const CAR = scenarioOf(`winset: 1
title: Car
issues:
  - { id: colour, title: Colour, options: [red, blue] }
  - { id: price, title: Price, range: { from: 5000, to: 10000, step: 500 }, options: [gift] }
parties:
  buyer:
    name: Buyer
    disagreement: 30
    issues:
      colour: { weight: 1, values: { red: 100, blue: 0 } }
      price:
        weight: 3
        value: { 5000: 100, 8200: { value: 40, low: 20, high: 60 }, 10000: { value: 0, low: 0, high: 10 } }
        values: { gift: 100 }
  seller: { name: Seller, disagreement: 0, issues: { price: { score: x - 7000, scores: { gift: 0 } } } }
`);

it('draws each corner once, and what lies between on the lines', () => {
  const { problem } = compileProblem(CAR);
  const uncertainty = compileUncertainty(CAR);
  expect(uncertainty.map(({ curves }) => curves?.length)).toEqual([1, 0]);
  const middles = new Set<number>();
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const drawn = drawProblem(problem, uncertainty, false, seededRandom(`${seed}`)).problem.parties[0]!;
      const values = Array.from(
        { length: 12 },
        (_, k) => Number(unitsOf(drawn.contributions, 2 + k)) / Number(drawn.scale) / 0.75,
      );
      expect(values[0]).toBeCloseTo(100, 4);
      expect(values[11]).toBeCloseTo(100, 4);
      // 8200 lies two fifths of a step beyond 8000.
      const [before, after] = [(values[6]! - values[0]!) / 6, (values[10]! - values[7]!) / 3];
      for (let k = 1; k <= 6; k++) expect(values[k]! - values[k - 1]!).toBeCloseTo(before, 4);
      for (let k = 8; k <= 10; k++) expect(values[k]! - values[k - 1]!).toBeCloseTo(after, 4);
      const corner = values[6]! + before * 0.4;
      expect(corner).toBeGreaterThan(19.99);
      expect(corner).toBeLessThan(60.01);
      expect(corner).toBeCloseTo(values[7]! - after * 0.6, 3);
      expect(values[10]).toBeGreaterThan(-0.01);
      expect(values[10]).toBeLessThan(10.01);
      middles.add(Math.round(corner));
    }),
    { numRuns: runs(200) },
  );
  expect(middles.size).toBeGreaterThan(5);
});
