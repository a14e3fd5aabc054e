/**
 * A scenario under edit with everything that was done to it, so that each step can be undone and made again.
 */
import { dequal } from 'dequal';
import type { Patch } from 'immer';
import { applyPatches, createDraft, enablePatches, finishDraft } from 'immer';
import { writeEdit } from './edit.ts';
import { difference } from './difference.ts';
import { isStructure } from './structure/kinds.ts';
import type { Scenario } from '../scenario.ts';
import type { ScenarioEdit } from '../format/schema-edit.ts';

enablePatches();

/** One edit with what it changed, forwards and backwards. */
export interface Step {
  readonly edit: ScenarioEdit;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

export interface History {
  /** As the edits found it. */
  readonly base: Scenario;
  readonly present: Scenario;
  /** First step first. */
  readonly past: readonly Step[];
  /** Undone steps, the one to make again first. */
  readonly future: readonly Step[];
}

export type Recorded =
  { readonly ok: true; readonly history: History } | { readonly ok: false; readonly message: string };

export function startHistory(scenario: Scenario): History {
  return { base: scenario, present: scenario, past: [], future: [] };
}

interface RecordOptions {
  readonly merge?: boolean;
  /** What is wrong with a scenario that is made of something else after the edit; null for nothing. */
  readonly check?: (scenario: Scenario) => string | null;
}

/**
 * The history with one more edit; what was undone before can then not be made again. An edit that changes nothing
 * leaves no step. With `merge`, an edit of the number that the last step edited becomes one step with it.
 */
export function record(history: History, edit: ScenarioEdit, options: RecordOptions = {}): Recorded {
  const last = history.past.at(-1);
  const merged = options.merge && last !== undefined && history.future.length === 0 ? merge(last.edit, edit) : null;
  if (merged === null || last === undefined) return append(history, edit, options);
  const back = undo(history);
  if (back === null) return append(history, edit, options);
  return append({ ...back.history, future: [] }, merged, options);
}

function append(history: History, edit: ScenarioEdit, { check }: RecordOptions): Recorded {
  const draft = createDraft(history.present);
  const message = writeEdit(draft, edit, history.present, history.base);
  if (message !== null) return { ok: false, message };
  const changes: { patches: readonly Patch[]; inverse: readonly Patch[] } = { patches: [], inverse: [] };
  const present: Scenario = finishDraft(draft, (patches, inverse) => Object.assign(changes, { patches, inverse }));
  if (dequal(present, history.present)) return { ok: true, history };
  const fault = edit.kind !== 'several' && isStructure(edit) ? (check?.(present) ?? null) : null;
  if (fault !== null) return { ok: false, message: fault };
  return { ok: true, history: { ...history, present, past: [...history.past, { edit, ...changes }], future: [] } };
}

/** The history before its last step, and that step's edit; null when nothing is left to undo. */
export function undo(history: History): { readonly history: History; readonly undone: ScenarioEdit } | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  const { past, future } = history;
  const present = applyPatches(history.present, step.inverse);
  return { history: { ...history, present, past: past.slice(0, -1), future: [step, ...future] }, undone: step.edit };
}

/** The history with the last undone step made again, and that step's edit; null when nothing was undone. */
export function redo(history: History): { readonly history: History; readonly redone: ScenarioEdit } | null {
  const step = history.future[0];
  if (step === undefined) return null;
  const { past, future } = history;
  const present = applyPatches(history.present, step.patches);
  return { history: { ...history, present, past: [...past, step], future: future.slice(1) }, redone: step.edit };
}

/** Whether the scenario differs from the one the edits began with. */
export function isChanged({ base, present }: History): boolean {
  return present !== base && difference(base, present).length > 0;
}

/** Two edits of one number, or of one party's strategy, as one; null when they are not. */
function merge(first: ScenarioEdit, second: ScenarioEdit): ScenarioEdit | null {
  if (first.kind === 'scale' && second.kind === 'scale') {
    if (first.party !== second.party || first.issue !== second.issue) return null;
    return { ...second, factor: first.factor * second.factor };
  }
  const turned = (edit: ScenarioEdit) => 'value' in edit || edit.kind === 'strategy';
  return turned(first) && turned(second) && placeKey(first) === placeKey(second) ? second : null;
}

function placeKey(edit: ScenarioEdit): string {
  const party = 'party' in edit ? edit.party : null;
  const issue = 'issue' in edit ? edit.issue : null;
  const option = 'option' in edit ? edit.option : null;
  return JSON.stringify([edit.kind, party, issue, option]);
}
