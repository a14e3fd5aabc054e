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
export type * from './bargain/answer.ts';
export { equilibria } from './bargain/foresight/equilibrium.ts';
export type { EquilibriaOptions } from './bargain/foresight/equilibrium.ts';
export { tournamentOf } from './bargain/many/payoffs.ts';
export type { Tournament } from './bargain/many/payoffs.ts';
export type * from './bargain/protocol/protocol.ts';
export type * from './bargain/question.ts';
export { runMany } from './bargain/many/runs.ts';
export { runSession } from './bargain/session.ts';
export type * from './bargain/party/strategy.ts';
export { summariseRuns } from './bargain/many/summary.ts';
export { playProfiles } from './bargain/many/tournament.ts';
export type { ProfileTally, TournamentQuestion } from './bargain/many/tournament.ts';
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
export type { CountBudget } from './zone/counting.ts';
export type { ZoneCount } from './zone/count.ts';
