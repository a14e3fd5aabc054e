/** What the deal screen remembers: where its cursors stand, what was edited, and what the deal is held against. */
import type { Deal } from '../../../engine/problem.ts';
import type { Context, ShownDeal } from '../../model/context.ts';
import type { Effect } from '../../model/screen.ts';
import { retitled, sameDeal, shownDeal } from '../../parts/known-deals.ts';

/** Tab goes from one to the other. */
export const PANES = ['clauses', 'changes'] as const;

export interface DealState {
  readonly issue: number;
  readonly pane: (typeof PANES)[number];
  /** Row of the list of changes. */
  readonly item: number;
  /** The deal before the edits and the one they led to; of no use once another deal is shown. */
  readonly edited: { readonly base: ShownDeal; readonly deal: Deal } | null;
  /** Key of the comparison; null for none. */
  readonly against: string | null;
  /** Whose price of the clause under the cursor is shown, counted from the party it costs most; null for none. */
  readonly price: number | null;
}

export const INITIAL: DealState = { issue: 0, pane: 'clauses', item: 0, edited: null, against: null, price: null };

/** The deal on the screen, and the one before the edits: the same where nothing was edited. */
export interface OnScreen {
  readonly shown: ShownDeal;
  readonly base: ShownDeal;
}

/** Null while no deal is known. */
export function onScreen(context: Context, { edited }: DealState): OnScreen | null {
  const shown = shownDeal(context);
  if (shown === null) return null;
  if (edited === null || !sameDeal(edited.deal, shown.deal)) return { shown, base: shown };
  return { shown, base: retitled(context, { ...edited.base, earlier: context.shown?.earlier ?? false }) };
}

/** The issue under the cursor. */
export function issueAt(context: Context, { issue }: DealState): number {
  return Math.min(issue, context.now.scenario.issues.length - 1);
}

/** Why a command that needs a deal cannot be done; null when there is one. */
export function noDeal(context: Context, state: DealState): string | null {
  return onScreen(context, state) === null ? 'There is no deal on the screen.' : null;
}

/** Another deal on the screen. */
export function show(shown: ShownDeal): Effect {
  return { kind: 'show', shown };
}
