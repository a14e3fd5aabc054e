/**
 * One party's changed numbers and dropped red lines, written into the text that holds its preferences.
 */
import { dequal } from 'dequal';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, Scalar, YAMLMap } from 'yaml';
import type { Path } from '../finding.ts';
import { plainNumber, plainCurve, plainRedLine } from './plain-data.ts';
import type { Issue, IssueChange, Party, PartyChange, RedLine, StatedNumber, Curve } from '../scenario.ts';
import { isNumberLine, numberCount, optionId } from '../format/options.ts';
import { UNKNOWN } from '../format/unknown.ts';
import { issueValue } from './scenario-texts.ts';
import { restate } from './restate.ts';
import type { PatchedText } from './text-patch.ts';
import {
  appendValues,
  insertPairs,
  nodeAt,
  pairIn,
  removeEntries,
  replaceNode,
  replacePair,
  valueIn,
} from './text-patch.ts';
import { Written } from './yaml-text.ts';

const THRESHOLDS = ['disagreement', 'reservation', 'aspiration', 'firmness'] as const;

/** `path` leads to the block with the preferences; `from` and `to` are the party before and after the change. */
export function saveParty(
  target: PatchedText,
  path: Path,
  change: PartyChange,
  from: Party,
  to: Party,
  issues: readonly Issue[],
): void {
  const body = nodeAt(target, path);
  if (!isMap(body)) return;
  for (const key of THRESHOLDS) {
    const number = change[key];
    if (number !== undefined) setNumber(target, body, key, number, 'disagreement');
  }
  const entries = pairIn(body, 'issues')?.value;
  if (isMap(entries)) {
    for (const issue of change.issues) saveIssue(target, entries, issue, to, issues);
  }
  saveRedLines(target, body, change, from.redLines);
}

/** Lines that go, those that say something else in their place, and new ones at the end. */
function saveRedLines(
  target: PatchedText,
  body: YAMLMap,
  { redLines, dropRedLines }: PartyChange,
  before: readonly RedLine[],
): void {
  const list = pairIn(body, 'redLines')?.value;
  const standing = isSeq(list) ? list.items.map((item) => scalarIn(item, 'id').value) : [];
  // One that is dropped and added again stands at the end.
  const isChanged = ({ id }: RedLine): boolean => standing.includes(id) && !dropRedLines.includes(id);
  for (const redLine of redLines.filter(isChanged)) {
    const item = isSeq(list) ? list.items[standing.indexOf(redLine.id)] : undefined;
    const old = before.find(({ id }) => id === redLine.id);
    if (isMap(item) && old !== undefined) restate(target, item, plainRedLine(old), plainRedLine(redLine));
    else if (isMap(item)) replaceNode(target, item, plainRedLine(redLine));
  }
  const gone = standing.flatMap((id, k) => (dropRedLines.includes(id) ? [k] : []));
  const added = redLines.filter((redLine) => !isChanged(redLine)).map(plainRedLine);
  if (gone.length + added.length > 0) changeList(target, body, 'redLines', gone, added);
}

/** A further change of a party, into the change that a stage makes already; `path` leads to the stage's `change`. */
export function saveChange(
  target: PatchedText,
  path: Path,
  change: PartyChange,
  to: Party,
  issues: readonly Issue[],
): void {
  const changes = nodeAt(target, path);
  if (!isMap(changes)) return;
  const { party, issues: changed, redLines, dropRedLines } = change;
  const numbers = Object.fromEntries(changed.map((own) => [own.issue, plainIssue(own)]));
  const body = pairIn(changes, party)?.value;
  if (!isMap(body)) {
    const thresholds = THRESHOLDS.flatMap((key) =>
      change[key] === undefined ? [] : [[key, plainNumber(change[key])]],
    );
    const whole = {
      ...Object.fromEntries(thresholds),
      ...(changed.length > 0 && { issues: numbers }),
      ...(dropRedLines.length > 0 && { dropRedLines }),
      ...(redLines.length > 0 && { redLines: redLines.map(plainRedLine) }),
    };
    return insertPairs(target, changes, [[party, whole]]);
  }
  for (const key of THRESHOLDS) {
    const number = change[key];
    if (number !== undefined) setNumber(target, body, key, number);
  }
  const entries = pairIn(body, 'issues')?.value;
  if (isMap(entries)) for (const issue of changed) saveIssue(target, entries, issue, to, issues);
  else if (changed.length > 0) insertPairs(target, body, [['issues', numbers]]);
  if (dropRedLines.length > 0) changeList(target, body, 'dropRedLines', [], dropRedLines);
  if (redLines.length > 0) saveRedLines(target, body, { ...change, dropRedLines: [] }, []);
}

/** Takes entries out of a list and adds others at its end; a list that is not there is made. */
export function changeList(
  target: PatchedText,
  parent: YAMLMap,
  key: string,
  gone: readonly number[],
  added: readonly unknown[],
): void {
  const list = pairIn(parent, key)?.value;
  if (!isSeq(list)) {
    if (added.length > 0) insertPairs(target, parent, [[key, added]]);
  } else if (list.items.length === gone.length) {
    if (gone.length > 0 || added.length > 0) replaceNode(target, list, added);
  } else {
    removeEntries(target, list, gone);
    appendValues(target, list, added);
  }
}

/** The scalar under a key of a block, as text. */
export function scalarIn(node: unknown, key: string): { readonly value: string } {
  const value = isMap(node) ? node.get(key) : undefined;
  return { value: typeof value === 'string' || typeof value === 'number' ? String(value) : '' };
}

function saveIssue(
  target: PatchedText,
  entries: YAMLMap,
  change: IssueChange,
  to: Party,
  issues: readonly Issue[],
): void {
  const { issue: id, weight, value, values, score, scores } = change;
  const entry = pairIn(entries, id)?.value;
  if (isUnknown(entry)) return replaceNode(target, entry, issueValue(to, issues, id));
  if (!isMap(entry)) return insertPairs(target, entries, [[id, plainIssue(change)]]);
  // One word for all numbers of a line, which have a curve by now, under another key.
  const isLine = issues.some((issue) => issue.id === id && isNumberLine(issue));
  if (isLine && (isUnknown(pairIn(entry, 'values')?.value) || isUnknown(pairIn(entry, 'scores')?.value))) {
    return replaceNode(target, entry, issueValue(to, issues, id));
  }
  if (weight !== undefined) setNumber(target, entry, 'weight', weight);
  const whole = valuesInPlaceOfCurve(entry, to, issues, id);
  if (whole !== null) return replacePair(target, entry, whole.old, [whole.key, whole.values]);
  for (const [key, curve] of Object.entries({
    value,
    [pairIn(entry, 'score') === undefined ? 'scores' : 'score']: score,
  }))
    if (curve !== undefined) setCurve(target, entry, key, curve);
  for (const [key, numbers] of Object.entries({ values, scores })) {
    const block = pairIn(entry, key)?.value;
    if (numbers === undefined) continue;
    if (isUnknown(block)) {
      replaceNode(target, block, valuesOf(to, issues, id));
      continue;
    }
    if (block === undefined && Object.keys(numbers).length > 0)
      insertPairs(target, entry, [[key, plainNumbers(numbers)]]);
    if (!isMap(block)) continue;
    for (const [option, number] of Object.entries(numbers)) setNumber(target, block, option, number);
  }
}

/** The one word in place of an issue, or of its values. */
function isUnknown(node: unknown): node is Scalar {
  return isScalar(node) && node.value === UNKNOWN;
}

function valuesOf({ preferences }: Party, issues: readonly Issue[], id: string): unknown {
  const k = issues.findIndex((issue) => issue.id === id);
  const { curve, listed } = preferences.issues[k]!;
  const first = curve === null ? 0 : numberCount(issues[k]!);
  return Object.fromEntries(listed.map((own, o) => [optionId(issues[k]!, first + o), plainNumber(own)]));
}

function plainIssue({ weight, value, values, score, scores }: IssueChange): unknown {
  return {
    ...(weight && { weight: plainNumber(weight) }),
    ...(value && { value: plainCurve(value) }),
    ...(values && { values: plainNumbers(values) }),
    ...(score && { score: plainCurve(score) }),
    ...(scores && { scores: plainNumbers(scores) }),
  };
}

/** A curve in place of the one that stands there: of points, only those that differ are touched. */
function setCurve(target: PatchedText, entry: YAMLMap, key: string, curve: Curve): void {
  const standing = pairIn(entry, key)?.value;
  if (!isMap(standing) || 'formula' in curve) {
    const own = valueIn(entry, key);
    if (own !== null) replaceNode(target, own, plainCurve(curve));
    else if (key === 'value') insertPairs(target, entry, [[key, plainCurve(curve)]]);
    return;
  }
  const kept = curve.points.filter(({ at }) => pairIn(standing, at) !== undefined);
  const gone = standing.items.flatMap(({ key: at }, k) =>
    isScalar(at) && !curve.points.some((point) => point.at === String(at.value)) ? [k] : [],
  );
  if (gone.length === standing.items.length) return replaceNode(target, standing, plainCurve(curve));
  for (const { at, worth } of kept) setNumber(target, standing, at, worth);
  removeEntries(target, standing, gone);
  let behind: string | undefined;
  for (const { at, worth } of curve.points) {
    if (!kept.some((point) => point.at === at)) insertPairs(target, standing, [[at, plainNumber(worth)]], behind);
    else behind = at;
  }
}

/** All values of an issue whose curve no longer gives them; null where it does, or where there was none. */
function valuesInPlaceOfCurve(
  entry: YAMLMap,
  to: Party,
  issues: readonly Issue[],
  id: string,
): { readonly old: string; readonly key: string; readonly values: unknown } | null {
  const k = issues.findIndex((issue) => issue.id === id);
  const [issue, now] = [issues[k], to.preferences.issues[k]];
  const key = to.preferences.form === 'weights' ? 'values' : 'scores';
  const old = to.preferences.form === 'weights' ? 'value' : 'score';
  if (issue === undefined || now === undefined || now.curve !== null || pairIn(entry, old) === undefined) return null;
  return { old, key, values: valuesOf(to, issues, id) };
}

function plainNumbers(numbers: Readonly<Record<string, StatedNumber>>): unknown {
  return Object.fromEntries(Object.entries(numbers).map(([option, number]) => [option, plainNumber(number)]));
}

/**
 * Writes the number so that it reads back as `to`: of the range, confidence, date, reason and sources that stand with
 * it, those that `to` has not go, for they speak of the author's value. What stands at the issue, and comments of
 * other lines, stay.
 */
function setNumber(target: PatchedText, block: YAMLMap, key: string, to: StatedNumber, behind?: string): void {
  const node = pairIn(block, key)?.value;
  if (node === undefined) return insertPairs(target, block, [[key, plainNumber(to)]], behind);
  if (!isMap(node) || valueIn(node, 'value') === null) {
    const own = valueIn(block, key);
    if (own !== null) replaceNode(target, own, plainNumber(to));
    return;
  }
  const { exact, ...rest } = to;
  const wanted = new Map<string, unknown>(Object.entries(rest));
  if (exact !== undefined) wanted.set('value', new Written(exact));
  for (const [part, value] of wanted) {
    const old = valueIn(node, part);
    if (old !== null && !dequal(dataOf(old), value)) replaceNode(target, old, value);
  }
  const missing = [...wanted].filter(([part]) => valueIn(node, part) === null);
  const range = node.items.flatMap(({ key: part }) => {
    const name = isScalar(part) ? String(part.value) : '';
    return ['value', 'low', 'high'].includes(name) && wanted.has(name) ? [name] : [];
  });
  insertPairs(target, node, missing, range.at(-1));
  const gone = node.items.flatMap(({ key: part }, k) => (isScalar(part) && !wanted.has(String(part.value)) ? [k] : []));
  removeEntries(target, node, gone);
}

function dataOf(node: Node): unknown {
  if (isScalar(node)) return node.value;
  return isSeq(node) ? node.toJSON() : undefined;
}
