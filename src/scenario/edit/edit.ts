/**
 * Edits of a scenario, each giving a new scenario and leaving the old one as it is.
 */
import type { Draft as Mutable } from 'immer';
import { createDraft, finishDraft } from 'immer';
import { writeBargainingEdit } from './bargaining.ts';
import { writeDropSignature } from './consent.ts';
import { writeLock, writeUnlock } from './locks.ts';
import { writePartyEdit } from './party-edit.ts';
import { referenceAt } from './reference.ts';
import { alignedBase } from './structure/align.ts';
import { isStructure } from './structure/kinds.ts';
import { writeStructure } from './structure/write.ts';
import { once } from '../once.ts';
import type { Scenario } from '../scenario.ts';
import type { ScenarioEdit, SingleEdit } from '../format/schema-edit.ts';
import type { Edit } from './stage.ts';
import { writeStage } from './stage.ts';
import { writeDraft } from './write-draft.ts';

export type { NumberEdit, ScenarioEdit, SingleEdit } from '../format/schema-edit.ts';

/**
 * The scenario with one edit made, or why it cannot be made, said to a person. Never throws: names that do not exist,
 * numbers out of range and edits that would leave an invalid scenario are all refused with a message.
 *
 * A number set by hand has the range of `origin`'s number while it lies in it, whatever happened in between, and not its
 * date, reason and sources, which speak of another value. Set back to what `origin` has it is origin's number again, with
 * all of it. A reservation value that the file leaves out moves with the disagreement value.
 */
export function applyEdit(scenario: Scenario, edit: ScenarioEdit, origin: Scenario = scenario): Edit {
  const draft = createDraft(scenario);
  const message = writeEdit(draft, edit, scenario, origin);
  if (message !== null) return { ok: false, message };
  return { ok: true, scenario: finishDraft(draft) };
}

/** Positions with the edits that can be made there; a stage may have taken away what one of them changed. */
export function withEdits(positions: Scenario, edits: readonly ScenarioEdit[], file: Scenario): Scenario {
  return edits.reduce((current, edit) => editsOf(file, current)(edit), positions);
}

/** Who turns a number makes all edits but the last one again, at each key. */
const editsOf = once((file: Scenario, current: Scenario) => {
  const made = new WeakMap<ScenarioEdit, Scenario>();
  return (edit: ScenarioEdit): Scenario => {
    const known = made.get(edit);
    if (known !== undefined) return known;
    const changed = applyEdit(current, edit, file);
    const scenario = changed.ok ? changed.scenario : current;
    made.set(edit, scenario);
    return scenario;
  };
});

/** The scenario without one red line of one party. */
export function dropRedLine(scenario: Scenario, party: string, redLine: string): Edit {
  return applyEdit(scenario, { kind: 'dropRedLine', party, redLine });
}

/** Makes the edit in a draft of `scenario`; why it cannot be made, or null. After a message the draft is of no use. */
export function writeEdit(
  draft: Mutable<Scenario>,
  edit: ScenarioEdit,
  scenario: Scenario,
  origin: Scenario,
): string | null {
  if (edit.kind !== 'several') return writeSingle(draft, edit, scenario, origin);
  if (edit.edits.length > 1 && edit.edits.some(isStructure)) {
    return 'what a scenario is made of is changed one step at a time';
  }
  for (const [k, single] of edit.edits.entries()) {
    const message = writeSingle(draft, single, scenario, origin);
    if (message !== null) return edit.edits.length === 1 ? message : `change ${k + 1}: ${message}`;
  }
  return null;
}

function writeSingle(draft: Mutable<Scenario>, edit: SingleEdit, scenario: Scenario, origin: Scenario): string | null {
  if (isStructure(edit)) return writeStructure(draft, edit);
  const file = (): Scenario => referenceAt(alignedBase(origin, scenario), draft.stage);
  switch (edit.kind) {
    case 'dropConsent':
      return writeDropSignature(draft, edit.index);
    case 'lock':
      return writeLock(draft, edit, scenario.issues);
    case 'unlock':
      return writeUnlock(draft, edit.issue, scenario.issues);
    case 'stage':
      return writeStage(draft, edit.stage, scenario);
    case 'draft':
      return writeDraft(draft, edit.draft, scenario);
    case 'protocol':
    case 'rounds':
    case 'order':
    case 'patience':
    case 'strategy':
      return writeBargainingEdit(draft, edit, scenario, file());
    default:
      return writePartyEdit(draft, edit, scenario.issues, file());
  }
}
