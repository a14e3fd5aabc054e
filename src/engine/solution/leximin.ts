/**
 * Leximin over a region: make the smallest term as large as possible, then the next smallest, and so on
 * (Sen 1970; as a bargaining rule Imai 1983 and Chun 1988).
 *
 * The terms differ by rule: gains for egalitarian, gains relative to the ideal for Kalai-Smorodinsky, losses
 * against the ideal (negative) for equal loss.
 */
import type { Problem } from '../problem.ts';
import { issueCount } from '../problem.ts';
import { ceilToDenominator, compareRatios } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import type { PartyFloor, Region } from '../region.ts';
import { withFloors } from '../region.ts';
import { maximise } from '../search/maximise.ts';
import type { Effort } from '../search/maximise.ts';
import { sweepDeals } from '../search/sweep.ts';
import { findTies } from '../search/tie-census.ts';
import { minimumObjective, smallestTerm, sumObjective } from '../search/objective.ts';
import type { Term } from '../search/objective.ts';
import { plus } from '../units.ts';
import type { Units } from '../units.ts';
import { leximinBest } from './leximin-best.ts';
import { leximinInSlab } from './leximin-slab.ts';
import { joinTies } from './ties.ts';
import type { Ties } from './ties.ts';

/** Deals at the first level that are looked at one by one. */
const SWEPT_DEALS = 5000;

/** From so many issues on, the deals just under the bound are listed by halves. */
const MANY_ISSUES = 64;

/** A branch of the level-by-level search: levels reached so far as floors of the region, and the terms left to raise. */
interface Branch {
  readonly region: Region;
  readonly rest: readonly Term[];
  /** Utilities of a deal of the region, known from the level before; null at the start. */
  readonly known: readonly Units[] | null;
}

/**
 * All leximin-best deals of a region that is known not to be empty. At each level any of the remaining parties may be
 * the one that stays at the level just reached, so the levels branch; only branches that reach the best next level
 * survive, which in practice leaves one or two. Levels are only gone through when more than `swept` deals reach the first.
 */
export function leximin(
  problem: Problem,
  region: Region,
  terms: readonly Term[],
  most: number,
  effort: Effort,
  swept = SWEPT_DEALS,
): Ties {
  const listed = issueCount(problem) < MANY_ISSUES ? null : leximinInSlab(problem, region, terms, effort);
  if (listed !== null) return joinTies([listed], most);
  let branches: readonly Branch[] = [{ region, rest: terms, known: null }];
  for (let level = 0; level < terms.length; level++) {
    const reached = bestLevel(problem, branches, effort);
    // The first level usually leaves so few deals that looking at them all settles the rest.
    const deals = level === 0 ? sweepDeals(problem, reached[0]!.region, swept, effort, terms) : null;
    if (deals !== null) return joinTies([leximinBest(problem, terms, deals)], most);
    const next = reached.flatMap((branch) =>
      branch.rest.map((stays) => ({ ...branch, rest: branch.rest.filter((term) => term !== stays) })),
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
  for (const { rest, known } of branches) {
    const level = known === null ? null : smallestTerm(rest, known);
    if (level !== null && (best === null || compareRatios(level, best) > 0)) best = level;
  }
  let winners: Branch[] = [];
  for (const { region, rest } of branches) {
    // Only branches that at least draw level with the best so far are of interest.
    const asked: Region = best === null ? region : withFloors(region, floorsAtLevel(rest, best));
    const found = maximise(problem, asked, minimumObjective(rest), effort);
    if (found === null) continue;
    const level = smallestTerm(rest, found.utility);
    if (best === null || compareRatios(level, best) > 0) winners = [];
    best = level;
    winners.push({
      region: withFloors(region, floorsAtLevel(rest, level)),
      rest,
      known: found.utility,
    });
  }
  return winners;
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
