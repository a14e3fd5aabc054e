/** What can be done on the overview. */
import type { Context } from '../../model/context.ts';
import type { Command, Step } from '../../model/screen.ts';
import type { Applied } from '../../model/way-out.ts';
import { faultSentence, wayOutEdit } from '../../model/way-out.ts';
import { latestOf } from '../../parts/latest.ts';
import { movingCommands, within } from '../../parts/moving.ts';
import { paneCommands } from '../../parts/panes.ts';
import { showCommand } from '../../parts/show-deal.ts';
import { changesCount } from './changes-pane.ts';
import { chosenColumn, dealPicks } from './columns.ts';
import type { OverviewState, Pane } from './state.ts';
import { dealAt, draftAt, PANES, pickAt } from './state.ts';

/** As narrow as the lines of a pane may be; only how far down the cursor may go depends on it. */
const NARROW = 26;

export const COMMANDS: readonly Command<OverviewState>[] = [
  {
    id: 'left',
    label: 'go to the deal on the left',
    keys: ['left', 'h'],
    run: (context, state) => ({ state: toColumn(context, state, -1) }),
  },
  {
    id: 'right',
    label: 'go to the deal on the right',
    keys: ['right', 'l'],
    hint: { text: 'deal', order: 1, keys: ['left', 'right'] },
    run: (context, state) => ({ state: toColumn(context, state, 1) }),
  },
  ...movingCommands<OverviewState>({
    over: 'deal or row',
    order: 0,
    move: (context, state, rows) =>
      state.pane === 'deals' && !Number.isFinite(rows) ? toColumn(context, state, rows) : toRow(context, state, rows),
  }),
  showCommand<OverviewState>({
    keys: ['enter', 'v'],
    label: 'show the deal under the cursor clause by clause',
    order: 2,
    dealOf: dealAt,
    missing: noDeal,
  }),
  {
    id: 'apply',
    label: 'apply the way out under the cursor to the scenario',
    keys: ['a'],
    hint: { text: 'apply way out', order: 3 },
    unavailable: noWayOut,
    run: apply,
  },
  ...paneCommands<Pane, OverviewState>({ names: 'deals, drafts, changes', order: 4, panes: () => PANES }),
];

function toColumn(context: Context, state: OverviewState, by: number): OverviewState {
  const latest = latestOf(context);
  const picks = latest === null ? [] : dealPicks(latest.moment, null);
  const from = chosenColumn(picks, state.column);
  const next = from === null ? (by > 0 ? 0 : picks.length - 1) : within(from + by, picks.length);
  return { ...state, pane: 'deals', column: within(next, picks.length) };
}

function toRow(context: Context, state: OverviewState, by: number): OverviewState {
  const count = rowsOf(context, state.pane);
  const row = within(within(state.row[state.pane], count) + by, count);
  return { ...state, row: { ...state.row, [state.pane]: row } };
}

function rowsOf(context: Context, pane: Pane): number {
  if (pane === 'deals') return context.now.scenario.parties.length;
  if (pane === 'drafts') return context.now.scenario.drafts.length;
  const latest = latestOf(context);
  return latest === null ? 0 : changesCount(context, latest, NARROW);
}

function noDeal(context: Context, state: OverviewState): string {
  if (state.pane !== 'drafts') return waysUnchosen(context, state) ? CHOOSE : 'There is no deal to show yet.';
  const draft = draftAt(context, state);
  return 'fault' in draft ? draft.fault : '';
}

const CHOOSE = 'Left and right go to a way out.';

function waysUnchosen(context: Context, { column }: OverviewState): boolean {
  const latest = latestOf(context);
  const picks = latest === null ? [] : dealPicks(latest.moment, null);
  return picks.length > 0 && chosenColumn(picks, column) === null;
}

function noWayOut(context: Context, state: OverviewState): string | null {
  const latest = latestOf(context);
  if (latest === null || !latest.current) return 'The answer is being computed.';
  if (waysUnchosen(context, state)) return CHOOSE;
  const applied = appliedWay(context, state);
  if (applied !== null) return 'fault' in applied ? faultSentence(applied) : null;
  return latest.moment.glance.empty === true ? 'No way out is known.' : 'A deal is possible as it is.';
}

function apply(context: Context, state: OverviewState): Step<OverviewState> {
  const applied = appliedWay(context, state);
  if (applied === null || 'fault' in applied) return {};
  return { state: { ...state, column: null }, effects: [{ kind: 'edit', edit: applied.edit }] };
}

/** The way out under the cursor as an edit; null where there is none. */
function appliedWay(context: Context, state: OverviewState): Applied | null {
  const latest = latestOf(context);
  const way = pickAt(context, state)?.way ?? null;
  if (latest === null || way === null) return null;
  return wayOutEdit(latest.moment.about, way.drop, way.solution.deals[0] ?? null);
}
