/**
 * Edits written into a scenario's own files: the texts with the changed places in place, all else as it was.
 */
import { dequal } from 'dequal';
import { normalize } from 'node:path';
import { isMap, isSeq } from 'yaml';
import { bargainingDifferences } from '../edit/bargaining.ts';
import { droppedSignatures, sameSignature } from '../edit/consent.ts';
import { difference, draftDifferences, lockDifferences } from '../edit/difference.ts';
import { loadTexts } from '../read/load.ts';
import type { SourceFile } from '../read/load-result.ts';
import { lockId } from '../edit/locks.ts';
import { changeBetween } from '../edit/party-change.ts';
import { plainAt } from './plain-bargaining.ts';
import { plainDraft, plainPattern } from './plain-data.ts';
import { dropLinesAtStages } from './save-lines.ts';
import { changeList, saveChange, saveParty, scalarIn } from './save-party.ts';
import { isBuiltAlike, referenceFor } from '../edit/structure/align.ts';
import { restate } from './restate.ts';
import type { Scenario } from '../scenario.ts';
import type { PatchedText } from './text-patch.ts';
import { structuredTexts } from './save-structure.ts';
import { insertPairs, nodeAt, pairIn, patched, replaceNode, startPatching } from './text-patch.ts';

export type EditedTexts =
  { readonly ok: true; readonly files: readonly SourceFile[] } | { readonly ok: false; readonly message: string };

const OVERLAY_INSTEAD = 'write the changes as an overlay instead';

/**
 * All files of a scenario, in the order given, with the edits that lead from `base` to `present` written into them.
 * `files` are those that loading gave with `base`. Comments, order and everything that is not changed stay as they
 * are. At a stage, numbers and dropped red lines of the parties are written into that stage's own changes, in the file
 * they stand in, and hold from there on. What is refused, with a message: an overlay, which is written anew, and what the
 * texts cannot say. The texts are read back before they are given: they lead to `present`.
 */
export function editedTexts(files: readonly SourceFile[], base: Scenario, present: Scenario): EditedTexts {
  const texts = files.map(({ path, text }) => ({ path, target: startPatching(text, path.endsWith('.json')) }));
  const main = texts[0]?.target;
  if (main === undefined || nodeAt(main, ['parties']) === null) {
    return { ok: false, message: `this is no scenario file of its own; ${OVERLAY_INSTEAD}` };
  }
  if (!isBuiltAlike(base, present)) return restructuredTexts(files, base, present);
  const before = referenceFor(base, present);
  if (present.stage === null) saveParties(texts, main, base, present);
  else saveStage(texts, main, before, present);
  saveConsent(main, before, present);
  saveLocks(main, before, present);
  saveDrafts(main, before, present);
  saveBargaining(main, base, present);
  const edited = texts.map(({ path, target }) => ({ path, text: patched(target) }));
  const again = loadTexts(edited);
  const reached = again.ok ? referenceFor(again.scenario, present) : null;
  if (
    !again.ok ||
    reached === null ||
    difference(again.scenario, present).some(({ kind }) => kind !== 'stage') ||
    !sameNumbers(reached, present)
  ) {
    const reason = again.ok ? '' : ` (${again.findings[0]?.message})`;
    return {
      ok: false,
      message: `the changes cannot be written into the files as they stand${reason}; ${OVERLAY_INSTEAD}`,
    };
  }
  return { ok: true, files: edited };
}

/** What the scenario is made of first; the numbers then stand against the texts that have that already. */
function restructuredTexts(files: readonly SourceFile[], base: Scenario, present: Scenario): EditedTexts {
  const texts = structuredTexts(files, base, present);
  const again = loadTexts(texts);
  if (again.ok && isBuiltAlike(again.scenario, present)) return editedTexts(texts, again.scenario, present);
  const reason = again.ok ? '' : ` (${again.findings[0]?.message})`;
  return { ok: false, message: `the changes cannot be written into the files as they stand${reason}` };
}

/** Every number of every party with its range, confidence, date, reason and sources, at the number and at the issue. */
function sameNumbers(some: Scenario, other: Scenario): boolean {
  const numbers = ({ parties }: Scenario) =>
    parties.map(({ disagreement, reservation, reservationIsDisagreement, aspiration, firmness, preferences }) => {
      return { disagreement, reservation, reservationIsDisagreement, aspiration, firmness, preferences };
    });
  return dequal(numbers(some), numbers(other));
}

/** What differs from the positions of the stage, into the changes that the stage makes. */
function saveStage(texts: Texts, main: PatchedText, before: Scenario, present: Scenario): void {
  const index = before.stages.findIndex(({ id }) => id === present.stage);
  const { value: file } = scalarIn(nodeAt(main, ['stages', index]), 'file');
  const target = file === '' ? main : textNamed(texts, file);
  if (target === undefined) return;
  const path = file === '' ? ['stages', index, 'change'] : ['change'];
  for (const [k, party] of before.parties.entries()) {
    const now = present.parties[k];
    const change = now === undefined ? null : changeBetween(party, now, before.issues);
    if (now !== undefined && change !== null) saveChange(target, path, change, now, before.issues);
  }
}

function textNamed(texts: Texts, file: string): PatchedText | undefined {
  return texts.find(({ path }) => normalize(path) === normalize(file))?.target;
}

type Texts = readonly { readonly path: string; readonly target: PatchedText }[];

function saveParties(texts: Texts, main: PatchedText, base: Scenario, present: Scenario): void {
  for (const [k, party] of base.parties.entries()) {
    const now = present.parties[k];
    const change = now === undefined ? null : changeBetween(party, now, base.issues);
    if (now === undefined || change === null) continue;
    const { value: file } = scalarIn(nodeAt(main, ['parties', party.id]), 'file');
    const own = textNamed(texts, file);
    if (file === '') saveParty(main, ['parties', party.id], change, party, now, base.issues);
    else if (own !== undefined) saveParty(own, [], change, party, now, base.issues);
    const gone = party.redLines.filter((line) => !now.redLines.some(({ id }) => id === line.id)).map(({ id }) => id);
    dropLinesAtStages({ main, named: (path) => textNamed(texts, path) }, base, party.id, gone);
  }
}

function saveConsent(main: PatchedText, base: Scenario, present: Scenario): void {
  const consent = nodeAt(main, ['consent']);
  const dropped = droppedSignatures(base.consent.conditional, present.consent.conditional);
  if (!isMap(consent) || dropped.length === 0) return;
  const gone = base.consent.conditional.flatMap((entry, k) =>
    dropped.some((other) => sameSignature(other.entry, entry)) ? [k] : [],
  );
  changeList(main, consent, 'conditional', gone, []);
  if (dequal(base.consent.needs, present.consent.needs)) return;
  const needs = nodeAt(main, ['consent', 'needs']);
  if (needs === null) insertPairs(main, consent, [['needs', present.consent.needs]]);
  else replaceNode(main, needs, present.consent.needs);
}

function saveLocks(main: PatchedText, base: Scenario, present: Scenario): void {
  const { root } = main;
  const changed = lockDifferences(base, present);
  if (!isMap(root) || changed.length === 0) return;
  const rules = pairIn(root, 'rules')?.value;
  const standing = isSeq(rules) ? rules.items.map((rule) => scalarIn(rule, 'id').value) : [];
  const gone = changed.flatMap(({ issue, to }) => (to === null ? [standing.indexOf(lockId(issue))] : []));
  const added: unknown[] = [];
  for (const { issue } of changed) {
    const rule = present.rules.find(({ id }) => id === lockId(issue));
    if (rule?.kind !== 'forbid') continue;
    const { id, forbid, why } = rule;
    const value = { id, forbid: plainPattern(forbid), why };
    const place = nodeAt(main, ['rules', standing.indexOf(id)]);
    if (place === null) added.push(value);
    else replaceNode(main, place, value);
  }
  changeList(main, root, 'rules', gone, added);
}

function saveDrafts(main: PatchedText, base: Scenario, present: Scenario): void {
  const { root } = main;
  const changed = draftDifferences(base, present);
  if (!isMap(root) || changed.length === 0) return;
  const fresh: [string, unknown][] = [];
  for (const draft of changed) {
    const place = nodeAt(main, ['drafts', draft.id]);
    const [old, now] = [base.drafts.find(({ id }) => id === draft.id), plainDraft(draft, base.issues)];
    if (place === null) fresh.push([draft.id, now]);
    else if (isMap(place) && old !== undefined) restate(main, place, plainDraft(old, base.issues), now);
    else replaceNode(main, place, now);
  }
  const drafts = nodeAt(main, ['drafts']);
  if (isMap(drafts)) insertPairs(main, drafts, fresh);
  else insertPairs(main, root, [['drafts', Object.fromEntries(fresh)]]);
}

/** Each place on its own, so that what stands beside it stays; a block that is not there is made. */
function saveBargaining(main: PatchedText, base: Scenario, present: Scenario): void {
  const changed = bargainingDifferences(base, present);
  const fresh = new Map<string, unknown>();
  for (const each of changed) {
    const { key, party } = each;
    const value = plainAt(present, each);
    const place = nodeAt(main, ['bargaining', key, ...(party === null ? [] : [party])]);
    const block = nodeAt(main, ['bargaining', key]);
    if (place !== null) replaceNode(main, place, value);
    else if (party === null) fresh.set(key, value);
    else if (isMap(block)) insertPairs(main, block, [[party, value]]);
    else fresh.set(key, { ...Object(fresh.get(key)), [party]: value });
  }
  if (fresh.size === 0) return;
  const whole = nodeAt(main, ['bargaining']);
  if (isMap(whole)) insertPairs(main, whole, [...fresh]);
  else if (isMap(main.root)) insertPairs(main, main.root, [['bargaining', Object.fromEntries(fresh)]]);
}
