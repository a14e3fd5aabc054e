/**
 * Leximin over a region: make the smallest term as large as possible, then the next smallest, and so on
 * (Sen 1970; as a bargaining rule Imai 1983 and Chun 1988).
 *
 * The terms differ by rule: gains for egalitarian, gains relative to the ideal for Kalai-Smorodinsky, losses
 * against the ideal (negative) for equal loss.
 */
import type { Problem } from '../problem.ts';
import { ceilToDenominator, compareRatios } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import type { PartyFloor, Region } from '../region.ts';
import { withFloors } from '../region.ts';
import { maximise, maximiseMeeting } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { findTies } from '../search/tie-census.ts';
import { minimumObjective, smallestTerm, sumObjective } from '../search/objective.ts';
import type { Term } from '../search/objective.ts';
import { plus } from '../units.ts';
import type { Units } from '../units.ts';
import { leximinBest } from './leximin-best.ts';
import { joinTies } from './ties.ts';
import type { Ties } from './ties.ts';

/** Deals at the first level that are looked at one by one. */
const MET_DEALS = 5000;

/** A branch of the level-by-level search: levels reached so far as floors of the region, and the terms left to raise. */
interface Branch {
  readonly region: Region;
  readonly rest: readonly Term[];
  /** Utilities of a deal of the region, known from the level before. */
  readonly known: readonly Units[];
}

/**
 * All leximin-best deals of a region that is known not to be empty. At each level any of the remaining parties may be
 * the one that stays at the level just reached, so the levels branch; only branches that reach the best next level
 * survive, which in practice leaves one or two. Levels are only gone through when more than `met` deals reach the first.
 */
export function leximin(
  problem: Problem,
  region: Region,
  terms: readonly Term[],
  most: number,
  effort: Effort,
  met = MET_DEALS,
): Ties {
  // The first level usually leaves so few deals that looking at them all settles the rest.
  const first = maximiseMeeting(problem, region, minimumObjective(terms), { most: met, judged: terms }, effort);
  if (first.ties !== null) return joinTies([leximinBest(problem, terms, first.ties)], most);
  let branches = withOneLess([reachedBy({ region, rest: terms }, first.best!.utility)]);
  for (let level = 1; level < terms.length; level++) branches = withOneLess(bestLevel(problem, branches, effort));
  const ties = branches.map((branch) =>
    findTies(problem, branch.region, sumObjective(terms), branch.region.floors, most, effort),
  );
  return joinTies(ties, most);
}

/** The branches with each of their terms taken as the one that stays at the level just reached. */
function withOneLess(reached: readonly Branch[]): readonly Branch[] {
  return distinctBranches(
    reached.flatMap((branch) =>
      branch.rest.map((stays) => ({ ...branch, rest: branch.rest.filter((term) => term !== stays) })),
    ),
  );
}

/** The branches whose least remaining term can be made largest, each with that level as a floor for its rest. */
function bestLevel(problem: Problem, branches: readonly Branch[], effort: Effort): readonly Branch[] {
  let best = branches
    .map(({ rest, known }) => smallestTerm(rest, known))
    .reduce((most, level) => (compareRatios(level, most) > 0 ? level : most));
  let winners: Branch[] = [];
  for (const branch of branches) {
    // Only branches that at least draw level with the best so far are of interest.
    const asked = withFloors(branch.region, floorsAtLevel(branch.rest, best));
    const found = maximise(problem, asked, minimumObjective(branch.rest), effort);
    if (found === null) continue;
    const level = smallestTerm(branch.rest, found.utility);
    if (compareRatios(level, best) > 0) winners = [];
    best = level;
    winners.push(reachedBy(branch, found.utility));
  }
  return winners;
}

/** A branch with the level that its best deal reaches as a floor for its rest. */
function reachedBy({ region, rest }: Pick<Branch, 'region' | 'rest'>, known: readonly Units[]): Branch {
  return { region: withFloors(region, floorsAtLevel(rest, smallestTerm(rest, known))), rest, known };
}

function floorsAtLevel(terms: readonly Term[], level: Ratio): readonly PartyFloor[] {
  return terms.map(({ party, offset, divisor }) => [party, plus(offset, ceilToDenominator(level, divisor))]);
}

/** Branches that agree in what is left to raise and in every floor lead to the same deals. */
function distinctBranches(branches: readonly Branch[]): readonly Branch[] {
  const byKey = new Map<string, Branch>();
  for (const branch of branches) {
    byKey.set(`${branch.rest.map(({ party }) => party).join()}|${branch.region.floors.join()}`, branch);
  }
  return [...byKey.values()];
}
