/** What two scenarios are made of, held against each other in words: entries added, gone, renamed or in another order. */
import { ownNamed } from '../../format/conditional.ts';
import { dequal } from 'dequal';
import type { Issue, Party, Scenario } from '../../scenario.ts';
import { patternText, rangeText, ruleText } from '../wording.ts';
import { isBuiltAlike } from './align.ts';
import { ownRules, renamedRules, withRuleNames } from './lists.ts';
import { alignedLines, renamedLines } from './red-lines.ts';

interface Entry {
  readonly id: string;
  /** What it is called; null where only its id names it. */
  readonly name: string | null;
}

/** Fragments of sentences, in the order of the file; none where both are built alike. */
export function structureDifferences(base: Scenario, present: Scenario): readonly string[] {
  if (isBuiltAlike(base, present)) return [];
  const named = renamedRules(base, present);
  const renamed = withRuleNames(base, named);
  return [
    ...(base.title === present.title ? [] : [`title: ${base.title} -> ${present.title}`]),
    ...between('party', partiesOf(base), partiesOf(present)),
    ...shortNames(base, present),
    ...between('issue', issuesOf(base), issuesOf(present)),
    ...present.issues.flatMap((issue) => {
      const old = base.issues.find(({ id }) => id === issue.id);
      const options = (own: typeof issue): Entry[] => ownNamed(own).map(({ id, label }) => ({ id, name: label }));
      return old === undefined ? [] : between(`${issue.title}: option`, options(old), options(issue));
    }),
    ...present.issues.flatMap((issue) => issueDifferences(base, present, issue)),
    ...between('rule', rulesOf(renamed), rulesOf(present)),
    ...ownRules(present).flatMap((rule) => {
      const old = ownRules(renamed).find(({ id }) => id === rule.id);
      return old === undefined || dequal(old, rule) ? [] : [`rule ${rule.id}: ${ruleText(present, rule)}`];
    }),
    ...[...named].map(([old, now]) => `rule ${old} -> ${now}`),
    ...present.parties.flatMap((party) => lineDifferences(base, present, party)),
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

/** Numbers, and when the issue arises. */
function issueDifferences(base: Scenario, present: Scenario, issue: Issue): string[] {
  const old = base.issues.find(({ id }) => id === issue.id);
  if (old === undefined) return [];
  const [from, to] = [old, issue].map(rangeText);
  const when = issue.only === undefined ? 'arises always' : `arises only where ${patternText(present, issue.only)}`;
  return [
    ...(from === to ? [] : [`${issue.title}: ${from} -> ${to}`]),
    ...(dequal(old.only, issue.only) ? [] : [`${issue.title}: ${when}`]),
  ];
}

/** What red lines are called, and their order. */
function lineDifferences(base: Scenario, present: Scenario, { id, name, redLines }: Party): string[] {
  const old = base.parties.find((party) => party.id === id);
  if (old === undefined) return [];
  const named = renamedLines(base, present, id);
  const lines = old.redLines.map((line) => named.get(line.id) ?? line.id);
  const aligned = alignedLines(old.redLines, named, redLines).map((line) => line.id);
  return [
    ...[...named].map(([was, now]) => `${name}: red line ${was} -> ${now}`),
    ...(dequal(lines, aligned) ? [] : [`${name}: red lines in another order`]),
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
