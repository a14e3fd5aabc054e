/** A scenario as the oracle evaluates it: exact fractions, parties, issues and options by their numbers. */
import { add, fraction, over, sum, times, ZERO } from './fraction.ts';
import type { Fraction } from './fraction.ts';

export interface Scenario {
  readonly issues: readonly Issue[];
  readonly parties: readonly Party[];
  readonly rules: readonly Rule[];
  readonly consent: Consent;
  readonly drafts: readonly Draft[];
}

export interface Issue {
  readonly id: string;
  /** The numbers first, then the named options. */
  readonly options: readonly string[];
  readonly numbers: readonly Fraction[];
}

export interface Party {
  readonly id: string;
  readonly disagreement: Fraction;
  /** Null: the disagreement value. */
  readonly reservation: Fraction | null;
  /** True: signs only for more than its reservation value. */
  readonly isStrict: boolean;
  readonly power: bigint;
  readonly form: 'weights' | 'scores';
  /** By issue. */
  readonly sheets: readonly Sheet[];
  readonly adjustments: readonly Adjustment[];
  readonly redLines: readonly Named[];
}

/** What one issue means to one party; a score sheet has no weights. */
export interface Sheet {
  readonly weight: Fraction;
  /** By option. */
  readonly values: readonly Fraction[];
}

export interface Adjustment {
  readonly when: Pattern;
  readonly points: Fraction;
}

export interface Named {
  readonly id: string;
  readonly when: Pattern;
}

/** Holds where every named issue has one of its options. */
export type Pattern = readonly { readonly issue: number; readonly options: ReadonlySet<number> }[];

/** Forbids a pattern, wants one pattern where another holds, or bounds a sum. */
export interface Rule {
  readonly id: string;
  readonly forbid: Pattern | null;
  /** Where the first holds, the second must. */
  readonly where: Pattern | null;
  readonly must: Pattern | null;
  readonly sum: Sum | null;
}

export interface Sum {
  /** By issue, then option. */
  readonly amounts: readonly (readonly Fraction[])[];
  readonly atMost: Fraction | null;
  readonly atLeast: Fraction | null;
}

export interface Consent {
  /** Parties that sign whatever the deal is. */
  readonly always: readonly number[];
  readonly quorum: number;
  readonly conditions: readonly { readonly party: number; readonly when: Pattern }[];
}

/** Option by issue, null where it is left open; no options at all: no deal. */
export interface Draft {
  readonly id: string;
  readonly options: readonly (number | null)[] | null;
}

/** Points that each option brings the party, by issue and option. */
export function pointsOf({ form, sheets }: Party): readonly (readonly Fraction[])[] {
  if (form === 'scores') return sheets.map(({ values }) => values);
  const total = sum(sheets.map(({ weight }) => weight));
  const one = fraction(1n);
  return sheets.map(({ weight, values }) => {
    const share = times(weight, over(one, total));
    return values.map((value) => (weight.num === 0n ? ZERO : times(share, value)));
  });
}

/** The least the party signs for; never below what no deal is worth. */
export function reservationOf({ reservation, disagreement }: Party): Fraction {
  return reservation ?? disagreement;
}

export function matches(deal: readonly number[], pattern: Pattern): boolean {
  return pattern.every(({ issue, options }) => options.has(deal[issue]!));
}

export function breaks(deal: readonly number[], rule: Rule): boolean {
  if (rule.forbid !== null) return matches(deal, rule.forbid);
  if (rule.where !== null && rule.must !== null) return matches(deal, rule.where) && !matches(deal, rule.must);
  if (rule.sum === null) return false;
  const { amounts, atMost, atLeast } = rule.sum;
  const total = deal.reduce((so, option, issue) => add(so, amounts[issue]![option]!), ZERO);
  const order = (bound: Fraction): bigint => total.num * bound.den - bound.num * total.den;
  return (atMost !== null && order(atMost) > 0n) || (atLeast !== null && order(atLeast) < 0n);
}
