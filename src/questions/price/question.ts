/** What a party was paid with for a clause that it swallows, and what is left where it refuses it. */
import { z } from 'zod';
import { json, nodes, position, width } from '../common.ts';
import { option, text } from '../option.ts';
import { question } from '../question.ts';
import { dealInline } from '../score/question.ts';

export const priceOptions = z.object({
  stage: position.stage,
  clause: text('<party.issue>', 'the clause to follow through: what is left if the party refuses it'),
  draft: text('<id>', 'in a draft of the scenario, by the positions of its own date; default: in the Nash deal'),
  deal: option(
    z.union([z.string(), dealInline]).optional(),
    'in a deal as YAML or JSON, - for standard input: issue: option, all of them',
    { value: '<file>', file: true, conflicts: ['draft'] },
  ),
  without: position.without,
  set: position.set,
  nodes,
  width,
  json,
});

export const price = question({
  id: 'price',
  sentence: 'What was a party paid with for a clause that it swallows, and what is left if it refuses?',
  options: priceOptions,
  ask: async (...asked) => (await import('./ask.ts')).askPrice(...asked),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, { width: columns, command }) => {
    const [{ priceView }, { textSheet }] = await Promise.all([
      import('./view.ts'),
      import('../../report/text-sheet.tsx'),
    ]);
    return textSheet(priceView(of, command), columns);
  },
});
