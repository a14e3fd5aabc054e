/**
 * An edit in words, for a list of what was done and for "undone: ...".
 */
import { bargainingEditText } from './bargaining.ts';
import { applyEdit } from './edit.ts';
import type { Scenario, StatedNumber } from '../scenario.ts';
import type { NumberEdit, ScenarioEdit, SingleEdit } from '../format/schema-edit.ts';
import { otherSpans } from '../format/choice.ts';
import { optionAt, optionCount } from '../format/options.ts';
import {
  changeText,
  issueTitle,
  lockText,
  optionText,
  partyName,
  patternText,
  signatureText,
  thresholdText,
  weightText,
} from './wording.ts';
import { describeStructure } from './structure/describe.ts';
import { isStructure } from './structure/kinds.ts';
import { worthAt } from '../format/worth.ts';

/**
 * One fragment of a sentence, "Ukraine: weight of Force cap 12 -> 15", with names of parties and titles of issues.
 * `before` is the scenario that the edit is made on; what does not exist there is named as the edit names it.
 */
export function describeEdit(before: Scenario, edit: ScenarioEdit): string {
  if (edit.kind !== 'several') return describeSingle(before, edit);
  let scenario = before;
  const texts = edit.edits.map((single) => {
    const text = describeSingle(scenario, single);
    const next = applyEdit(scenario, single);
    if (next.ok) scenario = next.scenario;
    return text;
  });
  return texts.length === 0 ? 'nothing' : texts.join('; ');
}

function describeSingle(before: Scenario, edit: SingleEdit): string {
  if (isStructure(edit)) return describeStructure(before, edit);
  switch (edit.kind) {
    case 'dropRedLine':
      return `${partyName(before, edit.party)}: red line ${edit.redLine} dropped`;
    case 'restoreRedLine':
      return `${partyName(before, edit.party)}: red line ${edit.redLine} holds again`;
    case 'redLine': {
      const { id, when } = edit.redLine;
      const old = before.parties.some(
        (party) => party.id === edit.party && party.redLines.some((line) => line.id === id),
      );
      return `${partyName(before, edit.party)}: red line ${id} ${old ? 'changed' : 'added'}: never ${patternText(before, when)}`;
    }
    case 'holds': {
      const party = before.parties.find(({ id }) => id === edit.party);
      const from = party?.redLines.find(({ id }) => id === edit.redLine)?.holds ?? { value: 1 };
      return `${partyName(before, edit.party)}: red line ${edit.redLine} holds in draws with probability ${changed(from, edit)}`;
    }
    case 'adjustment': {
      const old = before.parties.find(({ id }) => id === edit.party)?.adjustments[edit.index];
      const when = old === undefined ? `adjustment ${edit.index + 1}` : `points when ${patternText(before, old.when)}`;
      return `${partyName(before, edit.party)}: ${when} ${changed(old === undefined ? null : { ...old, value: old.add }, edit)}`;
    }
    case 'dropConsent': {
      const entry = before.consent.conditional[edit.index];
      if (entry === undefined) return `conditional signature ${edit.index + 1} dropped`;
      return signatureText(before, entry.party, entry.when);
    }
    case 'lock': {
      const issue = before.issues.find((candidate) => candidate.id === edit.issue);
      const all = issue !== undefined && otherSpans(issue, edit.options, optionCount(issue)).length === 0;
      return lockText(before, edit.issue, all ? null : edit.options);
    }
    case 'curve': {
      const what = edit.formula ?? (edit.points ?? []).map(({ at, value }) => `${at}: ${value}`).join(', ');
      return `${partyName(before, edit.party)}: ${issueTitle(before, edit.issue)} is worth ${what}`;
    }
    case 'unlock':
      return lockText(before, edit.issue, null);
    case 'stage':
      return `stage: ${before.stages.find((stage) => stage.id === edit.stage)?.title ?? edit.stage}`;
    case 'draft': {
      const old = before.drafts.some((draft) => draft.id === edit.draft.id);
      return `draft ${edit.draft.title} ${old ? 'changed' : 'added'}`;
    }
    case 'protocol':
    case 'rounds':
    case 'order':
    case 'patience':
    case 'strategy':
      return bargainingEditText(before, edit);
    default:
      return describeNumber(before, edit);
  }
}

function describeNumber(before: Scenario, edit: NumberEdit): string {
  const party = before.parties.find((candidate) => candidate.id === edit.party);
  if (edit.kind === 'scale') {
    return `${partyName(before, edit.party)}: scores of ${issueTitle(before, edit.issue)} times ${edit.factor}`;
  }
  const to = edit;
  if (!('issue' in edit)) {
    const from = party?.[edit.kind] ?? null;
    return `${thresholdText(before, edit.party, edit.kind)} ${changed(from, to)}`;
  }
  const k = before.issues.findIndex((issue) => issue.id === edit.issue);
  const weighted = party?.preferences.form === 'weights' ? party.preferences.issues[k] : undefined;
  if (edit.kind === 'weight') {
    return `${weightText(before, edit.party, edit.issue)} ${changed(weighted?.weight ?? null, to)}`;
  }
  const [issue, own] = [before.issues[k], party?.preferences.issues[k]];
  const option = issue === undefined ? -1 : optionAt(issue, edit.option);
  const from = issue === undefined || own === undefined || option === -1 ? null : worthAt(issue, own, option);
  const kind = party?.preferences.form === 'scores' ? 'score' : 'value';
  return `${optionText(before, edit.party, kind, edit.issue, edit.option)} ${changed(from, to)}`;
}

/** Values only: what becomes of a range is not part of the edit. */
function changed(from: Value | null, to: Value): string {
  return changeText(from === null ? null : valueOf(from), valueOf(to));
}

type Value = Pick<StatedNumber, 'value' | 'exact' | 'unknown'>;

function valueOf({ value, exact, unknown }: Value): StatedNumber {
  return { value, ...(exact !== undefined && { exact }), ...(unknown !== undefined && { unknown }) };
}
