/**
 * Patterns, rules and sums as a person types them, and as they are shown to be changed: what is shown reads back the same.
 *
 * A name with signs or spaces may stand in double quotes, and has to where it holds a sign that means something here.
 */
import { boundsText } from '../../../scenario/edit/wording.ts';
import { exactText } from '../../../scenario/format/number-text.ts';
import { isInterval } from '../../../scenario/format/choice.ts';
import { typedNumber } from '../../../scenario/format/number-text.ts';
import type { StructureEdit } from '../../../scenario/format/schema-edit.ts';
import type { ExactNumber, Issue, Pattern, Rule, SumRule, SumTerm } from '../../../scenario/scenario.ts';
import type { Typed } from '../../parts/typed-choice.ts';
import {
  choiceNamed,
  choiceSaid,
  nameSaid,
  noOption,
  NUMBER,
  requoted,
  right,
  someIds,
  typedChoices,
  unquoted,
  wrong,
} from '../../parts/typed-choice.ts';
import { issueNamed, noIssue } from './typed.ts';

/** What a rule says, without why. */
export type RuleSaid = DistributiveOmit<Extract<StructureEdit, { kind: 'changeRule' }>['to'], 'why'>;
type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** "fee = 400, day = friday | sunday": issues and options by id, title or label. */
export function typedPattern(text: string, issues: readonly Issue[]): Typed<Pattern> {
  const { plain, nameOf } = unquoted(text);
  const clauses: Pattern[number][] = [];
  for (const part of plain.split(',').filter((each) => each.trim() !== '')) {
    const [name = '', options, ...more] = part.split('=');
    if (options === undefined || more.length > 0) return wrong(`Expected issue = option, found “${nameOf(part)}”.`);
    const issue = issueNamed(nameOf(name), issues);
    if (issue === undefined) return wrong(noIssue(nameOf(name), issues));
    const choices = typedChoices(requoted(options, nameOf), issue);
    if (!choices.ok) return choices;
    clauses.push({ issue: issue.id, options: choices.value });
  }
  return clauses.length === 0 ? wrong('Type an issue and an option, such as fee = 400.') : right(clauses);
}

/** The options that a draft picks by issue: null where nothing stands behind the sign. */
export function typedClauses(text: string, issues: readonly Issue[]): Typed<ReadonlyMap<string, string | null>> {
  const { plain, nameOf } = unquoted(text);
  const picked = new Map<string, string | null>();
  for (const part of plain.split(',').filter((each) => each.trim() !== '')) {
    const [name = '', option, ...more] = part.split('=');
    if (option === undefined || more.length > 0) return wrong(`Expected issue = option, found “${nameOf(part)}”.`);
    const issue = issueNamed(nameOf(name), issues);
    if (issue === undefined) return wrong(noIssue(nameOf(name), issues));
    const choice = nameOf(option) === '' ? null : choiceNamed(nameOf(option), issue);
    if (choice === null && nameOf(option) !== '') return wrong(noOption(nameOf(option), issue));
    if (choice !== null && isInterval(choice)) return wrong(`A draft picks one option of ${issue.title}.`);
    picked.set(issue.id, choice);
  }
  return right(picked);
}

const BOUND = String.raw`(at least|at most|exactly|>=|<=)\s*(${NUMBER})`;
const BOUNDED = new RegExp(String.raw`^(.*?)\s+${BOUND}(?:\s+and\s+${BOUND})?$`, 'iu');

/** A pattern that never stands, "if ... then ...", or a sum with its bounds. */
export function typedRule(text: string, issues: readonly Issue[]): Typed<RuleSaid> {
  const { plain, nameOf } = unquoted(text.trim());
  const [, condition, consequence] = /^if\s+(.*?)\s+then\s+(.*)$/isu.exec(plain) ?? [];
  if (condition !== undefined && consequence !== undefined) {
    const [own, implied] = [condition, consequence].map((part) => typedPattern(requoted(part, nameOf), issues));
    if (!own!.ok) return own!;
    return implied!.ok ? right({ if: own!.value, implied: implied!.value }) : implied!;
  }
  const [, terms, ...bounds] = BOUNDED.exec(plain) ?? [];
  if (terms !== undefined && !terms.includes('=')) return typedSum(terms, bounds, nameOf, issues);
  const forbid = typedPattern(text.replace(/^never\s+/iu, ''), issues);
  return forbid.ok ? right({ forbid: forbid.value }) : forbid;
}

function typedSum(
  text: string,
  [one = '', first = '', other, second = '']: readonly (string | undefined)[],
  nameOf: (piece: string) => string,
  issues: readonly Issue[],
): Typed<RuleSaid> {
  const terms: SumTerm[] = [];
  for (const part of text.split('+')) {
    const term = typedTerm(part.trim(), nameOf, issues);
    if (!term.ok) return term;
    terms.push(term.value);
  }
  const bounds = { ...boundOf(one, first), ...(other === undefined ? {} : boundOf(other, second)) };
  return right({ sum: terms, ...bounds });
}

function boundOf(word: string, number: string): Pick<SumRule, 'atLeast' | 'atMost'> {
  const bound = typedNumber(number) ?? { value: Number(number) };
  const kind = word.toLowerCase();
  if (kind === 'exactly') return { atLeast: bound, atMost: bound };
  return kind === 'at least' || kind === '>=' ? { atLeast: bound } : { atMost: bound };
}

/** "rent", "2 * rent", "roof (new 30, mended 10)". */
function typedTerm(text: string, nameOf: (piece: string) => string, issues: readonly Issue[]): Typed<SumTerm> {
  const [, named, list] = /^(.*?)\s*\(([^)]*)\)$/su.exec(text) ?? [];
  const whole = issueNamed(nameOf(named ?? text), issues);
  if (list !== undefined) {
    if (whole === undefined) return wrong(noIssue(nameOf(named ?? ''), issues));
    const amounts: { option: string; amount: ExactNumber }[] = [];
    for (const part of list.split(',')) {
      const [, name = '', number = ''] = new RegExp(String.raw`^(.+?)\s+(${NUMBER})$`, 'su').exec(part.trim()) ?? [];
      const option = choiceNamed(nameOf(name), whole);
      const amount = typedNumber(number);
      if (amount === null)
        return wrong(`Expected an option and its amount, such as ${someIds(whole)[0]} 10, found “${nameOf(part)}”.`);
      if (option === null || isInterval(option)) return wrong(noOption(nameOf(name), whole));
      amounts.push({ option, amount });
    }
    return right({ issue: whole.id, amounts });
  }
  const [, times = '1', rest = text] =
    whole === undefined ? (new RegExp(String.raw`^(${NUMBER})\s*[*x×]?\s*(.+)$`, 'isu').exec(text) ?? []) : [];
  const issue = whole ?? issueNamed(nameOf(rest), issues);
  const number = typedNumber(times);
  if (issue === undefined || number === null) return wrong(noIssue(nameOf(rest), issues));
  return right({ issue: issue.id, times: number });
}

export function patternSaid(pattern: Pattern): string {
  return pattern.map(({ issue, options }) => `${nameSaid(issue)} = ${options.map(choiceSaid).join(' | ')}`).join(', ');
}

export function ruleSaid(rule: Rule): string {
  if (rule.kind === 'forbid') return patternSaid(rule.forbid);
  if (rule.kind === 'implies') return `if ${patternSaid(rule.if)} then ${patternSaid(rule.then)}`;
  const terms = rule.sum.map((term) => {
    if ('times' in term) return `${term.times.value === 1 ? '' : `${exactText(term.times)} * `}${nameSaid(term.issue)}`;
    const amounts = term.amounts.map(({ option, amount }) => `${nameSaid(option)} ${exactText(amount)}`);
    return `${nameSaid(term.issue)} (${amounts.join(', ')})`;
  });
  return `${terms.join(' + ')} ${boundsText(rule)}`;
}
