/**
 * What is sound in a scenario's files and still worth a word, since the writer may not have meant it: thresholds that
 * nothing reaches, numbers that are not yet valued, sums that bind nobody, issues nobody cares about, ranges that stop short, numbers that are decimals.
 */
import type { Document } from './document.ts';
import type { Finding, Path } from '../finding.ts';
import { partsAt } from './parts.ts';
import { readRange } from '../format/range.ts';
import { issueEntry, ruleEntry } from '../format/schema.ts';
import { idleSum } from '../format/sum.ts';
import { outOfReach } from '../format/thresholds.ts';
import { isInDecimals } from '../format/worth.ts';
import { unvaluedIn } from '../unvalued.ts';
import type { Rule, Scenario, SumRule } from '../scenario.ts';
import { exactText } from '../format/number-text.ts';

type At = Document['finding'];

/**
 * The remarks on a scenario that the files lead to, as it stands or with changes made: each at its place in the files.
 * `own`: places in the files of parties that have one.
 */
export function remarksOf(
  document: Document,
  own: ReadonlyMap<string, At | null>,
): (scenario: Scenario) => readonly Finding[] {
  const remark = (path: Path, message: string): Finding => document.finding(path, message, { severity: 'warning' });
  const remarkOnParty = (party: string, path: Path, message: string): Finding => {
    const at = own.get(party) ?? null;
    return at === null ? remark(['parties', party, ...path], message) : at(path, message, { severity: 'warning' });
  };
  return (scenario) => [
    ...missedEnds(document.data).map(([path, message]) => remark(path, message)),
    ...sumRules(document.data, scenario).flatMap(([path, rule]) => {
      const message = idleSum(rule, scenario.issues);
      return message === null ? [] : [remark(path, message)];
    }),
    ...untoldIssues(scenario).map((k) =>
      remark(['issues', k], 'no party says what this issue is worth to it, so its options make no difference'),
    ),
    ...scenario.parties.flatMap((party, k) => {
      const open = unvaluedOf(scenario, k);
      if (open > 0) return [remarkOnParty(party.id, [], unvaluedRemark(open))];
      const message = outOfReach(party, scenario.issues);
      const key = party.reservationIsDisagreement ? 'disagreement' : 'reservation';
      return message === null ? [] : [remarkOnParty(party.id, [key], message)];
    }),
    ...decimals(scenario).map(([party, path, message]) => remarkOnParty(party, path, message)),
  ];
}

/** How many things the party has not valued: what no deal is worth, and numbers of issues. */
function unvaluedOf(scenario: Scenario, party: number): number {
  return unvaluedIn(scenario).filter((own) => own.party === party).length;
}

function unvaluedRemark(count: number): string {
  const things = count === 1 ? 'one thing is' : `${count} things are`;
  return `${things} not yet valued (unknown): \`winset solve\` answers for whatever they are; where one number is needed, the middle stands in`;
}

/** With the path of each in the scenario file. */
export function sumRules(data: unknown, { rules }: Scenario): readonly (readonly [Path, SumRule])[] {
  const places = new Map(partsAt(data, ['rules'], ruleEntry).map(({ path, value }) => [value.id, path]));
  return rules.flatMap((rule) => (rule.kind === 'sum' ? [[places.get(rule.id) ?? ['rules'], rule] as const] : []));
}

/** Ranges whose steps pass over `to`. */
function missedEnds(data: unknown): readonly (readonly [Path, string])[] {
  return partsAt(data, ['issues'], issueEntry).flatMap(({ path, value: { range } }) => {
    const read = range === undefined ? null : readRange(range);
    if (range === undefined || read === null || 'fault' in read || read.missed === null) return [];
    const [from, step, to] = [range.from, range.step, range.to].map(exactText);
    const message = `steps of ${step} from ${from} do not meet ${to}, which is left out; the last number is ${read.missed}`;
    return [[[...path, 'range', 'to'], message] as const];
  });
}

/** By their place in the scenario. */
function untoldIssues(scenario: Scenario): readonly number[] {
  return scenario.issues.flatMap(({ id }, k) =>
    scenario.parties.some(({ preferences }) => preferences.issues[k]?.mentioned) || isNamed(scenario, id) ? [] : [k],
  );
}

/** One remark for all formulas whose numbers are no fractions: the first place, and how many more there are. */
function decimals({ parties, issues }: Scenario): readonly (readonly [string, Path, string])[] {
  const places = parties.flatMap(({ id, preferences }) =>
    preferences.issues.flatMap((own, k) => {
      if (!isInDecimals(issues[k]!, own)) return [];
      return [[id, ['issues', own.issue, preferences.form === 'weights' ? 'value' : 'score']] as const];
    }),
  );
  const [first, ...others] = places;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
  const message = `gives decimals of 15 digits, which are compared as such: sqrt, exp, log, pi, e and powers that are no whole numbers have no fractions${more}`;
  return [[...first, message]];
}

/** True when something depends on the issue's options: an adjustment, a red line, a rule or a condition of consent. */
function isNamed({ parties, rules, consent, stages }: Scenario, issue: string): boolean {
  const patterns = [
    ...parties.flatMap(({ adjustments, redLines }) => [...adjustments, ...redLines]),
    ...stages.flatMap(({ change }) => change.flatMap(({ adjustments, redLines }) => [...adjustments, ...redLines])),
    ...consent.conditional,
  ].map(({ when }) => when);
  return (
    patterns.some((pattern) => pattern.some((clause) => clause.issue === issue)) ||
    rules.some((rule) => issuesNamed(rule).includes(issue))
  );
}

/** The issues that a rule is about. */
function issuesNamed(rule: Rule): readonly string[] {
  const clauses =
    rule.kind === 'forbid' ? rule.forbid : rule.kind === 'implies' ? [...rule.if, ...rule.then] : rule.sum;
  return clauses.map(({ issue }) => issue);
}
