/**
 * A rule on a sum as the engine has it: an integer for every option and one bound, on a scale of the rule's own.
 */
import { floorDivide } from '../exact/integers.ts';
import type { SumRule } from '../engine/problem.ts';
import { exactOf } from '../exact/fraction.ts';
import { sumAmounts } from '../scenario/format/sum.ts';
import type { Share } from '../scenario/format/sum.ts';
import type { Issue, SumRule as NamedSum } from '../scenario/scenario.ts';
import type { OptionNumbers } from './pattern.ts';

/** "At most" as it stands, "at least" with all signs turned; nothing for a bound that every combination keeps. */
export function compileSum(rule: NamedSum, issues: readonly Issue[], { offsets }: OptionNumbers): readonly SumRule[] {
  const { shares, unit } = sumAmounts(rule, issues);
  const { atMost, atLeast } = rule;
  const [most, least] = [atMost, atLeast].map((bound) => (bound === undefined ? null : exactOf(bound)));
  return [
    ...(most ? bounded(shares, floorDivide(most.num * unit.den, most.den * unit.num), offsets) : []),
    ...(least ? bounded(shares.map(negated), floorDivide(-least.num * unit.den, least.den * unit.num), offsets) : []),
  ];
}

function bounded(shares: readonly Share[], limit: bigint, offsets: Int32Array): readonly SumRule[] {
  const total = (of: (share: Share) => bigint): bigint => shares.reduce((sum, share) => sum + of(share), 0n);
  if (total(({ most }) => most) <= limit) return [];
  const amounts = new Float64Array(offsets.at(-1)!);
  for (const { issue, runs } of shares) {
    for (const { first, count, start, step } of runs) {
      const [row, from, by] = [offsets[issue]! + first, Number(start), Number(step)];
      for (let k = 0; k < count; k++) amounts[row + k] = from + k * by;
    }
  }
  return [{ amounts, atMost: Number(limit) }];
}

function negated({ issue, runs, least, most }: Share): Share {
  const turned = runs.map((run) => ({ ...run, start: -run.start, step: -run.step }));
  return { issue, runs: turned, least: -most, most: -least };
}
