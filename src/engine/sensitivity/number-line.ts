/**
 * One number of a party as a line: everything of the party that moves with it moves in proportion, in whole steps.
 *
 * Utilities, thresholds and weights are linear in the step, so what a deal is worth at any step is an exact integer.
 */
import type { Party, Problem } from '../problem.ts';
import { blended, plus, times } from '../units.ts';
import type { Units } from '../units.ts';
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
export function partyAt(line: NumberLine, step: number): Party {
  const { first, last, steps } = line;
  const between = (from: Units, to: Units): Units => betweenEnds(line, from, to, step);
  return {
    ...first,
    scale: times(first.scale, steps),
    contributions: blended(first.contributions, last.contributions, steps - step, step),
    adjustments: first.adjustments.map(({ when, units }, k) => ({
      when,
      units: between(units, last.adjustments[k]!.units),
    })),
    disagreement: between(first.disagreement, last.disagreement),
    reservation: between(first.reservation, last.reservation),
  };
}

/** What goes from one amount at step 0 to another at the last step, at a step, times the number of steps. */
export function betweenEnds({ steps }: NumberLine, from: Units, to: Units, step: number): Units {
  return plus(times(from, steps - step), times(to, step));
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
