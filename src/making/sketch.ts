/**
 * A scenario in the making: what it is about, who is at the table, which points, which options. It is a whole scenario at
 * every step, so that it can be written down and read again: a list that is not finished ends with an entry that says so,
 * and whatever a party has not said is unknown.
 */
import { idsOf, plainName } from '../formats/ids.ts';
import { unknownParty } from '../scenario/format/not-yet-valued.ts';
import { numberCount } from '../scenario/format/options.ts';
import { readRange } from '../scenario/format/range.ts';
import type { Range } from '../scenario/format/range.ts';
import type { Draft, Issue, Option, Scenario } from '../scenario/scenario.ts';

/** The id of the entry that ends a list which is not finished: of parties, of issues, or of options. */
export const UNFINISHED = 'not-yet-named';

const NOBODY = 'Somebody, not yet named';
const NOTHING = 'A point, not yet named';
const NO_OPTION: Option = { id: UNFINISHED, label: 'not yet named' };

/** The draft that says how things stand without a deal. */
export const STATUS_QUO = 'status-quo';

export function startedScenario(title: string): Scenario {
  const issues = [unfinishedIssue()];
  return {
    title: plainName(title, 'A negotiation'),
    hash: '',
    stage: null,
    sources: [],
    parties: [unknownParty({ id: UNFINISHED, name: NOBODY, short: UNFINISHED }, issues)],
    issues,
    rules: [],
    consent: { needs: 'all', conditional: [] },
    drafts: [],
    stages: [],
  };
}

/** Somebody more at the table. */
export function withParty(scenario: Scenario, name: string): Scenario {
  const named = namedOf(scenario.parties);
  const own = { name: plainName(name, 'A party') };
  const id = idsOf([...named, own], 'party').at(-1)!;
  const last = scenario.parties.slice(named.length);
  return {
    ...scenario,
    parties: [...named, unknownParty({ id, ...own, short: shortOf(id, own.name) }, scenario.issues), ...last],
  };
}

/** What it is about, in place of what a table was called. */
export function withTitle(scenario: Scenario, title: string): Scenario {
  return { ...scenario, title: plainName(title, scenario.title) };
}

/** What a party is called, in place of what stood in a table; its id stays. */
export function withName(scenario: Scenario, party: number, name: string): Scenario {
  const parties = scenario.parties.map((own, k) => {
    const called = plainName(name, own.name);
    return k === party ? { ...own, name: called, short: shortOf(own.id, called) } : own;
  });
  return { ...scenario, parties };
}

export function withPartiesNamed(scenario: Scenario): Scenario {
  return { ...scenario, parties: namedOf(scenario.parties) };
}

/** One more point, whose options are still to be named. */
export function withIssue(scenario: Scenario, title: string): Scenario {
  const named = namedOf(scenario.issues);
  const name = plainName(title, 'A point');
  const id = idsOf([...named.map((issue) => ({ id: issue.id, name: issue.title })), { name }], 'issue').at(-1)!;
  const last = scenario.issues.slice(named.length);
  return withIssues(scenario, [...named, { id, title: name, range: null, named: [NO_OPTION] }, ...last]);
}

export function withIssuesNamed(scenario: Scenario): Scenario {
  return withIssues(scenario, namedOf(scenario.issues));
}

/** One more option of an issue, before its list is closed. */
export function withOption(scenario: Scenario, issue: number, label: string): Scenario {
  return withOwn(scenario, issue, (own) => {
    const options = namedOf(own.named);
    const name = plainName(label, 'An option');
    const id = idsOf([...options.map((option) => ({ id: option.id, name: option.label })), { name }], 'option').at(-1)!;
    return { ...own, named: [...options, { id, label: name }, ...own.named.slice(options.length)] };
  });
}

/** Numbers in place of a list, or why there are none. */
export function withNumbers(scenario: Scenario, issue: number, range: Range, unit: string): Scenario | string {
  const read = readRange(range);
  if ('fault' in read) return read.fault;
  if (read.range.count < 2) return 'a range needs two numbers at least';
  return withOwn(scenario, issue, (own) => ({
    ...own,
    ...(unit !== '' && { unit: plainName(unit, '') }),
    range: read.range,
  }));
}

/** The list of an issue's options is closed, and which of them stands without a deal is said; null: none of them. */
export function withOptionsNamed(scenario: Scenario, issue: number, standing: string | null): Scenario {
  const closed = withOwn(scenario, issue, (own) => ({ ...own, named: namedOf(own.named) }));
  if (standing === null) return closed;
  const before = closed.drafts.find(({ id }) => id === STATUS_QUO);
  const clauses = [...(before?.clauses ?? []), { issue: closed.issues[issue]!.id, option: standing }];
  const draft: Draft = { id: STATUS_QUO, title: 'As things stand', clauses };
  return { ...closed, drafts: [...closed.drafts.filter(({ id }) => id !== STATUS_QUO), draft] };
}

/** Whether the list ends with the entry that says that it is not finished. */
export function isUnfinished(list: readonly { readonly id: string }[]): boolean {
  return list.at(-1)?.id === UNFINISHED;
}

/** The entries of a list that have a name. */
export function namedOf<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return list.filter(({ id }) => id !== UNFINISHED);
}

/** Options of the issue that have a name; its numbers are among them. */
export function namedCount(issue: Issue): number {
  return numberCount(issue) + namedOf(issue.named).length;
}

const LONGEST_SHORT = 16;

/** The name without its article, where a table has room for it. */
function shortOf(id: string, name: string): string {
  const short = name.replace(/^The (?=\S)/u, '');
  return short.length > LONGEST_SHORT ? id : short;
}

function unfinishedIssue(): Issue {
  return { id: UNFINISHED, title: NOTHING, range: null, named: [NO_OPTION] };
}

function withOwn(scenario: Scenario, issue: number, change: (own: Issue) => Issue): Scenario {
  return withIssues(
    scenario,
    scenario.issues.map((own, k) => (k === issue ? change(own) : own)),
  );
}

/** Nobody has said anything yet of points that change, so all of it is unknown again. */
function withIssues(scenario: Scenario, issues: readonly Issue[]): Scenario {
  return { ...scenario, issues, parties: scenario.parties.map((party) => unknownParty(party, issues)) };
}
