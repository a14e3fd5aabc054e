/** Why there is no deal and what would open one; where there is one, how firm it is. */
import type { Screen } from '../../model/screen.ts';
import { COMMANDS, dealOf } from './commands.ts';
import type { WhyState } from './state.ts';
import { view } from './view.ts';

export const whyScreen: Screen<WhyState> = {
  name: 'why',
  title: 'Why',
  short: 'Why',
  about: [
    'Where there is no deal: the smallest sets of demands that exclude each other, the smallest sets to set aside, and ' +
      'the smallest openings by four measures. Everything is proven unless a note says otherwise.',
    'Where there is a deal: what is the same in every deal, which options are in none and what keeps each out, how far ' +
      'each threshold could move, and exchanges that pay.',
    'Enter applies the way out under the cursor to the scenario; u takes it back. On a point it unfolds its options.',
  ],
  initial: { cursor: 0, unfolded: [] },
  view,
  commands: COMMANDS,
  questions: () => [{ kind: 'explain' }],
  exports: 'explain',
  dealOf,
};
