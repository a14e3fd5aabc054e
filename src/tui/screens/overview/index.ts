/** The overview: is a deal possible, how much room there is, which deals are recommended and what the last change did. */
import { STANDARDS } from '../../../report/view/deals.ts';
import type { Screen } from '../../model/screen.ts';
import { COMMANDS } from './commands.ts';
import type { OverviewState } from './state.ts';
import { dealAt, INITIAL } from './state.ts';
import { view } from './view.ts';

export const overviewScreen: Screen<OverviewState> = {
  name: 'overview',
  title: 'Overview',
  short: 'Over',
  about: [
    'Is a deal possible? How many combinations of options would find enough signatures, and which deals six standards of ' +
      'fairness pick among these. A bar has 100 points (or a whole score sheet); its mark is the least the party signs ' +
      'for. Beside it: the points, and how far above or below the least.',
    STANDARDS,
    'Uniform slack: by how many points everybody could ask for more at the same time with a deal left; below 0, by how ' +
      'many everybody would have to ask for less before there is one.',
    'Where there is no deal, the demands that exclude each other are named. Each column then is a way out: it sets some ' +
      'demands aside and shows the deal that follows; a applies it to the scenario, and u takes it back.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions: () => [{ kind: 'zone' }],
  exports: 'solve',
  dealOf: dealAt,
};
