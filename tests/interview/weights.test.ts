import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utilityOf, utilityRange } from '../../src/interview/package.ts';
import type { Profile } from '../../src/interview/package.ts';
import { BEST, marginOf, normalised, saidValue, saidWeight, WORST } from '../../src/interview/said.ts';
import { runs } from '../runs.ts';

describe('swing weights', () => {
  it('are those of the car that Clemen weighs (Making Hard Decisions, 1996): price, life span, colour', () => {
    expect(normalised([100, 75, 10]).map((weight) => weight.toFixed(3))).toEqual(['0.541', '0.405', '0.054']);
  });

  it('are those of the office that Goodwin and Wright look for (Decision Analysis for Management Judgment, 2004)', () => {
    const weights = normalised([100, 80, 70, 30, 20, 10]);
    expect(weights.map((weight) => Math.round(100 * weight))).toEqual([32, 26, 23, 10, 6, 3]);
  });

  it('rank the seven offices as Goodwin and Wright do, with their rounded weights', () => {
    const weights = [32, 26, 23, 10, 6, 3];
    const offices = [
      [100, 60, 100, 75, 0, 90],
      [20, 80, 10, 30, 100, 30],
      [80, 70, 0, 0, 10, 100],
      [70, 50, 30, 55, 30, 90],
      [40, 60, 90, 100, 60, 70],
      [0, 0, 70, 0, 80, 0],
      [60, 100, 20, 50, 50, 80],
    ];
    const profile: Profile = {
      weights: weights.map(saidWeight),
      values: weights.map((_, issue) => offices.map((office) => saidValue(office[issue]!))),
    };
    const worth = offices.map((_, office) =>
      utilityOf(
        profile,
        weights.map(() => office),
      ).toFixed(1),
    );
    expect(worth).toEqual(['80.8', '39.4', '47.4', '52.3', '64.8', '20.9', '60.2']);
  });

  it('need a swing that is worth something', () => {
    expect(() => normalised([0, 0])).toThrow(RangeError);
  });
});

describe('what is said', () => {
  it('is meant as exactly as it is said', () => {
    expect([60, 65, 63].map(marginOf)).toEqual([5, 2.5, 0.5]);
    expect(saidWeight(0)).toEqual({ value: 0, low: 0, high: 5 });
    expect(saidWeight(130)).toEqual({ value: 130, low: 125, high: 135 });
    expect(saidValue(97)).toEqual({ value: 97, low: 96.5, high: 97.5 });
    expect(saidValue(100).high).toBe(100);
  });
});

describe('a package', () => {
  const said = fc.integer({ min: 1, max: 100 });
  const profiles = fc
    .array(fc.record({ weight: said, values: fc.array(said, { maxLength: 2 }) }), { minLength: 1, maxLength: 4 })
    .map((issues): Profile => ({
      weights: issues.map(({ weight }) => saidWeight(weight)),
      values: issues.map(({ values }) => [WORST, BEST, ...values.map(saidValue)]),
    }));

  it('is worth what lies between the least and the most at every corner of the intervals', () => {
    fc.assert(
      fc.property(profiles, fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), fc.nat(), (profile, picks, corner) => {
        const options = profile.values.map((own, issue) => picks[issue]! % own.length);
        const { least, most } = utilityRange(profile, options);
        const [low, high] = [least - 1e-9, most + 1e-9];
        const at = (bit: number) => (corner >> bit) % 2 === 0;
        const weights = profile.weights.map((weight, k) => (at(k) ? weight.low : weight.high));
        const values = options.map((option, k) => {
          const value = profile.values[k]![option]!;
          return at(k + 4) ? value.low : value.high;
        });
        const sum = weights.reduce((all, weight) => all + weight, 0);
        const worth = weights.reduce((all, weight, k) => all + weight * values[k]!, 0) / sum;
        expect(worth).toBeGreaterThanOrEqual(low);
        expect(worth).toBeLessThanOrEqual(high);
        expect(utilityOf(profile, options)).toBeGreaterThanOrEqual(low);
        expect(utilityOf(profile, options)).toBeLessThanOrEqual(high);
      }),
      { numRuns: runs(200) },
    );
  });

  it('reaches its least and its most at a corner', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const options = profile.values.map((own) => own.length - 1);
        const { least, most } = utilityRange(profile, options);
        const worths = Array.from({ length: 2 ** profile.weights.length }, (_, corner) => {
          const weights = profile.weights.map((weight, k) => ((corner >> k) % 2 === 0 ? weight.low : weight.high));
          const average = (values: readonly number[]) =>
            weights.reduce((all, weight, k) => all + weight * values[k]!, 0) /
            weights.reduce((all, weight) => all + weight, 0);
          const own = options.map((option, k) => profile.values[k]![option]!);
          return [average(own.map(({ low }) => low)), average(own.map(({ high }) => high))];
        });
        expect(Math.min(...worths.map(([low]) => low!))).toBeCloseTo(least, 9);
        expect(Math.max(...worths.map(([, high]) => high!))).toBeCloseTo(most, 9);
      }),
      { numRuns: runs(100) },
    );
  });
});
