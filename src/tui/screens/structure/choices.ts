/** What could be typed next in a pattern, a rule or a draft, and examples made of the scenario's own names. */
import { labelOf, listedIds, optionId } from '../../../scenario/format/options.ts';
import { rangeText } from '../../../scenario/edit/wording.ts';
import type { Issue } from '../../../scenario/scenario.ts';
import { issueChoices, issueNamed } from './typed.ts';
import { nameSaid } from '../../parts/typed-choice.ts';

/** Issues before the sign, options of the issue behind it. */
export function clauseChoices(typed: string, issues: readonly Issue[]): readonly string[] {
  const last = typed.split(/,|\+|\bif\s|\sthen\s/iu).at(-1) ?? '';
  const [name = '', options] = last.split('=');
  const issue = options === undefined ? undefined : issueNamed(name.trim().replaceAll(/^"|"$/g, ''), issues);
  if (issue === undefined || options === undefined) return issueChoices(last, issues);
  const begun = (options.split('|').at(-1) ?? '').trim().toLowerCase();
  const numbers = issue.range === null ? [] : [`numbers ${rangeText(issue)}`];
  const listed =
    issue.range === null ? listedIds(issue).map((id, k) => ({ id, label: labelOf(issue, k) })) : issue.named;
  return [
    ...numbers,
    ...listed
      .filter(({ id, label }) => [id, label].some((each) => each.toLowerCase().includes(begun)))
      .map(({ id, label }) => (id === label ? nameSaid(id) : `${nameSaid(id)}: ${label}`)),
  ];
}

/** "fee = 400", "day = friday", "fee". */
export function exampleOf(issues: readonly Issue[]): {
  readonly one: string;
  readonly other: string;
  readonly sum: string;
} {
  const clause = (issue: Issue | undefined): string =>
    issue === undefined ? 'fee = 400' : `${nameSaid(issue.id)} = ${nameSaid(optionId(issue, 0))}`;
  const numeric = issues.find(({ range }) => range !== null);
  const [first] = issues;
  const sum =
    numeric !== undefined
      ? nameSaid(numeric.id)
      : first === undefined
        ? 'fee'
        : `${nameSaid(first.id)} (${nameSaid(optionId(first, 0))} 10)`;
  return { one: clause(first), other: clause(issues[1] ?? first), sum };
}
