/** How much the answer hangs on each number of the scenario, on all of them together, or on the date. */
import { z } from 'zod';
import { SOLUTION_NAMES } from '../../engine/answer.ts';
import { DRAWS, SOLUTION } from '../budgets.ts';
import { all, json, memory, position, seed, threads, width } from '../common.ts';
import { flag, option, text, wholeNumber } from '../option.ts';
import { question } from '../question.ts';

const MOST_DRAWS = 1_000_000;

/** Draws that are printed one by one: more would be too long for one text. */
const MOST_ROWS = 100_000;

export const sensitivityOptions = z.object({
  ...position,
  solution: option(z.enum(SOLUTION_NAMES).default(SOLUTION), 'whose deal is recommended', {
    value: '<name>',
    stated: 'always',
  }),
  asIf: text(
    '<way>',
    'where red lines alone leave no deal: the way out to suppose (A, B, ..., all of them at once, or none)',
  ),
  stages: flag('compare all stages instead: zone, slack and best drafts along the dates', {
    conflicts: ['smaa', 'stage'],
  }),
  smaa: flag('draw all numbers from their ranges and count what follows'),
  draws: option(wholeNumber(1, MOST_DRAWS).default(DRAWS), 'with --smaa: how many times', {
    value: '<n>',
    onlyWith: ['smaa'],
    stated: 'always',
  }),
  seed: seed('seed of the draws and of estimated counts', ['smaa']),
  simplex: flag('with --smaa: weights from all that are possible instead of their ranges', { onlyWith: ['smaa'] }),
  csv: flag('with --smaa: the draws as comma-separated values, one draw a line', {
    onlyWith: ['smaa'],
    shapes: true,
  }),
  values: flag('vary the value of every option too, not only weights and thresholds', {
    conflicts: ['smaa', 'stages'],
  }),
  count: flag('count the zone for every change; takes long', { conflicts: ['smaa', 'stages'] }),
  memory: memory('with --count or --stages: for one count, such as 500MB or 1GB', ['count', 'stages']),
  threads,
  all,
  width,
  json,
});

export const sensitivity = question({
  id: 'sensitivity',
  sentence: 'How much does the answer hang on each number, and what if all of them are uncertain?',
  options: sensitivityOptions,
  refuse: ({ csv, draws }) =>
    csv === true && draws > MOST_ROWS
      ? `--csv prints at most ${MOST_ROWS} draws; ask for fewer, and for others with another --seed`
      : null,
  ask: async (...asked) => (await import('./ask.ts')).askSensitivity(...asked),
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  aside: async (of, { csv }) =>
    csv === true && of.smaa !== null ? (await import('./draws.ts')).drawsAside(of.smaa) : [],
  text: async (of, shape, { csv }) => {
    if (csv === true && of.smaa !== null) return (await import('./csv.ts')).csvText(of.smaa);
    const [{ sensitivityView }, { textSheet }] = await Promise.all([
      import('./view.ts'),
      import('../../report/text-sheet.tsx'),
    ]);
    return textSheet(sensitivityView(of, shape), shape.width);
  },
});
