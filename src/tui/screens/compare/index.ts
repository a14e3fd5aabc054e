/** The compare screen: the scenario as it stands beside readings and dates, in one table. */
import type { Screen } from '../../model/screen.ts';
import { COMMANDS } from './commands.ts';
import type { CompareState } from './state.ts';
import { chosenOf, INITIAL } from './state.ts';
import { view } from './view.ts';

export const compareScreen: Screen<CompareState> = {
  name: 'compare',
  title: 'Compare',
  short: 'Comp',
  about: [
    'The scenario as it stands here, with your changes, beside other readings of the same negotiation and beside its own ' +
      'dates: what differs in numbers, red lines and rules, and what follows, the verdict, the zone, deals, drafts and ' +
      'the prices of openings.',
    'Readings are overlays that say whose they are. Those in the folder readings beside the file are found, and so are ' +
      'those next to an overlay that was opened. Each is taken as it is written, without your changes.',
    'What all share does not hang on how the record is read. What hangs on one, does. Each column is solved in full, ' +
      'which takes a while on a large scenario; it goes on while you look at other screens, and escape stops it.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions: (context, state) => {
    const others = chosenOf(context, state);
    return others.length === 0 ? [] : [{ kind: 'compare', others }];
  },
  exports: (state) => (state.chosen.length === 0 ? 'solve' : 'compare'),
};
