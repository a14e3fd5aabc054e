/** The weights: every number of a party as a slider, and at each key press what the answer becomes. */
import type { Screen } from '../../model/screen.ts';
import { solutionDeal } from '../../parts/recommended.ts';
import { COMMANDS } from './commands.ts';
import { lineQuestions } from './line-number.ts';
import type { WeightsState } from './state.ts';
import { INITIAL } from './state.ts';
import { view } from './view.ts';

export const weightsScreen: Screen<WeightsState> = {
  name: 'weights',
  title: 'Weights',
  short: 'Weights',
  about: [
    'What matters to each party, and what becomes of the answer when it changes. A weight is the swing of an issue: how ' +
      'much the step from its worst to its best option counts beside the same step of the other issues; only ratios ' +
      'matter. On a score sheet the slider multiplies all scores of an issue.',
    'The options of an issue are worth 0 (worst) to 100 (best) to the party; a tick marks the one in the recommended ' +
      'deal, which is that of the Nash solution. The least a party signs for, and what no deal is worth to it, are in ' +
      'points of the whole deal.',
    'The track shows how far the number under the cursor can move, all others as they are, before the verdict or the ' +
      'recommended deal changes. A * marks a number that differs from the file, with what the file says.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions: (context, state) => [{ kind: 'zone' }, ...lineQuestions(context, state)],
  exports: 'sensitivity',
  standAt: (state, { party, kind, issue }) => ({
    ...state,
    party,
    focus: 'list',
    row: issue === null ? { kind: kind === 'disagreement' ? 'disagreement' : 'reservation' } : { kind: 'issue', issue },
    filter: '',
  }),
  dealOf: ({ findings: { glance } }) => (glance.last === null ? null : solutionDeal(glance.last.answer)),
};
