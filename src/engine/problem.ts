/**
 * The compiled problem: what the engine computes on.
 *
 * Parties, issues and options are numbered from 0 in the order of the scenario file. Every utility is an exact
 * integer: a party's points times its own `scale`, so that thresholds and ties are decided without rounding.
 * The engine never sees names, YAML or screens; whoever compiled the problem keeps the names by the same numbers.
 */
import { arisingCombinations } from './arising.ts';
import type { OptionSet } from './option-set.ts';

/** A deal: for every issue the index of the one option it picks. */
export type Deal = readonly number[];

/** Holds for a deal when each named issue has one of the named options. Issues ascend and are distinct. */
export interface Pattern {
  readonly clauses: readonly PatternClause[];
}

export interface PatternClause {
  readonly issue: number;
  /** At least one option. */
  readonly options: OptionSet;
}

/** What a party gains (or loses) beyond the parts when a deal matches the pattern. */
export interface Adjustment {
  readonly when: Pattern;
  /** Integer units, may be negative. */
  readonly units: number;
}

export interface Party {
  /** Integer units per point: utility in points = units / scale. Positive. */
  readonly scale: number;
  /** Units that each option adds, by `Problem.offsets[issue] + option`. Integers below 2^53 in any sum. */
  readonly contributions: Float64Array;
  readonly adjustments: readonly Adjustment[];
  /** Patterns the party never signs, whatever else it gets. */
  readonly redLines: readonly Pattern[];
  /** What no deal is worth to the party, in units. */
  readonly disagreement: number;
  /** The least the party signs for, in units; at least `disagreement`. */
  readonly reservation: number;
  /** Exponent of the party's gain in the Nash product; a positive integer, 1 for all in the symmetric case. */
  readonly power: number;
}

/**
 * Which sets of accepting parties make a deal: every party of `required`, at least `quorum` parties in all, and
 * every party of a condition that the deal matches. More consent never hurts, by construction.
 */
export interface Consent {
  /** Party indices that must always sign, ascending. */
  readonly required: readonly number[];
  /** Least number of accepting parties, 1..parties. */
  readonly quorum: number;
  readonly conditional: readonly ConditionalConsent[];
}

/** A party whose signature a deal needs when it matches the pattern. */
export interface ConditionalConsent {
  readonly party: number;
  readonly when: Pattern;
}

export interface Problem {
  /** Start of each issue's options in flat arrays, with the total as last element: issues + 1 entries. */
  readonly offsets: Int32Array;
  readonly parties: readonly Party[];
  /** Public rules: patterns that no deal may match. */
  readonly forbidden: readonly Pattern[];
  readonly consent: Consent;
  /** Issues that arise only in some deals; absent: none. Patterns of `forbidden` see to it, this is for counting. */
  readonly conditional?: readonly ConditionalIssue[];
}

/** An issue whose last option, "does not arise", is picked exactly by the deals that do not match the pattern. */
export interface ConditionalIssue {
  readonly issue: number;
  readonly when: Pattern;
}

export function issueCount(problem: Problem): number {
  return problem.offsets.length - 1;
}

export function optionCount(problem: Problem, issue: number): number {
  return problem.offsets[issue + 1]! - problem.offsets[issue]!;
}

/** Number of option combinations, public rules not yet applied; an issue that does not arise counts once. */
export function spaceSize(problem: Problem): bigint {
  if (problem.conditional !== undefined) return arisingCombinations(problem, problem.conditional);
  let size = 1n;
  for (let issue = 0; issue < issueCount(problem); issue++) size *= BigInt(optionCount(problem, issue));
  return size;
}
