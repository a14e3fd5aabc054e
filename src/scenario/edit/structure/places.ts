/** Places in the lists of a scenario, and what else of it names an entry: for edits of its structure. */
import { choiceSpan, clauseHas } from '../../format/choice.ts';
import { withoutDerived } from '../../format/conditional.ts';
import { optionAt } from '../../format/options.ts';
import type { Choice, Clause, Issue, Pattern, Rule, Scenario, SumTerm } from '../../scenario.ts';
import { quote, unknownName } from '../../suggest.ts';
import { lockId } from '../locks.ts';

type Entries = readonly { readonly id: string }[];

/** The place of the entry with this id, or that there is none, in words. */
export function placeOf(noun: string, entries: Entries, id: string): number | string {
  const place = entries.findIndex((entry) => entry.id === id);
  return place === -1
    ? unknownName(
        noun,
        id,
        entries.map((entry) => entry.id),
      )
    : place;
}

/** Why no further entry can have this id; null where one can. */
export function takenFault(noun: string, entries: Entries, id: string): string | null {
  return entries.some((entry) => entry.id === id) ? `there is ${noun} ${quote(id)} already` : null;
}

/** The list with the entry at one place put at another, those between moving up or down. */
export function movedTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(Math.min(to, rest.length), 0, list[from]!);
}

interface Named {
  /** "the rule 'x'". */
  readonly name: string;
  readonly pattern: Pattern;
}

/** All patterns of the scenario, with what they belong to. What follows from conditional issues is left out. */
function patternsIn({ rules, parties, consent, issues, stages }: Scenario): readonly Named[] {
  return [
    ...withoutDerived(rules, issues).flatMap((rule): Named[] => {
      const name = ruleName(rule, issues);
      if (rule.kind === 'sum') return [];
      if (rule.kind === 'forbid') return [{ name, pattern: rule.forbid }];
      return [rule.if, rule.then].map((pattern) => ({ name, pattern }));
    }),
    ...issues.flatMap(({ id, only }) =>
      only === undefined ? [] : [{ name: `the condition of ${quote(id)}`, pattern: only }],
    ),
    ...parties.flatMap(({ id, redLines, adjustments }) => [
      ...redLines.map((line) => ({ name: `the red line ${id}.${line.id}`, pattern: line.when })),
      ...adjustments.map(({ when }) => ({ name: `an adjustment of ${quote(id)}`, pattern: when })),
    ]),
    ...consent.conditional.map(({ when }) => ({ name: 'a condition of consent', pattern: when })),
    ...stages.flatMap(({ id, change }) =>
      change.flatMap(({ redLines, adjustments }) =>
        [...redLines, ...adjustments].map(({ when }) => ({ name: `the stage ${quote(id)}`, pattern: when })),
      ),
    ),
  ];
}

function ruleName({ id }: Rule, issues: readonly Issue[]): string {
  const locked = issues.find((issue) => lockId(issue.id) === id);
  return locked === undefined ? `the rule ${quote(id)}` : `the lock of ${quote(locked.id)}`;
}

/** Everything that names the issue, in words; with an option, that option. Of drafts only those that pick the option. */
export function namedBy(scenario: Scenario, issue: Issue, option: number | null): readonly string[] {
  const names = (clause: Clause): boolean =>
    clause.issue === issue.id && (option === null || clauseHas(issue, clause, option));
  const adds = (term: SumTerm): boolean =>
    term.issue === issue.id &&
    (option === null || ('amounts' in term && term.amounts.some((own) => optionAt(issue, own.option) === option)));
  const found = [
    ...patternsIn(scenario).flatMap(({ name, pattern }) => (pattern.some(names) ? [name] : [])),
    ...scenario.rules.flatMap((rule) =>
      rule.kind === 'sum' && rule.sum.some(adds) ? [ruleName(rule, scenario.issues)] : [],
    ),
    ...(option === null ? [] : draftsWith(scenario, issue, (own) => optionAt(issue, own) === option)),
  ];
  return [...new Set(found)];
}

/** What names options of the issue that it no longer has, in words. */
export function leftWithout(scenario: Scenario, issue: Issue): readonly string[] {
  const isGone = (choice: Choice): boolean => choiceSpan(issue, choice) === null;
  const found = [
    ...patternsIn(scenario).flatMap(({ name, pattern }) =>
      pattern.some((clause) => clause.issue === issue.id && clause.options.some(isGone)) ? [name] : [],
    ),
    ...scenario.rules.flatMap((rule) =>
      rule.kind === 'sum' &&
      rule.sum.some(
        (term) => term.issue === issue.id && 'amounts' in term && term.amounts.some(({ option }) => isGone(option)),
      )
        ? [ruleName(rule, scenario.issues)]
        : [],
    ),
    ...draftsWith(scenario, issue, isGone),
  ];
  return [...new Set(found)];
}

function draftsWith({ drafts }: Scenario, { id: issue }: Issue, is: (option: string) => boolean): readonly string[] {
  return drafts.flatMap(({ id, clauses }) =>
    clauses.some((clause) => clause.issue === issue && is(clause.option)) ? [`the draft ${quote(id)}`] : [],
  );
}

const MOST_NAMED = 4;

/** "the rule 'x', the red line a.b name it; remove them first". */
export function stillNamed(names: readonly string[], what = 'it', first = 'remove'): string {
  const shown = names.slice(0, MOST_NAMED);
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  const [verb, those] = names.length === 1 ? ['names', 'that'] : ['name', 'them'];
  return `${shown.join(', ')}${more} ${verb} ${what}; ${first} ${those} first`;
}
