/** Whose signature decides under the consent rule, and who alone blocks how many deals. */
import { z } from 'zod';
import { wholeFocus } from '../../report/view/focus.ts';
import { json, memory, position, seed, width } from '../common.ts';
import { question } from '../question.ts';

export const powerOptions = z.object({
  ...position,
  memory: memory('for counts, such as 500MB or 1GB; one that needs more is bounded'),
  seed: seed('seed of the estimates, where a count is too large to be exact'),
  width,
  json,
});

export const power = question({
  id: 'power',
  sentence: 'Whose signature decides under the consent rule, and how many deals does each party alone block?',
  options: powerOptions,
  ask: async (...asked) => (await import('./ask.ts')).askPower(...asked),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, { width: columns, command }) => {
    const [{ powerView }, { textSheet }] = await Promise.all([
      import('./view.ts'),
      import('../../report/text-sheet.tsx'),
    ]);
    return textSheet(powerView(of, wholeFocus(of.scenario, true, command)), columns);
  },
});
