/**
 * One number of a party as a line: everything of the party that moves with it moves in proportion, in whole steps.
 *
 * Utilities, thresholds and weights are linear in the step, so what a deal is worth at any step is an exact integer.
 */
import type { Party, Problem } from '../problem.ts';
import { withParty } from './tornado.ts';

export interface NumberLine {
  readonly party: number;
  readonly kind: 'disagreement' | 'reservation' | 'weight';
  /** The party at step 0 and at step `steps`: of one scale, with the same patterns. */
  readonly first: Party;
  readonly last: Party;
  readonly steps: number;
  /** The number as it stands. */
  readonly at: number;
  /** Steps that the definitions allow, `at` among them. */
  readonly least: number;
  readonly most: number;
}

/** The party at a step; its scale is `steps` times that of the ends. */
export function partyAt({ first, last, steps }: NumberLine, step: number): Party {
  const between = (from: number, to: number): number => (steps - step) * from + step * to;
  return {
    ...first,
    scale: first.scale * steps,
    contributions: first.contributions.map((units, row) => between(units, last.contributions[row]!)),
    adjustments: first.adjustments.map(({ when, units }, k) => ({
      when,
      units: between(units, last.adjustments[k]!.units),
    })),
    disagreement: between(first.disagreement, last.disagreement),
    reservation: between(first.reservation, last.reservation),
  };
}

export function problemAt(problem: Problem, line: NumberLine, step: number): Problem {
  return withParty(problem, line.party, partyAt(line, step));
}

/**
 * The step furthest from `from` towards `to` up to which `holds` stays true; it must hold at `from` and, once false, stay
 * false.
 */
export function furthest(from: number, to: number, holds: (step: number) => boolean): number {
  if (holds(to)) return to;
  let [good, bad] = [from, to];
  while (Math.abs(bad - good) > 1) {
    const middle = Math.trunc((good + bad) / 2);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
