/** Between which utilities all deals lie for a party: for scales, never for decisions. */
import { setSize } from './option-set.ts';
import type { Adjustment, Party, Problem } from './problem.ts';
import { issueCount } from './problem.ts';
import type { Units } from './units.ts';
import { inPoints, largest, leastBetween, mostBetween, plus, smallest, unitsBetween } from './units.ts';

/** Ends, `least` <= `most`; no deal lies outside, and without adjustments both are reached. */
export interface UtilityRange<U = number> {
  readonly least: U;
  readonly most: U;
}

/** The range of the party's utility over all combinations in points; see `rangeUnits`. */
export function utilityRange(problem: Problem, party: Party): UtilityRange {
  const { least, most } = rangeUnits(problem, party);
  return { least: inPoints(least, party.scale), most: inPoints(most, party.scale) };
}

/**
 * The same in units. Each adjustment is counted with the options of the issue of its pattern on which it asks most, so
 * that adjustments that exclude each other there are not added up.
 */
export function rangeUnits(problem: Problem, party: Party): UtilityRange<Units> {
  const byIssue = new Map<number, Adjustment[]>();
  for (const adjustment of party.adjustments) {
    const issue = narrowestIssue(adjustment);
    byIssue.set(issue, [...(byIssue.get(issue) ?? []), adjustment]);
  }
  let [least, most]: [Units, Units] = [0, 0];
  for (let issue = 0; issue < issueCount(problem); issue++) {
    const [from, to] = [problem.offsets[issue]!, problem.offsets[issue + 1]!];
    const adjustments = byIssue.get(issue);
    if (adjustments === undefined) {
      least = plus(least, leastBetween(party.contributions, from, to));
      most = plus(most, mostBetween(party.contributions, from, to));
      continue;
    }
    const own = unitsBetween(party.contributions, from, to);
    const withAll = (counts: (units: Units) => boolean): readonly Units[] =>
      added(
        own,
        adjustments.filter(({ units }) => counts(units)),
        issue,
      );
    least = plus(least, smallest(withAll((units) => units < 0)));
    most = plus(most, largest(withAll((units) => units > 0)));
  }
  return { least, most };
}

/** The issue of the adjustment's pattern on which it names the fewest options. */
function narrowestIssue({ when }: Adjustment): number {
  const [first, ...others] = when.clauses;
  if (first === undefined) throw new RangeError('a pattern has a clause');
  return others.reduce((best, clause) => (setSize(clause.options) < setSize(best.options) ? clause : best), first)
    .issue;
}

/** What each option gives with the adjustments that name it, others of their clauses taken as met. */
function added(own: readonly Units[], adjustments: readonly Adjustment[], issue: number): readonly Units[] {
  // Steps at the ends of the spans, summed up along the options.
  const steps = new Map<number, Units>();
  const step = (option: number, units: Units): void => void steps.set(option, plus(steps.get(option) ?? 0, units));
  for (const { when, units } of adjustments) {
    for (const { first, last } of when.clauses.find((clause) => clause.issue === issue)!.options) {
      step(first, units);
      step(last + 1, -units);
    }
  }
  let running: Units = 0;
  return own.map((units, option) => {
    running = plus(running, steps.get(option) ?? 0);
    return plus(units, running);
  });
}
