/**
 * Positions at a stage: the file's positions with the dated changes that lead to it.
 */
import { produce } from 'immer';
import type { ChangeFault } from './change.ts';
import { changeParty } from './change.ts';
import { formatPath } from './finding.ts';
import type { Scenario, Stage } from './scenario.ts';
import { unknownName } from './suggest.ts';

/** An edited scenario, or why the edit cannot be made. */
export type Edit =
  { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly message: string };

/**
 * The scenario with the positions of a stage: every change from where the scenario stands up to that stage. A
 * scenario that already stands at a stage can only go on to one that builds on it.
 */
export function applyStage(scenario: Scenario, stageId: string): Edit {
  const ids = scenario.stages.map((stage) => stage.id);
  if (!ids.includes(stageId)) return { ok: false, message: unknownName('stage', stageId, ids) };
  const chain = chainTo(scenario.stages, stageId);
  const reached = scenario.stage === null ? 0 : chain.findIndex((stage) => stage.id === scenario.stage) + 1;
  if (scenario.stage !== null && reached === 0) {
    return {
      ok: false,
      message: `stage '${stageId}' does not build on '${scenario.stage}', where the scenario stands`,
    };
  }
  let current = scenario;
  for (const stage of chain.slice(reached)) {
    const step = applyChanges(current, stage);
    const fault = step.faults[0];
    if (fault !== undefined) return { ok: false, message: `${stage.id}: ${formatPath(fault.path)}: ${fault.message}` };
    current = step.scenario;
  }
  return { ok: true, scenario: current };
}

/** One stage's own changes; fault paths start at the stage's `change`. */
export function applyChanges(
  scenario: Scenario,
  stage: Stage,
): { readonly scenario: Scenario; readonly faults: readonly ChangeFault[] } {
  const faults: ChangeFault[] = [];
  const changed = produce(scenario, (draft) => {
    draft.stage = stage.id;
    for (const change of stage.change) {
      const party = draft.parties.find((candidate) => candidate.id === change.party);
      if (party === undefined) continue;
      for (const fault of changeParty(party, change, scenario.issues)) {
        faults.push({ path: ['change', change.party, ...fault.path], message: fault.message });
      }
    }
  });
  return { scenario: changed, faults };
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
