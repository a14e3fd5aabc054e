import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionStatus } from '../../../src/engine/answer.ts';
import type { Problem } from '../../../src/engine/problem.ts';
import { allIssues, optionCount } from '../../../src/engine/problem.ts';
import { coalitionRegion } from '../../../src/engine/region.ts';
import { optionStatus } from '../../../src/engine/zone/option-status.ts';
import { coalitionDeals } from '../brute-force.ts';
import { LONG_PROBLEM } from '../long-problem.ts';
import { randomProblem } from '../random-problem.ts';
import { runs } from '../../runs.ts';

/** Of everybody's zone, by looking at every deal. */
function bruteStatus(problem: Problem): readonly OptionStatus[] {
  const deals = coalitionDeals(problem, [...problem.parties.keys()]);
  return allIssues(problem).flatMap((issue) => {
    const taken = new Set(deals.map((deal) => deal[issue]));
    return Array.from({ length: optionCount(problem, issue) }, (_, option): OptionStatus => {
      if (!taken.has(option)) return 'dead';
      return taken.size === 1 ? 'settled' : 'open';
    });
  });
}

function foundStatus(problem: Problem, nodes: number): readonly OptionStatus[] {
  const region = coalitionRegion(problem, [...problem.parties.keys()]);
  const zone = { regions: region === null ? [] : [region], complete: true, alive: () => false };
  return optionStatus(problem, zone, { nodes: 0, limit: nodes }, nodes);
}

describe('the status of options', () => {
  it.each([
    ['of short issues', randomProblem(), 300],
    ['of a long issue', LONG_PROBLEM, 60],
  ])('%s is what looking at every deal shows', (_, problems, cases) => {
    fc.assert(
      fc.property(problems, (problem) => {
        expect(foundStatus(problem, Infinity)).toEqual(bruteStatus(problem));
      }),
      { numRuns: runs(cases) },
    );
  });

  it('is never wrong with few nodes', () => {
    fc.assert(
      fc.property(LONG_PROBLEM, fc.integer({ min: 1, max: 3000 }), (problem, nodes) => {
        const truth = bruteStatus(problem);
        foundStatus(problem, nodes).forEach((status, row) => {
          if (status !== 'unknown') expect(status).toBe(truth[row]);
        });
      }),
      { numRuns: runs(60) },
    );
  });
});
