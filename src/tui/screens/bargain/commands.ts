/** What can be done on the screen on bargaining. */
import { proposerShort } from '../../../questions/bargain/words.ts';
import { safe } from '../../draw/line.ts';
import type { Context, ShownDeal } from '../../model/context.ts';
import type { Command } from '../../model/screen.ts';
import { movingCommands, within } from '../../parts/moving.ts';
import { paneCommands } from '../../parts/panes.ts';
import { showCommand } from '../../parts/show-deal.ts';
import type { BargainState, Pane } from './state.ts';
import { offerAt, offersOf, PANES, partyAt, talkOf } from './state.ts';
import type { Step } from '../../model/screen.ts';
import { noTournament, tournamentAsked, turnAgainst } from './tournament.ts';
import { speakEarlier, turnAgenda, turnPatience, turnProtocol, turnRounds, turnStrategy } from './turn.ts';

export const COMMANDS: readonly Command<BargainState>[] = [
  ...movingCommands<BargainState>({ over: 'row', order: 0, move: moved }),
  {
    id: 'strategy-before',
    label: 'turn the strategy of the party to the one before: firmer; in the table, turn against whom',
    keys: ['left', 'h'],
    run: (context, state) => turnSideways(context, state, -1),
  },
  {
    id: 'strategy-next',
    label:
      'turn the strategy of the party to the next one: softer, then those that answer the others; in the table, turn against whom',
    keys: ['right', 'l'],
    hint: { text: 'strategy', order: 1, keys: ['left', 'right'] },
    run: (context, state) => turnSideways(context, state, 1),
  },
  showCommand<BargainState>({
    keys: ['enter'],
    label: 'show the offer under the cursor clause by clause',
    order: 2,
    dealOf,
    missing: () => 'There is no offer yet.',
  }),
  {
    id: 'patience-up',
    label: 'turn the patience of the party up',
    keys: ['+', '='],
    run: (context, state) => turnPatience(context, state, 1),
  },
  {
    id: 'patience-down',
    label: 'turn the patience of the party down',
    keys: ['-'],
    hint: { text: 'patience', order: 5, keys: ['+', '-'] },
    run: (context, state) => turnPatience(context, state, -1),
  },
  {
    id: 'earlier',
    label: 'let the party speak one place earlier, the first one last',
    keys: ['o'],
    hint: { text: 'order', order: 4 },
    unavailable: ({ now }) => (now.scenario.parties.length > 1 ? null : 'There is nobody else to speak.'),
    run: speakEarlier,
  },
  {
    id: 'more-rounds',
    label: 'put the deadline a round later',
    keys: ['n'],
    hint: { text: 'rounds', order: 6, keys: ['n', 'N'] },
    run: (context) => turnRounds(context, 1),
  },
  {
    id: 'fewer-rounds',
    label: 'put the deadline a round earlier',
    keys: ['N'],
    run: (context) => turnRounds(context, -1),
  },
  {
    id: 'protocol',
    label: 'turn the protocol: offers in turn, one text, offers of all at once, drawn proposers',
    keys: ['p'],
    hint: { text: 'protocol', order: 7 },
    run: (context) => turnProtocol(context),
  },
  {
    id: 'agenda',
    label: 'settle the issues in groups, one after the other, the last group first, or all at once',
    keys: ['a'],
    hint: { text: 'agenda', order: 9 },
    run: (context, state) => turnAgenda(context, state),
  },
  {
    id: 'many',
    label: 'run many sessions, or stop that',
    keys: ['m'],
    hint: { text: 'many', order: 8 },
    run: (context, state) => (isRunning(context, state) ? stopped(state) : asked(state)),
  },
  {
    id: 'tournament',
    label: 'hold every strategy against every other in a table, or stop that',
    keys: ['t'],
    hint: { text: 'table', order: 10 },
    unavailable: ({ now }, { tournament }) => (tournament ? null : noTournament(now.scenario)),
    run: (context, state) =>
      state.tournament && (isPlaying(context, state) || state.pane === 'table')
        ? stopped(state)
        : { state: { ...state, many: null, tournament: true, pane: 'table' } },
  },
  {
    id: 'stop-many',
    label: 'stop running many sessions, or the table of strategies',
    keys: ['escape'],
    run: (context, state) => (isRunning(context, state) || isPlaying(context, state) ? stopped(state) : {}),
  },
  ...paneCommands<Pane, BargainState>({
    names: 'parties, offers, many sessions or the table',
    order: 3,
    panes: panesOf,
  }),
];

const USUAL_RUNS = 100;
const MOST_RUNS = 10_000;

/** Many sessions are wanted and not there yet. */
function isRunning({ findings: { runs } }: Context, { many }: BargainState): boolean {
  return many !== null && !runs.current && runs.failed === null;
}

/** The table is wanted and not there yet. */
function isPlaying({ now, findings: { tournament } }: Context, state: BargainState): boolean {
  return tournamentAsked(now, state) !== null && !tournament.current && tournament.failed === null;
}

function stopped(state: BargainState): Step<BargainState> {
  return {
    state: { ...state, many: null, tournament: false, pane: 'offers' },
    effects: [{ kind: 'say', text: 'Stopped.' }],
  };
}

function asked(state: BargainState): Step<BargainState> {
  return {
    prompt: {
      label: 'How many sessions',
      text: String(state.many ?? USUAL_RUNS),
      onDone: (text) => {
        const many = Number(text.replaceAll(/[,\s]/gu, ''));
        if (!Number.isInteger(many) || many < 1 || many > MOST_RUNS) {
          return { message: 'Type a whole number from 1 to 10,000, such as 100.' };
        }
        return { state: { ...state, many, tournament: false, pane: 'sessions' } };
      },
    },
  };
}

function turnSideways(context: Context, state: BargainState, by: 1 | -1): Step<BargainState> {
  return state.pane === 'table' ? { state: turnAgainst(context, state, by) } : turnStrategy(context, state, by);
}

function panesOf(_: Context, { many, tournament }: BargainState): readonly Pane[] {
  return PANES.filter((pane) => (pane === 'sessions' ? many !== null : pane === 'table' ? tournament : true));
}

function moved(context: Context, state: BargainState, rows: number): BargainState {
  if (state.pane === 'parties' || state.pane === 'table') {
    return { ...state, party: within(partyAt(context, state) + rows, context.now.scenario.parties.length) };
  }
  if (state.pane === 'sessions') return state;
  const talk = talkOf(context);
  const offers = talk === null ? [] : offersOf(talk);
  return { ...state, offer: within(offerAt(offers, state) + rows, offers.length) };
}

/** The offer under the cursor. */
export function dealOf(context: Context, state: BargainState): ShownDeal | null {
  const talk = talkOf(context);
  if (talk === null) return null;
  const offers = offersOf(talk);
  const move = offers[offerAt(offers, state)];
  if (move === undefined) return null;
  const by = safe(proposerShort(context.now.scenario, move.offer.party));
  return { deal: move.offer.deal, title: `offer of ${by} in round ${move.offer.round}` };
}
