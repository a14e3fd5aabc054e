/**
 * Parties, issues, options, rules and drafts that were added, renamed, moved or removed, written into the texts of a
 * scenario. Comments and everything else stay as they are. Numbers that changed besides are written afterwards.
 */
import { normalize } from 'node:path';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import { ownNamed } from '../format/conditional.ts';
import type { SourceFile } from '../read/load-result.ts';
import type { Issue, Party, Scenario } from '../scenario.ts';
import { UNKNOWN } from '../format/schema-shared.ts';
import { ownRules } from '../edit/structure/lists.ts';
import { plainDraft, plainNumber, plainPattern } from './plain-data.ts';
import { keysOf, orderOf, reorderEntries } from './reorder.ts';
import { changeList, scalarIn } from './save-party.ts';
import { partyValue } from './scenario-texts.ts';
import type { PatchedText } from './text-patch.ts';
import {
  appendValues,
  insertPairs,
  nodeAt,
  pairIn,
  patched,
  removeEntries,
  replaceNode,
  startPatching,
} from './text-patch.ts';

/** The texts under change, the scenario's own first. */
interface Texts {
  readonly main: PatchedText;
  readonly named: (file: string) => PatchedText | undefined;
}

type Pass = (texts: Texts, base: Scenario, present: Scenario) => void;

/** What is gone and what has another name first, then what is new, then the order: each on the texts as the last left them. */
export function structuredTexts(
  files: readonly SourceFile[],
  base: Scenario,
  present: Scenario,
): readonly SourceFile[] {
  const passes: readonly Pass[] = [rename, remove, add, order, orderOptions];
  return passes.reduce((texts, pass) => passed(texts, base, present, pass), withoutPartyFiles(files, base, present));
}

function passed(files: readonly SourceFile[], base: Scenario, present: Scenario, pass: Pass): readonly SourceFile[] {
  const targets = files.map(({ path, text }) => ({ path, target: startPatching(text, path.endsWith('.json')) }));
  const main = targets[0]!.target;
  const named = (file: string) => targets.find(({ path }) => normalize(path) === normalize(file))?.target;
  pass({ main, named }, base, present);
  return targets.map(({ path, target }) => ({ path, text: patched(target) }));
}

/** The files of parties that are gone. */
function withoutPartyFiles(files: readonly SourceFile[], base: Scenario, present: Scenario): readonly SourceFile[] {
  const main = startPatching(files[0]!.text, files[0]!.path.endsWith('.json'));
  const gone = base.parties
    .filter(({ id }) => !has(present.parties, id))
    .map(({ id }) => normalize(scalarIn(nodeAt(main, ['parties', id]), 'file').value));
  return files.filter(({ path }, k) => k === 0 || !gone.includes(normalize(path)));
}

function rename({ main }: Texts, base: Scenario, present: Scenario): void {
  const set = (block: Node | null, key: string, value: string): void => {
    const node = isMap(block) ? pairIn(block, key)?.value : undefined;
    if (isScalar(node)) replaceNode(main, node, value);
    else if (isMap(block)) insertPairs(main, block, [[key, value]]);
  };
  if (base.title !== present.title) set(main.root, 'title', present.title);
  for (const party of base.parties) {
    const now = present.parties.find(({ id }) => id === party.id);
    const block = nodeAt(main, ['parties', party.id]);
    if (now !== undefined && now.name !== party.name) set(block, 'name', now.name);
    if (now !== undefined && now.short !== party.short) set(block, 'short', now.short);
  }
  for (const [k, issue] of base.issues.entries()) {
    const now = present.issues.find(({ id }) => id === issue.id);
    const block = nodeAt(main, ['issues', k]);
    if (now === undefined || !isMap(block)) continue;
    if (now.title !== issue.title) {
      set(block, 'title', now.title);
      if (pairIn(block, 'id') === undefined) insertPairs(main, block, [['id', issue.id]]);
    }
    for (const [o, option] of ownNamed(issue).entries()) {
      const its = now.named.find(({ id }) => id === option.id);
      if (its === undefined || its.label === option.label) continue;
      const entry = nodeAt(main, ['issues', k, 'options', o]);
      if (isScalar(entry)) replaceNode(main, entry, { id: option.id, label: its.label });
      else {
        set(entry, 'label', its.label);
        if (isMap(entry) && pairIn(entry, 'id') === undefined) insertPairs(main, entry, [['id', option.id]]);
      }
    }
  }
}

function remove(texts: Texts, base: Scenario, present: Scenario): void {
  const { main } = texts;
  const parties = base.parties.filter(({ id }) => !has(present.parties, id)).map(({ id }) => id);
  const issues = base.issues.filter(({ id }) => !has(present.issues, id)).map(({ id }) => id);
  const drafts = base.drafts.filter(({ id }) => !has(present.drafts, id)).map(({ id }) => id);
  const rules = ownRules(base)
    .filter(({ id }) => !has(ownRules(present), id))
    .map(({ id }) => id);
  dropKeys(main, nodeAt(main, ['parties']), parties);
  dropKeys(main, nodeAt(main, ['drafts']), drafts);
  dropItems(main, nodeAt(main, ['issues']), placesOf(base.issues, issues));
  dropItems(main, nodeAt(main, ['rules']), rulesAt(main, [...rules, ...issues.map((id) => `lock-${id}`)]));
  for (const { id } of base.drafts.filter((draft) => !drafts.includes(draft.id)))
    dropKeys(main, nodeAt(main, ['drafts', id, 'clauses']), issues);
  for (const key of ['patience', 'strategies', 'chances']) dropKeys(main, nodeAt(main, ['bargaining', key]), parties);
  dropNames(main, nodeAt(main, ['bargaining', 'order']), parties);
  for (const [k] of base.bargaining?.agenda?.groups.entries() ?? [])
    dropNames(main, nodeAt(main, ['bargaining', 'agenda', 'groups', k]), issues);
  const staying = bodies(texts, base).filter(({ id }) => !parties.includes(id));
  for (const { target, block } of staying) dropKeys(target, childOf(block, 'issues'), issues);
  for (const { target, block } of changes(texts, base)) dropKeys(target, block, parties);
  for (const { target, block } of changesOfParties(texts, base, parties))
    dropKeys(target, childOf(block, 'issues'), issues);
  for (const [k, issue] of base.issues.entries()) {
    const now = present.issues.find(({ id }) => id === issue.id);
    if (now === undefined) continue;
    const gone = ownNamed(issue)
      .filter(({ id }) => !has(now.named, id))
      .map(({ id }) => id);
    if (gone.length === 0) continue;
    dropItems(main, nodeAt(main, ['issues', k, 'options']), placesOf(ownNamed(issue), gone));
    for (const { target, block } of [...staying, ...changesOfParties(texts, base, parties)]) {
      const entry = childOf(childOf(block, 'issues'), issue.id);
      for (const key of ['values', 'scores']) dropKeys(target, childOf(entry, key), gone);
    }
  }
}

function add(texts: Texts, base: Scenario, present: Scenario): void {
  const { main } = texts;
  const parties = nodeAt(main, ['parties']);
  const fresh = present.parties.filter(({ id }) => !has(base.parties, id));
  if (isMap(parties))
    insertPairs(
      main,
      parties,
      fresh.map((party) => [party.id, partyValue(party, present.issues)] as const),
    );
  const issues = nodeAt(main, ['issues']);
  const added = present.issues.filter(({ id }) => !has(base.issues, id));
  if (isSeq(issues)) appendValues(main, issues, added.map(issueEntry));
  for (const { target, block, id } of bodies(texts, base)) addUnknown(target, block, added, present, id);
  const drafts = present.drafts.filter(({ id }) => !has(base.drafts, id));
  const block = nodeAt(main, ['drafts']);
  const values = drafts.map((draft) => [draft.id, plainDraft(draft, present.issues)] as const);
  if (isMap(block)) insertPairs(main, block, values);
  else if (isMap(main.root) && values.length > 0)
    insertPairs(main, main.root, [['drafts', Object.fromEntries(values)]]);
  const rules = ownRules(present).filter(({ id }) => !has(ownRules(base), id));
  if (isMap(main.root) && rules.length > 0) changeList(main, main.root, 'rules', [], rules.map(ruleValue));
  for (const issue of present.issues) {
    const old = base.issues.find(({ id }) => id === issue.id);
    if (old === undefined) continue;
    const options = ownNamed(issue).filter(({ id }) => !has(old.named, id));
    if (options.length > 0) addOptions(texts, base, present, issue, options);
  }
}

/** A new issue is not yet valued; numbers that a party has for it by now are written afterwards. */
function addUnknown(
  target: PatchedText,
  body: Node | null,
  added: readonly Issue[],
  { parties, issues }: Scenario,
  id: string,
): void {
  const party = parties.find((own) => own.id === id);
  const block = childOf(body, 'issues');
  if (party === undefined || !isMap(block)) return;
  const { preferences } = party;
  const unknown = added.filter((issue) => preferences.issues[issues.indexOf(issue)]!.mentioned);
  const said = preferences.form === 'weights' ? UNKNOWN : { scores: UNKNOWN };
  insertPairs(
    target,
    block,
    unknown.map((issue) => [issue.id, said] as const),
  );
}

function addOptions(
  texts: Texts,
  base: Scenario,
  present: Scenario,
  issue: Issue,
  options: readonly Issue['named'][number][],
): void {
  const { main } = texts;
  const block = issueBlock(main, base, present, issue.id);
  if (isMap(block)) changeList(main, block, 'options', [], options);
  const k = present.issues.indexOf(issue);
  for (const { target, block: body, id } of bodies(texts, base)) {
    const party = present.parties.find((own) => own.id === id);
    const entry = childOf(childOf(body, 'issues'), issue.id);
    if (party === undefined || !isMap(entry)) continue;
    const key = party.preferences.form === 'weights' ? 'values' : 'scores';
    const numbers = options.map((option) => [option.id, numberOf(party, issue, k, option.id)] as const);
    const values = childOf(entry, key);
    // The one word holds for the new options as well.
    if (isScalar(values)) continue;
    if (isMap(values)) insertPairs(target, values, numbers);
    else insertPairs(target, entry, [[key, Object.fromEntries(numbers)]]);
  }
}

/** What the option, one of the last listed, is worth to the party. */
function numberOf({ preferences }: Party, issue: Issue, k: number, option: string): unknown {
  const { listed } = preferences.issues[k]!;
  const own = ownNamed(issue);
  const place = own.findIndex(({ id }) => id === option) - own.length + listed.length;
  return plainNumber(listed[place]!);
}

function order({ main }: Texts, base: Scenario, present: Scenario): void {
  const parties = nodeAt(main, ['parties']);
  const drafts = nodeAt(main, ['drafts']);
  const issues = nodeAt(main, ['issues']);
  const rules = nodeAt(main, ['rules']);
  for (const [map, entries] of [
    [parties, present.parties],
    [drafts, present.drafts],
  ] as const) {
    if (isMap(map)) reorderEntries(main, map, orderOf(keysOf(map), idsOf(entries)));
  }
  const left = [
    ...base.issues.filter(({ id }) => has(present.issues, id)),
    ...present.issues.filter(({ id }) => !has(base.issues, id)),
  ];
  const issueOrder = orderOf(idsOf(left), idsOf(present.issues));
  if (isSeq(issues)) reorderEntries(main, issues, issueOrder);
  if (isSeq(rules)) {
    const ids = rules.items.map((rule) => scalarIn(rule, 'id').value);
    reorderEntries(main, rules, orderOf(ids, idsOf(ownRules(present))));
  }
}

/** The issues have their order by now: changes of one place must not overlap. */
function orderOptions({ main }: Texts, base: Scenario, present: Scenario): void {
  for (const [k, now] of present.issues.entries()) {
    const old = base.issues.find(({ id }) => id === now.id);
    const list = nodeAt(main, ['issues', k, 'options']);
    if (old === undefined || !isSeq(list)) continue;
    const standing = [
      ...ownNamed(old).filter((option) => has(now.named, option.id)),
      ...ownNamed(now).filter((option) => !has(old.named, option.id)),
    ];
    reorderEntries(main, list, orderOf(idsOf(standing), idsOf(ownNamed(now))));
  }
}

interface Block {
  readonly target: PatchedText;
  readonly block: Node | null;
  /** Of the party. */
  readonly id: string;
}

/** Where each party's preferences stand. */
function bodies({ main, named }: Texts, { parties }: Scenario): readonly Block[] {
  return parties.flatMap(({ id }): Block[] => {
    const block = nodeAt(main, ['parties', id]);
    const { value: file } = scalarIn(block, 'file');
    const own = file === '' ? undefined : named(file);
    if (block === null) return [];
    return [own === undefined ? { target: main, block, id } : { target: own, block: own.root, id }];
  });
}

/** Where each stage's changes stand, by party. */
function changes({ main, named }: Texts, { stages }: Scenario): readonly Omit<Block, 'id'>[] {
  return stages.map((_, k) => {
    const { value: file } = scalarIn(nodeAt(main, ['stages', k]), 'file');
    const own = file === '' ? undefined : named(file);
    return own === undefined
      ? { target: main, block: nodeAt(main, ['stages', k, 'change']) }
      : { target: own, block: nodeAt(own, ['change']) };
  });
}

function changesOfParties(texts: Texts, base: Scenario, gone: readonly string[]): readonly Block[] {
  return changes(texts, base).flatMap(({ target, block }) =>
    base.parties.flatMap(({ id }) => {
      const own = childOf(block, id);
      return own === null || gone.includes(id) ? [] : [{ target, block: own, id }];
    }),
  );
}

/** Of an issue that both scenarios have, in a text in which those that are gone are gone. */
function issueBlock(main: PatchedText, base: Scenario, present: Scenario, id: string): Node | null {
  const left = base.issues.filter((issue) => has(present.issues, issue.id));
  return nodeAt(main, ['issues', left.findIndex((issue) => issue.id === id)]);
}

function childOf(node: Node | null, key: string): Node | null {
  const value = isMap(node) ? pairIn(node, key)?.value : undefined;
  return isMap(value) || isSeq(value) || isScalar(value) ? value : null;
}

function dropKeys(target: PatchedText, map: Node | null, keys: readonly string[]): void {
  if (!isMap(map)) return;
  drop(
    target,
    map,
    keysOf(map).flatMap((key, k) => (keys.includes(key) ? [k] : [])),
    {},
  );
}

function dropItems(target: PatchedText, list: Node | null, gone: readonly number[]): void {
  if (isSeq(list)) drop(target, list, gone, []);
}

function dropNames(target: PatchedText, list: Node | null, names: readonly string[]): void {
  if (!isSeq(list)) return;
  const gone = list.items.flatMap((item, k) => (isScalar(item) && names.includes(String(item.value)) ? [k] : []));
  drop(target, list, gone, []);
}

/** Lines that are all gone leave an empty block or list. */
function drop(target: PatchedText, within: YAMLMap | YAMLSeq, gone: readonly number[], empty: unknown): void {
  if (gone.length === 0) return;
  if (gone.length === within.items.length) replaceNode(target, within, empty);
  else removeEntries(target, within, gone);
}

function rulesAt(main: PatchedText, ids: readonly string[]): readonly number[] {
  const rules = nodeAt(main, ['rules']);
  if (!isSeq(rules)) return [];
  return rules.items.flatMap((rule, k) => (ids.includes(scalarIn(rule, 'id').value) ? [k] : []));
}

type Entries = readonly { readonly id: string }[];

function has(entries: Entries, id: string): boolean {
  return entries.some((entry) => entry.id === id);
}

function idsOf(entries: Entries): readonly string[] {
  return entries.map(({ id }) => id);
}

function placesOf(entries: Entries, ids: readonly string[]): readonly number[] {
  return entries.flatMap(({ id }, k) => (ids.includes(id) ? [k] : []));
}

function issueEntry({ id, group, title, named }: Issue): unknown {
  return { id, ...(group !== undefined && { group }), title, options: named };
}

function ruleValue(rule: Scenario['rules'][number]): unknown {
  if (rule.kind === 'sum') return rule;
  const { kind: _, ...rest } = rule;
  if ('forbid' in rest) return { ...rest, forbid: plainPattern(rest.forbid) };
  // oxlint-disable-next-line unicorn/no-thenable -- a key of the format, never awaited
  return { ...rest, if: plainPattern(rest.if), then: plainPattern(rest.then) };
}
