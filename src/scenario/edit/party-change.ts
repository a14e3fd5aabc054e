/**
 * The change that leads from one state of a party's positions to another: what a stage or an overlay would have to say.
 */
import { dequal } from 'dequal';
import type {
  Curve,
  Issue,
  IssueChange,
  Party,
  PartyChange,
  Provenance,
  RedLine,
  StatedNumber,
  Worths,
} from '../scenario.ts';
import { bothUnknown } from '../format/not-yet-valued.ts';
import { numberCount, optionId } from '../format/options.ts';
import { worthAt } from '../format/worth.ts';

/**
 * Null when the positions are the same. `to` must have been made from `from` by edits and changes of stages; numbers
 * count as different when their range or reason differs as well.
 */
export function changeBetween(from: Party, to: Party, issues: readonly Issue[]): PartyChange | null {
  if (from === to) return null;
  const change: PartyChange = {
    party: to.id,
    ...thresholdsBetween(from, to),
    issues: issues.flatMap((issue, k) => issueBetween(from, to, issue, k) ?? []),
    ...redLinesBetween(from.redLines, to.redLines),
    adjustments: to.adjustments.slice(from.adjustments.length),
  };
  const { party: _, issues: changed, redLines, dropRedLines, adjustments, ...thresholds } = change;
  const lists = [changed, redLines, dropRedLines, adjustments];
  return lists.every((list) => list.length === 0) && Object.keys(thresholds).length === 0 ? null : change;
}

function thresholdsBetween(
  from: Party,
  to: Party,
): Pick<PartyChange, 'disagreement' | 'reservation' | 'aspiration' | 'firmness'> {
  // A reservation value that is not given moves with the disagreement value and is not to be written.
  const given =
    !to.reservationIsDisagreement && (from.reservationIsDisagreement || !sameNumber(from.reservation, to.reservation));
  const aspiration = to.aspiration === undefined || same(from.aspiration, to.aspiration) ? undefined : to.aspiration;
  const firmness = to.firmness === undefined || same(from.firmness, to.firmness) ? undefined : to.firmness;
  return {
    ...(!sameNumber(from.disagreement, to.disagreement) && { disagreement: to.disagreement }),
    ...(given && { reservation: to.reservation }),
    ...(aspiration !== undefined && { aspiration }),
    ...(firmness !== undefined && { firmness }),
  };
}

function issueBetween(from: Party, to: Party, issue: Issue, k: number): IssueChange | null {
  const [old, now] = [from.preferences.issues[k], to.preferences.issues[k]];
  if (from.preferences.form !== to.preferences.form || old === undefined || now === undefined || old === now)
    return null;
  const newly = now.mentioned && !old.mentioned;
  const curve = now.curve !== null && (newly || !sameCurve(old.curve, now.curve)) ? now.curve : undefined;
  const listed = listedBetween(old, now, issue, newly);
  const some = Object.keys(listed).length > 0;
  const change: IssueChange = {
    issue: issue.id,
    ...('weight' in old && 'weight' in now
      ? {
          ...((newly || !sameNumber(old.weight, now.weight)) && { weight: now.weight }),
          ...(curve !== undefined && { value: curve }),
          ...(some && { values: listed }),
        }
      : { ...(curve !== undefined && { score: curve }), ...(some && { scores: listed }) }),
    ...provenanceBetween(old, now),
  };
  return Object.keys(change).length > 1 ? change : null;
}

/** By option, of those that are listed now: the ones that differ from what they were, or all of them. */
function listedBetween(old: Worths, now: Worths, issue: Issue, all: boolean): Record<string, StatedNumber> {
  const first = now.curve === null ? 0 : numberCount(issue);
  return Object.fromEntries(
    now.listed.flatMap((number, k) => {
      const option = first + k;
      if (!all && sameNumber(worthAt(issue, old, option), number)) return [];
      return [[optionId(issue, option), number]];
    }),
  );
}

function provenanceBetween(old: Provenance, now: Provenance): Provenance {
  const { confidence, date, why, sources } = now;
  return {
    ...(confidence !== undefined && confidence !== old.confidence && { confidence }),
    ...(date !== undefined && date !== old.date && { date }),
    ...(why !== undefined && why !== old.why && { why }),
    ...(sources !== undefined && !same(sources, old.sources) && { sources }),
  };
}

/** Red lines of `to` that cannot stand in their place by dropping others alone are dropped and added again. */
function redLinesBetween(
  from: readonly RedLine[],
  to: readonly RedLine[],
): Pick<PartyChange, 'redLines' | 'dropRedLines'> {
  let kept = 0;
  let place = -1;
  for (; kept < to.length; kept++) {
    const next = from.findIndex((redLine, k) => k > place && redLine.id === to[kept]?.id);
    if (next === -1) break;
    place = next;
  }
  const stay = to.slice(0, kept);
  const changed = stay.filter(
    (redLine) =>
      !same(
        redLine,
        from.find(({ id }) => id === redLine.id),
      ),
  );
  const gone = from.filter(({ id }) => !stay.some((redLine) => redLine.id === id));
  return { redLines: [...changed, ...to.slice(kept)], dropRedLines: gone.map(({ id }) => id) };
}

function same(a: unknown, b: unknown): boolean {
  return dequal(a, b);
}

function sameCurve(a: Curve | null, b: Curve | null): boolean {
  if (a === null || b === null || 'formula' in a || 'formula' in b) return same(a, b);
  const isSame = a.points.every(({ at, worth }, k) => at === b.points[k]?.at && sameNumber(worth, b.points[k].worth));
  return isSame && a.points.length === b.points.length && a.clip === b.clip;
}

/** What stands in for a number that is not known is no number of the party. */
function sameNumber(a: StatedNumber | undefined, b: StatedNumber | undefined): boolean {
  return bothUnknown(a, b) || same(a, b);
}
