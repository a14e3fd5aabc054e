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
 */
export { compileDraft, compileProblem } from './compile/compile.ts';
export type { Compiled } from './compile/compile.ts';
export type * from './engine/answer.ts';
export { SOLUTION_NAMES } from './engine/answer.ts';
export { frontier } from './engine/frontier/frontier.ts';
export type { FrontierOptions, FrontierProgress } from './engine/frontier/frontier.ts';
export type * from './engine/problem.ts';
export { coalitionRegion, spaceRegion } from './engine/region.ts';
export type { Region } from './engine/region.ts';
export { solve } from './engine/solve.ts';
export type { SolveOptions } from './engine/solve.ts';
export { dropRedLine } from './scenario/edit.ts';
export { formatFinding } from './scenario/finding.ts';
export type { Finding } from './scenario/finding.ts';
export { partyJsonSchema, scenarioJsonSchema } from './scenario/json-schema.ts';
export { loadScenario, parseScenarioText } from './scenario/load.ts';
export type { LoadResult } from './scenario/load.ts';
export type { Scenario } from './scenario/scenario.ts';
export { applyStage } from './scenario/stage.ts';
