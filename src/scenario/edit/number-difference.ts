/**
 * The numbers that two states of one party have in different places: thresholds, weights, values and scores.
 */
import type { Issue, Party, Scenario, StatedNumber } from '../scenario.ts';
import { bothUnknown } from '../format/not-yet-valued.ts';
import { isNumberLine, numberCount, optionCount, optionId } from '../format/options.ts';
import type { ThresholdKey } from './wording.ts';
import { changeText, optionText, thresholdText, weightText } from './wording.ts';
import { worthAt } from '../format/worth.ts';

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
  const keys: readonly ThresholdKey[] = ['disagreement', 'reservation', 'aspiration', 'firmness'];
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
  const [before, after] = [from.preferences.issues[k], to.preferences.issues[k]];
  if (before === undefined || after === undefined || before === after) return [];
  const kind = to.preferences.form === 'scores' ? 'score' : 'value';
  const first = isNumberLine(issue) ? numberCount(issue) : 0;
  const options = Array.from({ length: optionCount(issue) - first }, (_, o) => first + o);
  return options.flatMap((o): Told[] => {
    const [old, now] = [worthAt(issue, before, o), worthAt(issue, after, o)];
    if (!differs(old, now)) return [];
    const option = optionId(issue, o);
    const text = `${optionText(scenario, to.id, kind, issue.id, option)} ${changeText(old, now)}`;
    return [{ text, kind, party: to.id, issue: issue.id, option, from: old.value, to: now.value }];
  });
}

function weightOf({ preferences }: Party, k: number): StatedNumber | null {
  return preferences.form === 'weights' ? (preferences.issues[k]?.weight ?? null) : null;
}

function differs(old: StatedNumber | null, now: StatedNumber): boolean {
  if (bothUnknown(old, now)) return false;
  return (
    old?.value !== now.value ||
    old.exact !== now.exact ||
    old.low !== now.low ||
    old.high !== now.high ||
    old.unknown !== now.unknown
  );
}
