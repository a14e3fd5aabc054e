/** Bargaining round by round: what the standing offer is worth to each party, and who moved on what. */
import type { Screen } from '../../model/screen.ts';
import { COMMANDS, dealOf } from './commands.ts';
import type { BargainState } from './state.ts';
import { INITIAL } from './state.ts';
import { tournamentAsked } from './tournament.ts';
import { agendaOf } from './turn.ts';
import { view } from './view.ts';

export const bargainScreen: Screen<BargainState> = {
  name: 'bargain',
  title: 'Bargain',
  short: 'Barg',
  about: [
    'A session, round by round: in turn each party accepts the standing offer or replaces it by its own. The curves say ' +
      'what the offer on the table is worth to each party, on a scale of its own; dotted: the least it signs for.',
    'Strategies see the numbers of their own party and the offers made, never the numbers of others. It simulates the ' +
      'stated rules and predicts nobody.',
    'With a the issues are settled in groups, one after the other: those of the file, else four in its order, or the last ' +
      'one first. While a group is on the table, a party signs what leaves its least within reach.',
    'With m many sessions are run: who speaks first is drawn for each of them, and every number that has a low and a high. It is ' +
      'given up with the next m, or with escape.',
    'With t each party meets the others with every strategy of a menu: the table says what each gains against each, the ' +
      'darker the more. There up and down turn whose gains they are, the arrows to the sides against whom. It is given ' +
      'up like many sessions.',
    'The arrows to the sides turn the strategy of the party under the cursor from firm to soft; the session is run again ' +
      'at each key. Patience counts in winset bargain --equilibrium.',
  ],
  initial: INITIAL,
  view,
  commands: COMMANDS,
  questions: ({ now }, state) => {
    const agenda = agendaOf(now.scenario, state);
    const along = agenda === undefined ? {} : { agenda };
    const { many } = state;
    const table = tournamentAsked(now, state);
    return [
      { kind: 'session', ...along },
      ...(many === null ? [] : [{ kind: 'runs' as const, runs: many, ...along }]),
      ...(table === null ? [] : [table]),
    ];
  },
  exports: ({ pane }) => (pane === 'table' ? 'tournament' : pane === 'sessions' ? 'many-sessions' : 'bargain'),
  dealOf,
};
