/**
 * Leximin over a region: make the smallest term as large as possible, then the next smallest, and so on
 * (Sen 1970; as a bargaining rule Imai 1983 and Chun 1988).
 *
 * The terms differ by rule: gains for egalitarian, gains relative to the ideal for Kalai-Smorodinsky, losses
 * against the ideal (negative) for equal loss.
 */
import type { Problem } from '../problem.ts';
import { ceilToDenominator, compareRatios } from '../exact.ts';
import type { Ratio } from '../exact.ts';
import type { Region } from '../region.ts';
import { raiseFloors } from '../region.ts';
import { findTies, maximise } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { minimumObjective, smallestTerm, sumObjective } from '../search/objective.ts';
import type { Term } from '../search/objective.ts';
import { joinTies } from './ties.ts';
import type { Ties } from './ties.ts';

/** A branch of the level-by-level search: levels reached so far as floors of the region, and the terms left to raise. */
interface Branch {
  readonly region: Region;
  readonly rest: readonly Term[];
}

/**
 * All leximin-best deals of a region that is known not to be empty. At each level any of the remaining parties may be
 * the one that stays at the level just reached, so the levels branch; only branches that reach the best next level
 * survive, which in practice leaves one or two.
 */
export function leximin(problem: Problem, region: Region, terms: readonly Term[], most: number, effort: Effort): Ties {
  let branches: readonly Branch[] = [{ region, rest: terms }];
  for (let level = 0; level < terms.length; level++) {
    const reached = bestLevel(problem, branches, effort);
    const next = reached.flatMap((branch) =>
      branch.rest.map((stays) => ({ region: branch.region, rest: branch.rest.filter((term) => term !== stays) })),
    );
    branches = distinctBranches(next);
  }
  const ties = branches.map((branch) =>
    findTies(problem, branch.region, sumObjective(terms), branch.region.floors, most, effort),
  );
  return joinTies(ties, most);
}

/** The branches whose least remaining term can be made largest, each with that level as a floor for its rest. */
function bestLevel(problem: Problem, branches: readonly Branch[], effort: Effort): readonly Branch[] {
  let best: Ratio | null = null;
  let winners: Branch[] = [];
  for (const { region, rest } of branches) {
    const found = maximise(problem, region, minimumObjective(rest), effort);
    if (found === null) continue;
    const level = smallestTerm(rest, found.utility);
    const order = best === null ? 1 : compareRatios(level, best);
    if (order < 0) continue;
    if (order > 0) winners = [];
    best = level;
    winners.push({ region: raiseFloors(region, floorsAtLevel(problem, rest, level)), rest });
  }
  return winners;
}

function floorsAtLevel(problem: Problem, terms: readonly Term[], level: Ratio): number[] {
  const floors = problem.parties.map(() => -Infinity);
  for (const { party, offset, divisor } of terms) floors[party] = offset + ceilToDenominator(level, divisor);
  return floors;
}

/** Branches that agree in what is left to raise and in every floor lead to the same deals. */
function distinctBranches(branches: readonly Branch[]): readonly Branch[] {
  const byKey = new Map<string, Branch>();
  for (const branch of branches) {
    byKey.set(`${branch.rest.map(({ party }) => party).join()}|${branch.region.floors.join()}`, branch);
  }
  return [...byKey.values()];
}
