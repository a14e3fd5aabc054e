/** The deal screen: one deal clause by clause, what each party makes of it, and what becomes of it when clauses change. */
import type { Screen } from '../../model/screen.ts';
import { COMMANDS } from './commands.ts';
import { priceQuestion } from './price.ts';
import type { DealState } from './state.ts';
import { INITIAL, onScreen } from './state.ts';
import { view } from './view.ts';

export const dealScreen: Screen<DealState> = {
  name: 'deal',
  title: 'Deal',
  short: 'Deal',
  about: [
    'One deal clause by clause: who would sign it, and what would change it. It is the recommended deal, that of the Nash ' +
      'solution, unless another was chosen; where there is no deal, that of the first way out.',
    'Points: what the deal is worth to each party; the mark in its bar is the least it signs for. Spare: how far above or ' +
      'below that.',
    'Likes: the clause gives the party at least two thirds of what the issue can give it. Swallows: at most one third. ' +
      'Costs: points lost against the best option of the issue for that party.',
    'Signs before a clause: * edited, ~ differs from the deal it is held against, = locked.',
    'What would change it: a deal that beats it, the fewest changes that bring it into the zone, exchanges of clauses ' +
      'that leave nobody worse off (logrolls), and clauses that would be signed only together (packages).',
    'Price: would a party ever sign that? $ shows what it was paid with for the clause under the cursor: its deal beside ' +
      'the one that is left if it refuses. x forbids the clause for it, X for all; u takes that back.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions: (context, state) => {
    const on = onScreen(context, state);
    return on === null ? [] : [{ kind: 'deal', deal: on.shown.deal }, ...priceQuestion(context, state, on)];
  },
  exports: 'explain',
  dealOf: (context, state) => onScreen(context, state)?.shown ?? null,
};
