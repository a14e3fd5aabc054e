import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCoalitions } from '../../../src/engine/coalitions.ts';
import { countByDiagrams, exactByDiagrams } from '../../../src/engine/zone/count.ts';
import {
  coalitionCounts,
  countZone,
  soleBlockerCounts,
  soleBlockersByDiagrams,
} from '../../../src/engine/zone/roads.ts';
import { anyNumbers } from '../any-numbers.ts';
import { coalitionDeals, soleBlockerCount, zoneDeals } from '../brute-force.ts';
import { crowdedProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

const AMPLE = { states: 100_000, seed: 'test' };
const SHAPE = { maxParties: 6, maxIssues: 5, maxOptions: 4 };

describe('the roads to a count', () => {
  it('lead to what looking at each deal counts, and to the same answer where both lead anywhere', () => {
    fc.assert(
      fc.property(anyNumbers(SHAPE), (problem) => {
        const found = countZone(problem, { states: 1, seed: 'test' });
        expect(found.count).toEqual({ kind: 'exact', count: BigInt(zoneDeals(problem).length) });
        const blockers = soleBlockerCounts(problem, found.count, { states: 1, seed: 'test' });
        const alone = problem.parties.map((_, party) => BigInt(soleBlockerCount(problem, party)));
        expect(blockers).toEqual(alone.map((count) => ({ kind: 'exact', count })));
        const diagrams = countByDiagrams(problem, null, AMPLE);
        if (diagrams.count.kind === 'exact') expect(diagrams).toEqual(found);
        soleBlockersByDiagrams(problem, found.count, AMPLE).forEach((count, party) => {
          if (count.kind === 'exact') expect(count).toEqual(blockers[party]);
        });
      }),
      { numRuns: runs(300) },
    );
  });

  it('lead to the same where many adjustments tie inner and outer issues', () => {
    fc.assert(
      fc.property(crowdedProblem(), (problem) => {
        const found = countZone(problem, { states: 1, seed: 'test' });
        expect(found.count).toEqual({ kind: 'exact', count: BigInt(zoneDeals(problem).length) });
        const blockers = soleBlockerCounts(problem, found.count, { states: 1, seed: 'test' });
        const alone = problem.parties.map((_, party) => BigInt(soleBlockerCount(problem, party)));
        expect(blockers).toEqual(alone.map((count) => ({ kind: 'exact', count })));
        const exact = exactByDiagrams(problem, null, AMPLE);
        if (exact !== null) expect(exact).toEqual(found);
      }),
      { numRuns: runs(300) },
    );
  });

  it('leads in one walk to the deals that each coalition can sign', () => {
    let several = 0;
    fc.assert(
      fc.property(fc.oneof(anyNumbers(SHAPE), crowdedProblem()), (problem) => {
        const coalitions = listCoalitions(problem).zones.map(({ parties }) => parties);
        if (coalitions.length > 1) several++;
        const counts = coalitionCounts(problem, coalitions, { states: 1, seed: 'test' });
        const looked = coalitions.map((coalition) => BigInt(coalitionDeals(problem, coalition).length));
        expect(counts).toEqual(looked.map((count) => ({ kind: 'exact', count })));
      }),
      { numRuns: runs(600) },
    );
    expect(several).toBeGreaterThan(runs(100));
  });
});
