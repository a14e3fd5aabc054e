/**
 * The engine as a library of its own, `winset/engine`: pure numbers, for Node and for browsers.
 *
 * A `Problem` is plain data; see its type for what it must hold. `compileProblem` of `winset` makes one from a scenario.
 *
 * ```ts
 * import { countZone, solve } from 'winset/engine';
 *
 * const answer = solve(problem, { drafts: [], coalition: null, ties: 100, states: 100_000, seed: 'winset' });
 * const { count } = countZone(problem, { states: 5_000_000, seed: 'winset' });
 * ```
 */
export type * from './answer.ts';
export { SOLUTION_NAMES } from './answer.ts';
export { counterOffers } from './counter/counter.ts';
export type { CounterOffer, CounterOffers, CounterQuestion } from './counter/counter.ts';
export { acceptingParties, inZone, keepsRules, utilityPoints } from './deal.ts';
export { dominatingDeal } from './draft/efficiency.ts';
export type { Explanation } from './explain/answer.ts';
export { explain } from './explain/explain.ts';
export type { ExplainOptions, ExplainProgress } from './explain/explain.ts';
export { frontier } from './frontier/frontier.ts';
export type { FrontierOptions, FrontierProgress } from './frontier/frontier.ts';
export type * from './problem.ts';
export { coalitionRegion, spaceRegion } from './region.ts';
export type { Region } from './region.ts';
export { solve } from './solve.ts';
export type { SolveOptions, SolveProgress } from './solve.ts';
export { sampleZone } from './zone/count.ts';
export { countZone, soleBlockerCounts } from './zone/roads.ts';
export type { CountBudget, ZoneCount } from './zone/count.ts';
