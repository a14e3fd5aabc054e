/**
 * One party's changed numbers and dropped red lines, written into the text that holds its preferences.
 */
import { ownOptions } from '../format/conditional.ts';
import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { Path } from '../finding.ts';
import { plainNumber } from './plain-data.ts';
import type { Issue, IssueChange, Party, PartyChange, StatedNumber } from '../scenario.ts';
import type { PatchedText } from './text-patch.ts';
import { appendValues, insertPairs, nodeAt, pairIn, removeEntries, replaceNode, replacePair } from './text-patch.ts';

/** `path` leads to the block with the preferences; `to` is the party after the change. */
export function saveParty(
  target: PatchedText,
  path: Path,
  change: PartyChange,
  to: Party,
  issues: readonly Issue[],
): void {
  const body = nodeAt(target, path);
  if (!isMap(body)) return;
  for (const key of ['disagreement', 'reservation', 'aspiration', 'firmness'] as const) {
    const number = change[key];
    if (number !== undefined) setNumber(target, body, key, number, 'disagreement');
  }
  const entries = pairIn(body, 'issues')?.value;
  if (isMap(entries)) {
    for (const issue of change.issues) saveIssue(target, entries, issue, to, issues);
  }
  const redLines = pairIn(body, 'redLines')?.value;
  if (change.dropRedLines.length === 0 || !isSeq(redLines)) return;
  const gone = redLines.items.flatMap((item, k) => {
    const { value: id } = scalarIn(item, 'id');
    return change.dropRedLines.includes(id) ? [k] : [];
  });
  changeList(target, body, 'redLines', gone, []);
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
  const { issue: id, weight, values, scores } = change;
  const entry = pairIn(entries, id)?.value;
  if (!isMap(entry)) {
    const numbers = {
      ...(values && { values: plainNumbers(values) }),
      ...(scores && { scores: plainNumbers(scores) }),
    };
    insertPairs(target, entries, [[id, { ...(weight && { weight: plainNumber(weight) }), ...numbers }]]);
    return;
  }
  if (weight !== undefined) setNumber(target, entry, 'weight', weight);
  const whole = valuesInPlaceOfExpression(entry, to, issues, id);
  if (whole !== null) return replacePair(target, entry, 'value', ['values', whole]);
  for (const [key, numbers] of Object.entries({ values, scores })) {
    const block = pairIn(entry, key)?.value;
    if (!isMap(block) || numbers === undefined) continue;
    for (const [option, number] of Object.entries(numbers)) setNumber(target, block, option, number);
  }
}

/** All values of an issue whose expression no longer gives them; null where it does, or where there was none. */
function valuesInPlaceOfExpression(entry: YAMLMap, to: Party, issues: readonly Issue[], id: string): unknown {
  const k = issues.findIndex((issue) => issue.id === id);
  const now = to.preferences.form === 'weights' ? to.preferences.issues[k] : undefined;
  if (now === undefined || now.expression !== undefined || pairIn(entry, 'value') === undefined) return null;
  const options = issues[k] === undefined ? [] : ownOptions(issues[k]);
  return Object.fromEntries(options.map(({ id: option }, o) => [option, plainNumber(now.values[o]!)]));
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
  if (!isMap(node) || nodeIn(node, 'value') === null) {
    const own = nodeIn(block, key);
    if (own !== null) replaceNode(target, own, plainNumber(to));
    return;
  }
  const wanted = new Map<string, unknown>(Object.entries(to));
  for (const [part, value] of wanted) {
    const old = nodeIn(node, part);
    if (old !== null && !isDeepStrictEqual(dataOf(old), value)) replaceNode(target, old, value);
  }
  const missing = [...wanted].filter(([part]) => nodeIn(node, part) === null);
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

function nodeIn(block: unknown, key: string) {
  const value = pairIn(block, key)?.value;
  return isNode(value) ? value : null;
}
