/** Several scenarios, overlays or stages side by side: what differs between them, and what follows. */
import { z } from 'zod';
import { all, json, memory, nodes, position, seed, width } from '../common.ts';
import { flag, option } from '../option.ts';
import { question } from '../question.ts';

/** So many columns are read beside the first one. */
const MOST_OTHERS = 8;

export const compareOptions = z.object({
  others: option(
    z
      .array(z.string())
      .min(1, 'expected something to compare with: scenarios, overlays, or stages as @stage')
      .max(MOST_OTHERS, `expected at most ${MOST_OTHERS} to compare with`),
    'what to compare it with: scenarios or overlays, each with @stage behind it if wanted; @stage alone is one of the first',
    { value: '<others...>', argument: true },
  ),
  ...position,
  nodes,
  memory: memory('for counts, such as 500MB or 1GB; one that needs more is bounded'),
  seed: seed('seed of the estimates, where a count is too large to be exact'),
  csv: flag('what follows as comma-separated values, one conclusion a line', { shapes: true }),
  all,
  width,
  json,
});

export const compare = question({
  id: 'compare',
  sentence: 'What differs between scenarios, readings or dates, and which conclusions hang on it?',
  options: compareOptions,
  unvalued: 'whatever',
  ask: async (...asked) => (await import('./ask.ts')).askCompare(...asked),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, shape, { csv }) => {
    if (csv === true) return (await import('./csv.ts')).csvText(of);
    const [{ compareView }, { textSheet }] = await Promise.all([
      import('./view.ts'),
      import('../../report/text-sheet.tsx'),
    ]);
    return textSheet(compareView(of, shape), shape.width);
  },
});
