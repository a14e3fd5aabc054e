/** What an issue's numbers are, and when it arises at all: given anew, with all that parties, drafts and stages say of it. */
import { NOT_ARISING, ownCount, ownNamed, withoutDerived, withoutImplied } from '../../format/conditional.ts';
import { compare, readFraction, ZERO } from '../../../exact/fraction.ts';
import { hasNoValues, unknownIssue, unknownScores } from '../../format/not-yet-valued.ts';
import { isNumberLine, LONGEST_LIST, numberCount, optionAt, optionId } from '../../format/options.ts';
import { wholeRange } from '../../format/range.ts';
import type { StructureEdit } from '../../format/schema-edit.ts';
import { ANYWHERE, UNKNOWN_SCORE } from '../../format/unknown.ts';
import type { Range } from '../../format/range.ts';
import type { Issue, IssueChange, Party, Scenario, StatedNumber, Worths } from '../../scenario.ts';
import { quote } from '../../suggest.ts';
import { onIssueChanges, onWorths, withoutOptions } from './issues.ts';
import { leftWithout, placeOf, stillNamed } from './places.ts';
import type { Restructured } from './write.ts';

type Of<K extends StructureEdit['kind']> = Extract<StructureEdit, { readonly kind: K }>;

/** Numbers that stay keep what they are worth; others are not yet valued where nobody says what they are worth. */
export function setRange(scenario: Scenario, { issue: id, range, unit, worths }: Of<'range'>): Restructured {
  const place = placeOf('issue', scenario.issues, id);
  if (typeof place === 'string') return place;
  const issue = scenario.issues[place]!;
  const now = withRange(issue, range, unit);
  if (typeof now === 'string') return now;
  const next: Scenario = { ...scenario, issues: scenario.issues.with(place, now) };
  const names = leftWithout(next, now);
  if (names.length > 0) return stillNamed(names, 'a number that would be gone', 'change');
  const faults: string[] = [];
  const parties = scenario.parties.map((party) => {
    const said = new Map(
      worths.filter((own) => own.party === party.id).map(({ party: _party, option, ...own }) => [option, own]),
    );
    const fault = worthsFault(party, place, now);
    if (fault !== null) faults.push(fault);
    return fault === null ? onNumbers(party, place, issue, now, said) : party;
  });
  if (faults[0] !== undefined) return faults[0];
  const gone = Array.from({ length: isNumberLine(issue) ? 0 : numberCount(issue) }, (_, k) =>
    optionId(issue, k),
  ).filter((option) => optionAt(now, option) === -1);
  const stages = onIssueChanges(scenario, (change: IssueChange) =>
    change.issue === id ? withoutOptions(change, gone) : change,
  );
  return { ...next, parties, stages };
}

/** The issue with other numbers, or why it cannot have them. */
export function withRange({ unit: _unit, ...issue }: Issue, given: Range, unit: string | undefined): Issue | string {
  if (issue.range === null) return `${quote(issue.id)} lists its options; a new issue can have a range of numbers`;
  const range = wholeRange(given);
  return typeof range === 'string' ? range : { ...issue, ...(unit !== undefined && { unit }), range };
}

/** The numbers of the new range that a party has to value: those it gives values one by one, or an end that its curve does not reach. */
export function askedFor({ preferences }: Party, place: number, before: Issue, now: Issue): readonly string[] {
  const entry = preferences.issues[place]!;
  const [count, ends] = [numberCount(now), [0, numberCount(now) - 1].map((k) => optionId(now, k))];
  if (!entry.mentioned || hasNoValues(entry) || count === 0) return [];
  if (entry.curve === null) {
    const numbers = isNumberLine(now) ? [] : Array.from({ length: count }, (_, k) => optionId(now, k));
    return numbers.filter((option) => optionAt(before, option) === -1);
  }
  if ('formula' in entry.curve) return [];
  const { points } = entry.curve;
  return ends.filter((end, k) => (k === 0 ? isBelow(end, points[0]!.at) : isBelow(points.at(-1)!.at, end)));
}

function isBelow(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => readFraction(text) ?? ZERO);
  return compare(a!, b!) < 0;
}

type Said = ReadonlyMap<string, StatedNumber>;

function worthsFault(party: Party, place: number, now: Issue): string | null {
  const entry = party.preferences.issues[place]!;
  if (entry.mentioned && entry.curve === null && isNumberLine(now) && !hasNoValues(entry)) {
    return `${quote(party.id)} values each number by itself, which ${LONGEST_LIST} numbers can have at most; give it a formula first`;
  }
  return null;
}

/** The party with what it says of the issue's new numbers. */
function onNumbers(party: Party, place: number, before: Issue, now: Issue, said: Said): Party {
  const [unknown, none] =
    party.preferences.form === 'weights' ? [ANYWHERE, unknownIssue(now)] : [UNKNOWN_SCORE, unknownScores(now)];
  return onWorths(party, place, (entry) => {
    if (!entry.mentioned) return entry;
    if (hasNoValues(entry)) return { ...entry, curve: none.curve, listed: none.listed };
    return renumbered(entry, before, now, (option) => said.get(option) ?? unknown);
  });
}

function renumbered<W extends Worths>(
  entry: W,
  before: Issue,
  now: Issue,
  numberOf: (option: string) => StatedNumber,
): W {
  if (entry.curve === null) {
    const listed = Array.from({ length: ownCount(now) }, (_, k) => {
      const old = optionAt(before, optionId(now, k));
      return old === -1 ? numberOf(optionId(now, k)) : entry.listed[old]!;
    });
    return { ...entry, listed };
  }
  if ('formula' in entry.curve) return entry;
  const { points } = entry.curve;
  const [first = '', last = ''] = [0, numberCount(now) - 1].map((k) => optionId(now, k));
  const reached = [
    ...(isBelow(first, points[0]!.at) ? [{ at: first, worth: numberOf(first) }] : []),
    ...points,
    ...(isBelow(points.at(-1)!.at, last) ? [{ at: last, worth: numberOf(last) }] : []),
  ];
  return { ...entry, curve: { ...entry.curve, points: reached } };
}

/** Without a condition it always arises. What names "does not arise" stands in the way of that. */
export function setOnly(scenario: Scenario, { issue: id, only }: Of<'only'>): Restructured {
  const place = placeOf('issue', scenario.issues, id);
  if (typeof place === 'string') return place;
  const before = scenario.issues[place]!;
  const { only: _, ...issue } = before;
  const named = [...ownNamed(before), ...(only === undefined ? [] : [NOT_ARISING])];
  const now: Issue = { ...issue, ...(only !== undefined && { only }), named };
  const next: Scenario = {
    ...scenario,
    issues: scenario.issues.with(place, now),
    rules: withoutDerived(scenario.rules, [before]),
    drafts: scenario.drafts.map((draft) => ({ ...draft, clauses: withoutImplied(draft.clauses, scenario.issues) })),
  };
  const names = leftWithout(next, now);
  return names.length > 0 ? stillNamed(names, 'the option that it does not arise', 'change') : next;
}
