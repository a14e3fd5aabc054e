/** Moving along the clauses and the list of changes. */
import type { Context } from '../../model/context.ts';
import type { Command } from '../../model/screen.ts';
import { fileOrder, moved } from '../../parts/issue-rows.ts';
import { movingCommands, within } from '../../parts/moving.ts';
import { paneCommands } from '../../parts/panes.ts';
import { presentProposals } from './change-list.ts';
import type { DealState } from './state.ts';
import { issueAt, onScreen, PANES } from './state.ts';

export const MOVES: readonly Command<DealState>[] = [
  ...movingCommands<DealState>({ over: 'line', order: 0, move: toLine }),
  ...paneCommands<DealState['pane'], DealState>({
    names: 'clauses, what would change the deal',
    order: 2,
    panes: () => PANES,
  }),
];

function toLine(context: Context, state: DealState, rows: number): DealState {
  if (state.pane === 'clauses') {
    return { ...state, issue: moved(fileOrder(context.now.scenario), issueAt(context, state), rows) };
  }
  const on = onScreen(context, state);
  const count = on === null ? 0 : presentProposals(context, on).list.length;
  return { ...state, item: within(within(state.item, count) + rows, count) };
}
