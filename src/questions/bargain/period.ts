/** Whose positions hold when, and what can be agreed on then. */
import type { Glance } from '../../engine/glance.ts';
import type { Period, SessionCase, Setup } from './case.ts';

/** The positions of a round, counted from 1. */
export function periodOf({ periods }: Setup, round: number): Period {
  const period = periods.findLast(({ fromRound }) => fromRound <= round);
  if (period === undefined) throw new RangeError('a session begins with the positions of round 1');
  return period;
}

/** What can be agreed on with the positions of a round. */
export function glanceOf({ setup, comparison }: SessionCase, round: number): Glance {
  return comparison.glances[setup.periods.indexOf(periodOf(setup, round))]!;
}
