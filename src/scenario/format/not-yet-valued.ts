/** What stands in for numbers that are not yet valued where one number is needed, as reading `unknown` gives it. */
import { numberCount, isNumberLine, optionId } from './options.ts';
import { ownCount } from './conditional.ts';
import { ANYWHERE, UNKNOWN_SCORE, UNKNOWN_WEIGHT } from './unknown.ts';
import type { Issue, Party, ScoredIssue, StatedNumber, WeightedIssue, Worths } from '../scenario.ts';
import { worthRange } from './worth.ts';

/** Said wherever a number only stands in for one that nobody has given. */
export const NOT_YET_VALUED = 'not yet valued';

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
  return { ...unknownWorths(issue, ANYWHERE), weight: UNKNOWN_WEIGHT };
}

/** No score is known. */
export function unknownScores(issue: Issue): ScoredIssue {
  return unknownWorths(issue, UNKNOWN_SCORE);
}

function unknownWorths(issue: Issue, worth: StatedNumber): Worths {
  const isLine = isNumberLine(issue);
  const count = ownCount(issue) - (isLine ? numberCount(issue) : 0);
  const ends = isLine ? [0, numberCount(issue) - 1] : [];
  return {
    issue: issue.id,
    mentioned: true,
    curve: isLine ? { points: ends.map((k) => ({ at: optionId(issue, k), worth })), clip: false } : null,
    listed: Array.from({ length: count }, () => worth),
  };
}

/** Whether no option of the issue is valued, at any of its numbers. */
export function hasNoValues({ mentioned, curve, listed }: Worths): boolean {
  const points = curve === null ? [] : 'formula' in curve ? null : curve.points.map(({ worth }) => worth);
  return mentioned && points !== null && [...points, ...listed].every(({ unknown }) => unknown !== undefined);
}

/**
 * The party with what stands in for its numbers that are not known, which follows those that are: of 0 to 100 the
 * middle, of weights the average of the others, on a score sheet the middle of what stands there.
 */
export function withStandIns(party: Party, issues: readonly Issue[]): Party {
  const preferences = preferencesStoodIn(party, issues);
  const own = preferences === party.preferences ? party : { ...party, preferences };
  const { disagreement, reservation, reservationIsDisagreement } = own;
  if (disagreement.unknown === undefined) return own;
  const anywhere = preferences.form === 'weights' ? ANYWHERE : middleOfSheet(preferences.issues, issues);
  const stood = below(anywhere, reservationIsDisagreement ? undefined : reservation);
  return { ...own, disagreement: stood, reservation: reservationIsDisagreement ? stood : reservation };
}

/** The same object where nothing changes. */
function preferencesStoodIn({ preferences }: Party, issues: readonly Issue[]): Party['preferences'] {
  if (preferences.form === 'weights') {
    const weighed = withMeanWeight(preferences.issues);
    return weighed === preferences.issues ? preferences : { form: 'weights', issues: weighed };
  }
  const scored = withMiddleScores(preferences.issues, issues);
  return scored === preferences.issues ? preferences : { form: 'scores', issues: scored };
}

/** The issues with what stands in for weights that are not known: the average of the others; 1 where none is known. */
function withMeanWeight(issues: readonly WeightedIssue[]): readonly WeightedIssue[] {
  const known = issues.filter(({ mentioned, weight }) => mentioned && weight.unknown === undefined);
  const sum = known.reduce((all, { weight }) => all + weight.value, 0);
  const value = sum === 0 ? UNKNOWN_WEIGHT.value : sum / known.length;
  if (issues.every(({ weight }) => weight.unknown === undefined || weight.value === value)) return issues;
  return issues.map((own) => (own.weight.unknown === undefined ? own : { ...own, weight: { ...own.weight, value } }));
}

/**
 * What stands in for scores that are not known: the middle of the known ones of the issue; where it has none, the
 * average of the other issues' middles.
 */
function withMiddleScores(all: readonly ScoredIssue[], issues: readonly Issue[]): readonly ScoredIssue[] {
  if (!all.some(hasUnknownScore)) return all;
  const middles = all.map((own, k) => middleOfKnown(own, issues[k]!));
  const told = middles.flatMap((middle) => middle ?? []);
  const average = told.length === 0 ? UNKNOWN_SCORE.value : told.reduce((sum, each) => sum + each, 0) / told.length;
  const stood = all.map((own, k) => (hasUnknownScore(own) ? standingAt(own, middles[k] ?? average) : own));
  return stood.every((own, k) => own === all[k]) ? all : stood;
}

function hasUnknownScore({ curve, listed }: ScoredIssue): boolean {
  return [...pointsOf(curve), ...listed].some(({ unknown }) => unknown !== undefined);
}

/** The numbers of a curve of points; a formula has none that could be unknown. */
function pointsOf(curve: Worths['curve']): readonly StatedNumber[] {
  return curve === null || 'formula' in curve ? [] : curve.points.map(({ worth }) => worth);
}

/** Null where no score of the issue is known. */
function middleOfKnown(own: ScoredIssue, issue: Issue): number | null {
  const { mentioned, curve, listed } = own;
  if (!mentioned) return null;
  const formula = curve !== null && 'formula' in curve ? worthRange(issue, { ...own, listed: [] }) : null;
  const known = [...pointsOf(curve), ...listed].flatMap(({ value, unknown }) => (unknown === undefined ? [value] : []));
  const ends = formula === null ? known : [...known, formula.least, formula.most];
  return ends.length === 0 ? null : (Math.min(...ends) + Math.max(...ends)) / 2;
}

function standingAt(own: ScoredIssue, value: number): ScoredIssue {
  const stood = (number: StatedNumber): StatedNumber =>
    number.unknown === undefined || number.value === value ? number : { ...number, value };
  const { curve, listed } = own;
  const scores = listed.map(stood);
  const points =
    curve === null || 'formula' in curve ? [] : curve.points.map(({ at, worth }) => ({ at, worth: stood(worth) }));
  const isSame =
    scores.every((score, k) => score === listed[k]) && points.every(({ worth }, k) => worth === pointsOf(curve)[k]);
  if (isSame) return own;
  return { ...own, listed: scores, curve: curve === null || 'formula' in curve ? curve : { ...curve, points } };
}

/** The middle between the least and the most that the options of the sheet add up to. */
function middleOfSheet(all: readonly ScoredIssue[], issues: readonly Issue[]): StatedNumber {
  const ends = all.map((own, k) => worthRange(issues[k]!, own));
  return { ...UNKNOWN_SCORE, value: ends.reduce((sum, { least, most }) => sum + least + most, 0) / 2 };
}

/** What stands in for a disagreement value that is not known must not lie above a reservation value that is. */
function below(disagreement: StatedNumber, reservation: StatedNumber | undefined): StatedNumber {
  if (disagreement.unknown === undefined || reservation === undefined) return disagreement;
  const { low, value } = disagreement;
  return {
    ...disagreement,
    ...(low !== undefined && { low: Math.min(low, reservation.value) }),
    value: Math.min(value, reservation.value),
  };
}

/** Whether two numbers say the same: of two that are not known it does not count what stands in for them. */
export function bothUnknown(a: StatedNumber | null | undefined, b: StatedNumber | null | undefined): boolean {
  return a?.unknown !== undefined && b?.unknown !== undefined;
}
