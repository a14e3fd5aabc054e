/** What two scenarios are made of, held against each other in words: entries added, gone, renamed or in another order. */
import { ownNamed } from '../../format/conditional.ts';
import type { Scenario } from '../../scenario.ts';
import { isBuiltAlike } from './align.ts';
import { ownRules } from './lists.ts';

interface Entry {
  readonly id: string;
  /** What it is called; null where only its id names it. */
  readonly name: string | null;
}

/** Fragments of sentences, in the order of the file; none where both are built alike. */
export function structureDifferences(base: Scenario, present: Scenario): readonly string[] {
  if (isBuiltAlike(base, present)) return [];
  return [
    ...(base.title === present.title ? [] : [`title: ${base.title} -> ${present.title}`]),
    ...between('party', partiesOf(base), partiesOf(present)),
    ...shortNames(base, present),
    ...between('issue', issuesOf(base), issuesOf(present)),
    ...present.issues.flatMap((issue) => {
      const old = base.issues.find(({ id }) => id === issue.id);
      const named = (own: typeof issue): Entry[] => ownNamed(own).map(({ id, label }) => ({ id, name: label }));
      return old === undefined ? [] : between(`${issue.title}: option`, named(old), named(issue));
    }),
    ...between('rule', rulesOf(base), rulesOf(present)),
    ...between('draft', draftsOf(base), draftsOf(present), false),
  ];
}

/** `added`: those that are new are told as well. */
function between(noun: string, before: readonly Entry[], after: readonly Entry[], added = true): string[] {
  const called = ({ id, name }: Entry): string => name ?? id;
  const gone = before.filter(({ id }) => !after.some((each) => each.id === id));
  const fresh = after.filter(({ id }) => !before.some((each) => each.id === id));
  const renamed = after.flatMap((entry) => {
    const old = before.find(({ id }) => id === entry.id);
    return old === undefined || old.name === entry.name ? [] : [`${noun} ${called(old)} -> ${called(entry)}`];
  });
  const order = (list: readonly Entry[], other: readonly Entry[]): string =>
    JSON.stringify(list.filter(({ id }) => other.some((each) => each.id === id)).map(({ id }) => id));
  return [
    ...gone.map((entry) => `${noun} ${called(entry)} removed`),
    ...(added ? fresh.map((entry) => `${noun} ${called(entry)} added`) : []),
    ...renamed,
    ...(order(before, after) === order(after, before) ? [] : [`${noun}: another order`]),
  ];
}

function shortNames(base: Scenario, present: Scenario): string[] {
  return present.parties.flatMap(({ id, name, short }) => {
    const old = base.parties.find((party) => party.id === id);
    return old === undefined || old.short === short ? [] : [`${name}: in short ${old.short} -> ${short}`];
  });
}

function partiesOf({ parties }: Scenario): readonly Entry[] {
  return parties.map(({ id, name }) => ({ id, name }));
}

function issuesOf({ issues }: Scenario): readonly Entry[] {
  return issues.map(({ id, title }) => ({ id, name: title }));
}

function rulesOf(scenario: Scenario): readonly Entry[] {
  return ownRules(scenario).map(({ id }) => ({ id, name: null }));
}

/** Titles of drafts are told with what else differs in a draft. */
function draftsOf({ drafts }: Scenario): readonly Entry[] {
  return drafts.map(({ id }) => ({ id, name: null }));
}
