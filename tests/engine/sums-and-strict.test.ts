/** Rules on sums and strict acceptance, of numbers and of big integers, against looking at every deal. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SOLUTION_NAMES } from '../../src/engine/answer.ts';
import { frontier } from '../../src/engine/frontier/frontier.ts';
import type { NarrowProblem, Problem } from '../../src/engine/problem.ts';
import { spaceRegion } from '../../src/engine/region.ts';
import { solve } from '../../src/engine/solve.ts';
import { bruteSolution, coalitionDeals, expectTrueSlack, zoneDeals } from './brute-force.ts';
import { bruteFrontier } from './frontier/support.ts';
import { randomProblem } from './random-problem.ts';
import { runs } from '../runs.ts';
import { widened } from './widened.ts';

const withSumsAndStrict: fc.Arbitrary<NarrowProblem> = randomProblem({
  maxParties: 4,
  maxIssues: 4,
  maxOptions: 3,
}).chain((problem) =>
  fc
    .record({
      strict: fc.array(fc.boolean(), { minLength: problem.parties.length, maxLength: problem.parties.length }),
      sums: fc.array(
        fc.record({
          amounts: fc
            .array(fc.integer({ min: -3, max: 6 }), {
              minLength: problem.offsets.at(-1)!,
              maxLength: problem.offsets.at(-1)!,
            })
            .map((amounts) => Float64Array.from(amounts)),
          atMost: fc.integer({ min: -2, max: 14 }),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ strict, sums }) => ({
      ...problem,
      sums,
      parties: problem.parties.map((party, index) => ({ ...party, strict: strict[index]! })),
    })),
);

function expectSolved(problem: Problem): void {
  const answer = solve(problem, { drafts: [], coalition: null, ties: 1000, states: 10_000, seed: 'sums' });
  const deals = zoneDeals(problem);
  expect(answer.zone.count).toEqual({ kind: 'exact', count: BigInt(deals.length) });
  expectTrueSlack(problem, { exact: answer.uniformSlackExact, proven: answer.uniformSlackProven });
  if (answer.coalition === null) return;
  const theirs = coalitionDeals(problem, answer.coalition);
  for (const name of SOLUTION_NAMES) {
    const found = answer.solutions![name];
    expect(found.deals.map(({ deal }) => deal)).toEqual(bruteSolution(problem, name, answer.coalition, theirs));
  }
}

it('solves what looking at every deal solves, in numbers and in big integers', () => {
  fc.assert(
    fc.property(withSumsAndStrict, (problem) => {
      expectSolved(problem);
      expectSolved(widened(problem));
    }),
    { numRuns: runs(84) },
  );
});

it('has the frontier of the deals that keep the rules', () => {
  fc.assert(
    fc.property(withSumsAndStrict, (problem) => {
      const options = { epsilon: 0, maxPoints: 1000, vectors: 10_000, states: 10_000, seed: 'sums' };
      const lawful: NarrowProblem = problem;
      const { points } = frontier(lawful, spaceRegion(lawful), options);
      const brute = [...bruteFrontier(lawful, spaceRegion(lawful)).values()];
      expect(points.map(({ deal }) => deal.join()).sort()).toEqual(brute.map(({ deal }) => deal.join()).sort());
      expect(points.map(({ variants }) => variants)).toEqual(
        points.map(({ deal }) => ({
          kind: 'exact',
          count: brute.find((point) => point.deal.join() === deal.join())!.variants,
        })),
      );
    }),
    { numRuns: runs(134) },
  );
});
