/**
 * Patterns, rules and sums as a person types them, and as they are shown to be changed: what is shown reads back the same.
 *
 * A name with signs or spaces may stand in double quotes, and has to where it holds a sign that means something here.
 */
import { INTERVAL_TEXT, intervalText, isInterval, plainChoice } from '../../../scenario/format/choice.ts';
import { typedNumber } from '../../../scenario/format/number-text.ts';
import { listedIds, numberCount, optionAt, optionId } from '../../../scenario/format/options.ts';
import type { StructureEdit } from '../../../scenario/format/schema-edit.ts';
import type {
  Choice,
  ExactNumber,
  Interval,
  Issue,
  Pattern,
  Rule,
  SumRule,
  SumTerm,
} from '../../../scenario/scenario.ts';
import { unknownName } from '../../../scenario/suggest.ts';
import type { Typed } from './typed.ts';
import { issueNamed, noIssue, right, sentence, wrong } from './typed.ts';

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?(?:\/\d+)?`;

/** What a rule says, without why. */
export type RuleSaid = DistributiveOmit<Extract<StructureEdit, { kind: 'changeRule' }>['to'], 'why'>;
type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

/** Names in quotes taken out of a text, so that it can be cut at signs, and put back. */
interface Unquoted {
  readonly plain: string;
  readonly nameOf: (piece: string) => string;
}

function unquoted(text: string): Unquoted {
  const names: string[] = [];
  const plain = text.replaceAll(/"((?:[^"]|"")*)"/g, (_, name: string) => {
    names.push(name.replaceAll('""', '"'));
    return `\uE000${names.length - 1}\uE001`;
  });
  const back = (piece: string): string =>
    piece.replaceAll(/\uE000(\d+)\uE001/g, (_, k: string) => names[Number(k)] ?? '');
  return { plain, nameOf: (piece) => back(piece).trim() };
}

/** "fee = 400, day = friday | sunday": issues and options by id, title or label. */
export function typedPattern(text: string, issues: readonly Issue[]): Typed<Pattern> {
  const { plain, nameOf } = unquoted(text);
  const clauses: Pattern[number][] = [];
  for (const part of plain.split(',').filter((each) => each.trim() !== '')) {
    const [name = '', options, ...more] = part.split('=');
    if (options === undefined || more.length > 0) return wrong(`Expected issue = option, found “${nameOf(part)}”.`);
    const issue = issueNamed(nameOf(name), issues);
    if (issue === undefined) return wrong(noIssue(nameOf(name), issues));
    const choices: Choice[] = [];
    for (const option of options.split('|').map(nameOf)) {
      const choice = choiceNamed(option, issue);
      if (choice === null) return wrong(noOption(option, issue));
      choices.push(choice);
    }
    clauses.push({ issue: issue.id, options: choices });
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

/** A piece with its quoted names put back in quotes. */
function requoted(piece: string, nameOf: (piece: string) => string): string {
  return piece.replaceAll(/\uE000\d+\uE001/g, (name) => `"${nameOf(name).replaceAll('"', '""')}"`);
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

const LIMITS: readonly (readonly [RegExp, keyof Interval])[] = [
  [new RegExp(`^(?:at least|from) (${NUMBER})$`, 'iu'), 'from'],
  [new RegExp(`^(${NUMBER}) or more$`, 'iu'), 'from'],
  [new RegExp(`^more than (${NUMBER})$`, 'iu'), 'above'],
  [new RegExp(`^(?:up to|at most) (${NUMBER})$`, 'iu'), 'to'],
  [new RegExp(`^less than (${NUMBER})$`, 'iu'), 'below'],
];

/** "100..250", "100 to 250", "more than 100 and less than 250". */
function typedInterval(text: string): Interval | null {
  const [, low, high] = INTERVAL_TEXT.exec(text) ?? new RegExp(`^(${NUMBER}) to (${NUMBER})$`, 'u').exec(text) ?? [];
  const [from, to] = [low, high].map((end) => (end === undefined ? null : typedNumber(end)));
  if (from && to) return { from, to };
  const interval: { -readonly [K in keyof Interval]: Interval[K] } = {};
  for (const part of text.split(/\s+and\s+/u)) {
    const [found, key] =
      LIMITS.map(([limit, own]) => [limit.exec(part), own] as const).find(([own]) => own !== null) ?? [];
    const bound = typedNumber(found?.[1] ?? '');
    if (key === undefined || bound === null || interval[key] !== undefined) return null;
    interval[key] = bound;
  }
  return interval;
}

function choiceNamed(name: string, issue: Issue): Choice | null {
  if (optionAt(issue, name) !== -1) return name;
  const option = issue.named.find(({ label }) => label.toLowerCase() === name.toLowerCase());
  if (option !== undefined) return option.id;
  return issue.range === null ? null : typedInterval(name);
}

function noOption(name: string, issue: Issue): string {
  return sentence(unknownName('option', name, someIds(issue)));
}

/** Its first number, where it has numbers, and its listed options. */
function someIds(issue: Issue): readonly string[] {
  return [...new Set([...(numberCount(issue) > 0 ? [optionId(issue, 0)] : []), ...listedIds(issue)])];
}

const PLAIN_NAME = /^(?!(?:if|then|and|or|never)$)[\p{L}\p{N}_.$€%-]+$/iu;

/** The name as it can be typed. */
export function nameSaid(name: string): string {
  return PLAIN_NAME.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

export function patternSaid(pattern: Pattern): string {
  return pattern.map(({ issue, options }) => `${nameSaid(issue)} = ${options.map(choiceSaid).join(' | ')}`).join(', ');
}

function choiceSaid(choice: Choice): string {
  if (!isInterval(choice)) return nameSaid(choice);
  const plain = plainChoice(choice);
  return typeof plain === 'string' ? plain : intervalText(choice);
}

export function ruleSaid(rule: Rule): string {
  if (rule.kind === 'forbid') return patternSaid(rule.forbid);
  if (rule.kind === 'implies') return `if ${patternSaid(rule.if)} then ${patternSaid(rule.then)}`;
  const terms = rule.sum.map((term) => {
    if ('times' in term)
      return `${term.times.value === 1 ? '' : `${numberSaid(term.times)} * `}${nameSaid(term.issue)}`;
    const amounts = term.amounts.map(({ option, amount }) => `${nameSaid(option)} ${numberSaid(amount)}`);
    return `${nameSaid(term.issue)} (${amounts.join(', ')})`;
  });
  return `${terms.join(' + ')} ${boundsSaid(rule)}`;
}

function boundsSaid({ atLeast, atMost }: SumRule): string {
  const [least, most] = [atLeast, atMost].map((bound) => (bound === undefined ? null : numberSaid(bound)));
  if (least !== null && least === most) return `exactly ${least}`;
  return [...(least === null ? [] : [`at least ${least}`]), ...(most === null ? [] : [`at most ${most}`])].join(
    ' and ',
  );
}

function numberSaid({ value, exact }: ExactNumber): string {
  return exact ?? String(value);
}
