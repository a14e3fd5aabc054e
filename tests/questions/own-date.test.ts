import { expect, test } from 'vitest';
import { glance } from '../../src/engine/glance.ts';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import { withDrafts } from '../../src/questions/own-date.ts';
import { shipped } from '../shipped.ts';

test('drafts of another date stand where the file has them', () => {
  const scenario = shipped('ukraine-2025-short');
  const { problem } = compileProblem(scenario);
  const drafts = scenario.drafts.map(({ id }) => compileDraft(scenario, id));
  const whole = glance(problem, { drafts, coalition: null, ties: 1 });
  expect(drafts.length).toBeGreaterThan(1);
  for (const isApart of [(k: number) => k % 2 === 0, (k: number) => k > 0, () => true, () => false]) {
    const apart = drafts.map((_, k) => isApart(k));
    const near = { ...whole, drafts: whole.drafts.filter((_, k) => !apart[k]) };
    const own = whole.drafts.filter((_, k) => apart[k]);
    expect(withDrafts(near, apart, own)).toEqual(whole);
  }
});
