/** What stands in for numbers that are not yet valued, until somebody values them. */
import type { StatedNumber } from '../scenario.ts';

/** What a file says in place of a number that is not yet valued. */
export const UNKNOWN = 'unknown';

/** What stands in for a value or a threshold that is not yet valued: it may be anywhere from 0 to 100. */
export const ANYWHERE: StatedNumber = { value: 50, low: 0, high: 100, unknown: true };

/** The same for a weight. Reading puts the party's other weights in its place (`read/build.ts`). */
export const UNKNOWN_WEIGHT: StatedNumber = { value: 1, unknown: true };

/** The same for a score, or for a threshold of a score sheet: it may be any number (`not-yet-valued.ts`). */
export const UNKNOWN_SCORE: StatedNumber = { value: 0, unknown: true };
