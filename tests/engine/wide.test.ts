/** Every question asked of wide parties, whose units no number holds, against the same question in plain numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coalitionRegion, spaceRegion } from '../../src/engine/region.ts';
import type { Explanation } from '../../src/engine/explain/answer.ts';
import { explain } from '../../src/engine/explain/explain.ts';
import { statusBySearch } from '../../src/engine/explain/firmness.ts';
import { optionSet } from '../../src/engine/option-set.ts';
import { frontier } from '../../src/engine/frontier/frontier.ts';
import { glance } from '../../src/engine/glance.ts';
import type { NarrowProblem, Problem } from '../../src/engine/problem.ts';
import { solve } from '../../src/engine/solve.ts';
import { keepsRules } from '../../src/engine/deal.ts';
import { allDeals } from './brute-force.ts';
import { runs } from '../runs.ts';
import { randomProblem } from './random-problem.ts';
import { widened } from './widened.ts';

/** Some parties wide, the others not. */
const twins: fc.Arbitrary<readonly [NarrowProblem, Problem]> = randomProblem().chain((problem) =>
  fc
    .subarray([...problem.parties.keys()], { minLength: 1 })
    .map((chosen) => [problem, widened(problem, chosen)] as const),
);

/** Without what it took. */
function plain(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'nodes' ? undefined : typeof value === 'bigint' ? String(value) : value,
    ),
  );
}

/**
 * Of the deals that beat a draft any one with the largest sum of points may be told, so the sum stands for it; ways into
 * the zone come in the order in which they are found.
 */
function comparable({ drafts, ...answer }: Explanation): unknown {
  const told = drafts.map((draft) => {
    const { dominatedBy } = draft.answer;
    const sum = dominatedBy?.utility.reduce((total, utility) => total + utility, 0).toFixed(9) ?? null;
    const edits = draft.edits.map(({ without, edits: found }) => {
      const ways = found.ways.map((way) => JSON.stringify(plain(way))).sort();
      return { without, edits: { ...found, ways } };
    });
    return { ...draft, edits, answer: { ...draft.answer, dominatedBy: sum } };
  });
  return plain({ ...answer, drafts: told });
}

describe('wide parties', () => {
  it('sign what is just worth the least they ask for, however far below 0 that is', () => {
    const problem: NarrowProblem = {
      offsets: Int32Array.of(0, 3, 5),
      parties: [
        {
          scale: 1,
          contributions: new Float64Array(5),
          adjustments: [{ when: { clauses: [{ issue: 0, options: optionSet([0]) }] }, units: -1 }],
          redLines: [],
          reservation: -1,
          disagreement: -1,
          strict: false,
          power: 1,
        },
      ],
      forbidden: [],
      sums: [],
      consent: { required: [0], quorum: 1, conditional: [] },
    };
    const open = ['open', 'open', 'open', 'open', 'open'];
    expect(statusBySearch(problem, { nodes: 0 })).toEqual(open);
    expect(statusBySearch(widened(problem, [0]), { nodes: 0 })).toEqual(open);
  });

  it('are solved as narrow ones', () => {
    fc.assert(
      fc.property(twins, fc.boolean(), ([problem, wide], drafted) => {
        const drafts = drafted ? [Array.from(problem.offsets.slice(1), (_, issue) => (issue === 0 ? null : 0))] : [];
        const options = { drafts, coalition: null, ties: 100, states: 10_000, seed: 'wide' };
        expect(plain(solve(wide, options))).toEqual(plain(solve(problem, options)));
        expect(plain(glance(wide, options))).toEqual(plain(glance(problem, options)));
      }),
      { numRuns: runs(84) },
    );
  });

  it('are explained as narrow ones', () => {
    fc.assert(
      fc.property(twins, ([problem, wide]) => {
        const draft = Array.from(problem.offsets.slice(1), () => 0);
        const options = { drafts: [draft], most: 1000, ways: 1000, states: 10_000, seed: 'wide' };
        fc.pre(allDeals(problem).some((deal) => keepsRules(problem, deal)));
        expect(comparable(explain(wide, options))).toEqual(comparable(explain(problem, options)));
      }),
      { numRuns: runs(134) },
    );
  });

  it('have the frontier of narrow ones, whole or near enough', () => {
    fc.assert(
      fc.property(twins, ([problem, wide]) => {
        const options = { epsilon: 0, maxPoints: 1000, vectors: 10_000, states: 10_000, seed: 'wide' };
        const everyone = [...problem.parties.keys()];
        const regions = [
          [spaceRegion(problem), spaceRegion(wide)],
          [coalitionRegion(problem, everyone), coalitionRegion(wide, everyone)],
        ] as const;
        for (const [narrow, own] of regions) {
          if (narrow === null || own === null) continue;
          const whole = frontier(problem, narrow, options);
          expect(plain(frontier(wide, own, options))).toEqual(plain(whole));
          const spread = frontier(wide, own, { ...options, epsilon: 1 });
          expect(spread.epsilon).toBe(1);
          const isNear = (point: readonly number[], utility: readonly number[]): boolean =>
            utility.every((points, party) => points - point[party]! <= 1 + 1e-9);
          for (const { utility } of whole.points) {
            expect(spread.points.some((point) => isNear(point.utility, utility))).toBe(true);
          }
        }
      }),
      { numRuns: runs(134) },
    );
  });
});
