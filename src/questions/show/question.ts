/** What the files say of one position, number, red line, rule, draft, party, issue or source, and its history. */
import { z } from 'zod';
import { all, json, position, width } from '../common.ts';
import { argument } from '../option.ts';
import { question } from '../question.ts';

export const showOptions = z.object({
  path: argument('<path>', 'such as party, party.issue, party.issue.option, party.redline, issue or draft'),
  ...position,
  all,
  width,
  json,
});

export const show = question({
  id: 'show',
  sentence:
    'What do the files say of a position, a number, a red line or a draft, and how did it change with the dates?',
  options: showOptions,
  unvalued: 'whatever',
  ask: async (opened, options) => (await import('./ask.ts')).askShow(opened, options),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, shape) => {
    const [{ showView }, { textSheet }] = await Promise.all([
      import('./view.ts'),
      import('../../report/text-sheet.tsx'),
    ]);
    return textSheet(showView(of, shape), shape.width);
  },
});
