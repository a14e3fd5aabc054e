/** Limits of a scenario that schemas and edits share. */

/** The largest number; the smallest is its negative. */
export const LARGEST = 1e12;
export const MOST_DRAFTS = 200;
export const MOST_ROUNDS = 10_000;
/** Chances to be drawn are whole numbers, as the engine draws with them. */
export const MOST_CHANCE = 1000;
