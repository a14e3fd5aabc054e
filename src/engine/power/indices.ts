/**
 * Voting power under a consent rule: how often a party's signature decides, whatever anybody wants.
 *
 * The rule "these parties always sign, and at least so many in all" treats all parties with a veto alike and all others
 * alike, so both indices have closed forms and any number of parties is counted exactly.
 */
import type { Consent, Problem } from '../problem.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { fraction } from '../../exact/fraction.ts';

/** A set of parties is enough when it has every party of `required` and at least `quorum` parties. */
export interface ConsentRule {
  readonly parties: number;
  /** Distinct party numbers. */
  readonly required: readonly number[];
  readonly quorum: number;
}

/** Power of every party, by party number. */
export interface PowerIndices {
  readonly rule: ConsentRule;
  /**
   * Raw Banzhaf count (Banzhaf 1965): sets of other parties that are not enough and become enough with this one, out of
   * 2^(parties - 1).
   */
  readonly swings: readonly bigint[];
  /** Swings as a share of all parties' swings; the shares add up to 1. */
  readonly banzhaf: readonly Fraction[];
  /**
   * Shapley and Shubik (1954): the share of all orders of the parties in which this one's joining makes those before it
   * enough; the shares add up to 1.
   */
  readonly shapleyShubik: readonly Fraction[];
}

/** The rule for clauses that no condition names. */
export function unconditionalRule({ parties, consent }: Problem): ConsentRule {
  return { parties: parties.length, required: consent.required, quorum: consent.quorum };
}

/** The rule for a deal that matches every condition; null where no condition adds a signature. */
export function triggeredRule({ parties, consent }: Problem): ConsentRule | null {
  const required = [...new Set([...consent.required, ...conditionalParties(consent)])].toSorted((a, b) => a - b);
  if (required.length === consent.required.length) return null;
  return { parties: parties.length, required, quorum: consent.quorum };
}

function conditionalParties({ conditional }: Consent): readonly number[] {
  return conditional.map(({ party }) => party);
}

/** Banzhaf and Shapley-Shubik of a rule that all parties together satisfy. */
export function powerIndices(rule: ConsentRule): PowerIndices {
  const { parties, quorum } = rule;
  const vetoes = rule.required.length;
  const others = parties - vetoes;
  /** Others that must sign beside everybody with a veto. */
  const needed = Math.max(0, quorum - vetoes);
  let vetoSwings = 0n;
  for (let joined = needed; joined <= others; joined++) vetoSwings += binomial(others, joined);
  const otherSwings = needed === 0 ? 0n : binomial(others - 1, needed - 1);
  const total = BigInt(vetoes) * vetoSwings + BigInt(others) * otherSwings;
  const before = vetoes + needed - 1;
  const otherOrders = needed === 0 ? 0n : otherSwings * factorial(before) * factorial(parties - 1 - before);
  const orders = factorial(parties);
  const hasVeto = (party: number): boolean => rule.required.includes(party);
  const all = Array.from({ length: parties }, (_, party) => party);
  const swings = all.map((party) => (hasVeto(party) ? vetoSwings : otherSwings));
  return {
    rule,
    swings,
    banzhaf: swings.map((count) => fraction(count, total)),
    // Every order has one party that decides; those with a veto share what the others leave.
    shapleyShubik: all.map((party) =>
      hasVeto(party)
        ? fraction(orders - BigInt(others) * otherOrders, orders * BigInt(vetoes))
        : fraction(otherOrders, orders),
    ),
  };
}

function binomial(n: number, k: number): bigint {
  let result = 1n;
  for (let step = 1; step <= k; step++) result = (result * BigInt(n - k + step)) / BigInt(step);
  return result;
}

function factorial(n: number): bigint {
  let product = 1n;
  for (let factor = 2; factor <= n; factor++) product *= BigInt(factor);
  return product;
}
