/** Which text came next after a stage, and how many of its clauses stand in the stage's deal. */
import { expect, it } from 'vitest';
import { compileDraft, compileProblem } from '../../src/compile/compile.ts';
import type { Deal } from '../../src/engine/problem.ts';
import { nextTexts } from '../../src/questions/sensitivity/next-text.ts';
import type { StageOutcome } from '../../src/questions/sensitivity/case.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { shipped } from '../shipped.ts';

const ukraine = shipped('ukraine-2025');

function stageAt(scenario: Scenario, date: string | null, deal: Deal | null): StageOutcome {
  const outcome = {
    known: true,
    slackProven: true,
    coalition: null,
    uniformSlack: null,
    uniformSlackExact: null,
    deal,
    proven: true,
    gains: null,
    count: null,
  };
  return { scenario, compiled: compileProblem(scenario), date, title: '', outcome };
}

function idsAfter(date: string | null): string[] {
  return nextTexts(stageAt(ukraine, date, null)).map(({ draft }) => draft.id);
}

it('is what was published on the first day after the stage, and nothing put together from statements', () => {
  expect(idsAfter('2025-11-20')).toEqual(['e3', 'eu24']);
  expect(idsAfter('2025-11-23')).toEqual(['geneva']);
  expect(idsAfter('2025-11-25')).toEqual(['us20']);
  expect(idsAfter('2025-12-24')).toEqual([]);
  expect(idsAfter(null)).toEqual([]);
});

it('counts the clauses that stand in the deal, without those on issues that do not arise', () => {
  const clauses = compileDraft(ukraine, 'e3');
  const deal = clauses.map((option) => option ?? 0);
  const said = ukraine.drafts
    .find(({ id }) => id === 'e3')!
    .clauses.filter(({ option }) => option !== 'not-applicable').length;
  const [own] = nextTexts(stageAt(ukraine, '2025-11-20', deal));
  expect(own).toMatchObject({ standing: said, clauses: said });
  // The first issue has four options: another one takes one clause away.
  const other = deal.map((option, issue) => (issue === 0 ? (option + 1) % 4 : option));
  expect(nextTexts(stageAt(ukraine, '2025-11-20', other))[0]).toMatchObject({ standing: said - 1, clauses: said });
  expect(nextTexts(stageAt(ukraine, '2025-11-20', null))[0]).toMatchObject({ standing: null, clauses: said });
});
