/** The questions that several parts of the bench ask the engine. */
import type { Solution, SolutionName } from '../src/engine/answer.ts';
import { SOLUTION_NAMES } from '../src/engine/answer.ts';
import { firstWithDeal } from '../src/engine/coalitions.ts';
import type { Problem, Units } from '../src/engine/problem.ts';
import { idealUnits, solution } from '../src/engine/solution/solutions.ts';
import { walkedSolutions } from '../src/engine/solution/walked.ts';
import type { CoalitionZone } from '../src/engine/solution/solutions.ts';

/** Most ties listed per solution, as a report does. */
const TIES = 1000;

/** The zone of the largest coalition with a deal, found from nothing. */
export function openZone(problem: Problem): CoalitionZone {
  const zone = firstWithDeal(problem, { nodes: 0 });
  if (zone === null) throw new RangeError('the bench needs a problem with a deal');
  return zone;
}

/** Solutions that need no ideals. */
export function solveNamed(problem: Problem, names: readonly ('nash' | 'egalitarian')[]): readonly Solution[] {
  const zone = openZone(problem);
  const walked = walkedSolutions(problem, zone, names, { nodes: Infinity, ties: TIES });
  if (walked !== null) return names.map((name) => walked.solutions.get(name)!);
  return names.map((name) => solution(problem, name, zone, [], TIES));
}

/** What all six solutions start from: whether there is a deal, and each party's ideal. */
export function prepareSolutions(problem: Problem): Prepared {
  const zone = openZone(problem);
  return { zone, ideals: idealUnits(problem, zone.region, { nodes: 0 }) };
}

export interface Prepared {
  readonly zone: CoalitionZone;
  readonly ideals: readonly Units[];
}

export function solveOne(problem: Problem, { zone, ideals }: Prepared, name: SolutionName): Solution {
  return solution(problem, name, zone, ideals, TIES);
}

/** The start and all six: what a changed weight sets off. */
export function solveAll(problem: Problem): void {
  const prepared = prepareSolutions(problem);
  for (const name of SOLUTION_NAMES) solveOne(problem, prepared, name);
}
