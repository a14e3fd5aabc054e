import { optionSet } from '../../../src/engine/option-set.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inZone } from '../../../src/engine/deal.ts';
import { issueCount, optionCount } from '../../../src/engine/problem.ts';
import type { NarrowParty as Party, NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { countByDiagrams, sampleZone } from '../../../src/engine/zone/count.ts';
import { soleBlockersByDiagrams } from '../../../src/engine/zone/roads.ts';
import { soleBlockerCount as bruteSoleBlockerCount, zoneDeals } from '../brute-force.ts';
import { LONG_PROBLEM } from '../long-problem.ts';
import { crowdedProblem, randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

const AMPLE = { states: 100_000, seed: 'test' };

describe('counting by diagrams', () => {
  it('counts the deals that enumeration finds, with the share of every option', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const deals = zoneDeals(problem);
        const { count, shares } = countByDiagrams(problem, null, AMPLE);
        expect(count).toEqual({ kind: 'exact', count: BigInt(deals.length) });
        if (deals.length === 0) {
          expect(shares).toBeNull();
          return;
        }
        for (let issue = 0; issue < issueCount(problem); issue++) {
          for (let option = 0; option < optionCount(problem, issue); option++) {
            const share = deals.filter((deal) => deal[issue] === option).length / deals.length;
            const found = shares![problem.offsets[issue]! + option]!;
            expect(found).toBeCloseTo(share, 10);
            expect(found === 0).toBe(share === 0);
          }
        }
      }),
      { numRuns: runs(1500) },
    );
  });

  it('counts the deals that one party alone blocks', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const zone = countByDiagrams(problem, null, AMPLE).count;
        expect(soleBlockersByDiagrams(problem, zone, AMPLE)).toEqual(
          problem.parties.map((_, party) => ({ kind: 'exact', count: BigInt(bruteSoleBlockerCount(problem, party)) })),
        );
      }),
      { numRuns: runs(500) },
    );
  });

  it('bounds the count where the patterns alone make too many states', () => {
    const problems = fc.tuple(crowdedProblem(), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(problems, ([problem, states]) => {
        const truth = BigInt(zoneDeals(problem).length);
        const { count } = countByDiagrams(problem, null, { states, seed: 'test' });
        if (count.kind === 'exact') expect(count.count).toBe(truth);
        else expect(count.low <= truth && truth <= count.high).toBe(true);
      }),
      { numRuns: runs(120) },
    );
  });

  it('estimates the count by a sample where an issue is too long for diagrams', () => {
    let [estimated, covered] = [0, 0];
    fc.assert(
      fc.property(LONG_PROBLEM, (problem) => {
        const truth = zoneDeals(problem).length;
        const { count, shares } = countByDiagrams(problem, null, { states: 500, seed: 'test' });
        if (count.kind === 'exact') {
          expect(count.count).toBe(BigInt(truth));
          return;
        }
        expect(count.low).toBe(0n);
        expect(Number(count.high)).toBeGreaterThanOrEqual(truth);
        estimated++;
        if (count.interval[0] <= truth && truth <= count.interval[1]) covered++;
        if (shares !== null) expect(truth).toBeGreaterThan(0);
        for (const deal of sampleZone(problem, 5, { states: 500, seed: 'test' }, 1000)) {
          expect(inZone(problem, deal)).toBe(true);
        }
      }),
      { numRuns: runs(200), seed: 1 },
    );
    expect(estimated).toBeGreaterThan(0);
    expect(covered / estimated).toBeGreaterThan(0.8);
  });

  it('encloses the count in its bounds when the states do not fit', () => {
    let bounded = 0;
    let covered = 0;
    fc.assert(
      fc.property(randomProblem({ maxParties: 4, maxIssues: 7, maxOptions: 4 }), (problem) => {
        const truth = zoneDeals(problem).length;
        const { count } = countByDiagrams(problem, null, { states: 4, seed: 'test' });
        if (count.kind === 'exact') {
          expect(count.count).toBe(BigInt(truth));
          return;
        }
        expect(Number(count.low)).toBeLessThanOrEqual(truth);
        expect(Number(count.high)).toBeGreaterThanOrEqual(truth);
        bounded++;
        if (count.interval[0] <= truth && truth <= count.interval[1]) covered++;
      }),
      { numRuns: runs(3000), seed: 1 },
    );
    expect(bounded).toBeGreaterThan(runs(300));
    expect(covered / bounded).toBeGreaterThan(0.93);
  });

  it('draws every deal of the zone equally often, counted or not', () => {
    fc.assert(
      fc.property(randomProblem({ maxParties: 4, maxIssues: 4, maxOptions: 3 }), fc.boolean(), (problem, ample) => {
        const deals = zoneDeals(problem).map((deal) => deal.join());
        const size = 40 * deals.length;
        const drawn = sampleZone(problem, size, { states: ample ? 100_000 : 4, seed: 'test' });
        expect(drawn).toHaveLength(size);
        const times = new Map(deals.map((deal) => [deal, 0]));
        for (const deal of drawn) times.set(deal.join(), (times.get(deal.join()) ?? NaN) + 1);
        // Chi-square with deals - 1 degrees of freedom: 6 standard deviations above its mean is out of the question.
        const chiSquare = [...times.values()].reduce((sum, seen) => sum + (seen - 40) ** 2 / 40, 0);
        const freedom = Math.max(0, deals.length - 1);
        expect(chiSquare).toBeLessThanOrEqual(freedom + 6 * Math.sqrt(2 * freedom) + 12);
      }),
      { numRuns: runs(1000), seed: 2 },
    );
  });

  it('does not depend on scales and never grows with a threshold', () => {
    fc.assert(
      fc.property(randomProblem(), fc.nat(), (problem, which) => {
        const party = which % problem.parties.length;
        const scaled = changeParty(problem, party, (old) => ({
          ...old,
          scale: old.scale * 3,
          contributions: old.contributions.map((units) => units * 3),
          adjustments: old.adjustments.map(({ when, units }) => ({ when, units: units * 3 })),
          disagreement: old.disagreement * 3,
          reservation: old.reservation * 3,
        }));
        const zone = countByDiagrams(problem, null, AMPLE).count;
        expect(countByDiagrams(scaled, null, AMPLE).count).toEqual(zone);
        const raised = changeParty(problem, party, (old) => ({ ...old, reservation: old.reservation + 1 }));
        expect(exactCount(raised)).toBeLessThanOrEqual(exactCount(problem));
      }),
      { numRuns: runs(300) },
    );
  });

  it('counts past 2^53 exactly', () => {
    const issues = 40;
    const problem: Problem = {
      offsets: Int32Array.from({ length: issues + 1 }, (_, issue) => issue * 4),
      parties: [
        {
          scale: 1,
          contributions: new Float64Array(issues * 4),
          adjustments: [],
          redLines: [{ clauses: [{ issue: 3, options: optionSet([1]) }] }],
          disagreement: 0,
          reservation: 0,
          strict: false,
          power: 1,
        },
      ],
      sums: [],
      forbidden: [],
      consent: { required: [0], quorum: 1, conditional: [] },
    };
    expect(countByDiagrams(problem, null, AMPLE).count).toEqual({ kind: 'exact', count: 3n * 4n ** 39n });
  });
});

function changeParty(problem: Problem, which: number, change: (party: Party) => Party): Problem {
  return { ...problem, parties: problem.parties.map((party, index) => (index === which ? change(party) : party)) };
}

function exactCount(problem: Problem): bigint {
  const { count } = countByDiagrams(problem, null, AMPLE);
  if (count.kind !== 'exact') throw new Error('the budget is ample');
  return count.count;
}
