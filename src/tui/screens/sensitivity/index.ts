/** How much the answer hangs on each number: one at a time at the ends of its range, or all drawn at once. */
import type { Screen } from '../../model/screen.ts';
import { COMMANDS } from './commands.ts';
import { dealOf } from './open.ts';
import { questions } from './questions.ts';
import type { SensitivityState } from './state.ts';
import { INITIAL } from './state.ts';
import { view } from './view.ts';

export const sensitivityScreen: Screen<SensitivityState> = {
  name: 'sensitivity',
  title: 'Sensitivity',
  short: 'Sens',
  about: [
    'How much the answer hangs on each number.',
    'One number at a time: each at its low and at its high, all others as they are. The bar shows the uniform slack at ' +
      'both ends: by how many points everybody could ask for more at the same time with a deal left. The number under ' +
      'the cursor is told in words, with the values between which verdict and deal stay as they are.',
    'All at once: every number drawn from its range, many times. Shares are of all draws; the 95 % interval says how far ' +
      'chance can be off.',
    'What you would have to believe: the mean weights of the draws whose deal has the option, where chance does not ' +
      'explain them.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions,
  exports: ({ pane }) => (pane === 'numbers' ? 'sensitivity' : 'smaa'),
  dealOf,
};
