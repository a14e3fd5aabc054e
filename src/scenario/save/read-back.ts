/** Whether a scenario that was rebuilt by hand is one that could be read from a file. */
import { applyEdit } from '../edit/edit.ts';
import type { Edit } from '../edit/stage.ts';
import { isStructure } from '../edit/structure/kinds.ts';
import type { SingleEdit } from '../format/schema-edit.ts';
import { loadTexts } from '../read/load.ts';
import type { Scenario } from '../scenario.ts';
import { scenarioTexts } from './scenario-texts.ts';

/** The first thing that reading it back would find wrong; null for nothing. Of positions at a stage, without the stages. */
export function readBackFault(scenario: Scenario): string | null {
  const whole = scenario.stage === null ? scenario : { ...scenario, stage: null, stages: [] };
  const read = loadTexts(scenarioTexts(whole, 'inline'));
  const [first] = read.ok ? [] : read.findings;
  if (first === undefined) return null;
  return first.path === '' ? first.message : `${first.path}: ${first.message}`;
}

/** The scenario with the edit made, or why it cannot be; what it is made of is read back. */
export function applyChecked(scenario: Scenario, edit: SingleEdit): Edit {
  const made = applyEdit(scenario, edit);
  const fault = made.ok && isStructure(edit) ? readBackFault(made.scenario) : null;
  return fault === null ? made : { ok: false, message: fault };
}
