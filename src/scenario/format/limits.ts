/** How much of anything a scenario may have. */

/** The largest number, and less 0 the smallest. */
export const LARGEST = 1e12;
export const MOST_DRAFTS = 200;
export const MOST_ROUNDS = 10_000;
/** In parts of all chances together. */
export const MOST_CHANCE = 1000;
