/**
 * The coalitions that can make a deal: sets of parties that are enough for at least some clauses.
 *
 * Unanimity has one. A quorum or a conditional signature has several; each has its own zone, the deals that all its
 * members accept and that need nobody else.
 */
import { acceptingParties } from './deal.ts';
import type { Problem } from './problem.ts';
import { minimalConflict } from './quick-xplain.ts';
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

/**
 * The first coalition, largest first, that has a deal to sign; null when the zone is proven empty. Sets of parties that
 * turn out to exclude each other are remembered, so that no coalition containing one is tried again.
 */
export function firstWithDeal(problem: Problem, effort: Effort): CoalitionZone | null {
  const { required, quorum } = problem.consent;
  const optional = problem.parties.map((_, party) => party).filter((party) => !required.includes(party));
  const excluding: (readonly number[])[] = [];
  const excludes = (others: readonly number[]): boolean =>
    excluding.some((set) => set.every((party) => others.includes(party)));
  /** Who accepts the deals met so far: their subsets agree on something without another search. */
  const agreeing: ReadonlySet<number>[] = [];
  const agree = (others: readonly number[]): boolean => {
    if (agreeing.some((set) => others.every((party) => set.has(party)))) return true;
    if (excludes(others)) return false;
    const found = findDeal(problem, acceptedByAll(problem, [...required, ...others]), effort);
    if (found !== null) agreeing.push(acceptingParties(problem, found.deal));
    return found !== null;
  };
  const tryCoalition = (others: readonly number[]): CoalitionZone | null => {
    const parties = [...required, ...others].sort((a, b) => a - b);
    const region = coalitionRegion(problem, parties);
    if (region !== null && findDeal(problem, region, effort) !== null) return { parties, region };
    // What fails only for want of a conditional signature says nothing about larger coalitions.
    if (!agree(others)) excluding.push(minimalConflict(others, agree));
    return null;
  };
  const extend = (others: readonly number[], from: number, missing: number): CoalitionZone | null => {
    if (excludes(others)) return null;
    if (missing === 0) return tryCoalition(others);
    for (let index = from; index <= optional.length - missing; index++) {
      const found = extend([...others, optional[index]!], index + 1, missing - 1);
      if (found !== null) return found;
    }
    return null;
  };
  if (!agree([])) return null;
  for (let size = optional.length; size >= Math.max(0, quorum - required.length); size--) {
    const found = extend([], 0, size);
    if (found !== null) return found;
  }
  return null;
}

/** The deals that keep the rules and that all the parties accept, whoever else may be needed. */
function acceptedByAll(problem: Problem, parties: readonly number[]): Region {
  return {
    floors: problem.parties.map(({ reservation }, index) => (parties.includes(index) ? reservation : -Infinity)),
    forbidden: [...problem.forbidden, ...parties.flatMap((party) => problem.parties[party]!.redLines)],
  };
}
