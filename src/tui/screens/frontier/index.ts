/** The efficient deals for two parties at a time, with what each is worth to everybody. */
import type { Screen } from '../../model/screen.ts';
import { COMMANDS } from './commands.ts';
import { dealOf } from './deal.ts';
import type { FrontierState } from './state.ts';
import { asksZone, INITIAL } from './state.ts';
import { view } from './view.ts';

export const frontierScreen: Screen<FrontierState> = {
  name: 'frontier',
  title: 'Frontier',
  short: 'Front',
  about: [
    'The efficient deals as points: no other deal is better for some party and worse for none.',
    'The plot shows two parties at a time; the dotted lines are the least they sign for. The lists beside it say what ' +
      'the point under the cursor is worth to everybody and who would not sign.',
    'Where not every efficient deal is shown, the sentence below says how close the points are proven to come to all of ' +
      'them.',
    'Letters are solutions (A-F), drafts and no deal (a-z). Near: the point that is nearest. Apart: the largest difference to it ' +
      'for any party, as a share of its range.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions: (context, state) => [{ kind: 'frontier', zone: asksZone(state, context) }],
  exports: 'frontier',
  dealOf,
};
