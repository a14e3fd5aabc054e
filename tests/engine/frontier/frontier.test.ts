import { optionsOf, optionSet } from '../../../src/engine/option-set.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frontier } from '../../../src/engine/answer.ts';
import { frontier } from '../../../src/engine/frontier/frontier.ts';
import type { FrontierProgress } from '../../../src/engine/frontier/frontier.ts';
import type { Pattern, NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../../src/engine/problem.ts';
import type { Region } from '../../../src/engine/region.ts';
import { spaceRegion } from '../../../src/engine/region.ts';
import { randomProblem } from '../random-problem.ts';
import { bruteFrontier, isNear, OPTIONS, regionsOf, unitsOf } from './support.ts';
import { runs } from '../../runs.ts';

/** With more parties the search zones of a small epsilon are many. */
const FOUR = { maxParties: 4, maxIssues: 5, maxOptions: 4 };

/** Points by utility vector; each must be there once. */
function byVector(problem: Problem, { points }: Frontier): Map<string, Frontier['points'][number]> {
  const map = new Map(points.map((point) => [unitsOf(problem, point.deal).join(), point] as const));
  expect(map.size).toBe(points.length);
  return map;
}

/** Compares with every deal looked at; gives how many points there are. */
function expectWhole(problem: Problem, region: Region, answer: Frontier): number {
  const expected = bruteFrontier(problem, region);
  const found = byVector(problem, answer);
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [vector, { units, deal, variants }] of expected) {
    const point = found.get(vector)!;
    expect(point.deal).toEqual(deal);
    expect(point.variants).toEqual({ kind: 'exact', count: variants });
    expect(point.utility).toEqual(units.map((value, party) => value / problem.parties[party]!.scale));
  }
  return expected.size;
}

function expectSpread(problem: Problem, region: Region, answer: Frontier): void {
  const expected = bruteFrontier(problem, region);
  const found = byVector(problem, answer);
  for (const [vector, point] of found) {
    expect(point.deal).toEqual(expected.get(vector)!.deal);
    expect(point.variants).toEqual({ kind: 'exact', count: expected.get(vector)!.variants });
  }
  const shown = answer.points.map(({ deal }) => unitsOf(problem, deal));
  for (const { units } of expected.values()) {
    expect(shown.some((point) => isNear(problem, point, units, answer.epsilon))).toBe(true);
  }
}

describe('frontier with epsilon 0', () => {
  it('has the efficient vectors of the region, each with its variants and its smallest deal', () => {
    let several = 0;
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        for (const region of regionsOf(problem)) {
          const answer = frontier(problem, region, OPTIONS);
          expect([answer.exact, answer.epsilon]).toEqual([true, 0]);
          if (expectWhole(problem, region, answer) > 5) several++;
        }
      }),
      { numRuns: runs(600) },
    );
    expect(several).toBeGreaterThan(runs(50));
  });

  it('becomes a spread, and says so, where it does not fit', () => {
    let narrow = 0;
    fc.assert(
      fc.property(randomProblem(), fc.constantFrom('vectors', 'maxPoints'), (problem, limit) => {
        const region = spaceRegion(problem);
        const answer = frontier(problem, region, { ...OPTIONS, [limit]: 3 });
        if (answer.exact) {
          expectWhole(problem, region, answer);
          return;
        }
        narrow++;
        expect(answer.epsilon).toBeGreaterThanOrEqual(5);
        expectSpread(problem, region, answer);
      }),
      { numRuns: runs(300) },
    );
    expect(narrow).toBeGreaterThan(runs(25));
  });

  it('does not depend on the order of parties, issues and options', () => {
    fc.assert(
      fc.property(
        randomProblem().chain((problem) => fc.tuple(fc.constant(problem), permutationOf(problem))),
        ([problem, other]) => {
          const vectors = (of: Problem, order: readonly number[]): string[] =>
            frontier(of, spaceRegion(of), OPTIONS)
              .points.map(({ utility, variants }) => {
                const count = variants.kind === 'exact' ? variants.count : null;
                return `${order.map((party) => utility[party]!).join()}: ${count}`;
              })
              .sort();
          const parties = [...problem.parties.keys()];
          expect(
            vectors(
              other.problem,
              parties.map((party) => other.parties.indexOf(party)),
            ),
          ).toEqual(vectors(problem, parties));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('lists points with the greatest sum first', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const sums = frontier(problem, spaceRegion(problem), OPTIONS).points.map(({ utility }) =>
          utility.reduce((sum, value) => sum + value, 0),
        );
        expect(sums).toEqual(sums.toSorted((a, b) => b - a));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('frontier with an epsilon', () => {
  it('has efficient points only, and one near every efficient deal', () => {
    let fewer = 0;
    fc.assert(
      fc.property(randomProblem(FOUR), fc.constantFrom(0.25, 0.3, 1, 1.1, 2, 5, 100), (problem, epsilon) => {
        for (const region of regionsOf(problem)) {
          const answer = frontier(problem, region, { ...OPTIONS, epsilon });
          expect([answer.exact, answer.epsilon]).toEqual([false, epsilon]);
          expectSpread(problem, region, answer);
          if (answer.points.length < bruteFrontier(problem, region).size) fewer++;
        }
      }),
      { numRuns: runs(250) },
    );
    expect(fewer).toBeGreaterThan(runs(25));
  });

  it('covers what an epsilon of exactly so many units covers, and no more', () => {
    const line = twoParties([0, 1, 2, 3, 4], 10);
    const count = (epsilon: number): number => frontier(line, spaceRegion(line), { ...OPTIONS, epsilon }).points.length;
    expect(count(0.0999)).toBe(5);
    expect(count(0.1)).toBeLessThan(5);
    expect(count(0.3)).toBeLessThanOrEqual(2);
    expect(count(0.4)).toBe(1);
  });

  it('states what is proven when it is stopped early, and that shrinks', () => {
    let early = 0;
    fc.assert(
      fc.property(randomProblem(), fc.integer({ min: 1, max: 4 }), (problem, maxPoints) => {
        const region = spaceRegion(problem);
        const seen: FrontierProgress[] = [];
        const answer = frontier(problem, region, {
          ...OPTIONS,
          epsilon: 0.1,
          maxPoints,
          onProgress: (progress) => seen.push(progress),
        });
        expect(answer.points.length).toBeLessThanOrEqual(maxPoints);
        expectSpread(problem, region, answer);
        const proven = seen.flatMap((progress) => (progress.kind === 'spread' ? [progress.epsilon] : []));
        expect(proven).toEqual(proven.toSorted((a, b) => b - a));
        expect(proven.length).toBe(answer.points.length);
        if (answer.epsilon > 0.1) early++;
      }),
      { numRuns: runs(400) },
    );
    expect(early).toBeGreaterThan(runs(50));
  });

  it('states what is proven when hard parts are given up', () => {
    let given = 0;
    fc.assert(
      fc.property(randomProblem(FOUR), fc.constantFrom(0, 2, 10), (problem, patience) => {
        const region = spaceRegion(problem);
        const answer = frontier(problem, region, { ...OPTIONS, epsilon: 1, patience });
        expectSpread(problem, region, answer);
        if (answer.epsilon > 1) given++;
      }),
      { numRuns: runs(1000) },
    );
    expect(given).toBeGreaterThan(5);
  });

  it('has at least one point of a region with deals, however early it is stopped', () => {
    fc.assert(
      fc.property(randomProblem(), fc.constantFrom(0, 3), (problem, epsilon) => {
        const region = spaceRegion(problem);
        const answer = frontier(problem, region, { ...OPTIONS, epsilon, stop: () => true });
        expect(answer.points.length > 0).toBe(bruteFrontier(problem, region).size > 0);
        expectSpread(problem, region, answer);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('frontier', () => {
  it('of one party is its best deal', () => {
    fc.assert(
      fc.property(randomProblem({ maxParties: 1, maxIssues: 5, maxOptions: 4 }), (problem) => {
        for (const epsilon of [0, 1]) {
          const answer = frontier(problem, spaceRegion(problem), { ...OPTIONS, epsilon });
          expect(answer.points.length).toBe(bruteFrontier(problem, spaceRegion(problem)).size);
          expect(answer.points.length).toBeLessThan(2);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('of a region without deals has no points', () => {
    const problem = twoParties([0, 1, 2], 1);
    const none: Region = { floors: [100, 100], forbidden: [], sums: [] };
    for (const epsilon of [0, 5]) {
      expect(frontier(problem, none, { ...OPTIONS, epsilon })).toMatchObject({ points: [], epsilon });
    }
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(randomProblem(), fc.constantFrom(0, 2), (problem, epsilon) => {
        const solve = (): Frontier => frontier(problem, spaceRegion(problem), { ...OPTIONS, epsilon });
        expect(solve()).toEqual(solve());
      }),
      { numRuns: runs(100) },
    );
  });

  it('counts more variants than could be listed', () => {
    // Forty issues that nobody minds, each with two options, beside one that matters.
    const indifferent = 40;
    const offsets = Int32Array.from({ length: indifferent + 2 }, (_, issue) => 2 * issue);
    const party = (first: number, second: number) => ({
      ...twoParties([0], 1).parties[0]!,
      contributions: Float64Array.from({ length: 2 * indifferent + 2 }, (_, row) =>
        row === 0 ? first : row === 1 ? second : 0,
      ),
    });
    const problem: Problem = {
      offsets,
      parties: [party(0, 10), party(10, 0)],
      sums: [],
      forbidden: [],
      consent: { required: [0, 1], quorum: 2, conditional: [] },
    };
    for (const epsilon of [0, 1]) {
      const { points } = frontier(problem, spaceRegion(problem), { ...OPTIONS, epsilon });
      expect(points.map(({ variants }) => variants)).toEqual([
        { kind: 'exact', count: 2n ** 40n },
        { kind: 'exact', count: 2n ** 40n },
      ]);
      expect(points.map(({ deal }) => deal.slice(1).join(''))).toEqual(['0'.repeat(40), '0'.repeat(40)]);
    }
  });

  it.each([
    ['epsilon', -1],
    ['epsilon', Number.NaN],
    ['maxPoints', 0],
  ])('refuses %s of %d', (name, value) => {
    const problem = twoParties([0, 1], 1);
    expect(() => frontier(problem, spaceRegion(problem), { ...OPTIONS, [name]: value })).toThrow(RangeError);
  });
});

/** One issue over which two parties share a whole; each option gives the first party so many units. */
function twoParties(shares: readonly number[], scale: number): Problem {
  const whole = Math.max(...shares);
  const party = (units: readonly number[]) => ({
    scale,
    contributions: Float64Array.from(units),
    adjustments: [],
    redLines: [],
    disagreement: 0,
    reservation: 0,
    strict: false,
    power: 1,
  });
  return {
    offsets: Int32Array.of(0, shares.length),
    parties: [party(shares), party(shares.map((share) => whole - share))],
    sums: [],
    forbidden: [],
    consent: { required: [0, 1], quorum: 2, conditional: [] },
  };
}

interface Permuted {
  readonly problem: Problem;
  /** Old number of each new party. */
  readonly parties: readonly number[];
}

/** The same problem with parties, issues and options in another order. */
function permutationOf(problem: Problem): fc.Arbitrary<Permuted> {
  const shuffled = (count: number): fc.Arbitrary<number[]> =>
    fc.shuffledSubarray([...Array(count).keys()], { minLength: count });
  const issues = issueCount(problem);
  return fc
    .tuple(
      shuffled(problem.parties.length),
      shuffled(issues),
      fc.tuple(...Array.from({ length: issues }, (_, issue) => shuffled(optionCount(problem, issue)))),
    )
    .map(([parties, order, options]) => ({ problem: permuted(problem, parties, order, options), parties }));
}

function permuted(
  problem: Problem,
  parties: readonly number[],
  order: readonly number[],
  options: readonly (readonly number[])[],
): Problem {
  const offsets = [0];
  for (const issue of order) offsets.push(offsets.at(-1)! + optionCount(problem, issue));
  const pattern = ({ clauses }: Pattern): Pattern => ({
    clauses: clauses
      .map((clause) => ({
        issue: order.indexOf(clause.issue),
        options: optionSet([...optionsOf(clause.options)].map((option) => options[clause.issue]!.indexOf(option))),
      }))
      .sort((a, b) => a.issue - b.issue),
  });
  return {
    offsets: Int32Array.from(offsets),
    parties: parties.map((index) => {
      const party = problem.parties[index]!;
      return {
        ...party,
        contributions: Float64Array.from(
          order.flatMap((issue) =>
            options[issue]!.map((option) => party.contributions[problem.offsets[issue]! + option]!),
          ),
        ),
        adjustments: party.adjustments.map(({ when, units }) => ({ when: pattern(when), units })),
        redLines: party.redLines.map(pattern),
      };
    }),
    sums: problem.sums,
    forbidden: problem.forbidden.map(pattern),
    consent: { required: [...parties.keys()], quorum: parties.length, conditional: [] },
  };
}
