/** What can be done on the frontier screen. */
import { partyInside } from '../../../report/view/words.ts';
import { safe } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import type { Command, Hint, Step } from '../../model/screen.ts';
import { movingCommands, within } from '../../parts/moving.ts';
import { paneCommands } from '../../parts/panes.ts';
import { showCommand } from '../../parts/show-deal.ts';
import { dealOf } from './deal.ts';
import { alongParty, indexOf, readingOf } from './reading.ts';
import type { Axes, FrontierState, Pane } from './state.ts';
import { asksZone, axesOf, PANES, turned } from './state.ts';

type FrontierCommand = Command<FrontierState>;

export const COMMANDS: readonly FrontierCommand[] = [
  ...movingCommands<FrontierState>({ over: 'row', order: 0, unavailable: noPoint, move: moved }),
  alongCommand('left', 'take the point before for the party of the x axis', ['left', 'h'], -1),
  {
    ...alongCommand('right', 'take the next point for the party of the x axis', ['right', 'l'], 1),
    hint: { text: 'along x', order: 1, keys: ['left', 'right'] },
  },
  showCommand<FrontierState>({
    keys: ['enter'],
    label: 'show the deal under the cursor clause by clause',
    order: 2,
    dealOf,
    missing: () => NO_POINT,
  }),
  {
    id: 'zone',
    label: 'switch between the deals of the zone and the whole space',
    keys: ['z'],
    hint: { text: 'zone or all', order: 3 },
    run: (context, state) => {
      const zone = !asksZone(state, context);
      const text = zone ? 'Only deals of the zone.' : 'All deals that keep the rules, signed or not.';
      return { state: { ...state, zone }, effects: [{ kind: 'say', text }] };
    },
  },
  axisCommand('x-next', 'put the next party on the x axis', 'x', 'x', 1, {
    text: 'axes',
    order: 5,
    keys: ['x', 'v'],
  }),
  axisCommand('x-previous', 'put the party before on the x axis', 'X', 'x', -1),
  axisCommand('y-next', 'put the next party on the y axis', 'v', 'y', 1),
  axisCommand('y-previous', 'put the party before on the y axis', 'V', 'y', -1),
  ...paneCommands<Pane, FrontierState>({ names: 'points, parties, solutions and drafts', order: 4, panes: panesOf }),
];

const NO_POINT = 'There is no point yet.';

function noPoint(context: Context): string | null {
  return (readingOf(context)?.points.length ?? 0) > 0 ? null : NO_POINT;
}

/** In the list with the focus; marks take the cursor to the point nearest to them. */
function moved(context: Context, state: FrontierState, rows: number): FrontierState {
  const reading = readingOf(context);
  if (reading === null) return state;
  const { points, marks, about } = reading;
  switch (state.pane) {
    case 'points': {
      const point = points[within(indexOf(points, state.deal) + rows, points.length)];
      return { ...state, deal: point?.deal ?? null };
    }
    case 'parties':
      return { ...state, party: within(state.party + rows, about.scenario.parties.length) };
    case 'marks': {
      const mark = within(within(state.mark, marks.length) + rows, marks.length);
      return { ...state, mark, deal: points[marks[mark]?.nearest ?? -1]?.deal ?? state.deal };
    }
  }
}

function alongCommand(id: string, label: string, keys: readonly string[], by: 1 | -1): FrontierCommand {
  return {
    id,
    label,
    keys,
    unavailable: noPoint,
    run: (context, state) => {
      const reading = readingOf(context);
      if (reading === null) return {};
      const { points, about } = reading;
      const order = alongParty(points, axesOf(state, about.scenario.parties.length).x);
      const place = order.indexOf(indexOf(points, state.deal));
      const next = order[within(place + by, order.length)];
      return { state: { ...state, deal: points[next ?? 0]?.deal ?? null } };
    },
  };
}

function axisCommand(
  id: string,
  label: string,
  key: string,
  axis: keyof Axes,
  by: 1 | -1,
  hint?: Hint,
): FrontierCommand {
  return {
    id,
    label,
    keys: [key],
    ...(hint === undefined ? {} : { hint }),
    unavailable: ({ now }) => (now.scenario.parties.length > 2 ? null : 'There are no other parties to show.'),
    run: ({ now: { scenario } }, state): Step<FrontierState> => {
      const count = scenario.parties.length;
      const axes = turned(axesOf(state, count), axis, by, count);
      const text = `The ${axis} axis is ${safe(partyInside(scenario, axes[axis]))}.`;
      return { state: { ...state, ...axes }, effects: [{ kind: 'say', text }] };
    },
  };
}

function panesOf(context: Context): readonly Pane[] {
  const hasMarks = (readingOf(context)?.marks.length ?? 0) > 0;
  return PANES.filter((pane) => pane !== 'marks' || hasMarks);
}
