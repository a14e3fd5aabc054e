/**
 * The changes made to a scenario as the text of an overlay, with what each number was in a comment.
 */
import { dequal } from 'dequal';
import { BARGAINING_KEYS, bargainingDifferences } from '../edit/bargaining.ts';
import { droppedSignatures } from '../edit/consent.ts';
import { draftDifferences, lockDifferences } from '../edit/difference.ts';
import { changeBetween } from '../edit/party-change.ts';
import { plainDraft, plainNumber, plainPattern, plainRedLine, plainCurve, statusQuoEntries } from './plain-data.ts';
import { plainAt } from './plain-bargaining.ts';
import { referenceFor } from '../edit/structure/align.ts';
import type { Choice, Issue, IssueChange, Party, PartyChange, Scenario, StatedNumber } from '../scenario.ts';
import { NOT_YET_VALUED } from '../format/not-yet-valued.ts';
import { FORMAT_VERSION } from '../format/schema.ts';
import { changeText } from '../edit/wording.ts';
import { choicesOf, intervalText, isInterval, plainChoice } from '../format/choice.ts';
import { optionAt, optionCount } from '../format/options.ts';
import { worthAt } from '../format/worth.ts';
import type { Entry } from './yaml-text.ts';
import { blockText } from './yaml-text.ts';

/**
 * An overlay that gives `present` when it is loaded, standing on `base`, which the overlay calls `baseName` (a path
 * relative to where the text will stand). `present` must have been made from `base` by edits that leave what it is made of. The same scenarios give
 * the same text.
 */
export function overlayText(base: Scenario, present: Scenario, options: { readonly baseName: string }): string {
  const before = referenceFor(base, present);
  const entries: Entry[] = [
    { key: 'winset', value: FORMAT_VERSION },
    { key: 'base', value: options.baseName },
    { key: 'baseHash', value: base.hash },
    ...(present.title === base.title ? [] : [{ key: 'title', value: present.title }]),
    ...(present.stage === base.stage ? [] : [{ key: 'stage', value: present.stage }]),
    { key: 'change', entries: before.parties.flatMap((party, k) => partyEntry(before, party, present.parties[k])) },
    { key: 'dropConsent', list: droppedEntries(before, present) },
    { key: 'locks', entries: lockEntries(before, present) },
    {
      key: 'drafts',
      entries: [
        ...draftDifferences(before, present).map((draft) => ({
          key: draft.id,
          value: plainDraft(draft, before.issues),
        })),
        ...(dequal(before.statusQuo, present.statusQuo) ? [] : statusQuoEntries(present)),
      ],
    },
    { key: 'bargaining', entries: bargainingEntries(before, present) },
  ];
  return `# Changes to a scenario of winset; the files underneath stay as they are.\n${blockText(entries)}\n`;
}

function partyEntry(before: Scenario, from: Party, to: Party | undefined): Entry[] {
  const change = to === undefined ? null : changeBetween(from, to, before.issues);
  if (change === null) return [];
  return [
    {
      key: from.id,
      entries: [
        ...thresholdEntries(from, change),
        { key: 'issues', entries: change.issues.map((issue) => issueEntry(before, from, issue)) },
        ...redLineEntries(from, change),
        {
          key: 'adjustments',
          list: change.adjustments.map(({ when, ...rest }) => ({ value: { when: plainPattern(when), ...rest } })),
        },
      ],
    },
  ];
}

function thresholdEntries(from: Party, change: PartyChange): Entry[] {
  return (['disagreement', 'reservation', 'aspiration', 'firmness'] as const).flatMap((key) => {
    const number = change[key];
    return number === undefined ? [] : [numberEntry(key, from[key] ?? null, number)];
  });
}

function issueEntry({ issues }: Scenario, from: Party, change: IssueChange): Entry {
  const { issue: id, weight, value, values, score, scores, ...provenance } = change;
  const k = issues.findIndex((candidate) => candidate.id === id);
  const [issue, old] = [issues[k], from.preferences.issues[k]];
  const oldWeight = old !== undefined && 'weight' in old ? old.weight : null;
  const byOption = (numbers: Readonly<Record<string, StatedNumber>> = {}) =>
    Object.entries(numbers).map(([option, number]) => {
      const place = issue === undefined ? -1 : optionAt(issue, option);
      const before = issue === undefined || old === undefined || place === -1 ? null : worthAt(issue, old, place);
      return numberEntry(option, before, number);
    });
  return {
    key: id,
    entries: [
      ...(weight === undefined ? [] : [numberEntry('weight', oldWeight, weight)]),
      ...(value === undefined ? [] : [{ key: 'value', value: plainCurve(value) }]),
      ...(value?.clip === true ? [{ key: 'clip', value: true }] : []),
      ...(score === undefined ? [] : [{ key: 'score', value: plainCurve(score) }]),
      { key: 'values', entries: byOption(values) },
      { key: 'scores', entries: byOption(scores) },
      ...Object.entries(provenance).map(([key, own]) => ({ key, value: own })),
    ],
  };
}

function redLineEntries(from: Party, { redLines, dropRedLines }: PartyChange): Entry[] {
  const because = (id: string) => from.redLines.find((redLine) => redLine.id === id)?.why;
  return [
    { key: 'dropRedLines', list: dropRedLines.map((id) => commented(id, because(id))) },
    {
      key: 'redLines',
      list: redLines.map((redLine) => ({ value: plainRedLine(redLine) })),
    },
  ];
}

function numberEntry(key: string, from: StatedNumber | null, to: StatedNumber): Entry {
  const comment = to.unknown === undefined ? changeText(from?.unknown === undefined ? from : null, to) : NOT_YET_VALUED;
  return { key, value: plainNumber(to), comment };
}

function droppedEntries(before: Scenario, present: Scenario) {
  return droppedSignatures(before.consent.conditional, present.consent.conditional).map(({ entry }) =>
    commented({ party: entry.party, when: plainPattern(entry.when) }, entry.why),
  );
}

function commented(value: unknown, comment: string | undefined) {
  return { value, ...(comment !== undefined && { comment }) };
}

function allChoices(issue: Issue): readonly Choice[] {
  return choicesOf(issue, [{ first: 0, last: optionCount(issue) - 1 }]);
}

/** A lock that was taken off is written as one that allows every option. */
function lockEntries(before: Scenario, present: Scenario): Entry[] {
  return lockDifferences(before, present).map(({ issue, from, to }) => {
    const all = before.issues.filter((candidate) => candidate.id === issue).flatMap(allChoices);
    const was = (from ?? []).map((choice) => (isInterval(choice) ? intervalText(choice) : choice));
    const comment = from === null ? 'was open' : `was ${was.join(', ')}`;
    return { key: issue, value: (to ?? all).map(plainChoice), comment };
  });
}

function bargainingEntries(before: Scenario, present: Scenario): Entry[] {
  const changed = bargainingDifferences(before, present);
  const entryOf = (key: string, each: (typeof changed)[number]): Entry => {
    return { key, value: plainAt(present, each), comment: each.text.slice(each.text.indexOf(': ') + 2) };
  };
  return BARGAINING_KEYS.flatMap((key): Entry[] => {
    const own = changed.filter((each) => each.key === key);
    const whole = own.filter(({ party }) => party === null).map((each) => entryOf(key, each));
    const entries = own.flatMap((each) => (each.party === null ? [] : [entryOf(each.party, each)]));
    return [...whole, ...(entries.length === 0 ? [] : [{ key, entries }])];
  });
}
