/** What a person types about a scenario's structure: ids made from names, patterns, lists and numbers. */
import { INTERVAL_TEXT } from '../../../scenario/format/choice.ts';
import { ownCount } from '../../../scenario/format/conditional.ts';
import { typedNumber } from '../../../scenario/format/number-text.ts';
import { labelOf, optionAt, optionCount, optionId } from '../../../scenario/format/options.ts';
import type { Choice, Issue, Pattern, StatedNumber } from '../../../scenario/scenario.ts';
import { unknownName } from '../../../scenario/suggest.ts';

export type Typed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

const LONGEST_ID = 60;

/** An id made from a name that none of the others has: "Second offer" gives "second-offer". */
export function newId(name: string, others: readonly string[]): string {
  const plain = name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s,;=|.]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST_ID);
  const wanted = plain === '' ? 'new' : plain;
  let id = wanted;
  for (let k = 2; others.includes(id); k++) id = `${wanted}-${k}`;
  return id;
}

/** "a, b, c" as names, none of them twice. */
export function typedNames(text: string): Typed<readonly string[]> {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice !== undefined) return wrong(`“${twice}” stands there twice.`);
  return names.length === 0 ? wrong('Type at least one name.') : right(names);
}

/** "fee = 400, day = friday | sunday": issues and options by id, title or label. */
export function typedPattern(text: string, issues: readonly Issue[]): Typed<Pattern> {
  const clauses: Pattern[number][] = [];
  for (const part of text.split(',').filter((each) => each.trim() !== '')) {
    const [name = '', options, ...more] = part.split('=');
    if (options === undefined || more.length > 0) return wrong(`Expected issue = option, found “${part.trim()}”.`);
    const issue = issueNamed(name.trim(), issues);
    if (issue === undefined) return wrong(noIssue(name.trim(), issues));
    const choices: Choice[] = [];
    for (const option of options.split('|').map((each) => each.trim())) {
      const choice = choiceNamed(option, issue);
      if (choice === null) return wrong(`${unknownName('option', option, idsOf(issue))}.`);
      choices.push(choice);
    }
    clauses.push({ issue: issue.id, options: choices });
  }
  return clauses.length === 0 ? wrong('Type an issue and an option, such as fee = 400.') : right(clauses);
}

/** One issue by its id or title. */
export function typedIssue(text: string, issues: readonly Issue[]): Typed<Issue> {
  const issue = issueNamed(text.trim(), issues);
  if (issue !== undefined) return right(issue);
  return wrong(noIssue(text.trim(), issues));
}

function noIssue(name: string, issues: readonly Issue[]): string {
  const known = issues.map(({ id }) => id);
  return `${unknownName('issue', name, known)}.`;
}

function issueNamed(name: string, issues: readonly Issue[]): Issue | undefined {
  const lower = name.toLowerCase();
  return issues.find(({ id }) => id === name) ?? issues.find(({ title }) => title.toLowerCase() === lower);
}

function choiceNamed(name: string, issue: Issue): Choice | null {
  if (optionAt(issue, name) !== -1) return name;
  const [, low, high] = INTERVAL_TEXT.exec(name) ?? [];
  const [from, to] = [low, high].map((end) => (end === undefined ? null : typedNumber(end)));
  if (issue.range !== null && from && to) return { from, to };
  const option = issue.named.find(({ label }) => label.toLowerCase() === name.toLowerCase());
  return option?.id ?? null;
}

const MOST_LISTED = 12;

function idsOf(issue: Issue): readonly string[] {
  return Array.from({ length: Math.min(MOST_LISTED, optionCount(issue)) }, (_, k) => optionId(issue, k));
}

/** A number, with what may be wrong with it. */
export function typedValue(text: string): Typed<Number> {
  const number = typedNumber(text.trim());
  return number === null ? wrong('Type a number.') : right(number);
}

type Number = Pick<StatedNumber, 'value' | 'exact'>;

/** A number for every option of an issue, in their order, with spaces between. */
export function typedValues(text: string, issue: Issue): Typed<readonly ({ readonly option: string } & Number)[]> {
  const words = text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  const count = ownCount(issue);
  if (words.length !== count) return wrong(`Type ${count} numbers with spaces between; there are ${words.length}.`);
  const numbers = words.map((word) => typedNumber(word));
  const bad = numbers.indexOf(null);
  if (bad !== -1) return wrong(`“${words[bad]}” is no number.`);
  return right(numbers.map((number, k) => ({ option: optionId(issue, k), ...number! })));
}

/** "400, 500, 600" for a prompt. */
export function optionWords(issue: Issue): string {
  return Array.from({ length: ownCount(issue) }, (_, k) => labelOf(issue, k)).join(', ');
}

function right<T>(value: T): Typed<T> {
  return { ok: true, value };
}

function wrong(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
