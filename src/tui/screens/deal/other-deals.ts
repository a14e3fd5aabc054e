/** Going to other deals, holding this one against them, and keeping it as a draft. */
import { applyEdit } from '../../../scenario/edit/edit.ts';
import { capital } from '../../../report/text/capital.ts';
import type { Context } from '../../model/context.ts';
import type { Command, Step } from '../../model/screen.ts';
import { choices, comparisonOf } from './compare.ts';
import { knownDeals, sameDeal } from '../../parts/known-deals.ts';
import { around } from '../../parts/moving.ts';
import { asDraft } from './reading.ts';
import type { DealState, OnScreen } from './state.ts';
import { noDeal, onScreen, show } from './state.ts';

type DealCommand = Command<DealState>;

function step(id: string, label: string, keys: readonly string[], by: 1 | -1): DealCommand {
  return {
    id,
    label,
    keys,
    unavailable: (context) => (knownDeals(context).length === 0 ? 'No deal is known yet.' : null),
    run: (context, state) => {
      const known = knownDeals(context);
      const shown = onScreen(context, state)?.base.deal ?? null;
      const at = shown === null ? -1 : known.findIndex(({ deal }) => sameDeal(deal, shown));
      const next = at < 0 && by > 0 ? 0 : around(Math.max(0, at), by, known.length);
      const chosen = known[next]!;
      const say = `${capital(chosen.title)} (${next + 1} of ${known.length}).`;
      return { state: { ...state, item: 0, edited: null }, effects: [show(chosen), { kind: 'say', text: say }] };
    },
  };
}

export const OTHERS: readonly DealCommand[] = [
  {
    ...step('next-deal', 'show the next deal: solutions, ways out, drafts, frontier', ['n'], 1),
    hint: { text: 'next deal', order: 4 },
  },
  step('previous-deal', 'show the deal before', ['N'], -1),
  {
    id: 'compare',
    label: 'hold it against the next: pinned, drafts, no deal, nothing',
    keys: ['c'],
    hint: { text: 'compare', order: 5 },
    unavailable: (context) => (choices(context).length === 0 ? 'There is no pinned deal and no draft.' : null),
    run: (context, state) => {
      const all = choices(context);
      const at = all.findIndex(({ key }) => key === state.against);
      const next = all[at + 1] ?? null;
      const text = next === null ? 'Held against nothing.' : `Held against ${next.words}.`;
      return { state: { ...state, against: next?.key ?? null }, effects: [{ kind: 'say', text }] };
    },
  },
  {
    id: 'show-compared',
    label: 'show the deal it is held against',
    keys: ['C'],
    unavailable: (context, { against }) => {
      const comparison = comparisonOf(context, against);
      if (comparison === null) return 'It is held against nothing; c chooses.';
      if (comparison.options === null) return 'No deal has no clauses to show.';
      return comparison.options.includes(null)
        ? `The ${comparison.title} leaves issues open, so it is no single deal.`
        : null;
    },
    run: (context, state) => {
      const comparison = comparisonOf(context, state.against);
      if (comparison === null || comparison.options === null) return {};
      const deal = comparison.options.filter((option) => option !== null);
      return { state: { ...state, edited: null }, effects: [show({ deal, title: comparison.title })] };
    },
  },
  {
    id: 'save-draft',
    label: 'save it as a draft of the scenario',
    keys: ['w'],
    hint: { text: 'save as draft', order: 7 },
    unavailable: noDeal,
    run: (context, state) => {
      const on = onScreen(context, state);
      return on === null
        ? {}
        : { prompt: { label: 'Id of the draft', text: '', onDone: (id) => saved(context, state, on, id) } };
    },
  },
];

/** Every clause as a draft of that id, or why it cannot be one. */
function saved(
  { now }: Context,
  state: DealState,
  { shown }: OnScreen,
  typed: string,
): Step<DealState> | { message: string } {
  const id = typed.trim();
  if (now.scenario.drafts.some((draft) => draft.id === id)) return { message: `There is a draft '${id}' already.` };
  const edit = { kind: 'draft', draft: asDraft(now.scenario, shown.deal, id, shown.title) } as const;
  const tried = applyEdit(now.scenario, edit);
  if (!tried.ok) return { message: tried.message };
  return {
    state: { ...state, edited: null },
    effects: [
      { kind: 'edit', edit },
      show({ deal: shown.deal, title: `draft ${id}` }),
      { kind: 'say', text: `Saved as draft ${id}.` },
    ],
  };
}
