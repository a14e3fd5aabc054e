/**
 * What becomes of a number that a person sets by hand, and of one that is set back to what the file says.
 */
import type { Draft as Mutable } from 'immer';
import { castDraft } from 'immer';
import type { Party, Provenance, ScoredIssue, StatedNumber, WeightedIssue } from '../scenario.ts';

/**
 * A number of the file at another value. Its range stays while the value lies in it. Its date, reason and sources
 * speak of the file's value and go; where it or its issue (`around`) claims to be anything, it is now inferred.
 */
export function setByHand(number: StatedNumber, value: number, around: Provenance = {}): StatedNumber {
  if (number.value === value) return number;
  const { low, high } = number;
  const within = (low === undefined || low <= value) && (high === undefined || value <= high);
  return {
    value,
    ...(within && low !== undefined && { low }),
    ...(within && high !== undefined && { high }),
    ...confidenceByHand(number, around),
  };
}

/** The number and its range multiplied by a factor of at least 0, to 12 significant digits. */
export function scaleByHand(number: StatedNumber, factor: number, around: Provenance): StatedNumber {
  if (factor === 1) return number;
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
  const { disagreement, reservation, aspiration } = castDraft(origin);
  const sameDisagreement = party.disagreement.value === disagreement.value;
  const sameReservation = party.reservation.value === reservation.value;
  if (sameDisagreement) party.disagreement = disagreement;
  if (sameReservation && (sameDisagreement || !origin.reservationIsDisagreement)) {
    party.reservation = reservation;
    party.reservationIsDisagreement = origin.reservationIsDisagreement;
  }
  if (aspiration !== undefined && party.aspiration?.value === aspiration.value) party.aspiration = aspiration;
}

/** Numbers of one issue that are back at the file's values are the file's own again, its expression as well. */
export function restoreIssue(party: Mutable<Party>, origin: Party, k: number): void {
  const [now, before] = [party.preferences, origin.preferences];
  if (now.form === 'weights' && before.form === 'weights') {
    const [entry, old] = [now.issues[k], before.issues[k]];
    if (entry !== undefined && old !== undefined) now.issues[k] = restoredWeights(entry, old);
  }
  if (now.form === 'scores' && before.form === 'scores') {
    const [entry, old] = [now.issues[k], before.issues[k]];
    if (entry !== undefined && old !== undefined) now.issues[k] = restoredScores(entry, old);
  }
}

function restoredWeights(entry: Mutable<WeightedIssue>, old: WeightedIssue): Mutable<WeightedIssue> {
  const sameWeight = entry.weight.value === old.weight.value;
  const sameValues = equalNumbers(entry.values, old.values);
  if (sameWeight && sameValues) return castDraft(old);
  if (!old.mentioned) return entry;
  if (sameWeight) entry.weight = castDraft(old.weight);
  restoreNumbers(entry.values, old.values);
  if (sameValues && old.expression !== undefined) entry.expression = old.expression;
  return entry;
}

function restoredScores(entry: Mutable<ScoredIssue>, old: ScoredIssue): Mutable<ScoredIssue> {
  if (equalNumbers(entry.scores, old.scores)) return castDraft(old);
  if (old.mentioned) restoreNumbers(entry.scores, old.scores);
  return entry;
}

function restoreNumbers(numbers: Mutable<StatedNumber>[], old: readonly StatedNumber[]): void {
  for (const [k, number] of old.entries()) if (numbers[k]?.value === number.value) numbers[k] = castDraft(number);
}

function equalNumbers(some: readonly StatedNumber[], others: readonly StatedNumber[]): boolean {
  return some.every((number, k) => number.value === others[k]?.value);
}
