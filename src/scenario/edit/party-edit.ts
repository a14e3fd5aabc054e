/**
 * An edit of one party's positions, made as the change that a stage would make.
 */
import type { Draft as Mutable } from 'immer';
import { castDraft, current } from 'immer';
import { changeParty } from './change.ts';
import { isNotArising, ownOptions } from '../format/conditional.ts';
import { restoreIssue, restoreThresholds, scaleByHand, setByHand } from './numbers.ts';
import type {
  Issue,
  IssueChange,
  Party,
  PartyChange,
  RedLine,
  Scenario,
  ScoredIssue,
  StatedNumber,
  WeightedIssue,
} from '../scenario.ts';
import type { NumberEdit, SingleEdit } from '../format/schema-edit.ts';
import { LARGEST } from '../format/schema-shared.ts';
import { quote, unknownName } from '../suggest.ts';

type LineEdit = Extract<SingleEdit, { readonly kind: 'dropRedLine' | 'restoreRedLine' }>;
type PartyEdit = NumberEdit | LineEdit;

/** Why the edit cannot be made, or null. `origin` is the scenario whose numbers count as the file's. */
export function writePartyEdit(
  draft: Mutable<Scenario>,
  edit: PartyEdit,
  issues: readonly Issue[],
  origin: Scenario,
): string | null {
  const target = draft.parties.find((candidate) => candidate.id === edit.party);
  if (target === undefined) {
    const known = draft.parties.map((candidate) => candidate.id);
    return unknownName('party', edit.party, known);
  }
  const before = origin.parties.find((candidate) => candidate.id === edit.party) ?? current(target);
  if (edit.kind === 'restoreRedLine') return restoreRedLine(target, before, edit.redLine);
  const change = changeOf(edit, current(target), before, issues);
  if (typeof change === 'string') return `party ${quote(edit.party)}: ${change}`;
  const fault = changeParty(target, change, issues, '')[0];
  if (fault !== undefined) return `party ${quote(edit.party)}: ${fault.message}`;
  restoreThresholds(target, before);
  for (const { issue } of change.issues) {
    const k = issues.findIndex((candidate) => candidate.id === issue);
    restoreIssue(target, before, k);
  }
  return null;
}

/** Puts a line of the file back to where it stood among those that are still there. */
function restoreRedLine(target: Mutable<Party>, before: Party, id: string): string | null {
  const known = before.redLines.map((redLine) => redLine.id);
  if (!known.includes(id)) return `party ${quote(target.id)}: ${unknownName('red line', id, known)}`;
  const others = target.redLines.filter((redLine) => !known.includes(redLine.id));
  const kept = (redLine: RedLine): boolean =>
    redLine.id === id || target.redLines.some((standing) => standing.id === redLine.id);
  target.redLines = [...castDraft(before.redLines.filter(kept)), ...others];
  return null;
}

/** The change that makes the edit, or why there is none. Ranges are those of `before`, the party as the file has it. */
function changeOf(
  edit: Exclude<PartyEdit, { readonly kind: 'restoreRedLine' }>,
  party: Party,
  before: Party,
  issues: readonly Issue[],
): PartyChange | string {
  const nothing: PartyChange = { party: party.id, issues: [], redLines: [], dropRedLines: [], adjustments: [] };
  switch (edit.kind) {
    case 'dropRedLine': {
      const known = party.redLines.map((redLine) => redLine.id);
      if (!known.includes(edit.redLine)) return unknownName('red line', edit.redLine, known);
      return { ...nothing, dropRedLines: [edit.redLine] };
    }
    case 'disagreement':
    case 'reservation':
    case 'aspiration': {
      const fault = rangeFault(`the ${edit.kind} value`, edit.value, -LARGEST, LARGEST);
      if (fault !== null) return fault;
      // A reservation value that the file leaves out has no range of its own.
      const inFile = edit.kind === 'reservation' && before.reservationIsDisagreement ? undefined : before[edit.kind];
      return { ...nothing, [edit.kind]: setByHand(inFile ?? { value: edit.value }, edit.value) };
    }
    default: {
      const k = issues.findIndex((candidate) => candidate.id === edit.issue);
      const issue = issues[k];
      if (issue === undefined) {
        const known = issues.map((candidate) => candidate.id);
        return unknownName('issue', edit.issue, known);
      }
      const change = issueChange(edit, party, before, issue, k);
      return typeof change === 'string' ? `issue ${quote(issue.id)}: ${change}` : { ...nothing, issues: [change] };
    }
  }
}

type IssueEdit = Extract<NumberEdit, { readonly issue: string }>;

function issueChange(edit: IssueEdit, party: Party, before: Party, issue: Issue, k: number): IssueChange | string {
  const { preferences } = party;
  const old = before.preferences;
  if (preferences.form === 'scores') {
    const entry = preferences.issues[k];
    if (edit.kind === 'weight') return 'this party has scores, which can be scaled, and no weights';
    return entry === undefined
      ? 'has no scores'
      : scoreChange(edit, entry, (old.form === 'scores' ? old.issues[k] : null) ?? entry, issue);
  }
  const entry = preferences.issues[k];
  if (edit.kind === 'scale') return 'this party has weights; scaling is for scores';
  return entry === undefined
    ? 'has no values'
    : weightChange(edit, entry, (old.form === 'weights' ? old.issues[k] : null) ?? entry, issue);
}

function scoreChange(
  edit: Extract<IssueEdit, { readonly kind: 'value' | 'scale' }>,
  entry: ScoredIssue,
  old: ScoredIssue,
  issue: Issue,
): IssueChange | string {
  const wrong = edit.kind === 'scale' ? factorFault(edit.factor) : valueFault(edit, issue, -LARGEST, LARGEST);
  if (wrong !== null) return wrong;
  const scores = entry.scores.map((score, k) => {
    if (edit.kind === 'scale') return scaleByHand(score, edit.factor, entry);
    return issue.options[k]?.id === edit.option ? setByHand(old.scores[k] ?? score, edit.value, entry) : score;
  });
  const tooLarge = scores.some(({ value, low = value, high = value }) => Math.max(-low, high) > LARGEST);
  if (tooLarge) return `a score would pass ${LARGEST}`;
  return { issue: issue.id, scores: byOption(issue, scores) };
}

function weightChange(
  edit: Extract<IssueEdit, { readonly kind: 'weight' | 'value' }>,
  entry: WeightedIssue,
  old: WeightedIssue,
  issue: Issue,
): IssueChange | string {
  const wrong =
    edit.kind === 'weight' ? rangeFault('a weight', edit.value, 0, LARGEST) : valueFault(edit, issue, 0, 100);
  if (wrong !== null) return wrong;
  const weight = edit.kind === 'weight' ? setByHand(old.weight, edit.value, entry) : entry.weight;
  const values = entry.values.map((value, k) =>
    edit.kind === 'value' && issue.options[k]?.id === edit.option
      ? setByHand(old.values[k] ?? value, edit.value, entry)
      : value,
  );
  if (!entry.mentioned) return { issue: issue.id, weight, values: byOption(issue, values) };
  if (edit.kind === 'weight') return { issue: issue.id, weight };
  return {
    issue: issue.id,
    values: byOption(
      issue,
      values.map((value, k) => (value.value === entry.values[k]?.value ? null : value)),
    ),
  };
}

/** By option id, without the options that have none. */
function byOption(issue: Issue, numbers: readonly (StatedNumber | null)[]): Record<string, StatedNumber> {
  return Object.fromEntries(
    ownOptions(issue).flatMap((option, k) => {
      const number = numbers[k] ?? null;
      return number === null ? [] : [[option.id, number]];
    }),
  );
}

function valueFault(
  edit: { readonly option: string; readonly value: number },
  issue: Issue,
  least: number,
  most: number,
): string | null {
  const known = issue.options.map((option) => option.id);
  if (!known.includes(edit.option)) return unknownName('option', edit.option, known);
  if (isNotArising(issue, edit.option) && edit.value !== 0) return 'where it does not arise it is worth nothing';
  return rangeFault(`option ${quote(edit.option)}`, edit.value, least, most);
}

function factorFault(factor: number): string | null {
  return rangeFault('the factor', factor, 0, LARGEST);
}

function rangeFault(what: string, value: number, least: number, most: number): string | null {
  if (value >= least && value <= most) return null;
  return `${what} must be a number from ${least} to ${most}, found ${value}`;
}
