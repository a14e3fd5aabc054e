/**
 * Positions at a stage: the file's positions with the dated changes that lead to it.
 */
import type { Draft as Mutable } from 'immer';
import { createDraft, finishDraft, produce } from 'immer';
import { writeBargaining } from './bargaining.ts';
import type { ChangeFault } from './change.ts';
import { changeParty } from './change.ts';
import { formatPath } from '../finding.ts';
import type { PartyChange, Scenario, Stage } from '../scenario.ts';
import { unknownName } from '../suggest.ts';

/** An edited scenario, or why the edit cannot be made. */
export type Edit =
  { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly message: string };

/**
 * The scenario with the positions of a stage: every change from where the scenario stands up to that stage. A
 * scenario that already stands at a stage can only go on to one that builds on it.
 */
export function applyStage(scenario: Scenario, stageId: string): Edit {
  const draft = createDraft(scenario);
  const message = writeStage(draft, stageId, scenario);
  if (message !== null) return { ok: false, message };
  return { ok: true, scenario: finishDraft(draft) };
}

/** Takes a draft of `scenario` to a stage; why that cannot be, or null. After a message the draft is of no use. */
export function writeStage(draft: Mutable<Scenario>, stageId: string, scenario: Scenario): string | null {
  const ids = scenario.stages.map((stage) => stage.id);
  if (!ids.includes(stageId)) return unknownName('stage', stageId, ids);
  const chain = chainTo(scenario.stages, stageId);
  const reached = draft.stage === null ? 0 : chain.findIndex((stage) => stage.id === draft.stage) + 1;
  if (draft.stage !== null && reached === 0) {
    return `stage '${stageId}' does not build on '${draft.stage}', where the scenario stands`;
  }
  for (const stage of chain.slice(reached)) {
    draft.stage = stage.id;
    if (stage.bargaining !== undefined) writeBargaining(draft, stage.bargaining);
    const fault = writeChanges(draft, stage.change, scenario, 'after this stage ')[0];
    if (fault !== undefined) return `${stage.id}: ${formatPath(fault.path)}: ${fault.message}`;
  }
  return null;
}

/** One stage's own changes; fault paths start at the stage's `change`. */
export function applyChanges(
  scenario: Scenario,
  stage: Stage,
): { readonly scenario: Scenario; readonly faults: readonly ChangeFault[] } {
  const faults: ChangeFault[] = [];
  const changed = produce(scenario, (draft) => {
    draft.stage = stage.id;
    if (stage.bargaining !== undefined) writeBargaining(draft, stage.bargaining);
    faults.push(...writeChanges(draft, stage.change, scenario, 'after this stage '));
  });
  return { scenario: changed, faults };
}

/** Changes of several parties, made in a draft of `scenario`; fault paths start at `change`. */
export function writeChanges(
  draft: Mutable<Scenario>,
  changes: readonly PartyChange[],
  scenario: Scenario,
  moment: string,
): ChangeFault[] {
  return changes.flatMap((change) => {
    const party = draft.parties.find((candidate) => candidate.id === change.party);
    if (party === undefined) return [];
    return changeParty(party, change, scenario.issues, moment).map((fault) => ({
      path: ['change', change.party, ...fault.path],
      message: fault.message,
    }));
  });
}

/** First stage first. Stages of a loaded scenario have no cycles. */
function chainTo(stages: readonly Stage[], id: string): Stage[] {
  const chain: Stage[] = [];
  for (let next: string | null = id; next !== null && chain.length < stages.length;) {
    const stage = stages.find((candidate) => candidate.id === next);
    if (stage === undefined) break;
    chain.unshift(stage);
    next = stage.after;
  }
  return chain;
}
