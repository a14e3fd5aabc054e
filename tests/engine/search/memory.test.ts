import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utilityUnits } from '../../../src/engine/deal.ts';
import { isInRegion, spaceRegion, withFloors } from '../../../src/engine/region.ts';
import { findDeal, maximise, OutOfNodes } from '../../../src/engine/search/maximise.ts';
import { Notes } from '../../../src/engine/search/memory.ts';
import { minimumObjective, productObjective, sumObjective } from '../../../src/engine/search/objective.ts';
import type { Objective, Term } from '../../../src/engine/search/objective.ts';
import type { Problem } from '../../../src/engine/problem.ts';
import { allDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

function objectivesOf(problem: Problem): readonly Objective[] {
  const terms = problem.parties.map(({ scale }, party): Term => ({ party, offset: -1000, divisor: scale, power: 1 }));
  return [sumObjective(terms), minimumObjective(terms), productObjective(terms)];
}

describe('a memory', () => {
  it('leads to a deal as good as the best, whatever deals were noted before', () => {
    fc.assert(
      fc.property(
        randomProblem(),
        fc.array(fc.nat(), { maxLength: 8 }),
        fc.integer({ min: 0, max: 10 }),
        (problem, picks, floor) => {
          const notes = new Notes();
          const deals = allDeals(problem);
          for (const pick of picks) {
            const deal = deals[pick % deals.length]!;
            const utility = problem.parties.map((party) => utilityUnits(problem, party, deal));
            notes.open(problem).noteDeal('anything', { deal, utility });
          }
          const region = withFloors(spaceRegion(problem), [[0, floor]]);
          for (const objective of objectivesOf(problem)) {
            const cold = maximise(problem, region, objective, { nodes: 0 });
            for (let again = 0; again < 2; again++) {
              const warm = maximise(problem, region, objective, { nodes: 0, memory: notes.open(problem) });
              expect(warm === null).toBe(cold === null);
              if (warm === null || cold === null) continue;
              expect(objective.compare(warm.utility, cold.utility)).toBe(0);
              expect(isInRegion(problem, region, warm.deal)).toBe(true);
            }
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('answers with a deal it knows without a search', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const notes = new Notes();
        const region = spaceRegion(problem);
        const found = findDeal(problem, region, { nodes: 0, memory: notes.open(problem) });
        fc.pre(found !== null);
        const effort = { nodes: 0, limit: 0, memory: notes.open(problem) };
        expect(findDeal(problem, region, effort)?.deal).toEqual(found?.deal);
        expect(notes.gaveUp).toBe(false);
      }),
      { numRuns: runs(500) },
    );
  });

  it('says that a search was given up, until it is opened anew', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        const notes = new Notes();
        const effort = { nodes: 0, limit: 0, memory: notes.open(problem) };
        expect(() => findDeal(problem, spaceRegion(problem), effort)).toThrow(OutOfNodes);
        expect(notes.gaveUp).toBe(true);
        notes.open(problem);
        expect(notes.gaveUp).toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });

  it('forgets deals of a problem of another shape', () => {
    fc.assert(
      fc.property(randomProblem(), randomProblem(), (one, other) => {
        fc.pre(one.offsets.join() !== other.offsets.join());
        const notes = new Notes();
        maximise(one, spaceRegion(one), sumObjective([]), { nodes: 0, memory: notes.open(one) });
        expect(notes.open(other).dealsIn(other, spaceRegion(other))).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
  });

  it('opened closed finds the notes and leaves them as they are', () => {
    let noted = 0;
    fc.assert(
      fc.property(randomProblem(), fc.nat(), (problem, pick) => {
        const notes = new Notes();
        const region = spaceRegion(problem);
        const found = maximise(problem, region, sumObjective([]), { nodes: 0, memory: notes.open(problem) });
        if (found === null) return;
        const before = notes.open(problem).dealsIn(problem, region);
        const deals = allDeals(problem).filter((deal) => isInRegion(problem, region, deal));
        const deal = deals[pick % deals.length]!;
        const closed = notes.openClosed(problem);
        expect(closed.dealsIn(problem, region)).toEqual(before);
        const utility = problem.parties.map((party) => utilityUnits(problem, party, deal));
        closed.noteDeal('anything', { deal, utility });
        const multipliers = { terms: Float64Array.of(), prices: Float64Array.of() };
        closed.noteStart('another', problem, { value: multipliers, slack: null });
        // Within itself it learns.
        expect(closed.dealsIn(problem, region)).toContainEqual({ deal, utility });
        const after = notes.openClosed(problem);
        expect(after.dealsIn(problem, region)).toEqual(before);
        expect(after.startOf('another', problem)).toBeNull();
        noted++;
      }),
      { numRuns: runs(500) },
    );
    expect(noted).toBeGreaterThan(runs(150));
  });
});
