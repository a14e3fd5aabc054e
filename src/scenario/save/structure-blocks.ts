/** Where in the texts of a scenario its parties and stages stand, and entries taken out of blocks and lists. */
import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import type { Scenario } from '../scenario.ts';
import { keysOf } from './reorder.ts';
import { scalarIn } from './save-party.ts';
import type { PatchedText } from './text-patch.ts';
import { nodeAt, removeEntries, replaceNode, valueIn } from './text-patch.ts';

/** The texts under change, the scenario's own first. */
export interface Texts {
  readonly main: PatchedText;
  readonly named: (file: string) => PatchedText | undefined;
}

export interface Block {
  readonly target: PatchedText;
  readonly block: Node | null;
  /** Of the party. */
  readonly id: string;
}

/** Where each party's preferences stand. */
export function bodies({ main, named }: Texts, { parties }: Scenario): readonly Block[] {
  return parties.flatMap(({ id }): Block[] => {
    const block = nodeAt(main, ['parties', id]);
    const { value: file } = scalarIn(block, 'file');
    const own = file === '' ? undefined : named(file);
    if (block === null) return [];
    return [own === undefined ? { target: main, block, id } : { target: own, block: own.root, id }];
  });
}

interface StageBlock {
  readonly target: PatchedText;
  /** What holds `change` and `bargaining`. */
  readonly block: Node | null;
}

function stageBlocks({ main, named }: Texts, { stages }: Scenario): readonly StageBlock[] {
  return stages.map((_, k) => {
    const block = nodeAt(main, ['stages', k]);
    const { value: file } = scalarIn(block, 'file');
    const own = file === '' ? undefined : named(file);
    return own === undefined ? { target: main, block } : { target: own, block: own.root };
  });
}

/** Where each stage's changes stand, by party. */
export function changes(texts: Texts, base: Scenario): readonly StageBlock[] {
  return stageBlocks(texts, base).map(({ target, block }) => ({ target, block: valueIn(block, 'change') }));
}

/** The section on bargaining, and what stages change of it. */
export function bargainings(texts: Texts, base: Scenario): readonly StageBlock[] {
  const { main } = texts;
  return [{ target: main, block: main.root }, ...stageBlocks(texts, base)].map(({ target, block }) => ({
    target,
    block: valueIn(block, 'bargaining'),
  }));
}

export function changesOfParties(
  texts: Texts,
  base: Scenario,
  gone: readonly string[],
): readonly (Block & { readonly stage: number })[] {
  return changes(texts, base).flatMap(({ target, block }, stage) =>
    base.parties.flatMap(({ id }) => {
      const own = valueIn(block, id);
      return own === null || gone.includes(id) ? [] : [{ target, block: own, id, stage }];
    }),
  );
}

export function dropKeys(target: PatchedText, map: Node | null, keys: readonly string[]): void {
  if (!isMap(map)) return;
  drop(
    target,
    map,
    keysOf(map).flatMap((key, k) => (keys.includes(key) ? [k] : [])),
    {},
  );
}

export function dropItems(target: PatchedText, list: Node | null, gone: readonly number[]): void {
  if (isSeq(list)) drop(target, list, gone, []);
}

export function dropNames(target: PatchedText, list: Node | null, names: readonly string[]): void {
  if (!isSeq(list)) return;
  const gone = list.items.flatMap((item, k) => (isScalar(item) && names.includes(String(item.value)) ? [k] : []));
  drop(target, list, gone, []);
}

/** Numbers of options that are gone, out of what is said of one issue; nothing is left of a list that has no others. */
export function dropNumbers(target: PatchedText, issues: Node | null, issue: string, gone: readonly string[]): void {
  const entry = valueIn(issues, issue);
  if (!isMap(entry)) return;
  const lists = ['values', 'scores'].filter((key) => isMap(valueIn(entry, key)));
  const isEmptied = (key: string): boolean => {
    const list = valueIn(entry, key);
    return isMap(list) && list.items.length > 0 && keysOf(list).every((option) => gone.includes(option));
  };
  const emptied = lists.filter(isEmptied);
  for (const key of lists.filter((each) => !emptied.includes(each))) dropKeys(target, valueIn(entry, key), gone);
  if (emptied.length === entry.items.length) dropKeys(target, issues, [issue]);
  else dropKeys(target, entry, emptied);
}

/** Lines that are all gone leave an empty block or list. */
function drop(target: PatchedText, within: YAMLMap | YAMLSeq, gone: readonly number[], empty: unknown): void {
  if (gone.length === 0) return;
  if (gone.length === within.items.length) replaceNode(target, within, empty);
  else removeEntries(target, within, gone);
}

export type Entries = readonly { readonly id: string }[];

export function has(entries: Entries, id: string): boolean {
  return entries.some((entry) => entry.id === id);
}

export function idsOf(entries: Entries): readonly string[] {
  return entries.map(({ id }) => id);
}

export function placesOf(entries: Entries, ids: readonly string[]): readonly number[] {
  return entries.flatMap(({ id }, k) => (ids.includes(id) ? [k] : []));
}
