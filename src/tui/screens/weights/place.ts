/** The numbers of a party that this screen turns, and the rows and rungs they stand on. */
import { tellingOptions, worthAt, worthRange } from '../../../scenario/format/worth.ts';
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

/** What an option of an issue is worth to the party: a value 0..100, or a score. */
export function worthTo({ issues }: Scenario, { preferences }: Party, issue: number, option: number): StatedNumber {
  return worthAt(issues[issue]!, preferences.issues[issue]!, option);
}

/** The options of an issue, the one worth most first; equal ones in the order of the file. Of a number line, a few. */
export function ladderOf(scenario: Scenario, party: Party, issue: number): readonly number[] {
  const options = tellingOptions(scenario.issues[issue]!, party.preferences.issues[issue]!);
  const worths = new Map(options.map((option) => [option, worthTo(scenario, party, issue, option).value]));
  return options.toSorted((a, b) => worths.get(b)! - worths.get(a)!);
}

/** Difference between the best and the worst option, in scores. */
export function swingOf({ issues }: Scenario, { preferences }: Party, issue: number): number {
  const { least, most } = worthRange(issues[issue]!, preferences.issues[issue]!);
  return most - least;
}
