/** What a person types about a scenario's structure: ids made from names, lists and numbers. */
import { ownCount } from '../../../scenario/format/conditional.ts';
import { typedNumber } from '../../../scenario/format/number-text.ts';
import { labelOf, optionId } from '../../../scenario/format/options.ts';
import type { Issue, StatedNumber } from '../../../scenario/scenario.ts';
import { unknownName } from '../../../scenario/suggest.ts';
import type { Typed } from '../../parts/typed-choice.ts';
import { right, sentence, wrong } from '../../parts/typed-choice.ts';

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

/** One issue by its id or title. */
export function typedIssue(text: string, issues: readonly Issue[]): Typed<Issue> {
  const issue = issueNamed(text.trim(), issues);
  if (issue !== undefined) return right(issue);
  return wrong(noIssue(text.trim(), issues));
}

/** Issues whose id or title has the words typed so far. */
export function issueChoices(typed: string, issues: readonly Issue[]): readonly string[] {
  const begun = typed.trim().replaceAll('"', '').toLowerCase();
  const found = issues.filter(({ id, title }) => [id, title].some((each) => each.toLowerCase().includes(begun)));
  return (found.length === 0 ? issues : found).map(({ id, title }) => (id === title ? id : `${id}: ${title}`));
}

export function noIssue(name: string, issues: readonly Issue[]): string {
  const known = issues.map(({ id }) => id);
  return sentence(unknownName('issue', name, known));
}

export function issueNamed(name: string, issues: readonly Issue[]): Issue | undefined {
  const lower = name.toLowerCase();
  return issues.find(({ id }) => id === name) ?? issues.find(({ title }) => title.toLowerCase() === lower);
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

/** A number for some options, or null for one that nobody knows. */
export function typedNumbers(text: string, options: readonly string[]): Typed<readonly Number[]> {
  const words = text.trim().split(/\s+/u);
  const numbers = words.map((word) => typedNumber(word));
  const bad = numbers.indexOf(null);
  if (words.length !== options.length)
    return wrong(`Type ${options.length} numbers with spaces between; there are ${words.length}.`);
  return bad === -1 ? right(numbers.map((number) => number!)) : wrong(`“${words[bad]}” is no number.`);
}

interface TypedPoint {
  readonly at: string;
  readonly value: number;
}

/** "0: 100, 500: 20" as points, anything else as a formula, which is checked where it is taken. */
export function typedCurve(
  text: string,
): Typed<{ readonly formula: string } | { readonly points: readonly TypedPoint[] }> {
  if (text.trim() === '') return wrong('Type a formula or points.');
  if (!text.includes(':')) return right({ formula: text.trim() });
  const points: TypedPoint[] = [];
  for (const part of text.split(',')) {
    const [at = '', worth = '', ...more] = part.split(':').map((each) => each.trim());
    const number = typedNumber(worth);
    if (more.length > 0 || typedNumber(at) === null || number === null)
      return wrong(`Expected a number and its worth, such as 100: 50, found “${part.trim()}”.`);
    points.push({ at, value: number.value });
  }
  return right({ points });
}

/** "400, 500, 600" for a prompt. */
export function optionWords(issue: Issue): string {
  return Array.from({ length: ownCount(issue) }, (_, k) => labelOf(issue, k)).join(', ');
}
