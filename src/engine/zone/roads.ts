/**
 * How many deals a zone has: by walking through every deal where the space is small, by diagrams where it is large.
 *
 * Which road is taken depends on the problem and its budget alone, and both give the same answer wherever both can. A
 * diagram is the shorter road where many partial deals come to the same, as round numbers do; so it is tried first on
 * spaces that take a while to walk, with a part of what walking takes.
 */
import type { DealCount } from '../answer.ts';
import { sumsAsParties } from '../enumerate/columns.ts';
import { walk, walkCoalitions } from '../enumerate/walk.ts';
import type { Walked } from '../enumerate/walk.ts';
import type { Problem } from '../problem.ts';
import { spaceSize } from '../problem.ts';
import { countByDiagrams, exactByDiagrams, exactSoleBlockers } from './count.ts';
import type { ZoneCount } from './count.ts';
import { atMost, soleBlockersFrom, withoutEach } from './counting.ts';
import type { CountBudget, Counting } from './counting.ts';
import { BLAMING, SHORT_WALK, walkWithin } from './walkable.ts';

/** Steps of a walk that take as long as one state of a diagram. */
const STEPS_PER_STATE = 1000;
/** The part of a walk's time that diagrams are tried for first. */
const TRIED_FIRST = 1 / 4;
/** Telling coalitions apart takes so many times as long as counting. */
const JOINING = 4;
/** The number of deals in the zone, and the share of it that has each option. */
export function countZone(problem: Problem, budget: CountBudget): ZoneCount {
  const plan = walkWithin(problem, budget, 1);
  if (plan === null) {
    const { count, shares } = countByDiagrams(problem, null, budget);
    return { count: atMost(count, spaceSize(problem)), shares };
  }
  if (plan.work > SHORT_WALK) {
    const counted = exactByDiagrams(problem, null, triedFirst(plan.work, 1, budget));
    if (counted !== null) return counted;
  }
  return zoneCountOf(walk(sumsAsParties(problem), plan, false));
}

export function countOf({ problem, waived, budget }: Counting): DealCount {
  return (waived === null ? countZone(problem, budget) : countByDiagrams(problem, waived, budget)).count;
}

/** The same by these counts, made here. */
export function soleBlockersByDiagrams(problem: Problem, zone: DealCount, budget: CountBudget): readonly DealCount[] {
  return soleBlockersFrom(problem, zone, withoutEach(problem, budget).map(countOf));
}

/** Per party, how many deals it alone keeps out of a zone that has so many. */
export function soleBlockerCounts(problem: Problem, zone: DealCount, budget: CountBudget): readonly DealCount[] {
  const plan = walkWithin(problem, budget, BLAMING);
  if (plan === null) return soleBlockersByDiagrams(problem, zone, budget);
  if (plan.work * BLAMING > SHORT_WALK && zone.kind === 'exact') {
    const counted = blockersTriedFirst(
      problem,
      zone.count,
      triedFirst(plan.work * BLAMING, problem.parties.length, budget),
    );
    if (counted !== null) return counted;
  }
  const alone = walk(sumsAsParties(problem), plan, true).soleBlockers!.slice(0, problem.parties.length);
  return alone.map((count) => ({ kind: 'exact', count: BigInt(count) }));
}

/**
 * By coalition, how many deals it can sign, in one walk; null where that would take too long. Each has all those who must
 * sign, and enough of them; its members ascend.
 */
export function coalitionCounts(
  problem: Problem,
  coalitions: readonly (readonly number[])[],
  budget: CountBudget,
): readonly DealCount[] | null {
  const plan = walkWithin(problem, budget, JOINING);
  if (plan === null) return null;
  const walked = sumsAsParties(problem);
  const keepers = walked.parties.slice(problem.parties.length).map((_, rule) => problem.parties.length + rule);
  const counts = walkCoalitions(
    walked,
    plan,
    coalitions.map((coalition) => [...coalition, ...keepers]),
  );
  return counts.map((count) => ({ kind: 'exact', count: BigInt(count) }));
}

function blockersTriedFirst(problem: Problem, zone: bigint, budget: CountBudget): readonly DealCount[] | null {
  const counts: DealCount[] = [];
  for (const party of problem.parties.keys()) {
    const count = exactSoleBlockers(problem, party, zone, budget);
    if (count === null) return null;
    counts.push(count);
  }
  return counts;
}

/** For each of so many diagrams: a part of what walking takes; all that is granted where a walk takes longer than that. */
function triedFirst(work: number, diagrams: number, budget: CountBudget): CountBudget {
  const worth = work / STEPS_PER_STATE;
  return worth > budget.states
    ? budget
    : { ...budget, states: Math.min(budget.states, Math.ceil((worth / diagrams) * TRIED_FIRST)) };
}

function zoneCountOf({ count, flows }: Walked): ZoneCount {
  return {
    count: { kind: 'exact', count: BigInt(count) },
    shares: count === 0 ? null : flows.map((flow) => flow / count),
  };
}
