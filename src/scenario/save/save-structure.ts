/**
 * Parties, issues, options, rules, red lines and drafts that were added, changed, renamed, moved or removed, written into
 * the texts of a scenario. Comments and everything else stay as they are. Numbers that changed besides are written
 * afterwards.
 */
import { normalize } from 'node:path';
import { dequal } from 'dequal';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import { lockId } from '../edit/locks.ts';
import { ownRules, renamedRules, withRuleNames } from '../edit/structure/lists.ts';
import { ownNamed } from '../format/conditional.ts';
import { isNumberLine, numberCount, optionAt, optionId } from '../format/options.ts';
import { UNKNOWN } from '../format/unknown.ts';
import type { SourceFile } from '../read/load-result.ts';
import type { Issue, Scenario } from '../scenario.ts';
import { plainDraft, plainNumber } from './plain-data.ts';
import { keysOf, orderOf, reorderEntries } from './reorder.ts';
import { changeList, scalarIn } from './save-party.ts';
import { addLines, dropLines, orderLines } from './save-lines.ts';
import { rename } from './save-renamed.ts';
import { partyValue, plainRule, wholeIssue } from './scenario-texts.ts';
import type { Block, Texts } from './structure-blocks.ts';
import {
  bargainings,
  bodies,
  changes,
  changesOfParties,
  dropItems,
  dropKeys,
  dropNames,
  dropNumbers,
  has,
  idsOf,
  placesOf,
} from './structure-blocks.ts';
import type { PatchedText } from './text-patch.ts';
import { appendValues, insertPairs, nodeAt, pairIn, patched, startPatching, valueIn } from './text-patch.ts';

type Pass = (texts: Texts, base: Scenario, present: Scenario) => void;

/** What is gone and what has another name first, then what is new, then the order: each on the texts as the last left them. */
export function structuredTexts(
  files: readonly SourceFile[],
  base: Scenario,
  present: Scenario,
): readonly SourceFile[] {
  const named = withRuleNames(base, renamedRules(base, present));
  const staying = passed(withoutPartyFiles(files, base, present), base, present, rename);
  const passes: readonly Pass[] = [remove, add, order, orderWithin];
  return passes.reduce((texts, pass) => passed(texts, named, present, pass), staying);
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
  const list = nodeAt(main, ['rules']);
  const shut = [...rules, ...issues.map(lockId)];
  const ids = isSeq(list) ? list.items.map((rule) => ({ id: scalarIn(rule, 'id').value })) : [];
  dropItems(main, list, placesOf(ids, shut));
  for (const { id } of base.drafts.filter((draft) => !drafts.includes(draft.id)))
    dropKeys(main, nodeAt(main, ['drafts', id, 'clauses']), issues);
  for (const { target, block } of bargainings(texts, base)) {
    for (const key of ['patience', 'strategies', 'chances']) dropKeys(target, valueIn(block, key), parties);
    dropNames(target, valueIn(block, 'order'), parties);
  }
  for (const [k] of base.bargaining?.agenda?.groups.entries() ?? [])
    dropNames(main, nodeAt(main, ['bargaining', 'agenda', 'groups', k]), issues);
  const staying = bodies(texts, base).filter(({ id }) => !parties.includes(id));
  for (const { target, block } of staying) dropKeys(target, valueIn(block, 'issues'), issues);
  // At a stage, red lines that come and go stand among what the stage changes.
  if (present.stage === null) for (const body of staying) dropLines(body, present);
  for (const { target, block } of changes(texts, base)) dropKeys(target, block, parties);
  for (const { target, block } of changesOfParties(texts, base, parties))
    dropKeys(target, valueIn(block, 'issues'), issues);
  for (const [k, issue] of base.issues.entries()) {
    const now = present.issues.find(({ id }) => id === issue.id);
    if (now === undefined) continue;
    const gone = optionsOf(issue).filter((id) => optionAt(now, id) === -1);
    const named = ownNamed(issue).filter(({ id }) => gone.includes(id));
    // Beside a range an empty list is refused.
    if (named.length > 0 && ownNamed(now).every(({ id }) => !has(issue.named, id)))
      dropKeys(main, nodeAt(main, ['issues', k]), ['options']);
    else dropItems(main, nodeAt(main, ['issues', k, 'options']), placesOf(ownNamed(issue), idsOf(named)));
    for (const { target, block } of [...staying, ...changesOfParties(texts, base, parties)]) {
      dropNumbers(target, valueIn(block, 'issues'), issue.id, gone);
    }
  }
}

/** The options that a file may give numbers one by one. */
function optionsOf(issue: Issue): readonly string[] {
  return [...(isNumberLine(issue) ? [] : numbersOf(issue)), ...idsOf(ownNamed(issue))];
}

function numbersOf(issue: Issue): readonly string[] {
  return Array.from({ length: numberCount(issue) }, (_, k) => optionId(issue, k));
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
  if (isSeq(issues)) appendValues(main, issues, added.map(wholeIssue));
  for (const body of bodies(texts, base)) {
    addUnknown(body.target, body.block, added, present, body.id);
    if (present.stage === null) addLines(body, present);
  }
  const drafts = present.drafts.filter(({ id }) => !has(base.drafts, id));
  const block = nodeAt(main, ['drafts']);
  const values = drafts.map((draft) => [draft.id, plainDraft(draft, present.issues)] as const);
  if (isMap(block)) insertPairs(main, block, values);
  else if (isMap(main.root) && values.length > 0)
    insertPairs(main, main.root, [['drafts', Object.fromEntries(values)]]);
  const rules = ownRules(present).filter(({ id }) => !has(ownRules(base), id));
  if (isMap(main.root) && rules.length > 0) changeList(main, main.root, 'rules', [], rules.map(plainRule));
  for (const issue of present.issues) {
    const old = base.issues.find(({ id }) => id === issue.id);
    if (old === undefined) continue;
    const options = ownNamed(issue).filter(({ id }) => !has(old.named, id));
    const own = issueBlock(main, base, present, issue.id);
    if (isMap(own)) changeList(main, own, 'options', [], options);
    for (const body of bodies(texts, base)) addWorths(body, present, old, issue);
  }
  addToChanges(texts, base, present);
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
  const block = valueIn(body, 'issues');
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

/** What a party says of options that are new, and of ends of a range that its curve did not reach. */
function addWorths({ target, block, id }: Block, { parties, issues }: Scenario, before: Issue, issue: Issue): void {
  const party = parties.find((own) => own.id === id);
  const entry = valueIn(valueIn(block, 'issues'), issue.id);
  if (party === undefined || !isMap(entry)) return;
  const worths = party.preferences.issues[issues.indexOf(issue)]!;
  const [curveKey, key] = party.preferences.form === 'weights' ? ['value', 'values'] : ['score', 'scores'];
  const first = worths.curve === null ? 0 : numberCount(issue);
  const fresh = worths.listed.flatMap((number, k): (readonly [string, unknown])[] => {
    const option = optionId(issue, first + k);
    return optionAt(before, option) === -1 ? [[option, plainNumber(number)]] : [];
  });
  const values = valueIn(entry, key);
  // The one word holds for the new options as well.
  if (isMap(values)) insertPairs(target, values, fresh);
  else if (!isScalar(values) && fresh.length > 0) insertPairs(target, entry, [[key, Object.fromEntries(fresh)]]);
  const curve = valueIn(entry, pairIn(entry, curveKey) === undefined ? key : curveKey);
  if (worths.curve === null || 'formula' in worths.curve || dequal(before.range, issue.range) || !isMap(curve)) return;
  const { points } = worths.curve;
  const missing = points.filter(({ at }) => pairIn(curve, at) === undefined);
  for (const { at, worth } of missing) {
    const behind = points[points.findIndex((point) => point.at === at) - 1];
    insertPairs(target, curve, [[at, plainNumber(worth)]], behind?.at ?? null);
  }
}

/** What stages say of options that are new. */
function addToChanges(texts: Texts, base: Scenario, present: Scenario): void {
  for (const { target, block, id, stage } of changesOfParties(texts, base, [])) {
    const [was, now] = [base, present].map(({ stages }) => stages[stage]?.change.find(({ party }) => party === id));
    for (const own of now?.issues ?? []) {
      const old = was?.issues.find(({ issue }) => issue === own.issue);
      for (const key of ['values', 'scores'] as const) {
        const fresh = Object.entries(own[key] ?? {}).filter(([option]) => old?.[key]?.[option] === undefined);
        const entry = valueIn(valueIn(block, 'issues'), own.issue);
        const list = valueIn(entry, key);
        const numbers = fresh.map(([option, number]) => [option, plainNumber(number)] as const);
        if (isMap(list)) insertPairs(target, list, numbers);
        else if (isMap(entry) && numbers.length > 0) insertPairs(target, entry, [[key, Object.fromEntries(numbers)]]);
      }
    }
  }
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
function orderWithin(texts: Texts, base: Scenario, present: Scenario): void {
  const { main } = texts;
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
  orderLines(texts, base, present);
}

/** Of an issue that both scenarios have, in a text in which those that are gone are gone. */
function issueBlock(main: PatchedText, base: Scenario, present: Scenario, id: string): Node | null {
  const left = base.issues.filter((issue) => has(present.issues, issue.id));
  return nodeAt(main, ['issues', left.findIndex((issue) => issue.id === id)]);
}
