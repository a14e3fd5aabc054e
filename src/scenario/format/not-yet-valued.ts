/** What stands in for numbers that are not yet valued where one number is needed, as reading `unknown` gives it. */
import { numberCount, isNumberLine, optionId } from './options.ts';
import { ownCount } from './conditional.ts';
import { ANYWHERE, UNKNOWN_WEIGHT } from './schema-shared.ts';
import type { Issue, Party, StatedNumber, WeightedIssue, Worths } from '../scenario.ts';

/** A party of whom nothing is known but what it is called. */
export function unknownParty(
  { id, name, short }: Pick<Party, 'id' | 'name' | 'short'>,
  issues: readonly Issue[],
): Party {
  return {
    id,
    name,
    short,
    disagreement: ANYWHERE,
    reservation: ANYWHERE,
    reservationIsDisagreement: true,
    strict: false,
    power: 1,
    preferences: { form: 'weights', issues: issues.map(unknownIssue) },
    redLines: [],
    adjustments: [],
  };
}

/** Neither weight nor values are known. */
export function unknownIssue(issue: Issue): WeightedIssue {
  const isLine = isNumberLine(issue);
  const count = ownCount(issue) - (isLine ? numberCount(issue) : 0);
  const ends = isLine ? [0, numberCount(issue) - 1] : [];
  return {
    issue: issue.id,
    mentioned: true,
    weight: UNKNOWN_WEIGHT,
    curve: isLine ? { points: ends.map((k) => ({ at: optionId(issue, k), worth: ANYWHERE })), clip: false } : null,
    listed: Array.from({ length: count }, () => ANYWHERE),
  };
}

/** Whether no option of the issue is valued, at any of its numbers. */
export function hasNoValues({ mentioned, curve, listed }: Worths): boolean {
  const points = curve === null ? [] : 'formula' in curve ? null : curve.points.map(({ worth }) => worth);
  return mentioned && points !== null && [...points, ...listed].every(({ unknown }) => unknown !== undefined);
}

/** The issues with what stands in for weights that are not known. */
export function withMeanWeight(issues: readonly WeightedIssue[]): readonly WeightedIssue[] {
  const value = meanWeight(issues);
  if (issues.every(({ weight }) => weight.unknown === undefined || weight.value === value)) return issues;
  return issues.map((own) => (own.weight.unknown === undefined ? own : { ...own, weight: { ...own.weight, value } }));
}

/** What a weight that is not known stands at: the average of the party's others; 1 where none is known. */
export function meanWeight(issues: readonly WeightedIssue[]): number {
  const known = issues.filter(({ mentioned, weight }) => mentioned && weight.unknown === undefined);
  if (known.every(({ weight }) => weight.value === 0)) return UNKNOWN_WEIGHT.value;
  return known.reduce((sum, { weight }) => sum + weight.value, 0) / known.length;
}

/** What stands in for a disagreement value that is not known must not lie above a reservation value that is. */
export function below(disagreement: StatedNumber, reservation: StatedNumber | undefined): StatedNumber {
  if (disagreement.unknown === undefined || reservation === undefined) return disagreement;
  const { low = 0, value } = disagreement;
  return { ...disagreement, low: Math.min(low, reservation.value), value: Math.min(value, reservation.value) };
}

/** Whether two numbers say the same: of two that are not known it does not count what stands in for them. */
export function bothUnknown(a: StatedNumber | null | undefined, b: StatedNumber | null | undefined): boolean {
  return a?.unknown !== undefined && b?.unknown !== undefined;
}
