/** Changing the deal on the screen: option by option, a change of the list, and back. */
import { arises, notArisingOption } from '../../../engine/conditions.ts';
import { optionCount } from '../../../engine/problem.ts';
import type { Deal } from '../../../engine/problem.ts';
import { capital } from '../../../report/text/capital.ts';
import { issueTitle, optionLabel } from '../../../report/view/words.ts';
import type { Context } from '../../model/context.ts';
import type { Command, Step } from '../../model/screen.ts';
import { around } from '../../parts/moving.ts';
import { presentProposals } from './change-list.ts';
import { sameDeal, withOption } from '../../parts/known-deals.ts';
import type { DealState, OnScreen } from './state.ts';
import { issueAt, noDeal, onScreen, show } from './state.ts';

type DealCommand = Command<DealState>;

/** The deal after an edit, under the title of the one it came from; that one again when nothing differs any more. */
function editTo({ base }: OnScreen, state: DealState, deal: Deal, say: string): Step<DealState> {
  const unchanged = sameDeal(deal, base.deal);
  const title = unchanged ? base.title : `edited ${base.title}`;
  return {
    state: { ...state, edited: unchanged ? null : { base, deal } },
    effects: [show({ deal, title }), { kind: 'say', text: say }],
  };
}

function turn(id: string, label: string, keys: readonly string[], by: 1 | -1): DealCommand {
  return {
    id,
    label,
    keys,
    unavailable: (context, state) => noDeal(context, state) ?? notArising(context, state),
    run: (context, state) => {
      const on = onScreen(context, state);
      if (on === null) return {};
      const issue = issueAt(context, state);
      const { problem } = context.now.compiled;
      const count = notArisingOption(problem, issue) ?? optionCount(problem, issue);
      const option = around(on.shown.deal[issue]!, by, count);
      return putOption(context, { ...state, pane: 'clauses' }, on, issue, option);
    },
  };
}

/** Why the clause under the cursor cannot be turned: the deal leaves it nothing to settle. */
function notArising(context: Context, state: DealState): string | null {
  const on = onScreen(context, state);
  const issue = issueAt(context, state);
  if (on === null || arises(context.now.compiled.problem, on.shown.deal, issue)) return null;
  return `${capital(issueTitle(context.now.scenario, issue))} does not arise in this deal.`;
}

function putOption({ now }: Context, state: DealState, on: OnScreen, issue: number, option: number): Step<DealState> {
  const was = on.shown.deal[issue]!;
  const words = [was, option].map((k) => optionLabel(now.scenario, issue, k));
  const deal = withOption(now, on.shown.deal, issue, option, on.base.deal);
  const others = deal.flatMap((chosen, k) =>
    k === issue || chosen === on.shown.deal[k] ? [] : [followed(now, k, chosen)],
  );
  const say = [`${issueTitle(now.scenario, issue)}: ${words.join(' -> ')}`, ...others].join('; ');
  return editTo(on, state, deal, `${say}.`);
}

/** An issue that arises with the option taken, or no longer. */
function followed({ scenario }: Context['now'], issue: number, option: number): string {
  return `${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, option)}`;
}

export const EDITS: readonly DealCommand[] = [
  turn('previous-option', 'take the option before', ['left', 'h'], -1),
  {
    ...turn('next-option', 'take the next option of the clause', ['right', 'l'], 1),
    hint: { text: 'option', order: 1, keys: ['left', 'right'] },
  },
  {
    id: 'put-back',
    label: 'put the clause back as it was before the edit',
    keys: ['backspace'],
    hint: { text: 'put back', order: 6 },
    unavailable: (context, state) => {
      const on = onScreen(context, state);
      const issue = issueAt(context, state);
      return on === null || on.shown.deal[issue] === on.base.deal[issue] ? 'This clause is not edited.' : null;
    },
    run: (context, state) => {
      const on = onScreen(context, state);
      if (on === null) return {};
      const issue = issueAt(context, state);
      return putOption(context, state, on, issue, on.base.deal[issue]!);
    },
  },
  {
    id: 'put-all-back',
    label: 'put all clauses back as they were before the edit',
    keys: ['B'],
    unavailable: (context, state) => {
      const on = onScreen(context, state);
      return on === null || sameDeal(on.shown.deal, on.base.deal) ? 'Nothing is edited.' : null;
    },
    run: (context, state) => {
      const on = onScreen(context, state);
      return on === null ? {} : editTo(on, state, on.base.deal, `Back to the ${on.base.title}.`);
    },
  },
  {
    id: 'apply',
    label: 'make the change under the cursor',
    keys: ['enter'],
    hint: { text: 'apply change', order: 3 },
    unavailable: (context, state) => {
      if (state.pane === 'clauses') return 'Tab leads to the list of changes that can be made.';
      const on = onScreen(context, state);
      if (on === null || presentProposals(context, on).list.length === 0) return 'No change is listed yet.';
      return null;
    },
    run: (context, state) => {
      const on = onScreen(context, state);
      if (on === null) return {};
      const { list } = presentProposals(context, on);
      const chosen = list[Math.min(state.item, list.length - 1)];
      if (chosen === undefined) return {};
      if (chosen.label === 'better') return showBetter(on, state, chosen.deal);
      return editTo(on, { ...state, item: 0 }, chosen.deal, `${capital(chosen.label)}: ${chosen.changes}.`);
    },
  },
  {
    id: 'better',
    label: 'show the deal that beats this one',
    keys: ['b'],
    unavailable: (context, state) => {
      const on = onScreen(context, state);
      return on === null || betterDeal(context, on) === null ? 'No deal is known that beats this one.' : null;
    },
    run: (context, state) => {
      const on = onScreen(context, state);
      const better = on === null ? null : betterDeal(context, on);
      return on === null || better === null ? {} : showBetter(on, state, better);
    },
  },
];

function betterDeal(context: Context, on: OnScreen): Deal | null {
  return presentProposals(context, on).list.find(({ label }) => label === 'better')?.deal ?? null;
}

function showBetter({ shown }: OnScreen, state: DealState, deal: Deal): Step<DealState> {
  const title = `deal that beats the ${shown.title}`;
  const say = `${capital(title)}.`;
  return { state: { ...state, item: 0, edited: null }, effects: [show({ deal, title }), { kind: 'say', text: say }] };
}
