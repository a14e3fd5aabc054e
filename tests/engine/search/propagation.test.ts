import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allUnits, compareDeals } from '../../../src/engine/deal.ts';
import { hasOption } from '../../../src/engine/option-set.ts';
import type { Deal, Pattern, Problem } from '../../../src/engine/problem.ts';
import { isInRegion, withFloors } from '../../../src/engine/region.ts';
import type { Region } from '../../../src/engine/region.ts';
import { buildSystem } from '../../../src/engine/search/build-system.ts';
import { condense } from '../../../src/engine/search/condense.ts';
import { partReady } from '../../../src/engine/search/ready.ts';
import { dealOf, rowCount, withColumnFloors } from '../../../src/engine/search/system.ts';
import type { System } from '../../../src/engine/search/system.ts';
import { runs } from '../../runs.ts';
import { allDeals } from '../brute-force.ts';
import { crowdedProblem } from '../random-problem.ts';

/** What every party signs, with some floors of their own. */
function asked(): fc.Arbitrary<{ readonly problem: Problem; readonly region: Region; readonly raised: number }> {
  const floor = fc.option(fc.integer({ min: 0, max: 14 }));
  return fc
    .tuple(crowdedProblem(), fc.array(floor, { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 16 }))
    .map(([problem, floors, raised]) => ({
      problem,
      raised,
      region: {
        floors: problem.parties.map((_, party) => floors[party] ?? -Infinity),
        forbidden: [...problem.forbidden, ...problem.parties.flatMap(({ redLines }) => redLines)],
        sums: problem.sums,
      },
    }));
}

it('leaves of the deals with a row of a system, under raised floors, all and no others', () => {
  let parts = 0;
  let dropped = 0;
  fc.assert(
    fc.property(asked(), ({ problem, region, raised }) => {
      const plain = buildSystem(problem, region);
      const whole = plain === null ? null : condense(plain, null);
      if (whole === null) return;
      const higher = withColumnFloors(whole, [[0, raised]]);
      const among = withFloors(region, [[0, raised]]);
      for (let row = 0; row < rowCount(whole); row++) {
        const part = partReady(higher, row, () => null).system;
        const picks = whole.picksAt(row);
        const expected = allDeals(problem).filter(
          (deal) => isInRegion(problem, among, deal) && picks.every(({ issue, option }) => deal[issue] === option),
        );
        const left = part === null ? [] : dealsOf(problem, part);
        expect(left.toSorted(compareDeals)).toEqual(expected);
        parts++;
        if (part === null || rowCount(part) < rowCount(whole) - 1) dropped++;
      }
    }),
    { numRuns: runs(1000) },
  );
  expect(parts).toBeGreaterThan(runs(2000));
  expect(dropped).toBeGreaterThan(runs(500));
});

/** Every choice of rows that matches no pattern and reaches the floors, with the units that the system says. */
function dealsOf(problem: Problem, system: System): readonly Deal[] {
  const { start, options, forbidden, floors } = system;
  const holds = (rows: Int32Array, { clauses }: Pattern): boolean =>
    clauses.every(({ issue, options: asking }) => hasOption(asking, options[issue]![rows[issue]! - start[issue]!]!));
  const choices = options.reduce<readonly (readonly number[])[]>(
    (all, own, issue) => all.flatMap((rows) => own.map((_, place) => [...rows, start[issue]! + place])),
    [[]],
  );
  return choices
    .map((rows) => Int32Array.from(rows))
    .filter((rows) => !forbidden.some((pattern) => holds(rows, pattern)))
    .flatMap((rows) => {
      const deal = dealOf(system, rows);
      const units = allUnits(problem, deal).map(Number);
      const told = problem.parties.map((_, party) =>
        system.bonuses
          .filter((bonus) => bonus.party === party && holds(rows, bonus.when))
          .reduce(
            (sum, bonus) => sum + bonus.units,
            [...rows].reduce(
              (sum, row) => sum + system.contributions[row * system.columns + party]!,
              system.constant[party]!,
            ),
          ),
      );
      expect(told).toEqual(units);
      return units.every((own, party) => own >= floors[party]!) ? [deal] : [];
    });
}
