/**
 * What becomes of a number that a person sets by hand, and of one that is set back to what the file says.
 */
import type { Draft as Mutable } from 'immer';
import { castDraft, current, isDraft } from 'immer';
import type { Party, Provenance, StatedNumber, Issue, Worths } from '../scenario.ts';
import { dequal } from 'dequal';
import { bothUnknown } from '../format/not-yet-valued.ts';
import { UNKNOWN } from '../format/unknown.ts';
import { isNumberLine, numberCount, optionCount } from '../format/options.ts';
import { listedPlace, worthAt } from '../format/worth.ts';

/**
 * A number of the file at another value. Its range stays while the value lies in it. Its date, reason and sources
 * speak of the file's value and go; where it or its issue (`around`) claims to be anything, it is now inferred.
 */
export function setByHand(
  number: StatedNumber,
  { value, exact }: Pick<StatedNumber, 'value' | 'exact'>,
  around: Provenance = {},
): StatedNumber {
  if (number.unknown === undefined && sameNumber(number, { value, ...(exact !== undefined && { exact }) }))
    return number;
  // What stood in for a number that was not known has no range of its own.
  const { low, high }: Pick<StatedNumber, 'low' | 'high'> = number.unknown === undefined ? number : {};
  const within = (low === undefined || low <= value) && (high === undefined || value <= high);
  return {
    value,
    ...(exact !== undefined && { exact }),
    ...(within && low !== undefined && { low }),
    ...(within && high !== undefined && { high }),
    ...confidenceByHand(number, around),
  };
}

function sameNumber(a: StatedNumber | undefined, b: StatedNumber | undefined): boolean {
  if (bothUnknown(a, b)) return true;
  return a?.value === b?.value && a?.exact === b?.exact && a?.unknown === b?.unknown;
}

/** The number and its range multiplied by a factor of at least 0, to 12 significant digits. */
export function scaleByHand(number: StatedNumber, factor: number, around: Provenance): StatedNumber {
  if (factor === 1 || number.unknown !== undefined) return number;
  const scaled = (value: number) => Number((value * factor).toPrecision(12));
  const { value, low, high } = number;
  return {
    value: scaled(value),
    ...(low !== undefined && { low: scaled(low) }),
    ...(high !== undefined && { high: scaled(high) }),
    ...confidenceByHand(number, around),
  };
}

/** Nothing where there was no claim, or where the issue already says that its numbers are inferred. */
function confidenceByHand(number: Provenance, around: Provenance): Pick<Provenance, 'confidence'> {
  const claimed = number.confidence ?? around.confidence;
  return claimed === undefined || around.confidence === 'inferred' ? {} : { confidence: 'inferred' };
}

/** Thresholds that are back at the file's values are the file's own again, with their ranges and reasons. */
export function restoreThresholds(party: Mutable<Party>, origin: Party): void {
  const { disagreement, reservation, aspiration, firmness } = castDraft(origin);
  const sameDisagreement = sameNumber(party.disagreement, disagreement);
  const sameReservation = sameNumber(party.reservation, reservation);
  if (sameDisagreement) party.disagreement = disagreement;
  if (sameReservation && (sameDisagreement || !origin.reservationIsDisagreement)) {
    party.reservation = reservation;
    party.reservationIsDisagreement = origin.reservationIsDisagreement;
  }
  if (aspiration !== undefined && sameNumber(party.aspiration, aspiration)) party.aspiration = aspiration;
  if (firmness !== undefined && sameNumber(party.firmness, firmness)) party.firmness = firmness;
}

/** Numbers of one issue that are back at the file's values are the file's own again, its curve as well. */
export function restoreIssue(party: Mutable<Party>, origin: Party, issue: Issue, k: number): void {
  const [now, before] = [party.preferences, origin.preferences];
  const [entry, old] = [now.issues[k], before.issues[k]];
  if (now.form !== before.form || entry === undefined || old === undefined) return;
  const sameWeight = !('weight' in entry && 'weight' in old) || sameNumber(entry.weight, old.weight);
  const sameWorths = equalWorths(isDraft(entry) ? current(entry) : entry, old, issue);
  if (sameWeight && sameWorths) {
    now.issues.splice(k, 1, castDraft(old));
    return;
  }
  if (!old.mentioned) return;
  if (sameWeight && 'weight' in entry && 'weight' in old) entry.weight = castDraft(old.weight);
  if (sameWorths) {
    entry.curve = castDraft(old.curve);
    entry.listed = castDraft([...old.listed]);
  } else {
    restoreNumbers(entry, old, issue);
  }
}

/**
 * Those that are listed on both sides; a point of a curve where the other has one at the same place. What an edit has put
 * there may be the file's own and is never changed in place.
 */
function restoreNumbers(entry: Mutable<Worths>, old: Worths, issue: Issue): void {
  const first = entry.curve === null && old.curve === null ? 0 : numberCount(issue);
  const listed = [...entry.listed];
  for (let option = first; option < optionCount(issue); option++) {
    const [place, before] = [listedPlace(issue, entry, option), old.listed[listedPlace(issue, old, option)]];
    if (before !== undefined && sameNumber(listed[place], before)) listed[place] = castDraft(before);
  }
  entry.listed = listed;
  const { curve } = old;
  if (entry.curve === null || curve === null || 'formula' in entry.curve || 'formula' in curve) return;
  const points = entry.curve.points.map((point) => {
    const before = curve.points.find(({ at }) => at === point.at);
    return before !== undefined && sameNumber(before.worth, point.worth) ? castDraft(before) : point;
  });
  entry.curve = { ...entry.curve, points };
}

/** The same worth for every option, whatever the two say about where it comes from. */
function equalWorths(now: Worths, old: Worths, issue: Issue): boolean {
  if (isNumberLine(issue)) return sameShape(now, old);
  for (let option = 0; option < optionCount(issue); option++) {
    if (!sameNumber(worthAt(issue, now, option), worthAt(issue, old, option))) return false;
  }
  return true;
}

/** Without looking at the numbers of a curve one by one. */
function sameShape(now: Worths, old: Worths): boolean {
  const said = ({ value, exact, unknown }: StatedNumber) => (unknown === undefined ? [value, exact] : [UNKNOWN]);
  const shape = ({ curve, listed, mentioned }: Worths) => ({
    curve: curve === null || 'formula' in curve ? curve : curve.points.map(({ at, worth }) => [at, ...said(worth)]),
    listed: listed.map(said),
    mentioned,
  });
  return dequal(shape(now), shape(old));
}
