/**
 * A whole scenario written anew: the public file and one file for each party, or everything in one file.
 */
import { ownNamed, withoutDerived } from '../format/conditional.ts';
import { decimalText } from '../../exact/decimal.ts';
import { FORMAT_VERSION } from '../format/schema.ts';
import { NOT_YET_VALUED } from '../format/not-yet-valued.ts';
import { UNKNOWN } from '../format/unknown.ts';
import type { SourceFile } from '../read/load-result.ts';
import { isNumberLine, optionId } from '../format/options.ts';
import type {
  Bargaining,
  ExactNumber,
  Issue,
  IssueChange,
  NumberRange,
  Option,
  Party,
  PartyChange,
  Rule,
  Scenario,
  ScoredIssue,
  Stage,
  StatedNumber,
  SumRule,
  WeightedIssue,
} from '../scenario.ts';
import {
  plainCurve,
  plainDraft,
  plainNumber,
  plainPattern,
  plainRedLine,
  plainStrategy,
  statusQuoEntries,
} from './plain-data.ts';
import type { Entry } from './yaml-text.ts';
import { blockText, Written } from './yaml-text.ts';

const LONGEST_NAME = 100;

/** Where the preferences of the parties stand. */
export type PartyPlace = 'own files' | 'inline';

/**
 * The texts of a scenario's files, the public one first: `scenario.yaml`, and `parties/<id>.yaml` for each party where
 * these have files of their own. Read back they give the same scenario, its hash aside. Same scenario, same bytes.
 */
export function scenarioTexts(scenario: Scenario, place: PartyPlace): readonly SourceFile[] {
  const paths = place === 'own files' ? partyPaths(scenario.parties) : null;
  return [
    { path: 'scenario.yaml', text: `${blockText(scenarioEntries(scenario, paths))}\n` },
    ...(paths ?? []).map((path, k) => {
      return { path, text: `${blockText(partyEntries(scenario.parties[k]!, scenario.issues))}\n` };
    }),
  ];
}

/** Names that every file system takes and tells apart, made of the ids. */
function partyPaths(parties: readonly Party[]): readonly string[] {
  const taken = new Set<string>();
  return parties.map(({ id }) => {
    const plain = id
      .replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-')
      .replaceAll(/^[-.]+|[-.]+$/g, '')
      .slice(0, LONGEST_NAME);
    const own = plain === '' ? 'party' : plain;
    let name = own;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${own}-${n}`;
    taken.add(name.toLowerCase());
    return `parties/${name}.yaml`;
  });
}

/** `paths`: of the parties' own files; null where they stand inline. */
function scenarioEntries(scenario: Scenario, paths: readonly string[] | null): Entry[] {
  const {
    title,
    summary,
    instructor,
    asOf,
    sources,
    stances = {},
    margins,
    parties,
    issues,
    consent,
    bargaining,
  } = scenario;
  return [
    { key: 'winset', value: FORMAT_VERSION },
    ...given({ title, summary, instructor, asOf }),
    { key: 'sources', entries: sources.map(({ id, ...source }) => ({ key: id, value: source })) },
    {
      key: 'stances',
      entries: Object.entries(stances).map(([code, number]) => ({ key: code, value: plainExact(number) })),
    },
    ...marginsEntries(margins),
    {
      key: 'parties',
      entries: parties.map((party, k) => ({ key: party.id, entries: headEntries(party, scenario, paths?.[k]) })),
    },
    { key: 'issues', list: issues.map((issue) => ({ entries: issueEntries(issue) })) },
    { key: 'rules', list: withoutDerived(scenario.rules, scenario.issues).map((rule) => ({ value: plainRule(rule) })) },
    ...consentEntries(consent),
    {
      key: 'drafts',
      entries: [
        ...scenario.drafts.map((draft) => ({ key: draft.id, value: plainDraft(draft, issues) })),
        ...statusQuoEntries(scenario),
      ],
    },
    { key: 'stages', list: scenario.stages.map((stage, k, all) => ({ entries: stageEntries(stage, all[k - 1]) })) },
    ...(bargaining === undefined ? [] : [{ key: 'bargaining', entries: bargainingEntries(bargaining) }]),
  ];
}

/** An entry for each of the values that is there. */
function given(values: Readonly<Record<string, unknown>>): Entry[] {
  return Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
}

function plainExact({ value, exact }: ExactNumber): unknown {
  return exact === undefined ? value : new Written(exact);
}

function marginsEntries(margins: Scenario['margins']): Entry[] {
  if (margins === undefined) return [];
  const entries = (['values', 'weights'] as const).flatMap((key): Entry[] => {
    const margin = margins[key];
    if (margin === undefined) return [];
    return [{ key, value: Object.fromEntries(Object.entries(margin).map(([name, own]) => [name, plainExact(own)])) }];
  });
  return entries.length === 0 ? [{ key: 'margins', value: {} }] : [{ key: 'margins', entries }];
}

function headEntries(party: Party, { issues }: Scenario, file: string | undefined): Entry[] {
  const { id, name, short, color } = party;
  const head = given({ name, short: short === id ? undefined : short, color });
  return file === undefined ? [...head, ...bodyEntries(party, issues)] : [...head, { key: 'file', value: file }];
}

/** All that a scenario file says of a party whose preferences stand in it, as one value. */
export function partyValue(party: Party, issues: readonly Issue[]): unknown {
  const { id, name, short, color } = party;
  return valueOf([...given({ name, short: short === id ? undefined : short, color }), ...bodyEntries(party, issues)]);
}

/** All that a file says of one issue of a party, as one value: the one word where nothing is known. */
export function issueValue({ preferences }: Party, issues: readonly Issue[], id: string): unknown {
  const k = issues.findIndex((issue) => issue.id === id);
  const entries =
    preferences.form === 'scores'
      ? scoredEntry(preferences.issues[k]!, issues[k])
      : weightedEntry(preferences.issues[k]!, issues[k]);
  return Object.values(Object(valueOf(entries)))[0];
}

function valueOf(entries: readonly Entry[]): unknown {
  return Object.fromEntries(
    entries.flatMap((entry): [string, unknown][] => {
      if ('value' in entry) return [[entry.key, entry.value]];
      if ('entries' in entry) return entry.entries.length === 0 ? [] : [[entry.key, valueOf(entry.entries)]];
      const items = entry.list.map((item) => ('value' in item ? item.value : valueOf(item.entries)));
      return items.length === 0 ? [] : [[entry.key, items]];
    }),
  );
}

function partyEntries(party: Party, issues: readonly Issue[]): Entry[] {
  return [{ key: 'party', value: party.id }, ...bodyEntries(party, issues)];
}

function bodyEntries(party: Party, issues: readonly Issue[]): Entry[] {
  const { brief, instructor, disagreement, reservation, reservationIsDisagreement, power, themes = {} } = party;
  const thresholds = {
    disagreement,
    reservation: reservationIsDisagreement ? undefined : reservation,
    aspiration: party.aspiration,
    firmness: party.firmness,
  };
  return [
    ...given({ brief, instructor }),
    ...numberEntries(thresholds),
    ...given({ signs: party.strict ? 'above' : undefined, power: power === 1 ? undefined : power }),
    { key: 'themes', entries: numberEntries(themes) },
    preferencesEntry(party, issues),
    { key: 'redLines', list: party.redLines.map((line) => ({ value: plainRedLine(line) })) },
    { key: 'adjustments', list: party.adjustments.map((one) => ({ value: plainAdjustment(one) })) },
  ];
}

function numberEntries(numbers: Readonly<Record<string, StatedNumber | undefined>>): Entry[] {
  return Object.entries(numbers).flatMap(([key, number]) => (number === undefined ? [] : [numberEntry(key, number)]));
}

function numberEntry(key: string, number: StatedNumber): Entry {
  const value = plainNumber(number);
  return number.unknown === undefined ? { key, value } : { key, value, comment: NOT_YET_VALUED };
}

/** A party that mentions no issue still has the key, which a file must have. */
function preferencesEntry({ preferences }: Party, issues: readonly Issue[]): Entry {
  const entries =
    preferences.form === 'scores'
      ? preferences.issues.flatMap((own, k) => scoredEntry(own, issues[k]))
      : preferences.issues.flatMap((own, k) => weightedEntry(own, issues[k]));
  return entries.length === 0 ? { key: 'issues', value: {} } : { key: 'issues', entries };
}

function weightedEntry(own: WeightedIssue, issue: Issue | undefined): Entry[] {
  if (!own.mentioned || issue === undefined) return [];
  const { issue: id, mentioned: _, curve, listed, weight, share, ...provenance } = own;
  const bare = share === undefined && Object.keys(provenance).length === 0;
  if (isWhollyUnknown(own, issue)) {
    if (bare && weight.unknown !== undefined) return [{ key: id, value: UNKNOWN, comment: NOT_YET_VALUED }];
    const none: Entry = { key: 'values', value: UNKNOWN, comment: NOT_YET_VALUED };
    return [{ key: id, entries: [...numberEntries({ weight, share }), none, ...given(provenance)] }];
  }
  const clip = curve?.clip === true ? true : undefined;
  const entries = [
    ...numberEntries({ weight, share }),
    ...given({ value: curve === null ? undefined : plainCurve(curve), clip }),
    { key: 'values', entries: listedEntries(issue, curve === null ? 0 : (issue.range?.count ?? 0), listed) },
    ...given(provenance),
  ];
  return [{ key: id, entries }];
}

/** True where no value of the issue is known, and one word for them all is read as the same. */
function isWhollyUnknown({ curve, listed }: ScoredIssue, issue: Issue): boolean {
  if (listed.some(({ unknown }) => unknown === undefined)) return false;
  if (!isNumberLine(issue)) return curve === null;
  if (curve === null || 'formula' in curve || curve.clip) return false;
  return curve.points.length === 2 && curve.points.every(({ worth }) => worth.unknown !== undefined);
}

function scoredEntry(own: ScoredIssue, issue: Issue | undefined): Entry[] {
  if (!own.mentioned || issue === undefined) return [];
  const { issue: id, mentioned: _, curve, listed, ...provenance } = own;
  if (isWhollyUnknown(own, issue)) {
    const none: Entry = { key: 'scores', value: UNKNOWN, comment: NOT_YET_VALUED };
    return [{ key: id, entries: [none, ...given(provenance)] }];
  }
  const entries = [
    ...given({ score: curve === null ? undefined : plainCurve(curve) }),
    { key: 'scores', entries: listedEntries(issue, curve === null ? 0 : (issue.range?.count ?? 0), listed) },
    ...given(provenance),
  ];
  return [{ key: id, entries }];
}

function listedEntries(issue: Issue, first: number, listed: readonly StatedNumber[]): Entry[] {
  return listed.map((number, k) => numberEntry(optionId(issue, first + k), number));
}

function plainAdjustment({ when, add, exact, ...rest }: Party['adjustments'][number]): unknown {
  return { when: plainPattern(when), add: exact === undefined ? add : new Written(exact), ...rest };
}

/** All that a file says of an issue, as one value. */
export function wholeIssue(issue: Issue): unknown {
  return valueOf(issueEntries(issue));
}

function issueEntries(issue: Issue): Entry[] {
  const { id, point, group, title, summary } = issue;
  return [
    ...given({ id, point, group, title, summary }),
    ...given(plainNumbering(issue)),
    { key: 'options', list: ownNamed(issue).map((option) => ({ value: plainOption(option) })) },
  ];
}

/** When an issue arises and what its numbers are. */
export function plainNumbering({ only, unit, range }: Pick<Issue, 'only' | 'unit' | 'range'>): Record<string, unknown> {
  return {
    ...(only !== undefined && { only: plainPattern(only) }),
    ...(unit !== undefined && { unit }),
    ...(range !== null && { range: plainRange(range) }),
  };
}

function plainRange({ first, step, places, count }: NumberRange): unknown {
  const plain = (digits: bigint): unknown => {
    const text = decimalText(digits, places);
    return String(Number(text)) === text ? Number(text) : new Written(text);
  };
  return { from: plain(first), to: plain(first + BigInt(count - 1) * step), step: plain(step) };
}

function plainOption({ id, label, ...rest }: Option): unknown {
  return { id, ...(label !== id && { label }), ...rest };
}

export function plainRule(rule: Rule): Record<string, unknown> {
  switch (rule.kind) {
    case 'forbid': {
      const { kind: _, id, forbid, ...rest } = rule;
      return { id, forbid: plainPattern(forbid), ...rest };
    }
    case 'implies': {
      const { kind: _, id, if: condition, then, ...rest } = rule;
      // oxlint-disable-next-line unicorn/no-thenable -- a key of the format, never awaited
      return { id, if: plainPattern(condition), then: plainPattern(then), ...rest };
    }
    case 'sum':
      return plainSum(rule);
  }
}

function plainSum({ kind: _kind, id, sum, atLeast, atMost, ...rest }: SumRule): Record<string, unknown> {
  const terms = sum.map((term) => {
    if ('times' in term) return [term.issue, plainExact(term.times)];
    return [term.issue, Object.fromEntries(term.amounts.map(({ option, amount }) => [option, plainExact(amount)]))];
  });
  return {
    id,
    sum: Object.fromEntries(terms),
    ...(atLeast && { atLeast: plainExact(atLeast) }),
    ...(atMost && { atMost: plainExact(atMost) }),
    ...rest,
  };
}

function consentEntries({ needs, conditional }: Scenario['consent']): Entry[] {
  if (needs === 'all' && conditional.length === 0) return [];
  const list = conditional.map(({ party, when, ...rest }) => ({ value: { party, when: plainPattern(when), ...rest } }));
  return [
    {
      key: 'consent',
      entries: [
        { key: 'needs', value: needs },
        { key: 'conditional', list },
      ],
    },
  ];
}

function stageEntries(stage: Stage, before: Stage | undefined): Entry[] {
  const { id, date, title, after, change, bargaining, why, sources } = stage;
  const block = change.map((own) => ({ key: own.party, value: plainChange(own) }));
  return [
    ...given({ id, date, title, after: after === null || after === before?.id ? undefined : after }),
    block.length === 0 ? { key: 'change', value: {} } : { key: 'change', entries: block },
    ...(bargaining === undefined ? [] : [{ key: 'bargaining', entries: bargainingEntries(bargaining) }]),
    ...given({ why, sources }),
  ];
}

function plainChange(change: PartyChange): unknown {
  const { party: _, issues, redLines, dropRedLines, adjustments, ...thresholds } = change;
  return {
    ...plainNumbers(thresholds),
    ...(issues.length > 0 && { issues: Object.fromEntries(issues.map((own) => [own.issue, plainIssueChange(own)])) }),
    ...(redLines.length > 0 && { redLines: redLines.map(plainRedLine) }),
    ...(dropRedLines.length > 0 && { dropRedLines }),
    ...(adjustments.length > 0 && { adjustments: adjustments.map(plainAdjustment) }),
  };
}

function plainIssueChange({
  issue: _issue,
  weight,
  value,
  values,
  score,
  scores,
  ...provenance
}: IssueChange): unknown {
  return {
    ...(weight && { weight: plainNumber(weight) }),
    ...(value && { value: plainCurve(value) }),
    ...(value?.clip === true && { clip: true }),
    ...(values && { values: plainNumbers(values) }),
    ...(score && { score: plainCurve(score) }),
    ...(scores && { scores: plainNumbers(scores) }),
    ...provenance,
  };
}

function plainNumbers(numbers: Readonly<Record<string, StatedNumber>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(numbers).map(([key, number]) => [key, plainNumber(number)]));
}

function bargainingEntries({ rounds, patience, strategies, ...rest }: Bargaining): Entry[] {
  const plain = Object.entries(strategies ?? {}).map(([party, own]) => ({ key: party, value: plainStrategy(own) }));
  return [
    ...given(rest),
    ...numberEntries({ rounds }),
    { key: 'patience', entries: numberEntries(patience ?? {}) },
    { key: 'strategies', entries: plain },
  ];
}
