/**
 * A change of one party's positions (a stage's, an overlay's or one made by hand), written into an immer draft of the
 * party.
 */
import { ownCount, ownNamed } from '../format/conditional.ts';
import type { Draft as Mutable } from 'immer';
import { castDraft, current } from 'immer';
import type { Path } from '../finding.ts';
import { withStandIns } from '../format/not-yet-valued.ts';
import { coveredNumber } from '../format/range.ts';
import type { Issue, IssueChange, Party, PartyChange, StatedNumber, Curve, Worths } from '../scenario.ts';
import { quote, suggestion } from '../suggest.ts';
import { sizeFault, thresholdFaults, weightFault } from '../format/thresholds.ts';
import { evaluateCurve } from '../format/curve.ts';
import { isNumberLine, numberCount, optionAt, optionId } from '../format/options.ts';
import { listedPlace, worthAt } from '../format/worth.ts';

/** Why a change cannot be made; the path leads into the change. */
export interface ChangeFault {
  readonly path: Path;
  readonly message: string;
}

/**
 * Changes the party and says what is wrong with the change or with the party after it. `moment` starts what is said
 * about the party after it, for example "after this stage ".
 */
export function changeParty(
  party: Mutable<Party>,
  change: PartyChange,
  issues: readonly Issue[],
  moment: string,
): ChangeFault[] {
  changeThresholds(party, change);
  const faults = [
    ...change.issues.flatMap((entry) => changeIssue(party, entry, issues)),
    ...changeRedLines(party, change),
  ];
  party.adjustments.push(...castDraft(change.adjustments));
  const after = restandIn(party, issues);
  return faults.length > 0 ? faults : partyFaults(after, change, issues, moment);
}

/**
 * What stands in for numbers that are not yet valued follows those that are. Gives the party as it then is, no draft: to
 * look at all numbers of a draft takes many times as long.
 */
export function restandIn(party: Mutable<Party>, issues: readonly Issue[]): Party {
  const now = current(party);
  const stood = withStandIns(now, issues);
  if (stood.disagreement !== now.disagreement) party.disagreement = castDraft(stood.disagreement);
  if (party.reservationIsDisagreement) party.reservation = party.disagreement;
  if (stood.preferences !== now.preferences) party.preferences = castDraft(stood.preferences);
  return stood === now ? now : current(party);
}

function changeThresholds(party: Mutable<Party>, change: PartyChange): void {
  if (change.disagreement) party.disagreement = castDraft(change.disagreement);
  if (change.reservation) {
    party.reservation = castDraft(change.reservation);
    party.reservationIsDisagreement = false;
  } else if (party.reservationIsDisagreement) {
    party.reservation = party.disagreement;
  }
  if (change.aspiration) party.aspiration = castDraft(change.aspiration);
  if (change.firmness) party.firmness = castDraft(change.firmness);
}

function changeIssue(party: Mutable<Party>, change: IssueChange, issues: readonly Issue[]): ChangeFault[] {
  const path: Path = ['issues', change.issue];
  const index = issues.findIndex((issue) => issue.id === change.issue);
  const issue = issues[index];
  const { weight, value, values, score, scores, issue: _, ...provenance } = change;
  if (issue === undefined) return [{ path, message: `issue ${quote(change.issue)} does not exist` }];
  const isSheet = party.preferences.form === 'scores';
  if (isSheet && (weight ?? value ?? values) !== undefined) {
    return [{ path, message: 'this party has scores; change `scores`' }];
  }
  if (!isSheet && (score ?? scores) !== undefined) {
    return [{ path, message: 'this party has weights; change `weight`, `values` or `value`' }];
  }
  const entry = party.preferences.issues[index];
  if (entry === undefined) return [];
  if (!isSheet && !entry.mentioned && weight === undefined) {
    return [{ path, message: 'this party did not mention the issue before, so it needs a weight here' }];
  }
  const fault = isSheet
    ? changeWorths(entry, { curve: score, listed: scores, key: 'scores', bounded: false }, issue)
    : changeWorths(entry, { curve: value, listed: values, key: 'values', bounded: true }, issue);
  if (fault !== null) return [{ path: [...path, ...fault.path], message: fault.message }];
  if (weight !== undefined && 'weight' in entry) entry.weight = castDraft(weight);
  Object.assign(entry, castDraft(provenance), { mentioned: true });
  return [];
}

/** What a change says of the worths of one issue: a curve in place of the old one, options one by one, or both. */
interface WorthsChange {
  readonly curve: Curve | undefined;
  readonly listed: Readonly<Record<string, StatedNumber>> | undefined;
  /** What the list is called in the file. */
  readonly key: 'values' | 'scores';
  readonly bounded: boolean;
}

function changeWorths(entry: Mutable<Worths>, change: WorthsChange, issue: Issue): ChangeFault | null {
  const { curve, listed = {}, key, bounded } = change;
  const numbers = numberCount(issue);
  if (!entry.mentioned) {
    const fault = missing(issue, curve === undefined ? 0 : numbers, listed, [key]);
    if (fault !== null) return fault;
    entry.listed = Array.from({ length: ownCount(issue) - (curve === undefined ? 0 : numbers) }, () => ({
      value: 0,
    }));
  }
  if (curve !== undefined) {
    const place: Path = [key === 'values' ? 'value' : 'scores'];
    if (issue.range === null) return { path: place, message: `${quote(issue.id)} has no numbers for an expression` };
    const result = evaluateCurve(curve, issue.range, bounded);
    if (!result.ok) return { path: place, message: result.message };
    if (entry.mentioned && entry.curve === null) entry.listed.splice(0, numbers);
    entry.curve = castDraft(curve);
  }
  return listOptions(entry, listed, issue, key);
}

/** Puts the numbers given in place; a number of a range that has a curve takes the curve's place with all the others. */
function listOptions(
  entry: Mutable<Worths>,
  listed: Readonly<Record<string, StatedNumber>>,
  issue: Issue,
  key: string,
): ChangeFault | null {
  const places = Object.entries(listed).map(([id, number]) => ({ id, number, option: optionAt(issue, id) }));
  const covered = places.find(({ option }) => option !== -1 && listedPlace(issue, entry, option) === -1);
  if (covered !== undefined) {
    if (ownNamed(issue).length > 0 || isNumberLine(issue)) {
      return { path: [key, covered.id], message: coveredNumber(covered.id) };
    }
    const own = current(entry);
    entry.listed = castDraft(Array.from({ length: numberCount(issue) }, (_, k) => worthAt(issue, own, k)));
    entry.curve = null;
  }
  for (const { number, option } of places) {
    if (option !== -1 && option < ownCount(issue)) entry.listed[listedPlace(issue, entry, option)] = castDraft(number);
  }
  return null;
}

const MOST_NAMED = 8;

/** An issue that the party did not mention before has no numbers to keep; options from `first` on are asked for. */
function missing(
  issue: Issue,
  first: number,
  numbers: Readonly<Record<string, StatedNumber>>,
  path: Path,
): ChangeFault | null {
  const named: string[] = [];
  let count = 0;
  for (let option = first; option < ownCount(issue); option++) {
    if (Object.hasOwn(numbers, optionId(issue, option))) continue;
    count++;
    if (named.length < MOST_NAMED) named.push(quote(optionId(issue, option)));
  }
  if (count === 0) return null;
  const list = count > named.length ? `${named.join(', ')} and ${count - named.length} more` : named.join(', ');
  return {
    path,
    message: `this party did not mention the issue before, so every option needs a number; missing ${list}`,
  };
}

function changeRedLines(party: Mutable<Party>, change: PartyChange): ChangeFault[] {
  const faults: ChangeFault[] = [];
  for (const [k, id] of change.dropRedLines.entries()) {
    const known = party.redLines.map((redLine) => redLine.id);
    if (known.includes(id)) party.redLines.splice(known.indexOf(id), 1);
    else {
      const message = `there is no red line ${quote(id)} to drop${suggestion(id, known)}`;
      faults.push({ path: ['dropRedLines', k], message });
    }
  }
  for (const redLine of change.redLines) {
    const index = party.redLines.findIndex((old) => old.id === redLine.id);
    if (index === -1) party.redLines.push(castDraft(redLine));
    else party.redLines[index] = castDraft(redLine);
  }
  return faults;
}

function partyFaults(party: Party, change: PartyChange, issues: readonly Issue[], moment: string): ChangeFault[] {
  const faults: ChangeFault[] = thresholdFaults(party).map(({ key, message }) => ({
    path: change[key] ? [key] : change.disagreement ? ['disagreement'] : change.reservation ? ['reservation'] : [],
    message: `${moment}${message}`,
  }));
  const { preferences } = party;
  const weights =
    preferences.form === 'weights' ? weightFault(preferences.issues.map((issue) => issue.weight.value)) : null;
  const size = sizeFault(party, issues);
  if (weights !== null) faults.push({ path: ['issues'], message: `${moment}${weights}` });
  if (size !== null) faults.push({ path: [], message: size });
  return faults;
}
