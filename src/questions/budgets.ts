/** How much work questions may do and what they are asked with where nothing is said: of commands and of screens. */
import { BYTES_PER_STATE } from '../engine/zone/counting.ts';

/** Who waits for the answer. A screen narrows what a command may take, by these names. */
export type Patience = 'command' | 'screen';

/** Seed of estimates and draws. */
export const SEED = '1';

/** For counts, as a person writes it, and the states of one diagram that fit. */
export const MEMORY = '32MB';
const MEMORY_BYTES = 32e6;
export const STATES = statesIn(MEMORY_BYTES);

export function statesIn(bytes: number): number {
  return Math.floor(bytes / BYTES_PER_STATE);
}

/** Most equally good deals that are listed for each solution. */
export const TIES: Readonly<Record<Patience, number>> = { command: 1000, screen: 100 };

/** Utility vectors to keep where all efficient deals are asked for. */
export const VECTORS = 100_000;

/** Of a spread: points at most, nodes of a small problem (ten seconds or so for a command), and states for variants that are counted. */
export const FRONTIER: Readonly<Record<Patience, { maxPoints: number; nodes: number; states: number }>> = {
  command: { maxPoints: 1000, nodes: 12_000_000, states: 50_000 },
  screen: { maxPoints: 400, nodes: 2_000_000, states: STATES },
};

/**
 * Of an explanation: conflicts and repairs to look for, ways of each opening to list, and states for the deals that one
 * party alone blocks, enough for a proven order of magnitude.
 */
export const EXPLAIN = { most: 50, ways: 20, waysInFull: 200, states: 20_000 } as const;

export const DRAWS = 10_000;

/** Whose deal is recommended. */
export const SOLUTION = 'nash';

/** Of a session: full rounds where neither file nor person says how many. */
export const ROUNDS = 40;

/** Sessions where numbers are drawn and nobody says how many. */
export const RUNS = 100;

/** Of a tournament: what parties may choose from, sessions of each profile, and profiles that are played at most. */
export const MENU = 'boulware,linear,conceder,hardliner,relative-tit-for-tat';
export const MENU_RUNS = 10;
export const MOST_PROFILES = 10_000;
