/**
 * What one deal means: utilities, matched patterns, who accepts it and whether their consent makes it a deal.
 *
 * Plain readings of the definitions, for single deals; the searches keep their own running sums.
 */
import { hasOption } from './option-set.ts';
import type { Deal, Pattern, Party, Problem, NarrowParty, SumRule } from './problem.ts';
import { leastSigned } from './problem.ts';
import { inPoints, isNarrow, LIMB_BITS, plus, unitsOf } from './units.ts';
import type { Units } from './units.ts';

const LIMB_SHIFT = BigInt(LIMB_BITS);

/** True when the deal has one of the named options on every named issue. */
export function matches(deal: Deal, pattern: Pattern): boolean {
  return pattern.clauses.every((clause) => hasOption(clause.options, deal[clause.issue]!));
}

/** The party's exact utility of the deal, in units: contributions of the chosen options plus matching adjustments. */
export function utilityUnits(problem: Problem, party: NarrowParty, deal: Deal): number;
export function utilityUnits(problem: Problem, party: Party, deal: Deal): Units;
export function utilityUnits(problem: Problem, party: Party, deal: Deal): Units {
  const { contributions, adjustments } = party;
  let units: Units = isNarrow(contributions)
    ? sumOfRows(problem, contributions, deal)
    : contributions.limbs.reduceRight<bigint>(
        (high, limb) => (high << LIMB_SHIFT) + BigInt(sumOfRows(problem, limb, deal)),
        0n,
      );
  for (const adjustment of adjustments) {
    if (matches(deal, adjustment.when)) units = plus(units, adjustment.units);
  }
  return units;
}

function sumOfRows({ offsets }: Problem, column: Float64Array, deal: Deal): number {
  let sum = 0;
  for (let issue = 0; issue < offsets.length - 1; issue++) sum += column[offsets[issue]! + deal[issue]!]!;
  return sum;
}

/** What an option alone gives the party, in units; adjustments belong to no single option. */
export function optionUnits({ offsets }: Problem, { contributions }: Party, issue: number, option: number): Units {
  return unitsOf(contributions, offsets[issue]! + option);
}

/** The same in points. */
export function optionPoints(problem: Problem, party: Party, issue: number, option: number): number {
  return inPoints(optionUnits(problem, party, issue, option), party.scale);
}

/** What the options of the deal add up to under a sum rule. */
export function amountOf(problem: Problem, { amounts }: SumRule, deal: Deal): number {
  return sumOfRows(problem, amounts, deal);
}

/** The deal's utility for every party, in units. */
export function allUnits(problem: Problem, deal: Deal): Units[] {
  return problem.parties.map((party) => utilityUnits(problem, party, deal));
}

/** The deal's utility for every party, in points. */
export function utilityPoints(problem: Problem, deal: Deal): number[] {
  return problem.parties.map((party) => inPoints(utilityUnits(problem, party, deal), party.scale));
}

/** True when the party reaches its reservation value (passes it, where it is strict) and the deal matches none of its red lines. */
export function accepts(problem: Problem, party: Party, deal: Deal): boolean {
  return (
    utilityUnits(problem, party, deal) >= leastSigned(party) && !party.redLines.some((line) => matches(deal, line))
  );
}

/** True when the deal breaks no public rule. */
export function keepsRules(problem: Problem, deal: Deal): boolean {
  return !problem.forbidden.some((pattern) => matches(deal, pattern)) && keepsSums(problem, problem.sums, deal);
}

/** True when no sum passes what its rule allows. */
export function keepsSums(problem: Problem, sums: readonly SumRule[], deal: Deal): boolean {
  return sums.every((rule) => amountOf(problem, rule, deal) <= rule.atMost);
}

/** True when the given accepting parties are enough to sign this deal. */
export function suffices(problem: Problem, deal: Deal, accepting: ReadonlySet<number>): boolean {
  const { required, quorum, conditional } = problem.consent;
  return (
    required.every((party) => accepting.has(party)) &&
    accepting.size >= quorum &&
    conditional.every(({ party, when }) => accepting.has(party) || !matches(deal, when))
  );
}

/** Indices of the parties that accept the deal. */
export function acceptingParties(problem: Problem, deal: Deal): Set<number> {
  const accepting = new Set<number>();
  problem.parties.forEach((party, index) => {
    if (accepts(problem, party, deal)) accepting.add(index);
  });
  return accepting;
}

/** True when the deal keeps the rules and its accepting parties are enough: it lies in the zone of agreement. */
export function inZone(problem: Problem, deal: Deal): boolean {
  return keepsRules(problem, deal) && suffices(problem, deal, acceptingParties(problem, deal));
}

/** Orders deals by their first differing option: the order that picks the canonical one among ties. */
export function compareDeals(a: Deal, b: Deal): number {
  for (let issue = 0; issue < a.length; issue++) {
    const difference = a[issue]! - b[issue]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
