/**
 * Positions at a stage: the file's positions with the dated changes that lead to it.
 */
import type { Draft as Mutable } from 'immer';
import { produce } from 'immer';
import { writeBargaining } from './bargaining.ts';
import type { ChangeFault } from './change.ts';
import { changeParty } from './change.ts';
import { formatPath } from '../finding.ts';
import { once } from '../once.ts';
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
  const way = wayTo(stageId, scenario);
  if (!way.ok) return way;
  let reached = scenario;
  for (const stage of way.stages) {
    const { scenario: next, faults } = applyChanges(reached, stage);
    if (faults[0] !== undefined) return { ok: false, message: faultAt(stage, faults[0]) };
    reached = next;
  }
  return { ok: true, scenario: reached };
}

/** Takes a draft of `scenario` to a stage; why that cannot be, or null. After a message the draft is of no use. */
export function writeStage(draft: Mutable<Scenario>, stageId: string, scenario: Scenario): string | null {
  const way = wayTo(stageId, { ...scenario, stage: draft.stage });
  if (!way.ok) return way.message;
  for (const stage of way.stages) {
    const fault = writeStep(draft, stage, scenario)[0];
    if (fault !== undefined) return faultAt(stage, fault);
  }
  return null;
}

interface Changed {
  readonly scenario: Scenario;
  readonly faults: readonly ChangeFault[];
}

/** One stage's own changes; fault paths start at the stage's `change`. A reading of all stages has made them already. */
export const applyChanges = once((scenario: Scenario, stage: Stage): Changed => {
  const faults: ChangeFault[] = [];
  const changed = produce(scenario, (draft) => {
    faults.push(...writeStep(draft, stage, scenario));
  });
  return { scenario: changed, faults };
});

function writeStep(draft: Mutable<Scenario>, stage: Stage, scenario: Scenario): readonly ChangeFault[] {
  draft.stage = stage.id;
  if (stage.bargaining !== undefined) writeBargaining(draft, stage.bargaining);
  return writeChanges(draft, stage.change, scenario, 'after this stage ');
}

function faultAt(stage: Stage, { path, message }: ChangeFault): string {
  return `${stage.id}: ${formatPath(path)}: ${message}`;
}

/** The stages from where a scenario stands to another, first stage first; or why there is no way. */
function wayTo(
  stageId: string,
  { stages, stage: here }: Pick<Scenario, 'stages' | 'stage'>,
): { readonly ok: true; readonly stages: readonly Stage[] } | { readonly ok: false; readonly message: string } {
  const ids = stages.map(({ id }) => id);
  if (!ids.includes(stageId)) return { ok: false, message: unknownName('stage', stageId, ids) };
  const chain = chainTo(stages, stageId);
  const reached = here === null ? 0 : chain.findIndex(({ id }) => id === here) + 1;
  if (here !== null && reached === 0) {
    return { ok: false, message: `stage '${stageId}' does not build on '${here}', where the scenario stands` };
  }
  return { ok: true, stages: chain.slice(reached) };
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
