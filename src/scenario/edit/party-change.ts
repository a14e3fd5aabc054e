/**
 * The change that leads from one state of a party's positions to another: what a stage or an overlay would have to say.
 */
import { isDeepStrictEqual } from 'node:util';
import { ownOptions } from '../format/conditional.ts';
import type {
  Issue,
  IssueChange,
  Party,
  PartyChange,
  Provenance,
  RedLine,
  ScoredIssue,
  StatedNumber,
  WeightedIssue,
} from '../scenario.ts';

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
    !to.reservationIsDisagreement && (from.reservationIsDisagreement || !same(from.reservation, to.reservation));
  const aspiration = to.aspiration === undefined || same(from.aspiration, to.aspiration) ? undefined : to.aspiration;
  const firmness = to.firmness === undefined || same(from.firmness, to.firmness) ? undefined : to.firmness;
  return {
    ...(!same(from.disagreement, to.disagreement) && { disagreement: to.disagreement }),
    ...(given && { reservation: to.reservation }),
    ...(aspiration !== undefined && { aspiration }),
    ...(firmness !== undefined && { firmness }),
  };
}

function issueBetween(from: Party, to: Party, issue: Issue, k: number): IssueChange | null {
  const [before, after] = [from.preferences, to.preferences];
  if (before.form === 'weights' && after.form === 'weights') {
    const [old, now] = [before.issues[k], after.issues[k]];
    return old === undefined || now === undefined || old === now ? null : weightsBetween(old, now, issue);
  }
  if (before.form === 'scores' && after.form === 'scores') {
    const [old, now] = [before.issues[k], after.issues[k]];
    return old === undefined || now === undefined || old === now ? null : scoresBetween(old, now, issue);
  }
  return null;
}

function weightsBetween(old: WeightedIssue, now: WeightedIssue, issue: Issue): IssueChange | null {
  const newly = now.mentioned && !old.mentioned;
  const expression = newly || now.expression !== old.expression ? now.expression : undefined;
  const first = now.expression === undefined ? 0 : issue.numbers;
  const values = numbersBetween(old.values, now.values, issue, first, newly);
  return orNull({
    issue: issue.id,
    ...((newly || !same(old.weight, now.weight)) && { weight: now.weight }),
    ...(expression !== undefined && { expression }),
    ...(Object.keys(values).length > 0 && { values }),
    ...provenanceBetween(old, now),
  });
}

function scoresBetween(old: ScoredIssue, now: ScoredIssue, issue: Issue): IssueChange | null {
  const scores = numbersBetween(old.scores, now.scores, issue, 0, now.mentioned && !old.mentioned);
  return orNull({
    issue: issue.id,
    ...(Object.keys(scores).length > 0 && { scores }),
    ...provenanceBetween(old, now),
  });
}

/** By option, those that differ, or all of them; options before `first` have their numbers from an expression. */
function numbersBetween(
  old: readonly StatedNumber[],
  now: readonly StatedNumber[],
  issue: Issue,
  first: number,
  all: boolean,
): Record<string, StatedNumber> {
  return Object.fromEntries(
    ownOptions(issue).flatMap((option, k) => {
      const number = now[k];
      if (k < first || number === undefined || (!all && same(old[k], number))) return [];
      return [[option.id, number]];
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

function orNull(change: IssueChange): IssueChange | null {
  return Object.keys(change).length > 1 ? change : null;
}

function same(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}
