/** The efficient deals of a scenario or of its zone, all of them or a spread. */
import { z } from 'zod';
import { wholeFocus } from '../../report/view/focus.ts';
import { VECTORS } from '../budgets.ts';
import { all, coalition, json, position, width } from '../common.ts';
import { flag, option, wholeNumber } from '../option.ts';
import { question } from '../question.ts';
import { DEFAULT_TOLERANCE, toleranceOption } from './tolerance.ts';
import type { Tolerance } from './tolerance.ts';

const MOST_POINTS = 1_000_000;
const MOST_VECTORS = 10_000_000;

export const frontierOptions = z.object({
  stage: position.stage,
  coalition: coalition('only deals that these parties sign, such as a,b,c'),
  without: position.without,
  set: position.set,
  zone: flag('only deals that the largest possible set of signers accepts'),
  epsilon: option(
    z.string().transform(toleranceIn).prefault(toleranceOption(DEFAULT_TOLERANCE)),
    "every efficient deal has one shown that is at most so much worse for each party: of the party's range, such as " +
      '2%, or points, such as 3; 0 asks for all',
    { value: '<much>', stated: 'always' },
  ),
  maxPoints: option(wholeNumber(1, MOST_POINTS).optional(), 'most deals to give; what is then proven is said', {
    value: '<n>',
  }),
  vectors: option(
    wholeNumber(1, MOST_VECTORS).default(VECTORS),
    'with --epsilon 0: most combinations of utilities to keep at a time; a spread where it needs more',
    { value: '<n>' },
  ),
  all,
  width,
  json,
});

export const frontier = question({
  id: 'frontier',
  sentence: 'Which deals are efficient: no other is better for some party and worse for none?',
  options: frontierOptions,
  refuse: ({ epsilon }, { vectors }) =>
    vectors === undefined || epsilon.amount === 0
      ? null
      : '--vectors has no effect without --epsilon 0; add it or leave it out',
  ask: async (opened, options, asker) => {
    const { askFrontier } = await import('./ask.ts');
    return { ...opened, ...(await askFrontier(opened, options, asker)) };
  },
  document: () => import('./document.ts'),
  schema: () => import('./schema.ts'),
  text: async (of, { width: columns, all: whole, command }) => {
    const [{ frontierView }, { textFrontier }] = await Promise.all([import('./view.ts'), import('./layout.tsx')]);
    return textFrontier(frontierView(of, wholeFocus(of.scenario, whole, command)), columns);
  },
});

function toleranceIn(written: string, context: z.RefinementCtx): Tolerance {
  const match = /^(\d+(?:\.\d*)?|\.\d+)\s?(%?)$/.exec(written);
  const amount = Number(match?.[1]);
  const isShare = match?.[2] === '%';
  if (match !== null && Number.isFinite(amount) && !(isShare && amount > 100)) {
    return isShare ? { measure: 'share', amount: amount / 100 } : { measure: 'points', amount };
  }
  const message = 'Expected a share of the range, such as 2%, or points, 0 or more, such as 3 or 0.5.';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
