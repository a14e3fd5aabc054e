/** What a walk adds up: a column of integers per party, each with the least sum that is enough. */
import type { Adjustment, NarrowProblem, Party, Problem } from '../problem.ts';
import { isNarrowProblem, leastSigned } from '../problem.ts';
import { isNarrow, unitsBetween } from '../units.ts';
import type { Units } from '../units.ts';

export { minus, plus } from '../units.ts';
export type { Units } from '../units.ts';

export interface Column {
  /** By flat option number. */
  readonly gains: ArrayLike<Units>;
  readonly adjustments: readonly Adjustment[];
  readonly floor: Units;
}

export function columnsOf({ parties }: Problem): readonly Column[] {
  return parties.map((party) => {
    const { contributions, adjustments } = party;
    const gains = isNarrow(contributions) ? contributions : unitsBetween(contributions, 0, contributions.length);
    return { gains, adjustments, floor: leastSigned(party) };
  });
}

/** Whether everybody has to sign, and does for a sum of numbers: no patterns, no number of signers, no big integers. */
export function onlySumsDecide(problem: Problem): problem is NarrowProblem {
  const { parties, forbidden, sums, consent } = problem;
  return (
    parties.length > 0 &&
    consent.required.length === parties.length &&
    consent.conditional.length === 0 &&
    forbidden.length === 0 &&
    sums.length === 0 &&
    isNarrowProblem(problem) &&
    problem.parties.every(({ redLines, adjustments }) => redLines.length === 0 && adjustments.length === 0)
  );
}

/**
 * The same deals without sum rules: each is one more party, last, that has to sign and does where its rule is kept.
 */
export function sumsAsParties(problem: Problem): Problem {
  const { parties, sums, consent } = problem;
  if (sums.length === 0) return problem;
  const keepers = sums.map(({ amounts, atMost }): Party => ({
    scale: 1,
    contributions: amounts.map((amount) => 0 - amount),
    adjustments: [],
    redLines: [],
    disagreement: 0 - atMost,
    reservation: 0 - atMost,
    strict: false,
    power: 1,
  }));
  return {
    ...problem,
    parties: [...parties, ...keepers],
    sums: [],
    consent: {
      ...consent,
      required: [...consent.required, ...keepers.map((_, index) => parties.length + index)],
      quorum: consent.quorum + keepers.length,
    },
  };
}
