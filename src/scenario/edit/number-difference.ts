/**
 * The numbers that two states of one party have in different places: thresholds, weights, values and scores.
 */
import type { Issue, Party, Scenario, StatedNumber } from '../scenario.ts';
import type { ThresholdKey } from './wording.ts';
import { changeText, optionText, thresholdText, weightText } from './wording.ts';

export type NumberDifference =
  | { readonly kind: ThresholdKey; readonly party: string; readonly from: number | null; readonly to: number }
  | {
      readonly kind: 'weight';
      readonly party: string;
      readonly issue: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: 'value' | 'score';
      readonly party: string;
      readonly issue: string;
      readonly option: string;
      readonly from: number;
      readonly to: number;
    };

/** Numbers whose value or range differs, in the order of the file, in words and as data. */
export function numberDifferences(
  scenario: Scenario,
  from: Party,
  to: Party,
): ({ readonly text: string } & NumberDifference)[] {
  return [
    ...thresholdDifferences(scenario, from, to),
    ...scenario.issues.flatMap((issue, k) => weightDifference(scenario, from, to, issue, k)),
    ...scenario.issues.flatMap((issue, k) => optionDifferences(scenario, from, to, issue, k)),
  ];
}

type Told = { readonly text: string } & NumberDifference;

function thresholdDifferences(scenario: Scenario, from: Party, to: Party): Told[] {
  const keys: readonly ThresholdKey[] = ['disagreement', 'reservation', 'aspiration'];
  return keys.flatMap((kind) => {
    const [old, now] = [from[kind] ?? null, to[kind]];
    if (now === undefined || !differs(old, now)) return [];
    if (kind === 'reservation' && to.reservationIsDisagreement) return []; // moves with the disagreement value
    const text = `${thresholdText(scenario, to.id, kind)} ${changeText(old, now)}`;
    return [{ text, kind, party: to.id, from: old?.value ?? null, to: now.value }];
  });
}

function weightDifference(scenario: Scenario, from: Party, to: Party, issue: Issue, k: number): Told[] {
  const [old, now] = [weightOf(from, k), weightOf(to, k)];
  if (old === null || now === null || !differs(old, now)) return [];
  const text = `${weightText(scenario, to.id, issue.id)} ${changeText(old, now)}`;
  return [{ text, kind: 'weight', party: to.id, issue: issue.id, from: old.value, to: now.value }];
}

function optionDifferences(scenario: Scenario, from: Party, to: Party, issue: Issue, k: number): Told[] {
  const [before, after] = [optionNumbers(from, k), optionNumbers(to, k)];
  const kind = to.preferences.form === 'scores' ? 'score' : 'value';
  return issue.options.flatMap((option, o) => {
    const [old, now] = [before[o], after[o]];
    if (old === undefined || now === undefined || !differs(old, now)) return [];
    const text = `${optionText(scenario, to.id, kind, issue.id, option.id)} ${changeText(old, now)}`;
    return [{ text, kind, party: to.id, issue: issue.id, option: option.id, from: old.value, to: now.value }];
  });
}

function weightOf({ preferences }: Party, k: number): StatedNumber | null {
  return preferences.form === 'weights' ? (preferences.issues[k]?.weight ?? null) : null;
}

/** Values or scores, by option. */
function optionNumbers({ preferences }: Party, k: number): readonly StatedNumber[] {
  const numbers = preferences.form === 'weights' ? preferences.issues[k]?.values : preferences.issues[k]?.scores;
  return numbers ?? [];
}

function differs(old: StatedNumber | null, now: StatedNumber): boolean {
  return old?.value !== now.value || old.low !== now.low || old.high !== now.high;
}
