/**
 * Small changes of a YAML or JSON text at the places of its nodes, so that whatever is not changed stays as it is.
 */
import { isMap, isScalar, isSeq, LineCounter } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Path } from '../finding.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { flowText, keyText } from './yaml-text.ts';

/** The characters from `start` up to `end` are to become `text`. */
interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns before each line added. */
  readonly indent?: number;
}

/** A text under change. Places are those of the text as it was; changes of one place must not overlap. */
export interface PatchedText {
  readonly text: string;
  readonly root: Node | null;
  readonly patches: Patch[];
  /** JSON, in which keys and texts need double quotes. */
  readonly json: boolean;
}

/** The text must be one that loading has accepted. */
export function startPatching(text: string, json: boolean): PatchedText {
  const parsed = parseYaml(text, new LineCounter());
  return { text, root: 'root' in parsed ? parsed.root : null, patches: [], json };
}

/** Of lines added at one place, those of the inner block come first, and those of one block in the order they were added. */
export function patched({ text, patches }: PatchedText): string {
  const lastFirst = patches
    .toReversed()
    .toSorted((a, b) => b.start - a.start || b.end - a.end || (a.indent ?? 0) - (b.indent ?? 0));
  let result = text;
  for (const { start, end, text: piece } of lastFirst) {
    result = result.slice(0, start) + piece + result.slice(end);
  }
  return result;
}

/** The node at a path, or null. */
export function nodeAt({ root }: PatchedText, path: Path): Node | null {
  let node: unknown = root;
  for (const step of path)
    node = isSeq(node) && typeof step === 'number' ? node.items[step] : pairIn(node, step)?.value;
  return isMap(node) || isSeq(node) || isScalar(node) ? node : null;
}

/** Puts a value in place of a node; whatever stands behind it on the line stays. */
export function replaceNode(target: PatchedText, node: Node, value: unknown): void {
  target.patches.push({ start: startOf(node), end: endOf(target, node), text: valueText(target, value) });
}

/** Puts another key and value in place of a pair. */
export function replacePair(target: PatchedText, map: YAMLMap, key: string, entry: readonly [string, unknown]): void {
  const pair = pairIn(map, key);
  if (pair === undefined) return;
  target.patches.push({ start: startOf(pair.key), end: endOf(target, pair), text: pairText(target, entry) });
}

/** Takes entries out of a block or list; of a list that stands as lines, at least one entry must stay. */
export function removeEntries(target: PatchedText, within: YAMLMap | YAMLSeq, gone: readonly number[]): void {
  const { items } = within;
  for (const [k, item] of items.entries()) {
    if (!gone.includes(k)) continue;
    if (within.flow !== true)
      target.patches.push({ ...lineSpan(target, entryStart(target, within, k), endOf(target, item)), text: '' });
    else if (!gone.includes(k - 1)) target.patches.push({ ...flowSpan(target, items, k, gone), text: '' });
  }
}

/**
 * From the first of a run of entries to where the next one starts, or from the end of the one before them. Comments
 * between the run and the entry that stays are kept, a comma before them as well.
 */
function flowSpan(target: PatchedText, items: readonly unknown[], first: number, gone: readonly number[]) {
  const { text } = target;
  let next = first + 1;
  while (gone.includes(next)) next++;
  const start = startOf(items[first]);
  const end = endOf(target, items[next - 1]);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const ownLine = text.slice(lineStart, start).trim() === '';
  if (next < items.length) {
    const comment = /^[^#\n]*(?:#[^\n]*)?\n(?=\s*#)/.exec(text.slice(end, startOf(items[next])));
    if (comment === null) return { start, end: startOf(items[next]) };
    return { start: ownLine ? lineStart : start, end: end + comment[0].length };
  }
  const before = first > 0 ? endOf(target, items[first - 1]) : start;
  if (!text.slice(before, start).includes('#')) return { start: before, end };
  return ownLine && /^[\s,]*?(?:#|\n)/.test(text.slice(end)) ? lineSpan(target, start, end) : { start, end };
}

/** Adds keys behind one that stands in a block, or at its end. */
export function insertPairs(
  target: PatchedText,
  map: YAMLMap,
  entries: readonly (readonly [string, unknown])[],
  behind: string | null = null,
): void {
  const pair = behind === null ? undefined : pairIn(map, behind);
  insertTexts(
    target,
    map,
    entries.map((entry) => pairText(target, entry)),
    pair ?? map.items.at(-1),
  );
}

/** Adds values at the end of a list. */
export function appendValues(target: PatchedText, list: YAMLSeq, values: readonly unknown[]): void {
  const dash = list.flow === true ? '' : '- ';
  insertTexts(
    target,
    list,
    values.map((value) => dash + valueText(target, value)),
    list.items.at(-1),
  );
}

function insertTexts(target: PatchedText, within: YAMLMap | YAMLSeq, texts: readonly string[], behind: unknown): void {
  const { text, patches } = target;
  if (texts.length === 0) return;
  if (within.flow === true || behind === undefined) {
    const start = behind === undefined ? startOf(within) + 1 : endOf(target, behind);
    const piece = texts.join(', ');
    patches.push({ start, end: start, text: behind === undefined ? ` ${piece} ` : `, ${piece}` });
    return;
  }
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const start = lineEnd(text, endOf(target, behind));
  const indent = ' '.repeat(columnOf(text, startOf(within)));
  patches.push({
    start,
    end: start,
    text: texts.map((piece) => newLine + indent + piece).join(''),
    indent: indent.length,
  });
}

export function pairIn(node: unknown, key: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** The value under a key of a block; null where there is none. */
export function valueIn(block: unknown, key: string | number): Node | null {
  const value = pairIn(block, key)?.value;
  return isMap(value) || isSeq(value) || isScalar(value) ? value : null;
}

function pairText(target: PatchedText, [key, value]: readonly [string, unknown]): string {
  return `${target.json ? JSON.stringify(key) : keyText(key)}: ${valueText(target, value)}`;
}

function valueText({ json }: PatchedText, value: unknown): string {
  return json ? JSON.stringify(value) : flowText(value);
}

/** A node's start; of a key with its value, the key's. */
function startOf(item: unknown): number {
  if (isMap(item) || isSeq(item) || isScalar(item)) return item.range?.[0] ?? 0;
  return isPairLike(item) ? startOf(item.key) : 0;
}

/** Where an entry of a block or list begins: with its dash, which may stand on a line of its own. */
export function entryStart({ text }: PatchedText, within: YAMLMap | YAMLSeq, k: number): number {
  const start = startOf(within.items[k]);
  if (isMap(within) || within.flow === true) return start;
  const indent = columnOf(text, startOf(within));
  for (let lineStart = text.lastIndexOf('\n', start - 1) + 1; ; lineStart = text.lastIndexOf('\n', lineStart - 2) + 1) {
    const dash = lineStart + indent;
    if (dash <= start && text[dash] === '-' && text.slice(lineStart, dash).trim() === '') return dash;
    if (lineStart <= 1) return start;
  }
}

/** Behind the last character of an entry. */
export function entryEnd(target: PatchedText, item: unknown): number {
  return endOf(target, item);
}

/** Behind a node's last character that is not white space. */
function endOf(target: PatchedText, item: unknown): number {
  if (isPairLike(item))
    return isScalar(item.value) && item.value.source === ''
      ? endOf(target, item.key)
      : endOf(target, item.value ?? item.key);
  if ((isMap(item) || isSeq(item)) && item.flow !== true && item.items.length > 0)
    return endOf(target, item.items.at(-1));
  if (!isMap(item) && !isSeq(item) && !isScalar(item)) return 0;
  const [start = 0, end = 0] = item.range ?? [];
  return start + target.text.slice(start, end).trimEnd().length;
}

function isPairLike(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item && 'value' in item;
}

/** Whole lines, with what stands behind the entry on its last line. */
function lineSpan({ text }: PatchedText, start: number, end: number): { readonly start: number; readonly end: number } {
  const next = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: next === -1 ? text.length : next + 1 };
}

function lineEnd(text: string, from: number): number {
  const next = text.indexOf('\n', from);
  if (next === -1) return text.length;
  return text[next - 1] === '\r' ? next - 1 : next;
}

/** Behind a dash the keys of a block stand further in than their line begins. */
function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}
