/** Stretches of whole steps along a line, in either direction, and where on one something holds. */
import { furthest } from './number-line.ts';

/** From one step to another, both included; `to` may be the lower one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The part of the stretch where something holds that holds on one side of some step; null: nowhere. */
export function stretchWhere({ from, to }: Stretch, holds: (step: number) => boolean): Stretch | null {
  if (holds(from)) return { from, to: furthest(from, to, holds) };
  return holds(to) ? { from: furthest(to, from, holds), to } : null;
}

/**
 * The first steps of the parts of the stretch on each of which a sign stays the same. The sign must change along the
 * stretch in one direction only, so that there are three parts at most.
 */
export function partsBySign({ from, to }: Stretch, sign: (step: number) => number): readonly number[] {
  const towards = Math.sign(to - from);
  const starts = [from];
  const last = sign(to);
  for (let start = from, current = sign(from); current !== last; current = sign(start)) {
    const same = current;
    start = furthest(start, to, (step) => sign(step) === same) + towards;
    starts.push(start);
  }
  return starts;
}
