/** The terms that the bargaining solutions are made of, in points: gains over the disagreement values, and losses. */
import type { Problem } from '../problem.ts';
import type { Term } from '../search/objective.ts';
import { minus } from '../units.ts';
import type { Units } from '../units.ts';

export function gainTerms(problem: Problem, parties: readonly number[]): readonly Term[] {
  return parties.map((party) => {
    const { disagreement, scale, power } = problem.parties[party]!;
    return { party, offset: disagreement, divisor: scale, power };
  });
}

export interface StandardTerms {
  readonly gains: readonly Term[];
  /** Gains as parts of the most that each could gain; parties that can gain nothing are left out. */
  readonly relative: readonly Term[];
  /** What each gets less what it could. */
  readonly losses: readonly Term[];
}

/** `ideals`: by party, its best utility in units. */
export function termsOf(problem: Problem, parties: readonly number[], ideals: readonly Units[]): StandardTerms {
  const gains = gainTerms(problem, parties);
  return {
    gains,
    relative: gains
      .map((gain): Term => ({ ...gain, divisor: minus(ideals[gain.party] ?? gain.offset, gain.offset) }))
      .filter(({ divisor }) => divisor > 0),
    losses: gains.map((gain): Term => ({ ...gain, offset: ideals[gain.party] ?? gain.offset })),
  };
}
