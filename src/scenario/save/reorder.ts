/** The entries of a block or list put in another order, each with its own lines and the comments right above it. */
import { isScalar } from 'yaml';
import type { YAMLMap, YAMLSeq } from 'yaml';
import type { PatchedText } from './text-patch.ts';
import { entryEnd, entryStart } from './text-patch.ts';

/**
 * `order` names the entry that comes first by its present number, then the next. Blank lines between entries stay where
 * they are. One change of the places must be the only change of the text.
 */
export function reorderEntries(target: PatchedText, within: YAMLMap | YAMLSeq, order: readonly number[]): void {
  if (order.every((from, k) => from === k)) return;
  const spans = within.items.map((_, k) => spanOf(target, within, k));
  for (const [k, from] of order.entries()) {
    const [place, own] = [spans[k]!, spans[from]!];
    if (from !== k) target.patches.push({ ...place, text: target.text.slice(own.start, own.end) });
  }
}

/** Of a flow list its text alone; of lines all of them, from the comments above the entry to its last line. */
function spanOf(
  target: PatchedText,
  within: YAMLMap | YAMLSeq,
  k: number,
): { readonly start: number; readonly end: number } {
  const { text } = target;
  const [first, last] = [entryStart(target, within, k), entryEnd(target, within.items[k])];
  if (within.flow === true) return { start: first, end: last };
  let start = text.lastIndexOf('\n', first - 1) + 1;
  for (let above = lineBefore(text, start); above !== null && /^[ \t]*#/.test(text.slice(above));) {
    start = above;
    above = lineBefore(text, start);
  }
  const next = text.indexOf('\n', last);
  const end = next === -1 ? text.length : text[next - 1] === '\r' ? next - 1 : next;
  return { start, end };
}

function lineBefore(text: string, start: number): number | null {
  return start === 0 ? null : text.lastIndexOf('\n', start - 2) + 1;
}

/** The numbers of the entries in the order that their keys are to have; those that are not among them keep their place behind. */
export function orderOf(keys: readonly string[], wanted: readonly string[]): readonly number[] {
  const placed = wanted.flatMap((key) => {
    const k = keys.indexOf(key);
    return k === -1 ? [] : [k];
  });
  return [...placed, ...[...keys.keys()].filter((k) => !placed.includes(k))];
}

/** The same where those that are not to be moved keep their places among the others. */
export function placesIn(keys: readonly string[], wanted: readonly string[]): readonly number[] {
  const placed = orderOf(keys, wanted).slice(0, keys.filter((key) => wanted.includes(key)).length);
  let next = 0;
  return keys.map((key, k) => (wanted.includes(key) ? placed[next++]! : k));
}

export function keysOf(map: YAMLMap): readonly string[] {
  return map.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
}
