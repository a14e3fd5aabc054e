import { describe, expect, it } from 'vitest';
import { binomialInterval } from '../../../src/engine/zone/interval.ts';

describe('binomialInterval', () => {
  it('follows the closed form where there is one', () => {
    // With no success the upper end solves (1 - p)^n = 0.025.
    const [low, high] = binomialInterval(0, 20);
    expect(low).toBe(0);
    expect(high).toBeCloseTo(1 - 0.025 ** (1 / 20), 9);
    expect(binomialInterval(20, 20)).toEqual([expect.closeTo(0.025 ** (1 / 20), 9), 1]);
  });

  it('is symmetric in successes and failures and contains the observed share', () => {
    for (const hits of [1, 7, 250, 999]) {
      const [low, high] = binomialInterval(hits, 1000);
      const [mirrorLow, mirrorHigh] = binomialInterval(1000 - hits, 1000);
      expect(low).toBeCloseTo(1 - mirrorHigh, 9);
      expect(high).toBeCloseTo(1 - mirrorLow, 9);
      expect(low).toBeLessThan(hits / 1000);
      expect(high).toBeGreaterThan(hits / 1000);
    }
  });
});
