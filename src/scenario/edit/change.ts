/**
 * A change of one party's positions (a stage's, an overlay's or one made by hand), written into an immer draft of the
 * party.
 */
import { ownOptions } from '../format/conditional.ts';
import type { Draft as Mutable } from 'immer';
import { castDraft } from 'immer';
import { evaluateExpression } from '../format/expression.ts';
import type { Path } from '../finding.ts';
import { coveredNumber, numbersOf } from '../format/range.ts';
import type {
  Issue,
  IssueChange,
  Option,
  Party,
  PartyChange,
  ScoredIssue,
  StatedNumber,
  WeightedIssue,
} from '../scenario.ts';
import { quote, suggestion } from '../suggest.ts';
import { sizeFault, thresholdFaults, weightFault } from '../format/thresholds.ts';

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
  if (faults.length > 0) return faults;
  return partyFaults(party, change, moment);
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
  const weights = change.weight ?? change.values ?? change.expression;
  if (issue === undefined) return [{ path, message: `issue ${quote(change.issue)} does not exist` }];
  if (party.preferences.form === 'scores') {
    if (weights !== undefined) return [{ path, message: 'this party has scores; change `scores`' }];
    const entry = party.preferences.issues[index];
    return entry === undefined ? [] : changeScores(entry, change, issue, path);
  }
  if (change.scores) return [{ path, message: 'this party has weights; change `weight`, `values` or `value`' }];
  const entry = party.preferences.issues[index];
  return entry === undefined ? [] : changeWeights(entry, change, issue, path);
}

function changeScores(entry: Mutable<ScoredIssue>, change: IssueChange, issue: Issue, path: Path): ChangeFault[] {
  const { scores = {}, weight: _w, values: _v, expression: _e, issue: _i, ...provenance } = change;
  const fault = entry.mentioned ? null : missing(ownOptions(issue), scores, [...path, 'scores']);
  if (fault !== null) return [fault];
  replaceNumbers(entry.scores, scores, issue);
  Object.assign(entry, castDraft(provenance), { mentioned: true });
  return [];
}

function changeWeights(entry: Mutable<WeightedIssue>, change: IssueChange, issue: Issue, path: Path): ChangeFault[] {
  const { weight, values, expression, scores: _s, issue: _i, ...provenance } = change;
  if (!entry.mentioned) {
    if (!weight) return [{ path, message: 'this party did not mention the issue before, so it needs a weight here' }];
    const asked = ownOptions(issue).slice(expression === undefined ? 0 : issue.numbers);
    const fault = missing(asked, values ?? {}, [...path, 'values']);
    if (fault !== null) return [fault];
  }
  if (weight) entry.weight = castDraft(weight);
  if (expression !== undefined) {
    const result = evaluateExpression(expression, numbersOf(issue));
    if (!result.ok) return [{ path: [...path, 'value'], message: result.message }];
    entry.values.splice(0, issue.numbers, ...result.values.map((value) => ({ value })));
    entry.expression = expression;
  }
  if (values) {
    const number = issue.options.slice(0, issue.numbers).find((option) => Object.hasOwn(values, option.id));
    if (number !== undefined && entry.expression !== undefined && issue.options.length > issue.numbers) {
      return [{ path: [...path, 'values', number.id], message: coveredNumber(number.id) }];
    }
    if (number !== undefined) delete entry.expression;
    replaceNumbers(entry.values, values, issue);
  }
  Object.assign(entry, castDraft(provenance), { mentioned: true });
  return [];
}

function replaceNumbers(
  target: Mutable<StatedNumber>[],
  numbers: Readonly<Record<string, StatedNumber>>,
  issue: Issue,
): void {
  for (const [k, option] of issue.options.entries()) {
    const number = Object.hasOwn(numbers, option.id) ? numbers[option.id] : undefined;
    if (number !== undefined) target[k] = castDraft(number);
  }
}

/** An issue that the party did not mention before has no numbers to keep. */
function missing(
  asked: readonly Option[],
  numbers: Readonly<Record<string, StatedNumber>>,
  path: Path,
): ChangeFault | null {
  const options = asked.filter((option) => !Object.hasOwn(numbers, option.id));
  if (options.length === 0) return null;
  const list = options.map((option) => quote(option.id)).join(', ');
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

function partyFaults(party: Party, change: PartyChange, moment: string): ChangeFault[] {
  const faults: ChangeFault[] = thresholdFaults(party).map(({ key, message }) => ({
    path: change[key] ? [key] : change.disagreement ? ['disagreement'] : change.reservation ? ['reservation'] : [],
    message: `${moment}${message}`,
  }));
  const { preferences } = party;
  const weights =
    preferences.form === 'weights' ? weightFault(preferences.issues.map((issue) => issue.weight.value)) : null;
  const size = sizeFault(party);
  if (weights !== null) faults.push({ path: ['issues'], message: `${moment}${weights}` });
  if (size !== null) faults.push({ path: [], message: size });
  return faults;
}
