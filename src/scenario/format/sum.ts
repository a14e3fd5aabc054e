/**
 * Rules on sums: what each option adds, in integers, and what a sum can come to at all.
 */
import type { Issue, SumRule, SumTerm } from '../scenario.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { greatestCommonDivisor, leastCommonMultiple } from '../../exact/integers.ts';
import { compare, exactOf, fraction, fractionText } from '../../exact/fraction.ts';
import { optionAt, optionCount } from './options.ts';

/** What one issue adds: runs of options whose amounts rise evenly, all others 0. */
export interface Share {
  readonly issue: number;
  readonly runs: readonly Run[];
  /** The least and the most that one of its options adds. */
  readonly least: bigint;
  readonly most: bigint;
}

/** The option `first + k` adds `start + k * step`, for k from 0 below count. */
export interface Run {
  readonly first: number;
  readonly count: number;
  readonly start: bigint;
  readonly step: bigint;
}

/** The amounts of a rule's options as the smallest integers, and what 1 of them stands for. */
export interface SumAmounts {
  readonly shares: readonly Share[];
  readonly unit: Fraction;
}

/** The rule's names must be known ones. */
export function sumAmounts(rule: SumRule, issues: readonly Issue[]): SumAmounts {
  const own = rule.sum.map((term) => ownShare(term, issues));
  const common = own.map(({ denominator }) => denominator).reduce(leastCommonMultiple, 1n);
  const whole = own.map(({ issue, runs, denominator }) => {
    return { issue, runs: mapped(runs, (amount) => amount * (common / denominator)) };
  });
  const steps = whole.flatMap(({ runs }) => runs.flatMap(({ start, step }) => [start, step]));
  const divisor = steps.reduce(greatestCommonDivisor, 0n) || 1n;
  return {
    shares: whole.map(({ issue, runs }) => {
      const reduced = mapped(runs, (amount) => amount / divisor);
      return { issue, runs: reduced, ...ends(reduced, optionCount(issues[issue]!)) };
    }),
    unit: fraction(divisor, common),
  };
}

/** No sum of the integers reaches this. */
const LARGEST_SUM = 2n ** 53n;

/** Why a rule on a sum cannot stand; null where it can. */
export function sumFault(rule: SumRule, issues: readonly Issue[]): string | null {
  const { shares } = sumAmounts(rule, issues);
  const size = shares.reduce((sum, { least, most }) => sum + larger(-least, most), 0n);
  if (size >= LARGEST_SUM) return 'its amounts have too many digits beside each other; round them to fewer';
  const { least, most } = sumSpan(rule, issues);
  const { atMost, atLeast } = rule;
  if (atMost !== undefined && compare(least, exactOf(atMost)) > 0) {
    return `no combination of options adds up to so little; the least is ${fractionText(least)}`;
  }
  if (atLeast !== undefined && compare(most, exactOf(atLeast)) < 0) {
    return `no combination of options adds up to so much; the most is ${fractionText(most)}`;
  }
  return null;
}

/** That a bound rules nothing out; null where it does, or where the rule has none. */
export function idleSum(rule: SumRule, issues: readonly Issue[]): string | null {
  const { least, most } = sumSpan(rule, issues);
  const { atMost, atLeast } = rule;
  const above = atMost !== undefined && compare(most, exactOf(atMost)) <= 0;
  const below = atLeast !== undefined && compare(least, exactOf(atLeast)) >= 0;
  if ((atMost !== undefined && !above) || (atLeast !== undefined && !below)) return null;
  return `every combination of options keeps this rule: they add up to ${fractionText(least)} to ${fractionText(most)}`;
}

/** The least and the most that the sum can come to, other rules aside. */
export function sumSpan(
  rule: SumRule,
  issues: readonly Issue[],
): { readonly least: Fraction; readonly most: Fraction } {
  const { shares, unit } = sumAmounts(rule, issues);
  const total = (of: (share: Share) => bigint): Fraction =>
    fraction(shares.reduce((sum, share) => sum + of(share), 0n) * unit.num, unit.den);
  return { least: total((share) => share.least), most: total((share) => share.most) };
}

interface OwnShare {
  readonly issue: number;
  readonly denominator: bigint;
  readonly runs: readonly Run[];
}

function ownShare(term: SumTerm, issues: readonly Issue[]): OwnShare {
  const index = issues.findIndex(({ id }) => id === term.issue);
  const issue = issues[index];
  if (issue === undefined) throw new RangeError(`no issue '${term.issue}'`);
  if ('times' in term) return { issue: index, ...timesNumbers(exactOf(term.times), issue) };
  const amounts = term.amounts.map(({ option, amount }) => ({ first: optionAt(issue, option), ...exactOf(amount) }));
  const denominator = amounts.map(({ den }) => den).reduce(leastCommonMultiple, 1n);
  return {
    issue: index,
    denominator,
    runs: amounts.map(({ first, num, den }) => ({ first, count: 1, start: num * (denominator / den), step: 0n })),
  };
}

/** So many times each number of the range; a named option adds nothing. */
function timesNumbers({ num, den }: Fraction, { range }: Issue): Omit<OwnShare, 'issue'> {
  if (range === null) return { denominator: 1n, runs: [] };
  const { first, step, places, count } = range;
  return {
    denominator: den * 10n ** BigInt(places),
    runs: [{ first: 0, count, start: num * first, step: num * step }],
  };
}

function mapped(runs: readonly Run[], change: (amount: bigint) => bigint): Run[] {
  return runs.map(({ start, step, ...rest }) => ({ ...rest, start: change(start), step: change(step) }));
}

function ends(runs: readonly Run[], options: number): Pick<Share, 'least' | 'most'> {
  const amounts = runs.flatMap(({ count, start, step }) => [start, start + BigInt(count - 1) * step]);
  const listed = runs.reduce((sum, { count }) => sum + count, 0);
  const all = listed === options ? amounts : [0n, ...amounts];
  return { least: all.reduce(smaller), most: all.reduce(larger) };
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
