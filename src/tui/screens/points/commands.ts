/** What can be done on the points screen. */
import { locksOf } from '../../../scenario/edit/locks.ts';
import type { SingleEdit } from '../../../scenario/edit/edit.ts';
import type { Context, ShownDeal } from '../../model/context.ts';
import type { Command } from '../../model/screen.ts';
import { filterCommands } from '../../parts/filter.ts';
import { moved } from '../../parts/issue-rows.ts';
import { proposedDeal, sameDeal } from '../../parts/known-deals.ts';
import { around, movingCommands } from '../../parts/moving.ts';
import { showCommand } from '../../parts/show-deal.ts';
import { isOnlyOne, lockPrompt, lockTo, optionsWithout } from './locking.ts';
import type { PointsState } from './state.ts';
import { issueAt, listedIssues, optionsAt } from './state.ts';
import { optionCount } from '../../../scenario/format/options.ts';

type PointsCommand = Command<PointsState>;

/** The deal that the options under the cursors make; null while no deal is proposed. */
export function dealAt(context: Context, state: PointsState): ShownDeal | null {
  const proposed = proposedDeal(context);
  if (proposed === null) return null;
  const deal = optionsAt(context, state);
  return sameDeal(deal, proposed.deal) ? proposed : { deal, title: `edited ${proposed.title}` };
}

function cursor(context: Context, state: PointsState): number | null {
  return issueAt(listedIssues(context, state), state);
}

function noIssue(context: Context, state: PointsState): string | null {
  return cursor(context, state) === null ? 'No issue is listed; / changes the filter.' : null;
}

function turn(id: string, label: string, keys: readonly string[], by: 1 | -1): PointsCommand {
  return {
    id,
    label,
    keys,
    unavailable: noIssue,
    run: (context, state) => {
      const issue = cursor(context, state);
      if (issue === null) return {};
      const count = optionCount(context.now.scenario.issues[issue]!);
      const option = around(optionsAt(context, state)[issue]!, by, count);
      return { state: { ...state, issue, options: new Map(state.options).set(issue, option) } };
    },
  };
}

const TURNS: readonly PointsCommand[] = [
  turn('previous-option', 'look at the option before', ['left', 'h'], -1),
  {
    ...turn('next-option', 'look at the next option', ['right', 'l'], 1),
    hint: { text: 'option', order: 1, keys: ['left', 'right'] },
  },
  {
    id: 'back-to-deal',
    label: 'go back to the option of the deal',
    keys: ['backspace'],
    unavailable: (context, state) => {
      const issue = cursor(context, state);
      return issue === null || !state.options.has(issue) ? 'This is the option of the deal.' : null;
    },
    run: (context, state) => {
      const issue = cursor(context, state);
      const options = new Map([...state.options].filter(([turned]) => turned !== issue));
      return { state: { ...state, options } };
    },
  },
];

const LOCKS: readonly PointsCommand[] = [
  {
    id: 'lock',
    label: 'lock the option in: only this one stays allowed; again: unlock',
    keys: ['space', 'enter'],
    hint: { text: 'lock', order: 2 },
    unavailable: noIssue,
    run: (context, state) => {
      const issue = cursor(context, state);
      if (issue === null) return {};
      const option = optionsAt(context, state)[issue]!;
      return lockTo(
        context,
        state,
        issue,
        isOnlyOne(context, issue, option) ? null : [{ first: option, last: option }],
      );
    },
  },
  {
    id: 'shut-out',
    label: 'shut the option out: not allowed; again: allowed',
    keys: ['x'],
    hint: { text: 'shut out', order: 3 },
    unavailable: (context, state) => {
      const issue = cursor(context, state);
      if (issue === null) return noIssue(context, state);
      return optionsWithout(context, issue, optionsAt(context, state)[issue]!).length === 0
        ? 'One option has to stay allowed; space unlocks.'
        : null;
    },
    run: (context, state) => {
      const issue = cursor(context, state);
      if (issue === null) return {};
      return lockTo(context, state, issue, optionsWithout(context, issue, optionsAt(context, state)[issue]!));
    },
  },
  {
    id: 'lock-several',
    label: 'lock to options as they are typed, or to numbers between bounds',
    keys: ['='],
    hint: { text: 'only these', order: 7 },
    unavailable: noIssue,
    run: (context, state) => {
      const issue = cursor(context, state);
      return issue === null ? {} : { prompt: lockPrompt(context, state, issue) };
    },
  },
  {
    id: 'unlock-all',
    label: 'take all locks off',
    keys: ['X'],
    unavailable: ({ now }) => (locksOf(now.scenario).length === 0 ? 'Nothing is locked.' : null),
    run: ({ now }) => {
      const edits = locksOf(now.scenario).map(({ issue }): SingleEdit => ({ kind: 'unlock', issue }));
      return { effects: [{ kind: 'edit', edit: { kind: 'several', edits } }] };
    },
  },
];

export const COMMANDS: readonly PointsCommand[] = [
  ...movingCommands<PointsState>({
    over: 'issue',
    order: 0,
    unavailable: noIssue,
    move: (context, state, rows) => {
      const listed = listedIssues(context, state);
      const issue = issueAt(listed, state);
      return issue === null ? state : { ...state, issue: moved(listed, issue, rows) };
    },
  }),
  ...TURNS,
  ...LOCKS,
  showCommand<PointsState>({
    keys: ['v'],
    label: 'show the deal that these options make clause by clause',
    order: 4,
    dealOf: dealAt,
    missing: () => 'There is no deal to show yet.',
  }),
  {
    id: 'sort',
    label: 'sort by what is at stake, or in the order of the file',
    keys: ['o'],
    hint: { text: 'sort', order: 5 },
    run: (_, state) => ({ state: { ...state, sort: state.sort === 'file' ? 'at stake' : 'file' } }),
  },
  ...filterCommands<PointsState>(6),
];
