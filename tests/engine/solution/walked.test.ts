import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import type { SolutionName } from '../../../src/engine/answer.ts';
import type { NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { coalitionRegion } from '../../../src/engine/region.ts';
import { idealUnits, solution } from '../../../src/engine/solution/solutions.ts';
import { walkedSolutions } from '../../../src/engine/solution/walked.ts';
import { subsetsOfSize } from '../../../src/engine/subsets.ts';
import { anyNumbers } from '../any-numbers.ts';
import { bruteSolution, coalitionDeals } from '../brute-force.ts';
import { crowdedProblem, randomProblem } from '../random-problem.ts';
import { randomSums } from '../random-sums.ts';
import { runs } from '../../runs.ts';

const AMPLE = { nodes: 1e6, ties: 5 };

/** Asking for less, more parties can gain together. */
function lowered(problem: Problem, units: number): Problem {
  return {
    ...problem,
    parties: problem.parties.map((party) => ({
      ...party,
      disagreement: party.disagreement - units,
      reservation: party.reservation - units,
    })),
  };
}

/** What a walk finds for the names against what each search finds and looking at every deal; how many it answered. */
function check(problem: Problem, names: readonly SolutionName[]): number {
  const everyone = [...problem.parties.keys()];
  let walks = 0;
  for (const size of everyone.map((party) => party + 1)) {
    for (const parties of subsetsOfSize(everyone, size)) {
      const region = coalitionRegion(problem, parties);
      if (region === null) continue;
      const deals = coalitionDeals(problem, parties);
      const zone = { parties, region };
      const walked = walkedSolutions(problem, zone, names, AMPLE);
      if (walked === null) continue;
      walks++;
      expect([...walked.solutions.keys()].sort()).toEqual([...names].sort());
      const ideals = idealUnits(problem, region, { nodes: 0 });
      if (walked.ideals.length > 0) expect(walked.ideals).toEqual(ideals);
      for (const name of names) {
        const { nodes: _searched, ...found } = solution(problem, name, zone, ideals, AMPLE.ties);
        const { nodes: _none, ...looked } = walked.solutions.get(name)!;
        expect({ name, ...looked }).toEqual({ name, ...found });
        const best = bruteSolution(problem, name, parties, deals);
        expect(looked.total).toBe(BigInt(best.length));
        expect(looked.deals.map(({ deal }) => deal)).toEqual(best.length > AMPLE.ties ? best.slice(0, 1) : best);
      }
    }
  }
  return walks;
}

/** How many coalitions' solutions a walk told. */
function checkAll(problems: fc.Arbitrary<Problem>, times: number): number {
  let walks = 0;
  const names = fc.shuffledSubarray([...SOLUTION_NAMES], { minLength: 1 });
  fc.assert(
    fc.property(problems, names, (problem, asked) => {
      walks += check(problem, asked);
    }),
    { numRuns: runs(times) },
  );
  return walks;
}

describe('the solutions of a walk', () => {
  it('are those of the search, of each coalition, by any names', () => {
    const problems = fc.tuple(randomProblem(), fc.constantFrom(0, 9)).map(([problem, less]) => lowered(problem, less));
    expect(checkAll(problems, 400)).toBeGreaterThan(0);
  });

  it('are so with rules on sums, whatever the numbers and however strict', () => {
    const problems = anyNumbers({ maxParties: 4, maxIssues: 4, maxOptions: 4 }).chain((problem) =>
      fc
        .tuple(randomSums(problem), fc.boolean())
        .map(([sums, strict]) => ({ ...problem, sums, parties: problem.parties.map((own) => ({ ...own, strict })) })),
    );
    expect(checkAll(problems, 400)).toBeGreaterThan(0);
  });

  it('are so where many patterns tie issues together', () => {
    const problems = crowdedProblem().map((problem) => lowered(problem, 9));
    expect(checkAll(problems, 200)).toBeGreaterThan(0);
  });

  it('are so where outer issues are many, with real numbers and with many ties', () => {
    const shape = { minParties: 2, maxParties: 3, minIssues: 6, maxIssues: 8, minOptions: 2, maxOptions: 3 };
    const plain = anyNumbers(shape).map((problem): Problem => ({
      ...problem,
      forbidden: [],
      parties: problem.parties.map((party) => ({ ...party, redLines: [], adjustments: [], power: 1 })),
      consent: { required: [...problem.parties.keys()], quorum: problem.parties.length, conditional: [] },
    }));
    expect(checkAll(plain, 60)).toBeGreaterThan(0);
  });

  it('are left to a search where nodes are few, and where too many deals would have to be looked at', () => {
    const { zone, problem } = indifferent(10);
    expect(walkedSolutions(problem, zone, ['nash'], { nodes: 1, ties: 1 })).toBeNull();
    expect(walkedSolutions(problem, zone, ['nash'], AMPLE)?.solutions.get('nash')?.total).toBe(1024n);
    const wide = indifferent(18);
    expect(walkedSolutions(wide.problem, wide.zone, ['nash'], AMPLE)).toBeNull();
  });
});

/** Two parties for whom all deals are the same, with so many issues of two options. */
function indifferent(issues: number): { readonly problem: Problem; readonly zone: Parameters<typeof solution>[2] } {
  const party: Problem['parties'][number] = {
    scale: 1,
    contributions: new Float64Array(2 * issues).fill(1),
    adjustments: [],
    redLines: [],
    disagreement: 0,
    reservation: 0,
    strict: false,
    power: 1,
  };
  const problem: Problem = {
    offsets: Int32Array.from({ length: issues + 1 }, (_, issue) => 2 * issue),
    parties: [party, party],
    forbidden: [],
    sums: [],
    consent: { required: [0, 1], quorum: 2, conditional: [] },
  };
  return { problem, zone: { parties: [0, 1], region: coalitionRegion(problem, [0, 1])! } };
}
