/** What the overview remembers: where the cursor is. Numbers are held against what there is when they are used. */
import type { Context, ShownDeal } from '../../model/context.ts';
import type { DealPick } from './columns.ts';
import { chosenColumn, dealPicks } from './columns.ts';
import { dealOrNull, draftDeal } from '../../parts/draft-deal.ts';
import { latestOf } from '../../parts/latest.ts';

export const PANES = ['deals', 'drafts', 'changes'] as const;

export type Pane = (typeof PANES)[number];

export interface OverviewState {
  readonly pane: Pane;
  /** Of the deals side by side; null until the person goes to one. */
  readonly column: number | null;
  /** Under the cursor in each pane: a party, a draft, a line. */
  readonly row: Readonly<Record<Pane, number>>;
}

export const INITIAL: OverviewState = { pane: 'deals', column: null, row: { deals: 0, drafts: 0, changes: 0 } };

/** The column under the cursor; null where there is none. */
export function pickAt(context: Context, state: OverviewState): DealPick | null {
  const latest = latestOf(context);
  if (latest === null) return null;
  const picks = dealPicks(latest.moment, context.pinned);
  const column = chosenColumn(picks, state.column);
  return column === null ? null : (picks[column] ?? null);
}

/** The draft under the cursor as a deal, or why it is none. */
export function draftAt({ now: { scenario } }: Context, { row }: OverviewState): ReturnType<typeof draftDeal> {
  return draftDeal(scenario, Math.min(row.drafts, scenario.drafts.length - 1));
}

/** The deal that the screen is about at the cursor. */
export function dealAt(context: Context, state: OverviewState): ShownDeal | null {
  if (state.pane === 'drafts') return dealOrNull(draftAt(context, state));
  return pickAt(context, state)?.shown ?? null;
}
