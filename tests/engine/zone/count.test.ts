import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueCount, optionCount } from '../../../src/engine/problem.ts';
import type { Problem } from '../../../src/engine/problem.ts';
import { countZone, soleBlockerCount } from '../../../src/engine/zone/count.ts';
import { soleBlockerCount as bruteSoleBlockerCount, zoneDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';

const AMPLE = { states: 100_000, seed: 'test' };

describe('countZone', () => {
  it('counts the deals that enumeration finds, with the share of every option', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const deals = zoneDeals(problem);
        const { count, shares } = countZone(problem, null, AMPLE);
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
      { numRuns: 1500 },
    );
  });

  it('counts the deals that one party alone blocks', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const zone = countZone(problem, null, AMPLE).count;
        problem.parties.forEach((_, party) => {
          expect(soleBlockerCount(problem, party, zone, AMPLE)).toEqual({
            kind: 'exact',
            count: BigInt(bruteSoleBlockerCount(problem, party)),
          });
        });
      }),
      { numRuns: 500 },
    );
  });

  it('encloses the count in its bounds when the states do not fit', () => {
    let bounded = 0;
    let covered = 0;
    fc.assert(
      fc.property(randomProblem({ maxParties: 4, maxIssues: 7, maxOptions: 4 }), (problem) => {
        const truth = zoneDeals(problem).length;
        const { count } = countZone(problem, null, { states: 4, seed: 'test' });
        if (count.kind === 'exact') {
          expect(count.count).toBe(BigInt(truth));
          return;
        }
        expect(Number(count.low)).toBeLessThanOrEqual(truth);
        expect(Number(count.high)).toBeGreaterThanOrEqual(truth);
        bounded++;
        if (count.interval[0] <= truth && truth <= count.interval[1]) covered++;
      }),
      { numRuns: 1000, seed: 1 },
    );
    expect(bounded).toBeGreaterThan(100);
    expect(covered / bounded).toBeGreaterThan(0.93);
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
          redLines: [{ clauses: [{ issue: 3, options: [1] }] }],
          disagreement: 0,
          reservation: 0,
          power: 1,
        },
      ],
      forbidden: [],
      consent: { required: [0], quorum: 1, conditional: [] },
    };
    expect(countZone(problem, null, AMPLE).count).toEqual({ kind: 'exact', count: 3n * 4n ** 39n });
  });
});
