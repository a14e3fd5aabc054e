/**
 * An overlay with the scenario it stands on, as one changed scenario, or everything that is wrong with it.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Draft as Mutable } from 'immer';
import { castDraft, createDraft, finishDraft } from 'immer';
import { buildChange, buildDraft, buildStatusQuo } from './build.ts';
import { checkBargaining } from './check-bargaining.ts';
import { codingOf, decodeChangeFile } from './coding.ts';
import { checkDrafts } from './check-scenario.ts';
import { checkSchema } from './check-schema.ts';
import { checkChange } from './check-stages.ts';
import type { Checker } from './checker.ts';
import { checkChoice, checkIssue, checkParty, checkPattern, createChecker } from './checker.ts';
import { writeBargaining } from '../edit/bargaining.ts';
import { sameSignature, writeDropSignature } from '../edit/consent.ts';
import type { Document } from './document.ts';
import { expandChangeFile } from './expand-unknown.ts';
import type { Finding } from '../finding.ts';
import { limitFindings } from '../finding.ts';
import type { Loaded, LoadResult } from './load-result.ts';
import { writeLock } from '../edit/locks.ts';
import { namesOfScenario } from './names.ts';
import { partsAt, valueAt } from './parts.ts';
import type { Scenario } from '../scenario.ts';
import { partyChange } from '../format/schema-party.ts';
import type { OverlayFile } from '../format/schema-overlay.ts';
import { lockEntry, overlayFileSchema, signatureEntry } from '../format/schema-overlay.ts';
import { writeChanges, writeStage } from '../edit/stage.ts';
import { quote } from '../suggest.ts';
import { writeDraft } from '../edit/write-draft.ts';

/** What stands under an overlay, or why it cannot be read; the message is for the place that names it. */
export type Under = LoadResult | { readonly ok: false; readonly message: string };

/** `loadUnder` reads what the overlay calls its base. */
export function loadOverlay(
  written: Document,
  source: { readonly text: string; readonly bytes: Uint8Array },
  loadUnder: (name: string) => Under,
): LoadResult {
  const name = valueAt(written.data, ['base']);
  if (typeof name !== 'string' || name === '')
    return { ok: false, findings: checkSchema(written, overlayFileSchema).findings };
  const under = loadUnder(name);
  if (!under.ok) {
    const { findings: own } = checkSchema(written, overlayFileSchema);
    const faults = 'findings' in under ? under.findings : [written.finding(['base'], under.message)];
    return { ok: false, findings: limit(written, [...own, ...faults]) };
  }
  const coded: Finding[] = [];
  const names = namesOfScenario(under.scenario);
  const document = expandChangeFile(decodeChangeFile(written, codingOf(under.scenario), coded), names);
  const schema = checkSchema(document, overlayFileSchema);
  const findings = [...coded, ...schema.findings];
  const checker = createChecker(document, names, findings);
  checkOverlay(checker);
  if (schema.data === null || findings.length > 0) return { ok: false, findings: limit(document, findings) };
  const draft = createDraft(under.scenario);
  writeOverlay(draft, schema.data, under.scenario, document, checker);
  if (findings.length > 0) return { ok: false, findings: limit(document, findings) };
  draft.hash = createHash('sha256').update(under.scenario.hash).update(source.bytes).digest('hex').slice(0, 12);
  const scenario = finishDraft(draft);
  return {
    ok: true,
    scenario,
    remarks: under.remarks,
    warnings: [...staleWarning(document, schema.data, under), ...under.remarks(scenario)],
    files: [{ path: basename(document.file), text: source.text }],
    under: { scenario: under.scenario, name },
    fault: (path, message) =>
      path[0] === 'rules' && valueAt(document.data, ['locks']) !== undefined
        ? document.finding(['locks'], message, { at: 'key' })
        : under.fault(path, message),
  };
}

/** What can be said from the text of the overlay and the names underneath. */
function checkOverlay(checker: Checker): void {
  for (const { path, key, value } of partsAt(checker.data, ['change'], partyChange)) {
    checkParty(checker, path, key, { at: 'key' });
    checkChange(checker, path, value);
  }
  for (const { path, value } of partsAt(checker.data, ['dropConsent'], signatureEntry)) {
    checkParty(checker, [...path, 'party'], value.party);
    checkPattern(checker, [...path, 'when'], value.when);
  }
  for (const { path, key, value } of partsAt(checker.data, ['locks'], lockEntry)) {
    if (!checkIssue(checker, path, key)) continue;
    for (const [k, choice] of value.entries()) checkChoice(checker, [...path, k], key, choice);
  }
  checkDrafts(checker);
  checkBargaining(checker, ['bargaining']);
}

/** Makes the changes in the order: stage, parties, signatures, locks, drafts, bargaining. Faults go to the checker. */
function writeOverlay(
  draft: Mutable<Scenario>,
  overlay: OverlayFile,
  under: Scenario,
  document: Document,
  checker: Checker,
): void {
  if (overlay.title !== undefined) draft.title = overlay.title;
  // Changes on top of a reading are that reading no longer.
  if (overlay.reading === undefined) delete draft.reading;
  else draft.reading = overlay.reading;
  const stage = overlay.stage === undefined ? null : writeStage(draft, overlay.stage, under);
  if (stage !== null) return checker.complain(['stage'], stage);
  const changes = Object.entries(overlay.change).map(buildChange);
  for (const { path, message } of writeChanges(draft, changes, under, 'after this change ')) {
    checker.complain(path, message);
  }
  for (const [k, entry] of overlay.dropConsent.entries()) {
    const index = draft.consent.conditional.findIndex((other) => sameSignature(other, entry));
    const fault =
      index === -1
        ? `the scenario underneath has no conditional signature of ${quote(entry.party)} with this pattern`
        : writeDropSignature(draft, index);
    if (fault !== null) checker.complain(['dropConsent', k], fault);
  }
  for (const [issue, options] of Object.entries(overlay.locks)) {
    const fault = writeLock(draft, { issue, options }, under.issues);
    if (fault !== null) checker.complain(['locks', issue], fault, { at: 'key' });
  }
  for (const key of document.keys(['drafts'])) {
    const entry = overlay.drafts[key];
    const built = entry === undefined ? null : buildDraft(key, entry, under.issues);
    const fault = built === null ? null : writeDraft(draft, built, under);
    if (fault !== null) checker.complain(['drafts', key], fault);
  }
  const { statusQuo } = buildStatusQuo(overlay.drafts, document.keys(['drafts']));
  if (statusQuo !== undefined) {
    if (under.drafts.some(({ id }) => id === statusQuo.id)) {
      checker.complain(['drafts', statusQuo.id], 'a draft of the base has this id, so no deal needs another', {
        at: 'key',
      });
    }
    draft.statusQuo = castDraft(statusQuo);
  }
  if (overlay.bargaining !== undefined) writeBargaining(draft, overlay.bargaining);
}

function staleWarning(document: Document, { baseHash }: OverlayFile, under: Loaded): Finding[] {
  const { hash } = under.scenario;
  if (baseHash === undefined || baseHash === hash) return [];
  const message = `what stands underneath has changed since this was written: its hash is now '${hash}'`;
  return [document.finding(['baseHash'], message, { severity: 'warning' })];
}

/** The overlay's findings first, then those of the files underneath. */
function limit(document: Document, findings: readonly Finding[]): Finding[] {
  return limitFindings(findings, [document.file, ...new Set(findings.map((finding) => finding.file))]);
}
