/**
 * The compiled problem: what the engine computes on.
 *
 * Parties, issues and options are numbered from 0 in the order of the scenario file. Every utility is an exact
 * integer: a party's points times its own `scale`, so that thresholds and ties are decided without rounding. Most parties
 * are narrow: numbers hold all of their sums. The integers of a wide party are of any size; see `units.ts`.
 * The engine never sees names, YAML or screens; whoever compiled the problem keeps the names by the same numbers.
 */
import { arisingCombinations } from './arising.ts';
import type { OptionSet } from './option-set.ts';
import { LIMB_BITS, plus } from './units.ts';
import type { UnitColumn, Units } from './units.ts';

export type { LimbColumn, UnitColumn, Units } from './units.ts';

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
  readonly units: Units;
}

/** All units of one party are numbers, or all are big integers and its column is in limbs. */
export interface Party {
  /** Integer units per point: utility in points = units / scale. Positive. */
  readonly scale: Units;
  /** Units that each option adds, by `Problem.offsets[issue] + option`. As numbers: below 2^53 in any sum. */
  readonly contributions: UnitColumn;
  readonly adjustments: readonly Adjustment[];
  /** Patterns the party never signs, whatever else it gets. */
  readonly redLines: readonly Pattern[];
  /** What no deal is worth to the party, in units. */
  readonly disagreement: Units;
  /** The least the party signs for, in units; at least `disagreement`. */
  readonly reservation: Units;
  /** True: it signs only for more than the reservation value. */
  readonly strict: boolean;
  /** Exponent of the party's gain in the Nash product; a positive integer, 1 for all in the symmetric case. */
  readonly power: number;
}

/** A party whose units are all numbers: so are all of its sums. */
export interface NarrowParty extends Party {
  readonly scale: number;
  readonly contributions: Float64Array;
  readonly adjustments: readonly (Adjustment & { readonly units: number })[];
  readonly disagreement: number;
  readonly reservation: number;
}

export function isNarrowParty(party: Party): party is NarrowParty {
  return party.contributions instanceof Float64Array;
}

/** A public rule on a sum: the amounts of the options of a deal add up to no more than this. */
export interface SumRule {
  /** By `Problem.offsets[issue] + option`; integers below 2^53 in any sum. */
  readonly amounts: Float64Array;
  readonly atMost: number;
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
  /** Public rules on sums, which every deal keeps. "At least" is "at most" with all signs turned. */
  readonly sums: readonly SumRule[];
  readonly consent: Consent;
  /** Issues that arise only in some deals; absent: none. Patterns of `forbidden` see to it, this is for counting. */
  readonly conditional?: readonly ConditionalIssue[];
}

/** An issue whose last option, "does not arise", is picked exactly by the deals that do not match the pattern. */
export interface ConditionalIssue {
  readonly issue: number;
  readonly when: Pattern;
}

/** A reservation value above every utility of the party. */
export function asksTooMuch({ contributions, adjustments }: Party): Units {
  if (contributions instanceof Float64Array) return Number.MAX_SAFE_INTEGER;
  const added = adjustments.reduce((sum, { units }) => (units > 0 ? sum + BigInt(units) : sum), 0n);
  return added + 2n ** BigInt(LIMB_BITS * (contributions.limbs.length + 1));
}

/** A reservation value below every utility of the party. */
export function asksNothing({ contributions }: Party): Units {
  return contributions instanceof Float64Array ? Number.MIN_SAFE_INTEGER : -Infinity;
}

export interface NarrowProblem extends Problem {
  readonly parties: readonly NarrowParty[];
}

export function isNarrowProblem(problem: Problem): problem is NarrowProblem {
  return problem.parties.every(isNarrowParty);
}

/** The least integer of units for which the party signs. */
export function leastSigned(party: NarrowParty): number;
export function leastSigned(party: Party): Units;
export function leastSigned({ reservation, strict }: Party): Units {
  return strict ? plus(reservation, 1) : reservation;
}

export function issueCount(problem: Problem): number {
  return problem.offsets.length - 1;
}

export function allIssues(problem: Problem): readonly number[] {
  return Array.from({ length: issueCount(problem) }, (_, issue) => issue);
}

export function optionCount(problem: Problem, issue: number): number {
  return problem.offsets[issue + 1]! - problem.offsets[issue]!;
}

/** Which option of which issue has this flat number. */
export function choiceAt(
  { offsets }: Pick<Problem, 'offsets'>,
  row: number,
): { readonly issue: number; readonly option: number } {
  const issue = offsets.findLastIndex((first) => first <= row);
  return { issue, option: row - offsets[issue]! };
}

/** Patterns of every kind that a problem has. */
export function patternsOf({ parties, forbidden, consent }: Problem): readonly Pattern[] {
  return [
    ...forbidden,
    ...consent.conditional.map(({ when }) => when),
    ...parties.flatMap(({ redLines, adjustments }) => [...redLines, ...adjustments.map(({ when }) => when)]),
  ];
}

/** An issue with more options than this is long: a search sees its options in blocks. */
export const LONG_ISSUE = 1024;

/** How many numbers of score sheets a search looks at: of all parties one for each option, of a long issue for some. */
export function entryCount(problem: Problem): number {
  const seen = allIssues(problem).reduce((sum, issue) => sum + Math.min(optionCount(problem, issue), LONG_ISSUE), 0);
  return seen * problem.parties.length;
}

/** Number of option combinations, public rules not yet applied; an issue that does not arise counts once. */
export function spaceSize(problem: Problem): bigint {
  if (problem.conditional !== undefined) return arisingCombinations(problem, problem.conditional);
  let size = 1n;
  for (let issue = 0; issue < issueCount(problem); issue++) size *= BigInt(optionCount(problem, issue));
  return size;
}
