/** One deal, from the scenario's drafts or from a file, held against the parties. */
import { z } from 'zod';
import { json, position, width } from '../common.ts';
import { option, text } from '../option.ts';
import { question } from '../question.ts';

/** A deal as a program has it: option ids by issue id. */
export const dealInline = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .describe('a deal: the id of one option by issue id; what it leaves out is open');

export const scoreOptions = z.object({
  stage: position.stage,
  draft: text('<id>', 'a draft of the scenario'),
  deal: option(
    z.union([z.string(), dealInline]).optional(),
    'a deal as YAML or JSON, - for standard input: issue: option; what it leaves out is open; none: no deal',
    { value: '<file>', file: true },
  ),
  without: position.without,
  set: position.set,
  width,
  json,
});

export const score = question({
  id: 'score',
  sentence: 'What one deal is worth to each party, who would sign it, and whether another beats it.',
  options: scoreOptions,
  refuse: ({ draft, deal }) => {
    if (draft !== undefined && deal !== undefined) return '--draft and --deal both name a deal; give one of them';
    if (draft !== undefined || deal !== undefined) return null;
    return 'expected --draft with the id of a draft, or --deal with a file';
  },
  ask: async (opened, options) => (await import('./ask.ts')).askScore(opened, options),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, { width: columns, command }) => {
    const [{ scoreView }, { textScore }] = await Promise.all([import('./view.ts'), import('./layout.tsx')]);
    return textScore(scoreView(of, command), columns);
  },
});
