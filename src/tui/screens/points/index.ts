/** The points screen: what each clause is worth to each party, how it stands in the zone, and what if it were fixed. */
import type { Screen } from '../../model/screen.ts';
import { COMMANDS, dealAt } from './commands.ts';
import type { PointsState } from './state.ts';
import { INITIAL } from './state.ts';
import { view } from './view.ts';

export const pointsScreen: Screen<PointsState> = {
  name: 'points',
  title: 'Points',
  short: 'Points',
  about: [
    'What each option is worth to each party, and what becomes of the zone when one is fixed. Each issue is shown with ' +
      'one of its options: that of the recommended deal or, where there is no deal, of the first way out.',
    "A cell is the option's value to the party, 0 (worst) to 100 (best), or its score on a score sheet; the shade says " +
      'the same. The cross marks a red line that the clause crosses by itself, whatever else the deal says.',
    'Share: of the deals in the zone that have the option. Settled: all have it. Dead: none has. Open: some have.',
    'At stake: the most points that one change of the clause gives to one party and takes from another.',
    'A lock leaves only some options allowed (=: one, -: several); everything is solved again under that condition.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions: () => [{ kind: 'zone' }],
  exports: 'solve',
  dealOf: dealAt,
};
