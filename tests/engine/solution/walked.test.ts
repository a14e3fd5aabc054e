import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import type { NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { coalitionRegion } from '../../../src/engine/region.ts';
import { idealUnits, solution } from '../../../src/engine/solution/solutions.ts';
import { walkedSolutions } from '../../../src/engine/solution/walked.ts';
import { coalitionDeals } from '../brute-force.ts';
import { crowdedProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

const AMPLE = { nodes: 1e6, ties: 5 };

/** True where a walk answered. Asking for little, most parties can gain together. */
function check(asking: Problem): boolean {
  const problem = {
    ...asking,
    parties: asking.parties.map((party) => ({
      ...party,
      disagreement: party.disagreement - 9,
      reservation: party.reservation - 9,
    })),
  };
  const parties = [...problem.parties.keys()];
  const region = coalitionRegion(problem, parties);
  if (region === null || coalitionDeals(problem, parties).length === 0) return false;
  const zone = { parties, region };
  const walked = walkedSolutions(problem, zone, AMPLE);
  if (walked === null) return false;
  const ideals = idealUnits(problem, region, { nodes: 0 });
  expect(walked.ideals).toEqual(ideals);
  for (const name of SOLUTION_NAMES) {
    const { nodes: _searched, ...found } = solution(problem, name, zone, ideals, AMPLE.ties);
    const { nodes: _none, ...looked } = walked.solutions[name];
    expect({ name, ...looked }).toEqual({ name, ...found });
  }
  return true;
}

describe('the solutions of a walk', () => {
  it('are those of the search where many patterns tie issues together', () => {
    let walked = 0;
    fc.assert(
      fc.property(crowdedProblem(), (problem) => {
        if (check(problem)) walked++;
      }),
      { numRuns: runs(300) },
    );
    expect(walked).toBeGreaterThan(0);
  });
});
