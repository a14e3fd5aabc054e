/** Why there is no deal and what would open one, or how firm the zone is; how drafts get into it. */
import { z } from 'zod';
import { wholeFocus } from '../../report/view/focus.ts';
import { draftsAt, json, nodes, position, width } from '../common.ts';
import { flag, names } from '../option.ts';
import { question } from '../question.ts';

export const explainOptions = z.object({
  ...position,
  draft: names('<ids...>', 'explain these drafts: who refuses, the fewest changes to a deal, exchanges that pay'),
  draftsAt,
  nodes,
  all: flag('look for more ways, and show lists in full'),
  width,
  json,
});

export const explain = question({
  id: 'explain',
  sentence: 'Why is there no deal and what would open one? Where there is one: how firm is it, and what pays?',
  options: explainOptions,
  ask: async (...asked) => (await import('./ask.ts')).askExplain(...asked),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, { width: columns, all, command }) => {
    const [{ explainView }, { textExplain }] = await Promise.all([import('./view.ts'), import('./layout.tsx')]);
    return textExplain(explainView(of, wholeFocus(of.scenario, all, command)), columns);
  },
});
