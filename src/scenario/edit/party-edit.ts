/**
 * An edit of one party's positions, made as the change that a stage would make.
 */
import type { Draft as Mutable } from 'immer';
import { castDraft, current } from 'immer';
import { changeParty, restandIn } from './change.ts';
import { isNotArising, ownCount, ownNamed } from '../format/conditional.ts';
import { restoreIssue, restoreThresholds, scaleByHand, setByHand } from './numbers.ts';
import { compare, fractionOf, fractionText, multiply, ONE, readFraction, ZERO } from '../../exact/fraction.ts';
import { isNumberLine, listedIds, numberCount, optionAt, optionId } from '../format/options.ts';
import type {
  Curve,
  Issue,
  IssueChange,
  Party,
  PartyChange,
  RedLine,
  Provenance,
  Scenario,
  StatedNumber,
  WeightedIssue,
  Worths,
} from '../scenario.ts';
import type { CurveEdit, NumberEdit, SingleEdit } from '../format/schema-edit.ts';
import { ANYWHERE, UNKNOWN_SCORE, UNKNOWN_WEIGHT } from '../format/unknown.ts';
import { LARGEST } from '../format/limits.ts';
import { quote, unknownName } from '../suggest.ts';
import { patternFault } from './pattern-fault.ts';
import { listedPlace, worthAt } from '../format/worth.ts';

type LineEdit = Extract<
  SingleEdit,
  { readonly kind: 'dropRedLine' | 'restoreRedLine' | 'redLine' | 'holds' | 'adjustment' }
>;
type PartyEdit = NumberEdit | CurveEdit | LineEdit;

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
  if (edit.kind === 'restoreRedLine') return restoreRedLine(target, before, edit.redLine, origin);
  if (edit.kind === 'adjustment') return writeAdjustment(target, edit);
  if (edit.kind === 'reservation' && edit.unknown !== undefined) {
    // Only what no deal is worth can be unknown; the least without a number of its own is that.
    target.reservation = target.disagreement;
    target.reservationIsDisagreement = true;
    return null;
  }
  const change = changeOf(edit, current(target), before, issues);
  if (typeof change === 'string') return `party ${quote(edit.party)}: ${change}`;
  const fault = changeParty(target, change, issues, '')[0];
  if (fault !== undefined) return `party ${quote(edit.party)}: ${fault.message}`;
  restoreThresholds(target, before);
  for (const { issue } of change.issues) {
    const k = issues.findIndex((candidate) => candidate.id === issue);
    const known = issues[k];
    if (known !== undefined) restoreIssue(target, before, known, k);
  }
  restandIn(target, issues);
  return null;
}

/**
 * Puts a line of the file back to where it stood among those that are still there; one that the positions do not have
 * stands as the first stage that draws it says, behind the others.
 */
function restoreRedLine(target: Mutable<Party>, before: Party, id: string, { stages }: Scenario): string | null {
  if (target.redLines.some((redLine) => redLine.id === id)) return null;
  const known = before.redLines.map((redLine) => redLine.id);
  if (!known.includes(id)) {
    const drawn = stages.flatMap(({ change }) => change.filter(({ party }) => party === target.id));
    const later = drawn.flatMap(({ redLines }) => redLines);
    const line = later.find((redLine) => redLine.id === id);
    if (line === undefined) {
      return `party ${quote(target.id)}: ${unknownName('red line', id, [...known, ...later.map((each) => each.id)])}`;
    }
    target.redLines.push(castDraft(line));
    return null;
  }
  const others = target.redLines.filter((redLine) => !known.includes(redLine.id));
  const kept = (redLine: RedLine): boolean =>
    redLine.id === id || target.redLines.some((standing) => standing.id === redLine.id);
  target.redLines = [...castDraft(before.redLines.filter(kept)), ...others];
  return null;
}

/** The points of one adjustment; why and sources speak of the file's number and go. */
function writeAdjustment(
  target: Mutable<Party>,
  edit: Extract<PartyEdit, { readonly kind: 'adjustment' }>,
): string | null {
  const { index, value, exact } = edit;
  const old = target.adjustments[index];
  if (old === undefined) return `party ${quote(target.id)} has no adjustment ${index + 1}`;
  const fault = rangeFault('an adjustment', value, -LARGEST, LARGEST);
  if (fault !== null) return `party ${quote(target.id)}: ${fault}`;
  if (old.add === value && old.exact === exact) return null;
  target.adjustments[index] = { when: old.when, add: value, ...(exact !== undefined && { exact }) };
  return null;
}

function numberOf({ value, exact }: Pick<StatedNumber, 'value' | 'exact'>): Pick<StatedNumber, 'value' | 'exact'> {
  return { value, ...(exact !== undefined && { exact }) };
}

/** The change that makes the edit, or why there is none. Ranges are those of `before`, the party as the file has it. */
function changeOf(
  edit: Exclude<PartyEdit, { readonly kind: 'restoreRedLine' | 'adjustment' }>,
  party: Party,
  before: Party,
  issues: readonly Issue[],
): PartyChange | string {
  const nothing: PartyChange = { party: party.id, issues: [], redLines: [], dropRedLines: [], adjustments: [] };
  switch (edit.kind) {
    case 'dropRedLine': {
      const known = idsOf(party.redLines);
      if (!known.includes(edit.redLine)) return unknownName('red line', edit.redLine, known);
      return { ...nothing, dropRedLines: [edit.redLine] };
    }
    case 'redLine': {
      const fault = patternFault(edit.redLine.when, issues);
      if (fault !== null) return `red line ${quote(edit.redLine.id)}: ${fault}`;
      const { holds, bluff } = party.redLines.find(({ id }) => id === edit.redLine.id) ?? {};
      const kept = { ...(holds !== undefined && { holds }), ...(bluff !== undefined && { bluff }) };
      return { ...nothing, redLines: [{ ...edit.redLine, ...kept }] };
    }
    case 'holds': {
      const line = party.redLines.find(({ id }) => id === edit.redLine);
      if (line === undefined) return unknownName('red line', edit.redLine, idsOf(party.redLines));
      const fault = rangeFault('the probability that a red line holds', edit.value, 0, 1);
      if (fault !== null) return fault;
      const inFile = before.redLines.find(({ id }) => id === edit.redLine)?.holds ?? line.holds;
      const holds = setByHand(inFile ?? numberOf(edit), numberOf(edit));
      return { ...nothing, redLines: [{ ...line, holds }] };
    }
    case 'disagreement':
    case 'reservation':
    case 'aspiration':
    case 'firmness': {
      if ('unknown' in edit) return { ...nothing, [edit.kind]: UNKNOWN_SCORE };
      const fault = rangeFault(`the ${edit.kind} value`, edit.value, -LARGEST, LARGEST);
      if (fault !== null) return fault;
      // A reservation value that the file leaves out has no range of its own.
      const inFile = edit.kind === 'reservation' && before.reservationIsDisagreement ? undefined : before[edit.kind];
      return { ...nothing, [edit.kind]: setByHand(inFile ?? numberOf(edit), numberOf(edit)) };
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

function idsOf(lines: readonly RedLine[]): string[] {
  return lines.map(({ id }) => id);
}

type IssueEdit = CurveEdit | Extract<NumberEdit, { readonly issue: string }>;

function issueChange(edit: IssueEdit, party: Party, before: Party, issue: Issue, k: number): IssueChange | string {
  const { preferences } = party;
  const file = before.preferences;
  if (preferences.form === 'scores') {
    const entry = preferences.issues[k];
    if (edit.kind === 'weight') return 'this party has scores, which can be scaled, and no weights';
    const old = file.form === 'scores' ? file.issues[k] : undefined;
    return entry === undefined ? 'has no scores' : scoreChange(edit, entry, old ?? entry, issue);
  }
  const entry = preferences.issues[k];
  if (edit.kind === 'scale') return 'this party has weights; scaling is for scores';
  const old = file.form === 'weights' ? file.issues[k] : undefined;
  return entry === undefined ? 'has no values' : weightChange(edit, entry, old ?? entry, issue);
}

function scoreChange(
  edit: Exclude<IssueEdit, { readonly kind: 'weight' }>,
  entry: Worths,
  old: Worths,
  issue: Issue,
): IssueChange | string {
  if (edit.kind === 'curve') {
    return { issue: issue.id, score: curveOf(edit, old.curve), ...(!entry.mentioned && { scores: zeros(issue) }) };
  }
  const change = edit.kind === 'scale' ? scaled(edit.factor, entry, issue) : moved(edit, entry, old, issue, LARGEST);
  if (typeof change === 'string') return change;
  const { curve, listed } = change;
  return { issue: issue.id, ...(curve !== undefined && { score: curve }), scores: listed };
}

function weightChange(
  edit: Exclude<IssueEdit, { readonly kind: 'scale' }>,
  entry: WeightedIssue,
  old: WeightedIssue,
  issue: Issue,
): IssueChange | string {
  if (edit.kind === 'weight') {
    const wrong = rangeFault('a weight', edit.value, 0, LARGEST);
    if (wrong !== null) return wrong;
    const weight = edit.unknown === undefined ? setByHand(old.weight, numberOf(edit), entry) : UNKNOWN_WEIGHT;
    return { issue: issue.id, weight, ...(!entry.mentioned && unmentionedValues(issue)) };
  }
  if (edit.kind === 'curve') {
    const weight = entry.mentioned ? undefined : entry.weight;
    const named = entry.mentioned ? undefined : zeros(issue);
    return {
      issue: issue.id,
      ...(weight !== undefined && { weight }),
      value: curveOf(edit, old.curve),
      ...(named !== undefined && { values: named }),
    };
  }
  const change = moved(edit, entry, old, issue, 100);
  if (typeof change === 'string') return change;
  const { curve, listed } = change;
  return {
    issue: issue.id,
    ...(!entry.mentioned && { weight: entry.weight }),
    ...(curve !== undefined && { value: curve }),
    values: listed,
  };
}

/** What a change says of an issue's worths: options one by one, and a curve where that changes. */
interface WorthsChange {
  readonly curve?: Curve;
  readonly listed: Readonly<Record<string, StatedNumber>>;
}

/** One option's worth set by hand: a number of points moves the curve through it. */
function moved(
  edit: Extract<IssueEdit, { readonly kind: 'value' }>,
  entry: Worths,
  old: Worths,
  issue: Issue,
  most: number,
): WorthsChange | string {
  const option = optionAt(issue, edit.option);
  if (option === -1) return unknownName('option', edit.option, listedIds(issue));
  const wrong = rangeFault(`option ${quote(edit.option)}`, edit.value, most === 100 ? 0 : -most, most);
  if (wrong !== null) return wrong;
  if (isNotArising(issue, edit.option))
    return edit.value === 0 ? { listed: {} } : 'where it does not arise it is worth nothing';
  if (!entry.mentioned) {
    if (isNumberLine(issue)) return 'has no values yet; give it a curve first';
    return { listed: { ...zeros(issue, 0), [edit.option]: numberOf(edit) } };
  }
  const onCurve = listedPlace(issue, entry, option) === -1;
  if (onCurve && entry.curve !== null && 'points' in entry.curve) {
    const curve =
      edit.unknown === undefined
        ? throughPoint(entry.curve, old.curve, edit.option, numberOf(edit), entry)
        : asBefore(entry.curve, old.curve, edit.option);
    return { curve, listed: {} };
  }
  if (edit.unknown !== undefined) return { listed: { [edit.option]: most === 100 ? ANYWHERE : UNKNOWN_SCORE } };
  if (onCurve && isNumberLine(issue)) return 'its numbers have a formula; change that, or give points in its place';
  const file = onCurve
    ? worthAt(issue, old, option)
    : (old.listed[listedPlace(issue, old, option)] ?? worthAt(issue, old, option));
  return { listed: { [edit.option]: setByHand(file, numberOf(edit), entry) } };
}

/** The points with one of them moved, or added where there was none. */
function throughPoint(
  curve: Extract<Curve, { readonly points: unknown }>,
  old: Curve | null,
  at: string,
  value: Pick<StatedNumber, 'value' | 'exact'>,
  around: Provenance,
): Curve {
  const pointAt = (of: Curve | null) =>
    of !== null && 'points' in of ? of.points.find((point) => point.at === at) : undefined;
  const point = {
    at,
    worth: setByHand(pointAt(old)?.worth ?? pointAt(curve)?.worth ?? { value: Number.NaN }, value, around),
  };
  const others = curve.points.filter((other) => other.at !== at);
  const place = (of: { readonly at: string }) => readFraction(of.at) ?? ZERO;
  return { ...curve, points: [...others, point].toSorted((a, b) => compare(place(a), place(b))) };
}

/** The points with one of them as the file has it, which may be not at all. */
function asBefore(curve: Extract<Curve, { readonly points: unknown }>, old: Curve | null, at: string): Curve {
  const before = old !== null && 'points' in old ? old.points.find((point) => point.at === at) : undefined;
  return {
    ...curve,
    points: curve.points.flatMap((point) => (point.at === at ? (before ?? []) : point)),
  };
}

/** The curve of an edit: a formula, or points whose reasons stay where their number is the file's. */
function curveOf(edit: Extract<IssueEdit, { readonly kind: 'curve' }>, old: Curve | null): Curve {
  const clip = old?.clip ?? false;
  if (edit.formula !== undefined) return { formula: edit.formula, clip };
  const before = old !== null && 'points' in old ? old.points : [];
  const points = (edit.points ?? []).map(({ at, value }) => {
    const same = before.find((point) => point.at === at && point.worth.value === value);
    return same ?? { at, worth: { value } };
  });
  return { points, clip };
}

/** All scores of an issue and their curve times a factor. */
function scaled(factor: number, entry: Worths, issue: Issue): WorthsChange | string {
  const wrong = rangeFault('the factor', factor, 0, LARGEST);
  if (wrong !== null) return wrong;
  const first = entry.curve === null ? 0 : numberCount(issue);
  const listed = entry.listed.map((score) => scaleByHand(score, factor, entry));
  const curve = entry.curve === null ? undefined : scaledCurve(entry.curve, factor, entry);
  const all = [...listed, ...(curve !== undefined && 'points' in curve ? curve.points.map(({ worth }) => worth) : [])];
  const tooLarge = all.some(({ value, low = value, high = value }) => Math.max(-low, high) > LARGEST);
  if (tooLarge) return `a score would pass ${LARGEST}`;
  if (!entry.mentioned) return { listed: isNumberLine(issue) ? {} : zeros(issue, 0) };
  return {
    ...(curve !== undefined && { curve }),
    listed: Object.fromEntries(listed.map((score, k) => [optionId(issue, first + k), score])),
  };
}

function scaledCurve(curve: Curve, factor: number, around: Provenance): Curve {
  if ('points' in curve) {
    return {
      ...curve,
      points: curve.points.map(({ at, worth }) => ({ at, worth: scaleByHand(worth, factor, around) })),
    };
  }
  return { ...curve, formula: scaledFormula(curve.formula, factor) };
}

/** "2 * (x - 7000)"; a factor that stands before the formula already is multiplied, and 1 is left out. */
function scaledFormula(formula: string, factor: number): string {
  const [, before, inner] = /^(\d[\d.e+-]*) \* \((.*)\)$/.exec(formula) ?? [];
  const isWhole = inner !== undefined && balanced(inner);
  const times = multiply(fractionOf(factor), isWhole ? (readFraction(before ?? '') ?? ONE) : ONE);
  const rest = isWhole ? inner : formula;
  return compare(times, ONE) === 0 ? rest : `${fractionText(times)} * (${rest})`;
}

/** No bracket of the text closes one before it. */
function balanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '(') depth++;
    if (sign === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** 0 for every option from the first on; by default for the named ones. */
function zeros(issue: Issue, first = numberCount(issue)): Record<string, StatedNumber> {
  return Object.fromEntries(
    Array.from({ length: ownCount(issue) - first }, (_, k) => [optionId(issue, first + k), { value: 0 }]),
  );
}

/** What an issue that the party did not mention is worth to it, written out. */
function unmentionedValues(issue: Issue): Pick<IssueChange, 'value' | 'values'> {
  if (!isNumberLine(issue)) return { values: zeros(issue, 0) };
  return { value: { formula: '0', clip: false }, ...(ownNamed(issue).length > 0 && { values: zeros(issue) }) };
}

function rangeFault(what: string, value: number, least: number, most: number): string | null {
  if (value >= least && value <= most) return null;
  return `${what} must be a number from ${least} to ${most}, found ${value}`;
}
