/**
 * What an edited scenario is held against: the scenario it was made from, at the stage where the edited one stands.
 */
import type { Scenario } from '../scenario.ts';
import { applyStage } from './stage.ts';

const reached = new WeakMap<Scenario, Map<string, Scenario>>();

/** The scenario at a stage that builds on where it stands; the scenario itself where there is no such way. */
export function referenceAt(base: Scenario, stage: string | null): Scenario {
  if (stage === null || stage === base.stage) return base;
  let known = reached.get(base);
  if (known === undefined) {
    known = new Map();
    reached.set(base, known);
  }
  let reference = known.get(stage);
  if (reference === undefined) {
    const edit = applyStage(base, stage);
    reference = edit.ok ? edit.scenario : base;
    known.set(stage, reference);
  }
  return reference;
}
