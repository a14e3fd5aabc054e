/** Choosing what the scenario is held against, and reading the table. */
import type { Context } from '../../model/context.ts';
import type { Command } from '../../model/screen.ts';
import { movingCommands, within } from '../../parts/moving.ts';
import { paneCommands } from '../../parts/panes.ts';
import type { CompareState } from './state.ts';
import { chosenOf, comparableAt, comparables, MOST_CHOSEN, PANES } from './state.ts';

/** The table is cut to what there is where it is drawn. */
const LAST_LINE = 100_000;

export const COMMANDS: readonly Command<CompareState>[] = [
  ...movingCommands<CompareState>({ over: 'line', order: 0, move }),
  {
    id: 'choose',
    label: 'put it beside the scenario, or take it away again',
    keys: ['space', 'enter'],
    hint: { text: 'choose', order: 1 },
    unavailable: (context, state) => {
      const at = comparableAt(context, state);
      if (at === null) return 'There is no reading beside the file, and it has no stages.';
      const full = chosenOf(context, state).length >= MOST_CHOSEN && !state.chosen.includes(at.argument);
      return full ? `At most ${MOST_CHOSEN} stand beside the scenario.` : null;
    },
    run: (context, state) => {
      const at = comparableAt(context, state);
      if (at === null) return {};
      const { argument } = at;
      const chosen = state.chosen.includes(argument)
        ? state.chosen.filter((each) => each !== argument)
        : [...state.chosen, argument];
      return { state: { ...state, chosen, top: 0 } };
    },
  },
  {
    id: 'choose-readings',
    label: 'put all readings beside the scenario, or take all away',
    keys: ['A'],
    hint: { text: 'all readings', order: 2 },
    unavailable: ({ beside }) => (beside.length === 0 ? 'There is no reading beside the file.' : null),
    run: ({ beside }, state) => {
      const all = beside.slice(0, MOST_CHOSEN).map(({ argument }) => argument);
      return { state: { ...state, chosen: state.chosen.length === 0 ? all : [], top: 0 } };
    },
  },
  {
    id: 'stop',
    label: 'stop solving them, or take all away',
    keys: ['escape'],
    unavailable: (_, state) => (state.chosen.length === 0 ? 'Nothing stands beside the scenario.' : null),
    run: (context, state) => ({
      state: { ...state, chosen: [], top: 0 },
      effects: [
        { kind: 'stop', question: 'compare' },
        {
          kind: 'say',
          text: isSolving(context, state) ? 'Stopped; nothing is compared.' : 'Nothing stands beside the scenario.',
        },
      ],
    }),
  },
  ...paneCommands<CompareState['pane'], CompareState>({
    names: 'what to compare with, the table',
    order: 3,
    panes: () => PANES,
  }),
];

/** A comparison is wanted and not there yet. */
function isSolving({ findings: { compare } }: Context, { chosen }: CompareState): boolean {
  return chosen.length > 0 && !compare.current && compare.failed === null;
}

function move(context: Context, state: CompareState, rows: number): CompareState {
  if (state.pane === 'table') return { ...state, top: Math.max(0, Math.min(LAST_LINE, state.top + rows)) };
  const count = comparables(context).length;
  return { ...state, cursor: within(within(state.cursor, count) + rows, count) };
}
