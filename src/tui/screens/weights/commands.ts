/** What can be done on the weights screen. */
import type { Context } from '../../model/context.ts';
import type { Command, Step } from '../../model/screen.ts';
import { filterCommands } from '../../parts/filter.ts';
import { around, movingCommands, within } from '../../parts/moving.ts';
import type { Key } from '../../terminal/keys.ts';
import { ladderOf, rowPlaces, samePlace } from './place.ts';
import type { WeightsState } from './state.ts';
import { issueAt, optionAt, rowAt } from './state.ts';
import { LARGE } from './step-size.ts';
import { askNumber, reset, resetFault, turn } from './turn.ts';

export const COMMANDS: readonly Command<WeightsState>[] = [
  {
    id: 'less',
    label: 'turn the number down one step',
    keys: ['left', 'h'],
    run: (context, state) => turn(context, state, -1),
  },
  {
    id: 'more',
    label: 'turn the number up one step',
    keys: ['right', 'l'],
    hint: { text: 'turn', order: 0, keys: ['left', 'right'] },
    run: (context, state) => turn(context, state, 1),
  },
  {
    id: 'much-less',
    label: `turn the number down ${LARGE} steps`,
    keys: ['<', 'shift+left'],
    run: (context, state) => turn(context, state, -LARGE),
  },
  {
    id: 'much-more',
    label: `turn the number up ${LARGE} steps`,
    keys: ['>', 'shift+right'],
    hint: { text: `turn ${LARGE} steps`, order: 2, keys: ['<', '>'] },
    run: (context, state) => turn(context, state, LARGE),
  },
  {
    id: 'set',
    label: 'type the number',
    keys: ['=', 'i', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    hint: { text: 'type', order: 3, keys: ['0-9'] },
    run: (context, state, key) => askNumber(context, state, digitOf(key)),
  },
  {
    id: 'reset',
    label: "set the number back to the file's",
    keys: ['r', 'backspace'],
    hint: { text: 'reset', order: 6 },
    unavailable: resetFault,
    run: reset,
  },
  ...movingCommands<WeightsState>({ over: 'row', order: 1, move: moved }),
  {
    id: 'next-party',
    label: 'go to the next party',
    keys: ['}'],
    hint: { text: 'party', order: 4, keys: ['{', '}'] },
    run: (context, state) => toParty(context, state, 1),
  },
  {
    id: 'previous-party',
    label: 'go to the party before',
    keys: ['{'],
    run: (context, state) => toParty(context, state, -1),
  },
  {
    id: 'ladder',
    label: 'go between the issues and the options of one',
    keys: ['tab', 'enter', 'shift+tab'],
    hint: { text: 'options', order: 5 },
    unavailable: (context, state) => (issueAt(context, state) === null ? 'A threshold has no options.' : null),
    run: (_, state) => ({ state: { ...state, focus: state.focus === 'list' ? 'ladder' : 'list' } }),
  },
  ...filterCommands<WeightsState>(7, (state) => ({ ...state, focus: 'list' })),
];

function digitOf(key: Key): string {
  return key.name === 'char' && /^[0-9.]$/u.test(key.char) ? key.char : '';
}

/** In the ladder among its options, else among the rows of the list. */
function moved(context: Context, state: WeightsState, rows: number): WeightsState {
  const issue = issueAt(context, state);
  if (state.focus === 'ladder' && issue !== null) {
    const ladder = ladderOf(context.now.scenario, context.now.scenario.parties[state.party]!, issue);
    const at = ladder.indexOf(optionAt(context, state, issue));
    return { ...state, option: ladder[within(at + rows, ladder.length)]! };
  }
  const places = rowPlaces(context.now.scenario, state.filter);
  const from = rowAt(context, state);
  const at = places.findIndex((place) => samePlace(place, from));
  return { ...state, row: places[within(at + rows, places.length)]!, option: null };
}

function toParty({ now }: Context, state: WeightsState, by: 1 | -1): Step<WeightsState> {
  return { state: { ...state, party: around(state.party, by, now.scenario.parties.length), option: null } };
}
