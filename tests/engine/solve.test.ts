import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import type { DealCount } from '../../src/engine/answer.ts';
import { utilityPoints } from '../../src/engine/deal.ts';
import { assessStanding } from '../../src/engine/draft/assess-drafts.ts';
import type { Problem } from '../../src/engine/problem.ts';
import { issueCount, optionCount } from '../../src/engine/problem.ts';
import { answered, countsThen } from '../../src/engine/answered.ts';
import { countsWithoutEach } from '../../src/engine/zone/walkable.ts';
import { search, solve } from '../../src/engine/solve.ts';
import type { SolveOptions } from '../../src/engine/solve.ts';
import { countOf } from '../../src/engine/zone/roads.ts';
import { shipped } from '../shipped.ts';
import { bruteSolution, coalitionDeals, zoneDeals } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';
import { runs } from '../runs.ts';

const OPTIONS: SolveOptions = { drafts: [], coalition: null, ties: 2000, states: 100_000, seed: 'test' };

/** The problem with its parties in another order. */
function reordered(problem: Problem, order: readonly number[]): Problem {
  const place = (party: number): number => order.indexOf(party);
  const { required, quorum, conditional } = problem.consent;
  return {
    ...problem,
    parties: order.map((party) => problem.parties[party]!),
    consent: {
      required: required.map(place).sort((a, b) => a - b),
      quorum,
      conditional: conditional.map(({ party, when }) => ({ party: place(party), when })),
    },
  };
}

function most(count: DealCount): bigint {
  return count.kind === 'exact' ? count.count : count.high;
}

describe('solve', () => {
  it('says the same where counts and drafts are told apart, in any order and after a copy', () => {
    const scenario = shipped('ukraine-2025-short');
    const { problem } = compileProblem(scenario);
    const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
    const options = { ...OPTIONS, drafts, noDeal: true, ties: 10, states: 2000 };
    const first = structuredClone(countsWithoutEach(problem, options) ?? []).toReversed();
    expect(first).not.toEqual([]);
    const counted = first.map(countOf).toReversed();
    const searched = structuredClone(search(problem, options));
    const later = structuredClone(countsThen(problem, searched, options)).map(countOf);
    expect(later).not.toEqual([]);
    const assessed = structuredClone(assessStanding(problem, options));
    expect(assessed.drafts).not.toEqual([]);
    expect(answered(problem, searched, assessed, { first: counted, later })).toEqual(solve(problem, options));
  });

  it('describes the zone and its coalitions as enumeration does', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const deals = zoneDeals(problem);
        const answer = solve(problem, OPTIONS);
        expect(answer.zone.empty).toBe(deals.length === 0);
        expect(answer.zone.count).toEqual({ kind: 'exact', count: BigInt(deals.length) });
        const status = Array.from({ length: issueCount(problem) }, (_, issue) => {
          const used = new Set(deals.map((deal) => deal[issue]!));
          return Array.from({ length: optionCount(problem, issue) }, (__, option) =>
            !used.has(option) ? 'dead' : used.size === 1 ? 'settled' : 'open',
          );
        }).flat();
        expect(answer.zone.status).toEqual(status);
        const points = deals.map((deal) => utilityPoints(problem, deal));
        const ideal = problem.parties.map((_, party) =>
          deals.length === 0 ? null : Math.max(...points.map((utility) => utility[party]!)),
        );
        expect(answer.zone.ideal).toEqual(ideal);
        for (const { parties, empty, count } of answer.coalitions) {
          const signed = coalitionDeals(problem, parties);
          expect(empty).toBe(signed.length === 0);
          expect(count).toEqual({ kind: 'exact', count: BigInt(signed.length) });
        }
        if (deals.length === 0) {
          expect(answer.solutions).toBeNull();
          return;
        }
        const largest = answer.coalitions.find(({ empty }) => !empty)!.parties;
        expect(answer.coalition).toEqual(largest);
        const expected = bruteSolution(problem, 'nash', largest, coalitionDeals(problem, largest));
        expect(answer.solutions!.nash.deals.map(({ deal }) => deal)).toEqual(expected);
      }),
      { numRuns: runs(400) },
    );
  });

  it('counts for signers no more than for all', () => {
    const seen = { bounded: 0 };
    fc.assert(
      fc.property(
        randomProblem({ minParties: 3, maxParties: 4, minIssues: 26, maxIssues: 28, minOptions: 3, maxOptions: 4 }),
        (problem) => {
          const quorum = { required: [0], quorum: 2, conditional: [] };
          const { zone, coalitions } = solve(
            { ...problem, consent: quorum },
            { ...OPTIONS, states: 60, nodes: 20_000 },
          );
          for (const { empty, count } of coalitions) {
            if (empty === true) continue;
            if (count.kind === 'bounded') seen.bounded++;
            expect(most(count) <= most(zone.count)).toBe(true);
            if (count.kind === 'bounded' && zone.count.kind === 'bounded') {
              expect(count.estimate).toBeLessThanOrEqual(Math.max(zone.count.estimate, Number(count.low)));
              expect(count.interval[0]).toBeLessThanOrEqual(count.estimate);
              expect(count.interval[1]).toBeGreaterThanOrEqual(count.estimate);
            }
          }
          const able = coalitions.filter(({ empty }) => empty !== true);
          if (able.length === 1) expect(able[0]!.count).toEqual(zone.count);
        },
      ),
      { numRuns: runs(20) },
    );
    expect(seen.bounded).toBeGreaterThan(0);
  });

  it('gives the same answer again, and the same solutions whatever the order of the parties', () => {
    fc.assert(
      fc.property(randomProblem({ maxParties: 4, maxIssues: 4, maxOptions: 3 }), (problem) => {
        const unanimous = {
          ...problem,
          consent: { required: [...problem.parties.keys()], quorum: problem.parties.length, conditional: [] },
        };
        const answer = solve(unanimous, OPTIONS);
        expect(solve(unanimous, OPTIONS)).toEqual(answer);
        const turned = solve(reordered(unanimous, [...problem.parties.keys()].reverse()), OPTIONS);
        expect(turned.zone.count).toEqual(answer.zone.count);
        const names = Object.keys(answer.solutions ?? {});
        expect(Object.keys(turned.solutions ?? {})).toEqual(names);
        for (const [name, solution] of Object.entries(answer.solutions ?? {})) {
          const other = Object.entries(turned.solutions ?? {}).find(([candidate]) => candidate === name)![1];
          expect(other.deals.map(({ deal }) => deal)).toEqual(solution.deals.map(({ deal }) => deal));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('solves for the coalition that was asked for', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const answer = solve(problem, OPTIONS);
        for (const { parties, empty } of answer.coalitions) {
          const asked = solve(problem, { ...OPTIONS, coalition: parties });
          if (answer.zone.empty) continue;
          expect(asked.coalition).toEqual(parties);
          expect(asked.solutions === null).toBe(empty);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
