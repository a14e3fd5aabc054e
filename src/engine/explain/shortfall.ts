/**
 * What parties lack to their thresholds in all, as an objective: minus the sum of the points by which each party falls
 * short. A party above its threshold adds nothing.
 */
import { leastCommonMultiple } from '../../exact/integers.ts';
import { aboveToDenominator, ceilToDenominator } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import { inPoints, larger, minus, plus, smaller } from '../units.ts';
import type { Units } from '../units.ts';
import type { Objective, Term, Utility } from '../search/objective.ts';

/** The terms' offsets are the thresholds, their divisors the units per point. */
export function shortfallObjective(terms: readonly Term[]): Objective {
  const common = commonScale(terms.map(({ divisor }) => divisor));
  const lack = (utility: Utility): bigint => totalShortfall(terms, utility, common);
  return {
    terms,
    rewardsEach: false,
    value: (utility) =>
      terms.reduce(
        (sum, { party, offset, divisor }) => sum + inPoints(smaller(0, minus(utility[party]!, offset)), divisor),
        0,
      ),
    compare(a, b) {
      const difference = lack(b) - lack(a);
      return difference === 0n ? 0 : difference > 0n ? 1 : -1;
    },
    floorsNear: null,
    /** Nobody falls short by more than all do together. */
    floorsAt(utility, strictly) {
      const total = lack(utility);
      // Nothing is better than lacking nothing.
      if (strictly && total === 0n) return terms.map(({ party }) => [party, Infinity] as const);
      const least: Ratio = { num: -total, den: common };
      const lift = strictly ? aboveToDenominator : ceilToDenominator;
      return terms.map(({ party, offset, divisor }) => [party, plus(offset, lift(least, divisor))] as const);
    },
    // Any weight from 0 to 1 times a surplus is at least the surplus capped at 0.
    startMultipliers: () => new Float64Array(terms.length).fill(0.5),
    dualConstant: () => 0,
    dualGradient: (_multipliers, values, out) => out.set(values),
    project: (multipliers) => multipliers.forEach((weight, k) => (multipliers[k] = Math.min(1, Math.max(0, weight)))),
    supports: () => [],
  };
}

/** The least common multiple of the parties' units per point. */
export function commonScale(scales: readonly Units[]): bigint {
  return scales.reduce<bigint>((lcm, scale) => leastCommonMultiple(lcm, BigInt(scale)), 1n);
}

/** The sum of what the terms' parties lack, in units of a common scale. */
export function totalShortfall(terms: readonly Term[], utility: Utility, common: bigint): bigint {
  return terms.reduce((sum, { party, offset, divisor }) => {
    const lack = larger(0, minus(offset, utility[party]!));
    return sum + BigInt(lack) * (common / BigInt(divisor));
  }, 0n);
}
