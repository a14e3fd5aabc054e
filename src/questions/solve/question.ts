/** Whether a deal is possible, which ones are recommended, and what would open a zone. */
import { z } from 'zod';
import { TIES } from '../budgets.ts';
import { all, coalition, draftsAt, json, memory, nodes, position, seed, width } from '../common.ts';
import { names, option, wholeNumber } from '../option.ts';
import { question } from '../question.ts';

const MOST_TIES = 10_000;

export const solveOptions = z.object({
  stage: position.stage,
  coalition: coalition('recommend deals that these parties sign, such as a,b,c'),
  without: position.without,
  set: position.set,
  draft: names('<ids...>', 'report on these drafts only', { shapes: true }),
  draftsAt,
  party: names('<ids...>', 'report on these parties only', { shapes: true }),
  ties: option(wholeNumber(1, MOST_TIES).default(TIES.command), 'most equally good deals to list per solution', {
    value: '<n>',
  }),
  nodes,
  memory: memory('for counts, such as 500MB or 1GB; one that needs more is bounded, a larger one takes longer'),
  seed: seed('seed of the estimates, where a count is too large to be exact'),
  all,
  width,
  json,
});

export const solve = question({
  id: 'solve',
  sentence: 'Is a deal possible, which ones are recommended, and if there is none, what would open a zone?',
  options: solveOptions,
  unvalued: 'whatever',
  ask: async (...asked) => (await import('./ask.ts')).askSolve(...asked),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, { width: columns, ...shape }, options) => {
    const [{ focusOf }, { reportView }, { textReport }] = await Promise.all([
      import('./ask.ts'),
      import('./view.ts'),
      import('./layout.tsx'),
    ]);
    return textReport(reportView(of, { ...focusOf(of.scenario, options), ...shape }), columns);
  },
});
