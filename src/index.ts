/**
 * Winset as a library: read a scenario, compile it, solve it.
 *
 * ```ts
 * import { compileDraft, compileProblem, loadScenario, solve } from 'winset';
 *
 * const loaded = loadScenario('scenarios/first-five-minutes');
 * if (!loaded.ok) throw new Error(loaded.findings.map((finding) => finding.message).join('\n'));
 * const { problem } = compileProblem(loaded.scenario);
 * const drafts = loaded.scenario.drafts.map(({ id }) => compileDraft(loaded.scenario, id));
 * const answer = solve(problem, { drafts, coalition: null, ties: 100, states: 100_000, seed: 'winset' });
 * console.log(answer.zone.empty);
 * ```
 *
 * What takes long can run in a worker thread, watched and cancelled from this one:
 *
 * ```ts
 * const answer = await runJob<'solve'>({ kind: 'solve', problem, options }, { onProgress, cancel: controller.signal });
 * ```
 */
export { compileDraft, compileProblem } from './compile/compile.ts';
export type { Compiled } from './compile/compile.ts';
export { compileUncertainty } from './compile/uncertainty.ts';
export * from './engine/index.ts';
export { runJob } from './jobs/run-job.ts';
export type { RunOptions } from './jobs/run-job.ts';
export { difference } from './scenario/edit/difference.ts';
export type { Difference } from './scenario/edit/difference.ts';
export { applyEdit, dropRedLine } from './scenario/edit/edit.ts';
export type { ScenarioEdit } from './scenario/edit/edit.ts';
export { formatFinding } from './scenario/finding.ts';
export type { Finding } from './scenario/finding.ts';
export {
  overlayJsonSchema,
  partyJsonSchema,
  scenarioJsonSchema,
  stageJsonSchema,
} from './scenario/format/json-schema.ts';
export { loadScenario, parseScenarioText } from './scenario/read/load.ts';
export type { LoadResult } from './scenario/read/load.ts';
export { overlayText } from './scenario/save/overlay-text.ts';
export type { Scenario } from './scenario/scenario.ts';
export { applyStage } from './scenario/edit/stage.ts';
