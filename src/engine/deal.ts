/**
 * What one deal means: utilities, matched patterns, who accepts it and whether their consent makes it a deal.
 *
 * Plain readings of the definitions, for single deals; the searches keep their own running sums.
 */
import { hasOption } from './option-set.ts';
import type { Deal, Pattern, Party, Problem } from './problem.ts';
import { issueCount } from './problem.ts';

/** True when the deal has one of the named options on every named issue. */
export function matches(deal: Deal, pattern: Pattern): boolean {
  return pattern.clauses.every((clause) => hasOption(clause.options, deal[clause.issue]!));
}

/** The party's exact utility of the deal, in units: contributions of the chosen options plus matching adjustments. */
export function utilityUnits(problem: Problem, party: Party, deal: Deal): number {
  let units = 0;
  for (let issue = 0; issue < issueCount(problem); issue++) {
    units += party.contributions[problem.offsets[issue]! + deal[issue]!]!;
  }
  for (const adjustment of party.adjustments) {
    if (matches(deal, adjustment.when)) units += adjustment.units;
  }
  return units;
}

/** The deal's utility for every party, in points. */
export function utilityPoints(problem: Problem, deal: Deal): number[] {
  return problem.parties.map((party) => utilityUnits(problem, party, deal) / party.scale);
}

/** True when the party reaches its reservation value (inclusive) and the deal matches none of its red lines. */
export function accepts(problem: Problem, party: Party, deal: Deal): boolean {
  return utilityUnits(problem, party, deal) >= party.reservation && !party.redLines.some((line) => matches(deal, line));
}

/** True when the deal breaks no public rule. */
export function keepsRules(problem: Problem, deal: Deal): boolean {
  return !problem.forbidden.some((pattern) => matches(deal, pattern));
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
