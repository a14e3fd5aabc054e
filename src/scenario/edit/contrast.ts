/**
 * What differs between any two scenarios, whether one was made from the other or not: everything is told apart by its id.
 */
import { dequal } from 'dequal';
import { isNumberLine } from '../format/options.ts';
import type { Consent, Draft, Issue, Party, Pattern, Scenario, StatusQuo } from '../scenario.ts';
import { sameSignature } from './consent.ts';
import type { NumberDifference } from './number-difference.ts';
import { numberDifferences } from './number-difference.ts';
import { issueTitle, partyName, patternText } from './wording.ts';

export const CONTRAST_KINDS = ['structure', 'number', 'redLine', 'adjustment', 'consent', 'rule', 'draft'] as const;

/** What the first and the second scenario are called. */
export type Names = readonly [string, string];

export interface Contrast {
  readonly kind: (typeof CONTRAST_KINDS)[number];
  /** "Russia: weight of Force cap 12 -> 15", "issue Fee: only in B". */
  readonly text: string;
  /** What it is about, as `--set` and `show` name it; null where they have no name for it. */
  readonly path: string | null;
  /** Of numbers: before and after, null for one that is not given. */
  readonly from?: number | null;
  readonly to?: number;
}

/**
 * In the order of the first scenario: parties, issues and options that only one of them has; then, of what both have, each
 * party's numbers, red lines and adjustments; whose signature is needed, public rules, and drafts. `names` is what the two
 * are called.
 */
export function contrast(first: Scenario, second: Scenario, names: Names): readonly Contrast[] {
  const [a, b] = [common(first, second), common(second, first, first)];
  return [
    ...structure(first, second, names),
    ...a.parties.flatMap((party, k) => partyContrasts(a, party, b.parties[k]!, names)),
    ...consentContrasts(first, second, names),
    ...listed('rule', 'rule', [first.rules, second.rules], names),
    ...listed('draft', 'draft', [draftsOf(first), draftsOf(second)], names),
  ];
}

function draftsOf({ drafts, statusQuo }: Scenario): readonly (Draft | StatusQuo)[] {
  return statusQuo === undefined ? drafts : [...drafts, statusQuo];
}

function structure(first: Scenario, second: Scenario, names: Names): Contrast[] {
  const options = first.issues.flatMap((issue): Contrast[] => {
    const other = second.issues.find(({ id }) => id === issue.id);
    if (other === undefined || sameOptions(issue, other)) return [];
    return [{ kind: 'structure', text: `issue ${issue.title}: other options`, path: issue.id }];
  });
  return [
    ...oneSided('party', [first.parties, second.parties], names),
    ...oneSided('issue', [first.issues, second.issues], names),
    ...options,
  ];
}

function oneSided(noun: string, lists: readonly [readonly Named[], readonly Named[]], names: Names): Contrast[] {
  return lists.flatMap((list, k) => {
    const other = lists[1 - k]!;
    return list
      .filter(({ id }) => !other.some((each) => each.id === id))
      .map((each): Contrast => ({
        kind: 'structure',
        text: `${noun} ${nameOf(each)}: only in ${names[k]}`,
        path: each.id,
      }));
  });
}

interface Named {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
}

function nameOf({ id, name, title }: Named): string {
  return name ?? title ?? id;
}

function sameOptions(one: Issue, other: Issue): boolean {
  const ids = ({ named }: Issue): readonly string[] => named.map(({ id }) => id);
  return dequal([one.range, ids(one)], [other.range, ids(other)]);
}

/** The parties and the issues with the same options that both have, in the order of `order`, each party on these issues. */
function common(of: Scenario, other: Scenario, order: Scenario = of): Scenario {
  const issues = order.issues.flatMap(({ id }) => {
    const [own, its] = [of, other].map((each) => each.issues.find((issue) => issue.id === id));
    return own !== undefined && its !== undefined && sameOptions(own, its) ? [own] : [];
  });
  const places = issues.map(({ id }) => of.issues.findIndex((issue) => issue.id === id));
  const parties = order.parties.flatMap(({ id }) => {
    const own = of.parties.find((party) => party.id === id);
    if (own === undefined || !other.parties.some((party) => party.id === id)) return [];
    return [{ ...own, preferences: preferencesOn(own, places) }];
  });
  return { ...of, issues, parties };
}

function preferencesOn({ preferences }: Party, places: readonly number[]): Party['preferences'] {
  return preferences.form === 'weights'
    ? { form: 'weights', issues: places.map((place) => preferences.issues[place]!) }
    : { form: 'scores', issues: places.map((place) => preferences.issues[place]!) };
}

function partyContrasts(scenario: Scenario, first: Party, second: Party, names: Names): Contrast[] {
  const name = partyName(scenario, first.id);
  return [
    ...numberDifferences(scenario, first, second).map((told): Contrast => ({
      kind: 'number',
      text: told.text,
      path: pathOf(told),
      from: told.from,
      to: told.to,
    })),
    ...curveContrasts(scenario, first, second),
    ...listed('redLine', `${name}: red line`, [first.redLines, second.redLines], names, `${first.id}.`),
    ...adjustmentContrasts(scenario, first, second),
  ];
}

function pathOf(told: NumberDifference): string {
  if (told.kind === 'weight') return `${told.party}.${told.issue}.weight`;
  if (told.kind === 'value' || told.kind === 'score') return `${told.party}.${told.issue}.${told.option}`;
  return `${told.party}.${told.kind}`;
}

/** Of issues with more numbers than are told one by one. */
function curveContrasts(scenario: Scenario, first: Party, second: Party): Contrast[] {
  return scenario.issues.flatMap((issue, k): Contrast[] => {
    const [one, other] = [first, second].map(({ preferences }) => preferences.issues[k]?.curve ?? null);
    if (!isNumberLine(issue) || dequal(one, other)) return [];
    const text = `${partyName(scenario, first.id)}: other values of ${issueTitle(scenario, issue.id)}`;
    return [{ kind: 'number', text, path: `${first.id}.${issue.id}` }];
  });
}

function adjustmentContrasts(scenario: Scenario, first: Party, second: Party): Contrast[] {
  const name = partyName(scenario, first.id);
  const sum = ({ adjustments }: Party, when: Pattern): number =>
    adjustments.filter((each) => dequal(each.when, when)).reduce((points, { add }) => points + add, 0);
  const patterns = [...first.adjustments, ...second.adjustments].map(({ when }) => when);
  const different = patterns.filter((when, k) => patterns.findIndex((each) => dequal(each, when)) === k);
  return different.flatMap((when): Contrast[] => {
    const [from, to] = [sum(first, when), sum(second, when)];
    if (from === to) return [];
    const text = `${name}: points when ${patternText(scenario, when)} ${from} -> ${to}`;
    return [{ kind: 'adjustment', text, path: null, from, to }];
  });
}

function consentContrasts(first: Scenario, second: Scenario, names: Names): Contrast[] {
  const [one, other] = [first.consent, second.consent].map(needsText);
  const whole: Contrast[] =
    one === other ? [] : [{ kind: 'consent', text: `who must sign: ${one} -> ${other}`, path: null }];
  const both = [first, second];
  const conditions = both.flatMap((from, k) =>
    from.consent.conditional
      .filter((entry) => !both[1 - k]!.consent.conditional.some((each) => sameSignature(each, entry)))
      .map(({ party, when }): Contrast => {
        const text = `${partyName(from, party)} must sign when ${patternText(from, when)}: only in ${names[k]}`;
        return { kind: 'consent', text, path: null };
      }),
  );
  return [...whole, ...conditions];
}

function needsText({ needs }: Consent): string {
  if (needs === 'all') return 'everybody';
  const veto = needs.veto.length === 0 ? '' : `, ${needs.veto.join(', ')} among them`;
  return `${needs.quorum}${veto}`;
}

/** Entries by their id: only in one of the two, or not the same. */
function listed(
  kind: Contrast['kind'],
  noun: string,
  [first, second]: readonly [Entries, Entries],
  names: Names,
  before = '',
): Contrast[] {
  const told = (id: string, words: string): Contrast => ({ kind, text: `${noun} ${id}: ${words}`, path: before + id });
  return [
    ...first.flatMap((entry) => {
      const other = second.find(({ id }) => id === entry.id);
      if (other === undefined) return [told(entry.id, `only in ${names[0]}`)];
      return dequal(entry, other) ? [] : [told(entry.id, 'not the same')];
    }),
    ...second
      .filter(({ id }) => !first.some((entry) => entry.id === id))
      .map(({ id }) => told(id, `only in ${names[1]}`)),
  ];
}

type Entries = readonly { readonly id: string }[];
