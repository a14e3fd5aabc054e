/** The ends of a party's utility bar: 0 to 100 points, or the range of its own points where that is another. */
import type { Named } from '../case.ts';
import { rangeOf } from '../digits.ts';
import type { BarScale } from '../text/bar.ts';

/** A scale begins at 0 unless all that a party can get lies in so small a part of it. */
const LEAST_PART = 1 / 4;

/** No deal lies outside, adjustments included. */
export function utilityScale(of: Named, party: number): BarScale {
  const { least, most } = rangeOf(of, party);
  if (of.scenario.parties[party]!.preferences.form === 'weights') {
    return { from: Math.min(0, least), to: Math.max(100, most) };
  }
  const far = least < most && most - least < LEAST_PART * most;
  return { from: far ? least : Math.min(0, least), to: far ? most : Math.max(0, most) };
}

/** True for a bar of 100 points. */
export function isPlainScale({ from, to }: BarScale): boolean {
  return from === 0 && to === 100;
}
