/**
 * Names and recurring phrases of a report, taken from the scenario in one line each.
 */
import { isEstimable } from '../../engine/answer.ts';
import type { BoundedCount, Constraint, DealCount } from '../../engine/answer.ts';
import type { Span } from '../../engine/option-set.ts';
import { choiceSpan, intervalText, isInterval } from '../../scenario/format/choice.ts';
import { labelOf, numberCount, optionAt } from '../../scenario/format/options.ts';
import { boundsText } from '../../scenario/edit/wording.ts';
import { exactText } from '../../scenario/format/number-text.ts';
import type { Choice, Pattern, Scenario, SumRule } from '../../scenario/scenario.ts';
import type { Named } from '../case.ts';
import { reservationOf } from '../case.ts';
import { isStrict, signedPointsOf, statedOf } from '../digits.ts';
import { bigCount, countBounds, estimatedCount } from '../text/number.ts';
import { oneLine } from '../text/width.ts';

/** The party's full name. */
export function partyName(scenario: Scenario, party: number): string {
  return oneLine(scenario.parties[party]!.name);
}

/** The party's name inside a sentence: an article that begins it is written small, "the council" for "The council". */
export function partyInside(scenario: Scenario, party: number): string {
  return partyName(scenario, party).replace(/^The (?=\S)/u, 'the ');
}

/** Names of parties where a sentence or a cell begins with them: "The council and the company". */
export function beginning(names: string): string {
  return names.replace(/^the (?=\S)/u, 'The ');
}

/** The party's short name, for tables. */
export function partyShort(scenario: Scenario, party: number): string {
  return oneLine(scenario.parties[party]!.short);
}

/** The issue's title. */
export function issueTitle(scenario: Scenario, issue: number): string {
  return oneLine(scenario.issues[issue]!.title);
}

/** "point 21, Territory" where the plan numbers its points, else the title. */
export function issueWords(scenario: Scenario, issue: number): string {
  const { point } = scenario.issues[issue]!;
  return point === undefined ? issueTitle(scenario, issue) : `point ${point}, ${issueTitle(scenario, issue)}`;
}

/** The option's label, with the unit where it is a number. */
export function optionLabel(scenario: Scenario, issue: number, option: number): string {
  const own = scenario.issues[issue]!;
  const { unit } = own;
  const label = oneLine(labelOf(own, option));
  return option < numberCount(own) && unit !== undefined ? `${label} ${oneLine(unit)}` : label;
}

/** The options from `first` to `last`, numbers where they are more than one: "5800 to 7450 dollars". */
export function runLabel(scenario: Scenario, issue: number, { first, last }: Span): string {
  const end = optionLabel(scenario, issue, last);
  return first === last ? end : `${oneLine(labelOf(scenario.issues[issue]!, first))} to ${end}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[], joint = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}

/** A sentence with its full stop. */
export function sentence(text: string): string {
  const line = oneLine(text);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}

/** "50 deals", or proven bounds with the estimate and how sure it is. */
export function countWords(count: DealCount): string {
  if (count.kind === 'exact') return countShort(count);
  const [from, to] = count.interval;
  const bounds = `between ${countBounds(count.low, count.high, 'and')} deals (proven)`;
  const lacking = noEstimate(count);
  if (lacking !== null) return `${bounds}; no estimate, since ${lacking}`;
  return (
    `${bounds}; ` +
    `estimate ${estimatedCount(count.estimate)}, 95 % interval ${estimatedCount(from)} to ${estimatedCount(to)}`
  );
}

/** The same in a few words: "50 deals", or "about 3.2 × 10^9 deals" for an estimate. */
export function countShort(count: DealCount): string {
  return `${countFigure(count)} ${count.kind === 'exact' && count.count === 1n ? 'deal' : 'deals'}`;
}

/** The figure alone, for a table: "50", or "about 3.2 × 10^9" for an estimate. */
export function countFigure(count: DealCount): string {
  if (count.kind === 'exact') return bigCount(count.count);
  if (isEstimated(count)) return `about ${estimatedCount(count.estimate)}`;
  return count.low === 0n ? `up to ${bigCount(count.high, 'up')}` : countBounds(count.low, count.high, 'to');
}

/** Why nothing but the bounds is known; null where there is an estimate. */
export function noEstimate(count: BoundedCount): string | null {
  if (!isEstimable(count)) return 'the number is too large for one';
  return count.estimate > Number(count.low) || count.low === count.high ? null : 'the sample met none';
}

function isEstimated(count: BoundedCount): boolean {
  return noEstimate(count) === null;
}

/** False where there is nothing that could be called a red line that is kept or dropped. */
export function hasRedLines({ scenario }: Pick<Named, 'scenario'>): boolean {
  return scenario.parties.some(({ redLines }) => redLines.length > 0);
}

/** A demand by its name: "russia.all-donbas", "the 48.0 points of Ukraine", "the signature of E3/EU". */
export function demandName(of: Named, constraint: Constraint): string {
  const { scenario } = of;
  const party = scenario.parties[constraint.party]!;
  switch (constraint.kind) {
    case 'reservation':
      return `the ${leastFigure(of, constraint.party)} points of ${partyInside(scenario, constraint.party)}`;
    case 'redLine':
      return `${party.id}.${party.redLines[constraint.index]!.id}`;
    case 'consent':
      return `the signature of ${partyInside(scenario, constraint.party)}`;
  }
}

/** The least the party signs for: "48.0". */
export function leastFigure(of: Named, party: number): string {
  return statedOf(of, party, reservationOf(of, party));
}

/** "US +2.3, RU +0.4"; parties whose points stay the same are left out. */
export function gainWords(of: Named, gain: readonly number[]): string {
  return gain
    .flatMap((value, party) =>
      value === 0 ? [] : [`${partyShort(of.scenario, party)} ${signedPointsOf(of, party, value)}`],
    )
    .join(', ');
}

/** What the demand says, as a sentence. */
export function demandSentence(of: Named, constraint: Constraint): string {
  const { scenario } = of;
  const party = scenario.parties[constraint.party]!;
  switch (constraint.kind) {
    case 'reservation':
      return isStrict(of, constraint.party)
        ? `Signs only what is worth more than ${leastFigure(of, constraint.party)} points to it.`
        : `Signs nothing that is worth less than ${leastFigure(of, constraint.party)} points to it.`;
    case 'redLine': {
      const { why, when } = party.redLines[constraint.index]!;
      return why === undefined ? `Never signs ${patternWords(scenario, when)}.` : sentence(why);
    }
    case 'consent': {
      const { why, when } = scenario.consent.conditional[constraint.index]!;
      return why === undefined ? `Must sign any deal with ${patternWords(scenario, when)}.` : sentence(why);
    }
  }
}

/** The clauses of a pattern: each issue by its number, with the labels of its options. */
export function labelledClauses(
  scenario: Scenario,
  pattern: Pattern,
): readonly { readonly issue: number; readonly labels: readonly string[] }[] {
  return pattern.map((clause) => {
    const issue = scenario.issues.findIndex((candidate) => candidate.id === clause.issue);
    return { issue, labels: clause.options.map((choice) => choiceLabel(scenario, issue, choice)) };
  });
}

/** The label of an option, or numbers between bounds with their unit: "100 to 250 dollars". */
function choiceLabel(scenario: Scenario, issue: number, choice: Choice): string {
  const own = scenario.issues[issue]!;
  const span = choiceSpan(own, choice);
  if (!isInterval(choice) || (span !== null && span.first === span.last)) {
    return optionLabel(scenario, issue, span?.first ?? -1);
  }
  const text = intervalText(choice);
  return own.unit === undefined ? text : `${text} ${oneLine(own.unit)}`;
}

/** A rule on a sum: "Share A + 2 x Share B + Road (build 40) must be at most 118." */
export function sumSentence(scenario: Scenario, rule: SumRule): string {
  const terms = rule.sum.map((term) => {
    const issue = scenario.issues.findIndex(({ id }) => id === term.issue);
    const title = issueTitle(scenario, issue);
    if ('times' in term) return term.times.value === 1 ? title : `${exactText(term.times)} x ${title}`;
    const amounts = term.amounts.map(({ option, amount }) => {
      return `${optionLabel(scenario, issue, optionAt(scenario.issues[issue]!, option))} ${exactText(amount)}`;
    });
    return `${title} (${amounts.join(', ')})`;
  });
  return `${terms.join(' + ')} must be ${boundsText(rule)}.`;
}

/** A pattern in words: "Territory: swap talks or stand in place, with Ceasefire: at once". */
export function patternWords(scenario: Scenario, pattern: Pattern): string {
  return labelledClauses(scenario, pattern)
    .map(({ issue, labels }) => `${issueTitle(scenario, issue)}: ${listed(labels, 'or')}`)
    .join(', with ');
}
