import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inZone } from '../../../src/engine/deal.ts';
import { isInRegion } from '../../../src/engine/region.ts';
import { signatureTerms, signingRegions } from '../../../src/engine/zone/signature-terms.ts';
import { allDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

describe('a zone as plain regions', () => {
  it('counts each deal of the zone once and no other, whatever the consent rule', () => {
    let several = 0;
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const terms = signatureTerms(problem, null);
        const regions = signingRegions(problem, null);
        if (terms === null || regions === null) return;
        if (terms.length > 1) several++;
        for (const deal of allDeals(problem)) {
          const times = terms.reduce(
            (sum, term) => sum + (isInRegion(problem, term.region, deal) ? term.times : 0n),
            0n,
          );
          const belongs = inZone(problem, deal);
          expect(times).toBe(belongs ? 1n : 0n);
          expect(regions.some(({ region }) => isInRegion(problem, region, deal))).toBe(belongs);
        }
      }),
      { numRuns: runs(600) },
    );
    expect(several).toBeGreaterThan(runs(50));
  });
});
