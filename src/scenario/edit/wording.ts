/**
 * The words for what an edit changes; names that do not exist are given as they are.
 */
import type { Lock } from './locks.ts';
import { choiceSpan, intervalText, isInterval } from '../format/choice.ts';
import { NOT_YET_VALUED } from '../format/not-yet-valued.ts';
import { decimalText } from '../../exact/decimal.ts';
import type { Choice, Issue, Pattern, Rule, Scenario, StatedNumber, SumRule } from '../scenario.ts';
import { labelOf, optionAt } from '../format/options.ts';
import { exactText } from '../format/number-text.ts';

export type ThresholdKey = 'disagreement' | 'reservation' | 'aspiration' | 'firmness';
type Names = Pick<Scenario, 'parties' | 'issues'>;

export function partyName({ parties }: Names, id: string): string {
  return parties.find((party) => party.id === id)?.name ?? id;
}

export function issueTitle({ issues }: Names, id: string): string {
  return issues.find((issue) => issue.id === id)?.title ?? id;
}

export function optionLabel({ issues }: Names, issueId: string, id: string): string {
  const issue = issues.find((candidate) => candidate.id === issueId);
  const option = issue === undefined ? -1 : optionAt(issue, id);
  return issue === undefined || option === -1 ? id : labelOf(issue, option);
}

/** "12 -> 15"; with the ranges where only they differ: "12 (10..14) -> 12 (8..16)". */
export function changeText(from: StatedNumber | null, to: StatedNumber | null): string {
  const ranges = from?.unknown === undefined && from?.value === to?.value && from?.exact === to?.exact;
  return `${numberText(from, ranges)} -> ${numberText(to, ranges)}`;
}

function numberText(number: StatedNumber | null, withRange: boolean): string {
  if (number === null) return 'none';
  if (number.unknown !== undefined) return NOT_YET_VALUED;
  const { low, high } = number;
  const text = exactText(number);
  if (!withRange || (low === undefined && high === undefined)) return text;
  return `${text} (${low ?? ''}..${high ?? ''})`;
}

export function thresholdText(names: Names, party: string, key: ThresholdKey): string {
  return `${partyName(names, party)}: ${THRESHOLDS[key]}`;
}

/** As reports and screens call them. */
const THRESHOLDS: Readonly<Record<ThresholdKey, string>> = {
  disagreement: 'what no deal is worth',
  reservation: 'the least it signs for',
  aspiration: 'aspiration',
  firmness: 'firmness',
};

export function weightText(names: Names, party: string, issue: string): string {
  return `${partyName(names, party)}: weight of ${issueTitle(names, issue)}`;
}

/** `kind` is what the party gives options: a value or a score. */
export function optionText(names: Names, party: string, kind: string, issue: string, option: string): string {
  return `${partyName(names, party)}: ${kind} of ${optionLabel(names, issue, option)} in ${issueTitle(names, issue)}`;
}

function choiceText(names: Names, issueId: string, choice: Choice): string {
  const issue = names.issues.find((candidate) => candidate.id === issueId);
  const span = issue === undefined ? null : choiceSpan(issue, choice);
  if (!isInterval(choice)) return optionLabel(names, issueId, choice);
  const one = issue !== undefined && span !== null && span.first === span.last;
  return one ? labelOf(issue, span.first) : intervalText(choice);
}

/** "Rent is 10 or 15, and Depth is shallow". */
export function patternText(names: Names, pattern: Pattern): string {
  return pattern
    .map(({ issue, options }) => {
      const labels = options.map((choice) => choiceText(names, issue, choice));
      return `${issueTitle(names, issue)} is ${labels.join(' or ')}`;
    })
    .join(', and ');
}

/** "never Rent is 10", "if Rent is 10 then Depth is shallow", "Rent + 2 x Deposit at most 50". */
export function ruleText(names: Names, rule: Rule): string {
  if (rule.kind === 'forbid') return `never ${patternText(names, rule.forbid)}`;
  if (rule.kind === 'implies') return `if ${patternText(names, rule.if)} then ${patternText(names, rule.then)}`;
  const { sum } = rule;
  const terms = sum.map((term) => {
    const title = issueTitle(names, term.issue);
    if ('times' in term) return term.times.value === 1 ? title : `${exactText(term.times)} x ${title}`;
    const amounts = term.amounts.map(
      ({ option, amount }) => `${optionLabel(names, term.issue, option)} ${exactText(amount)}`,
    );
    return `${title} (${amounts.join(', ')})`;
  });
  return `${terms.join(' + ')} ${boundsText(rule)}`;
}

/** "at most 50", "at least 3 and at most 50", "exactly 7". */
export function boundsText({ atLeast, atMost }: SumRule): string {
  const [least, most] = [atLeast, atMost].map((bound) => (bound === undefined ? null : exactText(bound)));
  if (least !== null && least === most) return `exactly ${least}`;
  return [...(least === null ? [] : [`at least ${least}`]), ...(most === null ? [] : [`at most ${most}`])].join(
    ' and ',
  );
}

/** "10 to 50 step 5 euros". */
export function rangeText({ range, unit }: Pick<Issue, 'range' | 'unit'>): string {
  if (range === null) return '';
  const { first, step, places, count } = range;
  const [from, to, by] = [first, first + BigInt(count - 1) * step, step].map((digits) => decimalText(digits, places));
  return `${from} to ${to} step ${by}${unit === undefined ? '' : ` ${unit}`}`;
}

/** "Rent: only 10 or 15", "Rent: open again". */
export function lockText(names: Names, issue: string, options: Lock['options'] | null): string {
  if (options === null) return `${issueTitle(names, issue)}: open again`;
  return `${issueTitle(names, issue)}: only ${options.map((choice) => choiceText(names, issue, choice)).join(' or ')}`;
}

export function signatureText(names: Names, party: string, when: Pattern): string {
  return `${partyName(names, party)}: need not sign when ${patternText(names, when)}`;
}
