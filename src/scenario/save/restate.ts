/** A block of a text brought from what it said to what it is to say, key by key, so that comments beside the others stay. */
import { dequal } from 'dequal';
import { isMap } from 'yaml';
import type { YAMLMap } from 'yaml';
import { keysOf } from './reorder.ts';
import type { PatchedText } from './text-patch.ts';
import { insertPairs, removeEntries, replaceNode, valueIn } from './text-patch.ts';

export type Plain = Readonly<Record<string, unknown>>;

/** `old` is what the block says, as plain data; what it says beyond that stays. The only change of the block. */
export function restate(target: PatchedText, block: YAMLMap, old: Plain, now: Plain): void {
  const keys = keysOf(block);
  const gone = keys.filter((key) => Object.hasOwn(old, key) && !Object.hasOwn(now, key));
  const kept = keys.filter((key) => !gone.includes(key));
  const behind = kept.at(-1);
  if (behind === undefined) return replaceNode(target, block, now);
  const changed = Object.keys(now).filter((key) => !dequal(old[key], now[key]));
  for (const key of changed) {
    const [node, from, to] = [valueIn(block, key), old[key], now[key]];
    if (isMap(node) && isPlain(from) && isPlain(to) && keepsOrder(node, from, to)) restate(target, node, from, to);
    else if (node !== null) replaceNode(target, node, to);
  }
  const added = changed.filter((key) => !keys.includes(key));
  insertPairs(
    target,
    block,
    added.map((key) => [key, now[key]] as const),
    behind,
  );
  removeEntries(
    target,
    block,
    keys.flatMap((key, k) => (gone.includes(key) ? [k] : [])),
  );
}

/** In patterns and drafts the order of the keys counts. */
function keepsOrder(block: YAMLMap, old: Plain, now: Plain): boolean {
  const kept = keysOf(block).filter((key) => !Object.hasOwn(old, key) || Object.hasOwn(now, key));
  const added = Object.keys(now).filter((key) => !kept.includes(key));
  return dequal([...kept, ...added], Object.keys(now));
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
