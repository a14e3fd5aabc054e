import { expect, it } from 'vitest';
import { SOLUTION_NAMES } from '../../../src/engine/answer.ts';
import { assessDraft } from '../../../src/engine/draft/draft.ts';
import type { NarrowParty as Party, NarrowProblem as Problem } from '../../../src/engine/problem.ts';
import { spaceRegion } from '../../../src/engine/region.ts';
import { solution } from '../../../src/engine/solution/solutions.ts';

function problemOf(
  issues: number,
  options: number,
  party: (index: number) => Partial<Party>,
  parties: number,
): Problem {
  const everyone = Array.from({ length: parties }, (_, index) => index);
  return {
    offsets: Int32Array.from({ length: issues + 1 }, (_, issue) => issue * options),
    parties: everyone.map((index) => ({
      scale: 1,
      contributions: new Float64Array(issues * options).fill(5),
      adjustments: [],
      redLines: [],
      disagreement: 0,
      reservation: 0,
      strict: false,
      power: 1,
      ...party(index),
    })),
    sums: [],
    forbidden: [],
    consent: { required: everyone, quorum: parties, conditional: [] },
  };
}

it.each(SOLUTION_NAMES)('counts more ties than anyone could list: %s among parties that care about nothing', (name) => {
  const problem = problemOf(40, 4, () => ({}), 4);
  const parties = [0, 1, 2, 3];
  const found = solution(problem, name, { parties, region: spaceRegion(problem) }, [200, 200, 200, 200], 10);
  expect(found.total).toBe(4n ** 40n);
  expect(found.deals.map(({ deal }) => deal)).toEqual([Array.from({ length: 40 }, () => 0)]);
});

it('judges a partial draft against a red line over many open issues', () => {
  const longLine = {
    clauses: Array.from({ length: 19 }, (_, index) => ({ issue: index + 1, options: [{ first: 1, last: 9 }] })),
  };
  const problem = problemOf(20, 10, (index) => (index === 0 ? { redLines: [longLine] } : {}), 2);
  const draft = Array.from({ length: 20 }, (_, issue) => (issue === 0 ? 0 : null));
  const answer = assessDraft(problem, draft, [spaceRegion(problem)], { nodes: 0 });
  expect(answer.parties.map(({ accepts }) => accepts)).toEqual(['open', true]);
});
