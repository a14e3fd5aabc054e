/** What stays in a scenario, under another name or saying something else, written into its texts. */
import { dequal } from 'dequal';
import { isMap, isScalar, isSeq } from 'yaml';
import type { YAMLMap } from 'yaml';
import { ownRules, renamedRules } from '../edit/structure/lists.ts';
import { ownNamed } from '../format/conditional.ts';
import type { Issue, Rule, Scenario } from '../scenario.ts';
import type { Plain } from './restate.ts';
import { restate } from './restate.ts';
import { scalarIn } from './save-party.ts';
import { plainNumbering, plainRule } from './scenario-texts.ts';
import type { Texts } from './structure-blocks.ts';
import { renameLines } from './save-lines.ts';
import type { PatchedText } from './text-patch.ts';
import { nodeAt, pairIn, replaceNode, valueIn } from './text-patch.ts';

/** What stays, under another name or saying something else. */
export function rename(texts: Texts, base: Scenario, present: Scenario): void {
  const { main } = texts;
  if (isMap(main.root)) restate(main, main.root, { title: base.title }, { title: present.title });
  for (const { id, name, short } of base.parties) {
    const now = present.parties.find((party) => party.id === id);
    const block = nodeAt(main, ['parties', id]);
    if (now !== undefined && isMap(block)) restate(main, block, { name, short }, { name: now.name, short: now.short });
  }
  for (const [k, issue] of base.issues.entries()) {
    const now = present.issues.find(({ id }) => id === issue.id);
    const block = nodeAt(main, ['issues', k]);
    if (now !== undefined && isMap(block)) renameIssue(main, block, issue, now);
  }
  restateRules(main, base, present);
  renameLines(texts, base, present);
}

function renameIssue(main: PatchedText, block: YAMLMap, issue: Issue, now: Issue): void {
  const head = ({ title, ...rest }: Issue) => ({ title, ...plainNumbering(rest) });
  restate(main, block, head(issue), { ...head(now), ...keptId(block, issue.id, issue.title !== now.title) });
  for (const [o, { id, label }] of ownNamed(issue).entries()) {
    const its = now.named.find((option) => option.id === id);
    const list = valueIn(block, 'options');
    const entry = isSeq(list) ? list.items[o] : undefined;
    if (its === undefined || its.label === label) continue;
    if (isMap(entry)) restate(main, entry, { label }, { label: its.label, ...keptId(entry, id, true) });
    else if (isScalar(entry)) replaceNode(main, entry, { id, label: its.label });
  }
}

/** An id that the file leaves out, since it was the name that is now another one. */
function keptId(block: YAMLMap, id: string, isRenamed: boolean): { readonly id?: string } {
  return isRenamed && pairIn(block, 'id') === undefined ? { id } : {};
}

/** Rules under another name or saying something else, at their places. */
function restateRules(main: PatchedText, base: Scenario, present: Scenario): void {
  const list = nodeAt(main, ['rules']);
  const named = renamedRules(base, present);
  if (!isSeq(list)) return;
  for (const item of list.items) {
    const old = ownRules(base).find(({ id }) => id === scalarIn(item, 'id').value);
    const now = ownRules(present).find(({ id }) => id === (named.get(old?.id ?? '') ?? old?.id));
    if (!isMap(item) || old === undefined || now === undefined || dequal(old, now)) continue;
    const isExact = pairIn(item, 'exactly') !== undefined;
    restate(main, item, saidRule(old, isExact), saidRule(now, isExact));
  }
}

/** `exactly` in place of both bounds where the text has it so. */
function saidRule(rule: Rule, isExact: boolean): Plain {
  const { atLeast, atMost, ...rest } = plainRule(rule);
  if (isExact && atLeast !== undefined && dequal(atLeast, atMost)) return { ...rest, exactly: atLeast };
  return { ...rest, ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) };
}
