import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allUnits, compareDeals } from '../../../src/engine/deal.ts';
import type { Deal, Problem } from '../../../src/engine/problem.ts';
import { isInRegion } from '../../../src/engine/region.ts';
import type { Region } from '../../../src/engine/region.ts';
import { buildSystem } from '../../../src/engine/search/build-system.ts';
import { condense } from '../../../src/engine/search/condense.ts';
import { undominated, wantedRows } from '../../../src/engine/search/dominance.ts';
import { maximise, maximiseMeeting } from '../../../src/engine/search/maximise.ts';
import { minimumObjective, productObjective, sumObjective } from '../../../src/engine/search/objective.ts';
import type { Objective, Term } from '../../../src/engine/search/objective.ts';
import { sweepDeals } from '../../../src/engine/search/sweep.ts';
import { bestDeals, findTies } from '../../../src/engine/search/tie-census.ts';
import { leximinBest } from '../../../src/engine/solution/leximin-best.ts';
import { runs } from '../../runs.ts';
import { allDeals } from '../brute-force.ts';
import { crowdedProblem } from '../random-problem.ts';
import { rowCount } from '../../../src/engine/search/system.ts';

interface Asked {
  readonly problem: Problem;
  /** Floors of some parties, red lines of all. */
  readonly region: Region;
  /** Of some parties. */
  readonly terms: readonly Term[];
}

/** What makes a party count is that it has a floor, or a term, or both. */
function asked(): fc.Arbitrary<Asked> {
  const role = fc.record({ floor: fc.option(fc.integer({ min: 0, max: 14 })), judged: fc.boolean() });
  return fc.tuple(crowdedProblem(), fc.array(role, { minLength: 4, maxLength: 4 })).map(([problem, roles]) => ({
    problem,
    region: {
      floors: problem.parties.map((_, party) => roles[party]!.floor ?? -Infinity),
      forbidden: [...problem.forbidden, ...problem.parties.flatMap(({ redLines }) => redLines)],
      sums: [],
    },
    terms: problem.parties.flatMap(({ scale, power }, party) =>
      roles[party]!.judged ? [{ party, offset: -100, divisor: scale, power }] : [],
    ),
  }));
}

describe('searches that do without dominated rows', () => {
  it('find what a look at every deal finds: one best deal, all that are as good, and the best by leximin', () => {
    let thinned = 0;
    let compared = 0;
    fc.assert(
      fc.property(asked(), ({ problem, region, terms }) => {
        const deals = allDeals(problem).filter((deal) => isInRegion(problem, region, deal));
        for (const objective of [sumObjective(terms), productObjective(terms), minimumObjective(terms)]) {
          const best = maximise(problem, region, objective, { nodes: 0 });
          const expected = bestOf(problem, objective, deals);
          expect(best === null).toBe(deals.length === 0);
          if (best === null) continue;
          expect(expected).toContainEqual(best.deal);
          const ties = findTies(problem, region, objective, best.utility, 2000, { nodes: 0 });
          expect(ties).toEqual({ deals: expected, total: BigInt(expected.length) });
          expect(bestDeals(problem, region, objective, 2000, { nodes: 0 })).toEqual(ties);
          if (hasFewerRows(problem, region, objective)) thinned++;
          compared++;
        }
        const meeting = { most: 2000, judged: terms };
        const met = maximiseMeeting(problem, region, minimumObjective(terms), meeting, { nodes: 0 }).ties ?? [];
        expect([...leximinBest(problem, terms, met).deals].sort(compareDeals)).toEqual(
          leximinBest(problem, terms, deals).deals,
        );
        expect(sweepDeals(problem, region, 2000, { nodes: 0 })?.toSorted(compareDeals)).toEqual(deals);
      }),
      { numRuns: runs(1000) },
    );
    expect(compared).toBeGreaterThan(runs(500));
    expect(thinned).toBeGreaterThan(runs(200));
  });

  it('keep of rows that are equal one where one is enough, and all where all are wanted', () => {
    const units = Float64Array.from([1, 0, 1, 0, 0, 2, 0, 1]);
    const eachHeldByItsOwn = [0, 1, 2, 3].map((held) => Uint8Array.from([0, 1, 2, 3], (row) => Number(row === held)));
    const floors = Float64Array.from([-Infinity, 0]);
    const terms = [{ party: 0, offset: 0, divisor: 1, power: 1 }];
    const one = wantedRows('one', floors, minimumObjective(terms))!;
    expect(undominated(4, units, 2, one, [])).toEqual([0, 2]);
    // A row gives way to one that has more of what is judged: the last has as much of it as the third.
    const best = wantedRows('best', floors, sumObjective(terms))!;
    expect(undominated(4, units, 2, best, [])).toBeNull();
    expect(undominated(4, units, 2, { ...best, better: [0, 1] }, [])).toEqual([0, 1, 2]);
    expect(undominated(4, units, 2, one, eachHeldByItsOwn)).toBeNull();
    expect(wantedRows('best', floors, minimumObjective(terms))).toBeNull();
  });
});

function bestOf(problem: Problem, objective: Objective, deals: readonly Deal[]): readonly Deal[] {
  const compare = (a: Deal, b: Deal): number => objective.compare(allUnits(problem, a), allUnits(problem, b));
  const best = deals.reduce<Deal | null>(
    (most, deal) => (most === null || compare(deal, most) > 0 ? deal : most),
    null,
  );
  return deals.filter((deal) => best !== null && compare(deal, best) === 0);
}

function hasFewerRows(problem: Problem, region: Region, objective: Objective): boolean {
  const plain = buildSystem(problem, region);
  if (plain === null) return false;
  const [whole, thin] = [condense(plain, null), condense(plain, wantedRows('one', plain.floors, objective))];
  return whole !== null && thin !== null && rowCount(thin) < rowCount(whole);
}
