/** The sets of signers that matter when deals are to be found or opened: those that none of their own parts could replace. */
import type { Problem } from './problem.ts';
import { subsetsOfSize } from './subsets.ts';

/** Past so many sets the list is cut. */
export const MOST_SETS = 512;

/**
 * Sets of parties that can make a deal such that leaving anyone out would lose some deals: the always required parties,
 * others up to the quorum, and beyond it only parties whose signature some clauses need. Every deal of the zone is a
 * deal of one of them, and nobody in it signs for nothing. Smallest first.
 */
export function neededSigners({ parties, consent }: Problem): readonly (readonly number[])[] {
  const { required, quorum, conditional } = consent;
  const optional = [...parties.keys()].filter((party) => !required.includes(party));
  const sometimes = optional.filter((party) => conditional.some((entry) => entry.party === party));
  const sets: (readonly number[])[] = [];
  const missing = Math.max(0, quorum - required.length);
  for (let size = missing; size <= optional.length; size++) {
    for (const others of subsetsOfSize(size > missing ? sometimes : optional, size)) {
      sets.push([...required, ...others].sort((a, b) => a - b));
      if (sets.length === MOST_SETS) return sets;
    }
  }
  return sets;
}
