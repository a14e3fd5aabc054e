import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utilityUnits, keepsRules } from '../../../src/engine/deal.ts';
import { layOutRegion } from '../../../src/engine/zone/automaton.ts';
import { exactDiagram } from '../../../src/engine/zone/diagram.ts';
import { mostBelow } from '../../../src/engine/zone/tail-bound.ts';
import { spaceRegion } from '../../../src/engine/region.ts';
import { allDeals } from '../brute-force.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

describe('mostBelow', () => {
  it('is never less than the deals that leave the party short, and less than all of them where few are', () => {
    let useful = 0;
    fc.assert(
      fc.property(randomProblem({ maxParties: 2, maxIssues: 6, maxOptions: 4 }), fc.nat(), (problem, which) => {
        const party = which % problem.parties.length;
        const automaton = layOutRegion(problem, spaceRegion(problem), []);
        const diagram = automaton === null ? null : exactDiagram(automaton, 100_000);
        if (diagram === null) return;
        const utilities = allDeals(problem)
          .filter((deal) => keepsRules(problem, deal))
          .map((deal) => utilityUnits(problem, problem.parties[party]!, deal))
          .sort((a, b) => a - b);
        const floor = utilities[Math.floor(utilities.length / 20)]!;
        const short = utilities.filter((units) => units < floor).length;
        const bound = Number(mostBelow(problem, diagram, party, floor));
        expect(bound).toBeGreaterThanOrEqual(short);
        if (bound < utilities.length / 2) useful++;
      }),
      { numRuns: runs(2000), seed: 3 },
    );
    expect(useful).toBeGreaterThan(runs(400));
  });
});
