/** One number at a time against looking at every deal. */
import { narrow } from '../narrow.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstWithDeal } from '../../../src/engine/coalitions.ts';
import { utilityUnits } from '../../../src/engine/deal.ts';
import type { NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { outcomeOf } from '../../../src/engine/sensitivity/outcome.ts';
import type { Outcome } from '../../../src/engine/sensitivity/outcome.ts';
import type { Effect, Swing } from '../../../src/engine/sensitivity/effect.ts';
import { byEffect } from '../../../src/engine/sensitivity/effect.ts';
import { tornado, withParty } from '../../../src/engine/sensitivity/tornado.ts';
import { bruteSolution, coalitionDeals, expectTrueSlack, zoneDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

const NASH = { solution: 'nash', count: { states: 10_000, seed: '1' } } as const;

function expectOutcome(problem: Problem, outcome: Outcome): void {
  const zone = firstWithDeal(problem, { nodes: 0 });
  const deals = zoneDeals(problem);
  expect(outcome.coalition).toEqual(zone?.parties ?? null);
  expect(outcome.count).toEqual({ kind: 'exact', count: BigInt(deals.length) });
  expectTrueSlack(problem, { exact: outcome.uniformSlackExact, proven: true });
  if (zone === null) {
    expect([outcome.deal, outcome.gains, deals.length]).toEqual([null, null, 0]);
    return;
  }
  const best = bruteSolution(problem, 'nash', zone.parties, coalitionDeals(problem, zone.parties))[0]!;
  expect(outcome.deal).toEqual(best);
  expect(outcome.gains).toEqual(
    problem.parties.map((party) => (utilityUnits(problem, party, best) - party.disagreement) / party.scale),
  );
}

describe('tornado', () => {
  it('says what holds at both ends of each number', () => {
    fc.assert(
      fc.property(randomProblem({ maxParties: 3, maxIssues: 3, maxOptions: 3 }), fc.nat(4), (problem, by) => {
        const told: number[] = [];
        const variants = problem.parties.map((party, k) => ({
          party: k,
          low: { ...party, disagreement: party.disagreement - by },
          high: { ...party, reservation: party.reservation + by },
        }));
        const { base, swings } = tornado(problem, variants, NASH, (done) => told.push(done));
        expectOutcome(problem, base);
        expect(base).toEqual(outcomeOf(problem, NASH));
        swings.forEach(({ low, high }, k) => {
          expectOutcome(narrow(withParty(problem, k, variants[k]!.low)), low);
          expectOutcome(narrow(withParty(problem, k, variants[k]!.high)), high);
          for (const { deal, changed } of [low, high]) {
            const both = deal !== null && base.deal !== null;
            expect(changed).toBe(both ? deal.filter((option, issue) => option !== base.deal![issue]).length : null);
          }
        });
        expect(told).toEqual(problem.parties.map((_, k) => k + 1));
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a tornado with few nodes', () => {
  it('says nothing false, whatever number of nodes it has', () => {
    let open = 0;
    fc.assert(
      fc.property(
        randomProblem({ maxParties: 3, maxIssues: 3, maxOptions: 3 }),
        fc.integer({ min: 1, max: 60 }),
        (problem, nodes) => {
          const variants = problem.parties.map((party, k) => ({ party: k, low: party, high: party }));
          const found = tornado(problem, variants, { ...NASH, count: null, nodes }, () => {});
          const isEmpty = zoneDeals(problem).length === 0;
          for (const outcome of [found.base, ...found.swings.flatMap(({ low, high }) => [low, high])]) {
            if (outcome.known) expect(outcome.coalition === null).toBe(isEmpty);
            expectTrueSlack(problem, { exact: outcome.uniformSlackExact, proven: outcome.slackProven });
            if (!outcome.known || !outcome.slackProven || !outcome.proven) open++;
            if (outcome.proven && outcome.coalition !== null) {
              const signed = coalitionDeals(problem, outcome.coalition);
              expect(outcome.deal).toEqual(bruteSolution(problem, 'nash', outcome.coalition, signed)[0]);
            }
          }
        },
      ),
      { numRuns: runs(200) },
    );
    expect(open).toBeGreaterThan(0);
  });
});

describe('byEffect', () => {
  it('puts a changed verdict before a moved slack before a changed deal', () => {
    const base: Outcome = {
      known: true,
      slackProven: true,
      coalition: [0],
      uniformSlack: 2,
      uniformSlackExact: { num: 2n, den: 1n, attained: true },
      deal: [0, 0],
      proven: true,
      gains: [2],
      count: null,
    };
    const effect = (change: Partial<Effect>): Effect => ({ ...base, changed: 0, ...change });
    const swing = (low: Partial<Effect>): Swing => ({ low: effect(low), high: effect({}) });
    const swings = [
      swing({}),
      swing({ changed: 2 }),
      swing({ uniformSlack: 1 }),
      swing({ uniformSlack: 4 }),
      swing({ coalition: null, uniformSlack: -0.1, deal: null, changed: null }),
    ];
    expect(byEffect({ base, swings })).toEqual([4, 3, 2, 1, 0]);
  });
});
