/**
 * One party's changed numbers and dropped red lines, written into the text that holds its preferences.
 */
import { isMap, isNode, isSeq } from 'yaml';
import type { YAMLMap } from 'yaml';
import type { Path } from './finding.ts';
import { plainNumber } from './plain-data.ts';
import type { Issue, IssueChange, Party, PartyChange, StatedNumber } from './scenario.ts';
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
  for (const key of ['disagreement', 'reservation', 'aspiration'] as const) {
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
  const options = issues[k]?.options ?? [];
  return Object.fromEntries(now.values.map((value, o) => [options[o]?.id ?? '', plainNumber(value)]));
}

function plainNumbers(numbers: Readonly<Record<string, StatedNumber>>): unknown {
  return Object.fromEntries(Object.entries(numbers).map(([option, number]) => [option, plainNumber(number)]));
}

/**
 * Writes the value and what is left of the range. What the author wrote about the number (confidence, date, reason,
 * sources, comments) stays for the author to go over.
 */
function setNumber(target: PatchedText, block: YAMLMap, key: string, to: StatedNumber, behind?: string): void {
  const node = pairIn(block, key)?.value;
  if (node === undefined) return insertPairs(target, block, [[key, to.value]], behind);
  const value = nodeIn(node, 'value');
  if (!isMap(node) || value === null) {
    const own = nodeIn(block, key);
    if (own !== null) replaceNode(target, own, to.value);
    return;
  }
  if (node.get('value') !== to.value) replaceNode(target, value, to.value);
  const ends = (['low', 'high'] as const).filter((end) => node.has(end));
  for (const end of ends) {
    const number = to[end];
    const old = nodeIn(node, end);
    if (number !== undefined && old !== null && node.get(end) !== number) replaceNode(target, old, number);
  }
  const gone = ends.filter((end) => to[end] === undefined).map(String);
  const indices = node.items.flatMap((_, k) => (gone.some((end) => pairIn(node, end) === node.items[k]) ? [k] : []));
  removeEntries(target, node, indices);
}

function nodeIn(block: unknown, key: string) {
  const value = pairIn(block, key)?.value;
  return isNode(value) ? value : null;
}
