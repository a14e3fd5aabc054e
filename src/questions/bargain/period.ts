/** Whose positions hold when. */
import type { Period, Setup } from './case.ts';

/** The positions of a round, counted from 1. */
export function periodOf({ periods }: Setup, round: number): Period {
  const period = periods.findLast(({ fromRound }) => fromRound <= round);
  if (period === undefined) throw new RangeError('a session begins with the positions of round 1');
  return period;
}
