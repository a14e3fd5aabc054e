/** The numbers of a party that this screen turns, and the rows and rungs they stand on. */
import type { Party, Scenario, StatedNumber } from '../../../scenario/scenario.ts';
import { hasWords } from '../../parts/filter.ts';

/** One number: a threshold, the weight of an issue (on a score sheet: all its scores at once), or one option's value. */
export type Place =
  | { readonly kind: 'reservation' }
  | { readonly kind: 'disagreement' }
  | { readonly kind: 'issue'; readonly issue: number }
  | { readonly kind: 'value'; readonly issue: number; readonly option: number };

export type RowPlace = Exclude<Place, { readonly kind: 'value' }>;

/** The rows of the list: thresholds first, then the issues that the filter leaves. */
export function rowPlaces(scenario: Scenario, filter: string): readonly RowPlace[] {
  const issues = scenario.issues.flatMap(({ id, title, point, group }, issue): RowPlace[] => {
    const words = [id, title, point ?? '', group ?? ''].join('\n');
    return hasWords(words, filter) ? [{ kind: 'issue', issue }] : [];
  });
  return [{ kind: 'reservation' }, { kind: 'disagreement' }, ...issues];
}

/** Whether both are the same number of a party. */
export function samePlace(a: Place, b: Place): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'issue' && b.kind === 'issue') return a.issue === b.issue;
  return a.kind !== 'value' || b.kind !== 'value' || (a.issue === b.issue && a.option === b.option);
}

/** What the options of an issue are worth to the party, by option: values 0..100, or scores. */
export function worthsOf({ preferences }: Party, issue: number): readonly StatedNumber[] {
  return preferences.form === 'weights' ? preferences.issues[issue]!.values : preferences.issues[issue]!.scores;
}

/** The options of an issue, the one worth most first; equal ones in the order of the file. */
export function ladderOf(party: Party, issue: number): readonly number[] {
  const worths = worthsOf(party, issue);
  return [...worths.keys()].toSorted((a, b) => worths[b]!.value - worths[a]!.value);
}

/** Difference between the best and the worst option, in scores. */
export function swingOf(scores: readonly StatedNumber[]): number {
  const values = scores.map(({ value }) => value);
  return Math.max(...values) - Math.min(...values);
}
