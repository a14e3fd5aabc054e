/** Moving over the page, and taking a way out. */
import type { Context, ShownDeal } from '../../model/context.ts';
import type { Command } from '../../model/screen.ts';
import { faultSentence } from '../../model/way-out.ts';
import { movingCommands, within } from '../../parts/moving.ts';
import { showCommand } from '../../parts/show-deal.ts';
import type { WhyState } from './state.ts';
import { canApply, entriesOf, entryAt, turned } from './state.ts';

export const COMMANDS: readonly Command<WhyState>[] = [
  ...movingCommands<WhyState>({
    over: 'entry',
    order: 0,
    move: (context, state, rows) => {
      const count = entriesOf(context, state).length;
      return { ...state, cursor: within(within(state.cursor, count) + rows, count) };
    },
  }),
  {
    id: 'apply',
    label: 'apply the way out under the cursor to the scenario, or unfold the options of the point',
    keys: ['enter', 'a'],
    hint: { text: 'apply, unfold', order: 1 },
    unavailable: (context, state) => {
      const entry = entryAt(context, state);
      if (entry !== null && entry.details.length > 0) return null;
      if (!context.findings.explain.current) return 'The answer is being computed.';
      const apply = entry?.apply ?? null;
      if (apply === null) return 'This entry is an explanation; ways out can be applied (tab goes to the next).';
      return 'fault' in apply ? faultSentence(apply) : null;
    },
    run: (context, state) => {
      const entry = entryAt(context, state);
      if (entry !== null && entry.details.length > 0) return { state: turned(state, entry) };
      const apply = entry?.apply ?? null;
      return apply === null || 'fault' in apply ? {} : { effects: [{ kind: 'edit', edit: apply.edit }] };
    },
  },
  {
    id: 'next-way',
    label: 'go to the next way out that can be applied',
    keys: ['tab', 'n'],
    hint: { text: 'next way out', order: 2 },
    unavailable: (context, state) => (entriesOf(context, state).some(canApply) ? null : 'Nothing here can be applied.'),
    run: (context, state) => ({ state: { ...state, cursor: nextWay(context, state) } }),
  },
  showCommand<WhyState>({
    keys: ['v'],
    label: 'show the deal that it leads to clause by clause',
    order: 3,
    dealOf,
    missing: () => 'This entry leads to no single deal.',
  }),
];

/** The deal that the entry under the cursor leads to. */
export function dealOf(context: Context, state: WhyState): ShownDeal | null {
  const entry = entryAt(context, state);
  if (entry === null || entry.leads === null) return null;
  return { deal: entry.leads.deal, title: `deal when ${entry.text}` };
}

/** From the end it goes on at the top. */
function nextWay(context: Context, state: WhyState): number {
  const entries = entriesOf(context, state);
  const after = entries.findIndex((entry, k) => k > state.cursor && canApply(entry));
  return after >= 0 ? after : Math.max(0, entries.findIndex(canApply));
}
