/** Power indices against every set and every order of the parties, and against published values. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spaceSize } from '../../../src/engine/problem.ts';
import { ratioText } from '../../../src/exact/fraction.ts';
import type { ConsentRule } from '../../../src/engine/power/indices.ts';
import { powerIndices, triggeredRule } from '../../../src/engine/power/indices.ts';
import { power } from '../../../src/engine/power/power.ts';
import { soleBlockerCount, zoneDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

const randomRule: fc.Arbitrary<ConsentRule> = fc.integer({ min: 1, max: 6 }).chain((parties) =>
  fc.record({
    parties: fc.constant(parties),
    required: fc.subarray([...Array(parties).keys()]),
    quorum: fc.integer({ min: 1, max: parties }),
  }),
);

function enough({ required, quorum }: ConsentRule, members: ReadonlySet<number>): boolean {
  return members.size >= quorum && required.every((party) => members.has(party));
}

function subsets(members: readonly number[]): number[][] {
  return members.reduce<number[][]>((sets, member) => [...sets, ...sets.map((set) => [...set, member])], [[]]);
}

function orders(members: readonly number[]): number[][] {
  if (members.length === 0) return [[]];
  return members.flatMap((first) =>
    orders(members.filter((member) => member !== first)).map((rest) => [first, ...rest]),
  );
}

describe('powerIndices', () => {
  it('counts swings as looking at every set does', () => {
    fc.assert(
      fc.property(randomRule, (rule) => {
        const all = [...Array(rule.parties).keys()];
        const swings = all.map((party) => {
          const rest = subsets(all.filter((other) => other !== party));
          return rest.filter((set) => !enough(rule, new Set(set)) && enough(rule, new Set([...set, party]))).length;
        });
        expect(powerIndices(rule).swings.map(Number)).toEqual(swings);
      }),
    );
  });

  it('shares the orders as looking at every order does', () => {
    fc.assert(
      fc.property(randomRule, (rule) => {
        const all = [...Array(rule.parties).keys()];
        const pivots = all.map(() => 0);
        const every = orders(all);
        for (const order of every) {
          const decides = order.findIndex((_, k) => enough(rule, new Set(order.slice(0, k + 1))));
          pivots[order[decides]!]!++;
        }
        const shares = powerIndices(rule).shapleyShubik;
        expect(shares.map(({ num, den }) => Number((num * BigInt(every.length)) / den))).toEqual(pivots);
        expect(shares.every(({ den }) => BigInt(every.length) % den === 0n)).toBe(true);
      }),
      { numRuns: runs(600) },
    );
  });

  it('has the known values of five of six with two vetoes', () => {
    const { swings, shapleyShubik, banzhaf } = powerIndices({ parties: 6, required: [0, 1], quorum: 5 });
    expect(swings).toEqual([5n, 5n, 3n, 3n, 3n, 3n]);
    expect(shapleyShubik.map(ratioText)).toEqual(['3/10', '3/10', '1/10', '1/10', '1/10', '1/10']);
    expect(banzhaf.map(ratioText)).toEqual(['5/22', '5/22', '3/22', '3/22', '3/22', '3/22']);
  });

  it('has the known values of the UN Security Council: 9 of 15 with five vetoes', () => {
    const { shapleyShubik } = powerIndices({ parties: 15, required: [0, 1, 2, 3, 4], quorum: 9 });
    expect(shapleyShubik.map(ratioText)).toEqual([
      ...Array<string>(5).fill('421/2145'),
      ...Array<string>(10).fill('4/2145'),
    ]);
  });
});

describe('power', () => {
  it('counts what each party alone blocks, and names the rule with all conditions', () => {
    fc.assert(
      fc.property(randomProblem({ maxParties: 4, maxIssues: 4, maxOptions: 3 }), (problem) => {
        const answer = power(problem, { states: 100_000, seed: '1' });
        expect(answer.space).toBe(spaceSize(problem));
        expect(answer.zone).toEqual({ kind: 'exact', count: BigInt(zoneDeals(problem).length) });
        expect(answer.soleBlocker).toEqual(
          problem.parties.map((_, party) => ({ kind: 'exact', count: BigInt(soleBlockerCount(problem, party)) })),
        );
        const { required, conditional } = problem.consent;
        const more = conditional.some(({ party }) => !required.includes(party));
        expect(answer.triggered !== null).toBe(more);
        for (const { party } of conditional) expect(triggeredRule(problem)?.required ?? required).toContain(party);
      }),
      { numRuns: runs(600) },
    );
  });
});
