/**
 * The coalitions that can make a deal: sets of parties that are enough for at least some clauses.
 *
 * Unanimity has one. A quorum or a conditional signature has several; each has its own zone, the deals that all its
 * members accept and that need nobody else.
 */
import type { Problem } from './problem.ts';
import type { Region } from './region.ts';
import { coalitionRegion } from './region.ts';
import { findDeal } from './search/maximise.ts';
import type { Effort } from './search/maximise.ts';
import type { CoalitionZone } from './solution/solutions.ts';
import { subsetsOfSize } from './subsets.ts';

/** Coalitions that are looked at one by one; rules with more (large bodies with a low quorum) are cut here. */
export const COALITION_CAP = 64;

export interface Coalitions {
  /** Largest first, then in party order. */
  readonly zones: readonly CoalitionZone[];
  /** True when the rule has more coalitions than were listed. */
  readonly cut: boolean;
}

/** Lists the coalitions with the deals each could sign, largest first. */
export function listCoalitions(problem: Problem): Coalitions {
  const zones: CoalitionZone[] = [];
  for (const parties of subsetsLargestFirst(problem)) {
    const region = coalitionRegion(problem, parties);
    if (region === null) continue;
    if (zones.length === COALITION_CAP) return { zones, cut: true };
    zones.push({ parties, region });
  }
  return { zones, cut: false };
}

/** Every superset of the always required parties that reaches the quorum, largest first. */
function* subsetsLargestFirst(problem: Problem): Generator<readonly number[]> {
  const { required, quorum } = problem.consent;
  const optional = problem.parties.map((_, party) => party).filter((party) => !required.includes(party));
  for (let size = optional.length; size >= Math.max(0, quorum - required.length); size--) {
    for (const others of subsetsOfSize(optional, size)) {
      yield [...required, ...others].sort((a, b) => a - b);
    }
  }
}

/** The first coalition, largest first, that has a deal to sign; null when the zone is proven empty. */
export function firstWithDeal(problem: Problem, effort: Effort): CoalitionZone | null {
  const barred = neverSigning(problem, effort);
  for (const parties of subsetsLargestFirst(problem)) {
    if (parties.some((party) => barred.has(party))) continue;
    const region = coalitionRegion(problem, parties);
    if (region !== null && findDeal(problem, region, effort) !== null) return { parties, region };
  }
  return null;
}

/** Parties that accept no deal which all the always required parties accept, so that no coalition has them. */
function neverSigning(problem: Problem, effort: Effort): ReadonlySet<number> {
  const { required } = problem.consent;
  if (required.length === problem.parties.length) return new Set();
  const without = problem.parties
    .map((_, party) => party)
    .filter((party) => !canSign(problem, required, party, effort));
  return new Set(without);
}

function canSign(problem: Problem, required: readonly number[], party: number, effort: Effort): boolean {
  const members = required.includes(party) ? required : [...required, party];
  const together: Region = {
    floors: problem.parties.map(({ reservation }, index) => (members.includes(index) ? reservation : -Infinity)),
    forbidden: [...problem.forbidden, ...members.flatMap((member) => problem.parties[member]!.redLines)],
  };
  return findDeal(problem, together, effort) !== null;
}
