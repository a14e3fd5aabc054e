/** Issues and options added, renamed, moved and removed, with all that parties, drafts and stages say of them. */
import type { StructureEdit } from '../../format/schema-edit.ts';
import { isNotArising, NOT_ARISING, ownCount, ownNamed, withoutDerived } from '../../format/conditional.ts';
import { hasNoValues, unknownIssue, unknownScores } from '../../format/not-yet-valued.ts';
import { ANYWHERE, UNKNOWN_SCORE } from '../../format/unknown.ts';
import { listedIds, numberCount, optionAt } from '../../format/options.ts';
import { wholeRange } from '../../format/range.ts';
import { listedPlace } from '../../format/worth.ts';
import type { Issue, IssueChange, Option, Party, PartyChange, Scenario, StatedNumber, Worths } from '../../scenario.ts';
import { quote, unknownName } from '../../suggest.ts';
import { lockId } from '../locks.ts';
import { movedTo, namedBy, placeOf, stillNamed, takenFault } from './places.ts';
import type { Restructured } from './write.ts';

type Of<K extends StructureEdit['kind']> = Extract<StructureEdit, { readonly kind: K }>;

export function renameIssue(scenario: Scenario, { issue: id, title }: Of<'renameIssue'>): Restructured {
  return changeIssue(scenario, id, (issue) => ({ ...issue, title }));
}

export function renameOption(scenario: Scenario, { issue: id, option, label }: Of<'renameOption'>): Restructured {
  return changeIssue(scenario, id, (issue) => {
    const place = issue.named.findIndex((own) => own.id === option);
    if (place === -1 || isNotArising(issue, option)) return noSuchOption(issue, option);
    return { ...issue, named: issue.named.with(place, { ...issue.named[place]!, label }) };
  });
}

/** It is not yet valued by anybody. */
export function addIssue(scenario: Scenario, { issue, at = scenario.issues.length }: Of<'addIssue'>): Restructured {
  const taken = takenFault('an issue', scenario.issues, issue.id);
  if (taken !== null) return taken;
  const { options, range: given, ...head } = issue;
  const range = given === undefined ? null : wholeRange(given);
  if (typeof range === 'string') return range;
  if (range === null && options.length === 0) return `${quote(issue.id)} needs an option, or a range of numbers`;
  const made: Issue = { ...head, range, named: [...options, ...(issue.only === undefined ? [] : [NOT_ARISING])] };
  const place = Math.min(at, scenario.issues.length);
  return {
    ...scenario,
    issues: scenario.issues.toSpliced(place, 0, made),
    parties: scenario.parties.map((party) =>
      onPreferences(
        party,
        (all) => all.toSpliced(place, 0, unknownIssue(made)),
        (all) => all.toSpliced(place, 0, unknownScores(made)),
      ),
    ),
  };
}

/** What parties and stages say of it, and clauses of drafts on it, go with it. */
export function removeIssue(scenario: Scenario, id: string): Restructured {
  const place = placeOf('issue', scenario.issues, id);
  if (typeof place === 'string') return place;
  const gone = scenario.issues[place]!;
  // Its lock, and what follows from its being conditional, are about nothing else.
  const rules = withoutDerived(scenario.rules, [gone]).filter((rule) => rule.id !== lockId(id));
  const free = { ...scenario, rules };
  const names = namedBy(free, gone, null);
  if (names.length > 0) return stillNamed(names);
  const { bargaining } = scenario;
  const agenda = bargaining?.agenda;
  const groups = agenda?.groups
    .map((group) => group.filter((issue) => issue !== id))
    .filter(({ length }) => length > 0);
  return {
    ...free,
    issues: scenario.issues.toSpliced(place, 1),
    parties: scenario.parties.map((party) =>
      onPreferences(
        party,
        (all) => all.toSpliced(place, 1),
        (all) => all.toSpliced(place, 1),
      ),
    ),
    drafts: scenario.drafts.map((draft) => ({ ...draft, clauses: draft.clauses.filter(({ issue }) => issue !== id) })),
    stages: onIssueChanges(scenario, (change) => (change.issue === id ? null : change)),
    ...(bargaining !== undefined &&
      agenda !== undefined && { bargaining: { ...bargaining, agenda: { ...agenda, groups: groups ?? [] } } }),
  };
}

export function moveIssue(scenario: Scenario, id: string, to: number): Restructured {
  const from = placeOf('issue', scenario.issues, id);
  if (typeof from === 'string') return from;
  return {
    ...scenario,
    issues: movedTo(scenario.issues, from, to),
    parties: scenario.parties.map((party) =>
      onPreferences(
        party,
        (all) => movedTo(all, from, to),
        (all) => movedTo(all, from, to),
      ),
    ),
  };
}

/** Each party with values on the issue has to say what the option is worth to it. */
export function addOption(scenario: Scenario, { issue: id, option, worths }: Of<'addOption'>): Restructured {
  const place = placeOf('issue', scenario.issues, id);
  if (typeof place === 'string') return place;
  const issue = scenario.issues[place]!;
  if (optionAt(issue, option.id) !== -1) return `there is an option ${quote(option.id)} of ${quote(id)} already`;
  const missing = scenario.parties.filter(
    (party) => isAskedForOptions(scenario, party, place) && !worths.some((own) => own.party === party.id),
  );
  if (missing.length > 0) {
    const names = missing.map((party) => quote(party.id)).join(', ');
    return `what is ${quote(option.id)} worth to ${names}? each party with values on ${quote(id)} has to say`;
  }
  const named = [...ownNamed(issue), option, ...(issue.only === undefined ? [] : [NOT_ARISING])];
  return {
    ...scenario,
    issues: scenario.issues.with(place, { ...issue, named }),
    stages: scenario.stages.map((stage) => ({
      ...stage,
      change: stage.change.map((own) => {
        const said = worths.find(({ party }) => party === own.party);
        return said === undefined ? own : withOption(own, issue, option.id, numberIn(said));
      }),
    })),
    parties: scenario.parties.map((party) => {
      const unknown = party.preferences.form === 'weights' ? ANYWHERE : UNKNOWN_SCORE;
      const { party: _, ...number } = worths.find((each) => each.party === party.id) ?? { party: '', ...unknown };
      return onWorths(party, place, (entry) =>
        entry.mentioned ? { ...entry, listed: [...entry.listed, number] } : entry,
      );
    }),
  };
}

/** Whether a party has to say what a new option of the issue is worth to it, now or at a stage. */
export function isAskedForOptions({ issues, stages }: Scenario, { id, preferences }: Party, place: number): boolean {
  const issue = issues[place]!;
  return (
    hasValues(preferences.issues[place]!) ||
    stages.some(({ change }) =>
      change.some((own) => own.party === id && own.issues.some((each) => saysAll(each, issue))),
    )
  );
}

/** Whether a change says what every option is worth, as one does that is the first to speak of the issue. */
function saysAll({ issue: id, value, score, values, scores }: IssueChange, issue: Issue): boolean {
  const listed = values ?? scores ?? {};
  const said = Object.keys(listed).length + (value === undefined && score === undefined ? 0 : numberCount(issue));
  return id === issue.id && said >= ownCount(issue);
}

/** A change that says what every option of the issue is worth says so of a new one as well. */
function withOption(change: PartyChange, issue: Issue, option: string, number: StatedNumber): PartyChange {
  return {
    ...change,
    issues: change.issues.map((own) => {
      if (!saysAll(own, issue)) return own;
      const isScored = own.scores !== undefined || own.score !== undefined;
      return isScored
        ? { ...own, scores: { ...own.scores, [option]: number } }
        : { ...own, values: { ...own.values, [option]: number } };
    }),
  };
}

function numberIn({ party: _party, ...number }: Of<'addOption'>['worths'][number]): StatedNumber {
  return number;
}

/** Whether the party has said what the options of an issue are worth to it, some of them at least. */
export function hasValues(entry: Worths): boolean {
  return entry.mentioned && !hasNoValues(entry);
}

/** What parties and stages say of it goes with it. */
export function removeOption(scenario: Scenario, { issue: id, option }: Of<'removeOption'>): Restructured {
  const place = placeOf('issue', scenario.issues, id);
  if (typeof place === 'string') return place;
  const issue = scenario.issues[place]!;
  const at = issue.named.findIndex((own) => own.id === option);
  if (at === -1 || isNotArising(issue, option)) return noSuchOption(issue, option);
  if (ownCount(issue) === 1) return `it is the only option of ${quote(id)}; remove the issue instead`;
  const names = namedBy(scenario, issue, optionAt(issue, option));
  if (names.length > 0) return stillNamed(names);
  return {
    ...scenario,
    issues: scenario.issues.with(place, { ...issue, named: issue.named.toSpliced(at, 1) }),
    parties: scenario.parties.map((party) =>
      onWorths(party, place, (entry) => {
        const own = listedPlace(issue, entry, numberCount(issue) + at);
        return own === -1 ? entry : { ...entry, listed: entry.listed.toSpliced(own, 1) };
      }),
    ),
    stages: onIssueChanges(scenario, (change) => (change.issue === id ? withoutOptions(change, [option]) : change)),
  };
}

/** Among the named options; the numbers of a range stay before them. */
export function moveOption(scenario: Scenario, { issue: id, option, to }: Of<'moveOption'>): Restructured {
  const place = placeOf('issue', scenario.issues, id);
  if (typeof place === 'string') return place;
  const issue = scenario.issues[place]!;
  const own = ownNamed(issue);
  const from = own.findIndex((each) => each.id === option);
  if (from === -1) return noSuchOption(issue, option);
  const named: readonly Option[] = [...movedTo(own, from, to), ...issue.named.slice(own.length)];
  return {
    ...scenario,
    issues: scenario.issues.with(place, { ...issue, named }),
    parties: scenario.parties.map((party) =>
      onWorths(party, place, (entry) => {
        if (!entry.mentioned) return entry;
        const before = entry.listed.length - own.length;
        return {
          ...entry,
          listed: [...entry.listed.slice(0, before), ...movedTo(entry.listed.slice(before), from, to)],
        };
      }),
    ),
  };
}

function changeIssue(scenario: Scenario, id: string, change: (issue: Issue) => Issue | string): Restructured {
  const place = placeOf('issue', scenario.issues, id);
  if (typeof place === 'string') return place;
  const changed = change(scenario.issues[place]!);
  return typeof changed === 'string' ? changed : { ...scenario, issues: scenario.issues.with(place, changed) };
}

function noSuchOption(issue: Issue, option: string): string {
  if (optionAt(issue, option) !== -1)
    return `${quote(option)} stands in the range of ${quote(issue.id)}, which the file gives`;
  return `${quote(issue.id)}: ${unknownName('option', option, listedIds(issue))}`;
}

type Weighted = Extract<Party['preferences'], { readonly form: 'weights' }>['issues'];
type Scored = Extract<Party['preferences'], { readonly form: 'scores' }>['issues'];

function onPreferences(party: Party, weighted: (all: Weighted) => Weighted, scored: (all: Scored) => Scored): Party {
  const { preferences } = party;
  return {
    ...party,
    preferences:
      preferences.form === 'weights'
        ? { form: 'weights', issues: weighted(preferences.issues) }
        : { form: 'scores', issues: scored(preferences.issues) },
  };
}

export function onWorths(party: Party, place: number, change: <W extends Worths>(entry: W) => W): Party {
  return onPreferences(
    party,
    (all) => all.with(place, change(all[place]!)),
    (all) => all.with(place, change(all[place]!)),
  );
}

/** What stages change of issues, changed or left out. */
export function onIssueChanges(
  { stages }: Scenario,
  change: (own: IssueChange) => IssueChange | null,
): Scenario['stages'] {
  return stages.map((stage) => ({
    ...stage,
    change: stage.change.map((own) => ({ ...own, issues: own.issues.flatMap((each) => change(each) ?? []) })),
  }));
}

/** Null where nothing else was changed. */
export function withoutOptions(change: IssueChange, gone: readonly string[]): IssueChange | null {
  const left = (numbers: Readonly<Record<string, StatedNumber>> = {}) =>
    Object.fromEntries(Object.entries(numbers).filter(([id]) => !gone.includes(id)));
  const { values, scores, ...rest } = change;
  const kept: IssueChange = {
    ...rest,
    ...(values !== undefined && Object.keys(left(values)).length > 0 && { values: left(values) }),
    ...(scores !== undefined && Object.keys(left(scores)).length > 0 && { scores: left(scores) }),
  };
  return Object.keys(kept).length > 1 ? kept : null;
}
