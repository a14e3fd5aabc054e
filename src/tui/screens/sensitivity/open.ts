/** What enter opens on the sensitivity screen, and which deal is under its cursor. */
import type { Context, ShownDeal } from '../../model/context.ts';
import type { NumberPlace, Step } from '../../model/screen.ts';
import { dealOrNull, draftDeal } from '../../parts/draft-deal.ts';
import { solutionTitle } from '../../parts/recommended.ts';
import { openDeal } from '../../parts/show-deal.ts';
import type { Draws } from './draws.ts';
import { drawsOf, optionUnder } from './draws.ts';
import { numbersOf, rowOf } from './numbers.ts';
import type { SensitivityState } from './state.ts';

export const NOTHING_LISTED = 'There is nothing in this list yet.';

/** Why enter does nothing; null when it does something. */
export function openFault(context: Context, state: SensitivityState): string | null {
  if (state.pane === 'numbers') {
    return (numbersOf(context)?.rows.length ?? 0) > 0 ? null : NOTHING_LISTED;
  }
  const draws = drawsOf(context);
  if (draws === null) return 'Nothing has been drawn yet; m starts.';
  if (state.pane === 'options') return draws.options.length > 0 ? null : 'No draw has a deal.';
  if (state.pane === 'beliefs') {
    return (optionUnder(draws, state)?.beliefs.length ?? 0) > 0 ? null : 'There is no weight to open here.';
  }
  const draft = draftAt(draws, state);
  return 'fault' in draft ? draft.fault : null;
}

/** Numbers open among the weights, options open their beliefs, drafts open as deals. */
export function openUnder(context: Context, state: SensitivityState): Step<SensitivityState> {
  if (state.pane === 'options') return { state: { ...state, pane: 'beliefs', belief: 0 } };
  if (state.pane === 'drafts') {
    const shown = dealOf(context, state);
    return shown === null ? {} : { effects: openDeal(shown) };
  }
  const place = state.pane === 'numbers' ? numberPlace(context, state) : beliefPlace(context, state);
  return place === null ? {} : { effects: [{ kind: 'go', screen: 'weights', at: place }] };
}

function numberPlace(context: Context, { number }: SensitivityState): NumberPlace | null {
  const rows = numbersOf(context)?.rows ?? [];
  const found = rows[rowOf(rows, number)]?.number;
  // The weights screen has no row for an adjustment.
  if (found === undefined || found.kind === 'adjustment') return null;
  return { party: found.party, kind: found.kind, issue: found.issue };
}

function beliefPlace(context: Context, state: SensitivityState): NumberPlace | null {
  const draws = drawsOf(context);
  const beliefs = (draws === null ? null : optionUnder(draws, state))?.beliefs ?? [];
  const belief = beliefs[Math.min(state.belief, beliefs.length - 1)];
  return belief === undefined ? null : { party: belief.party, kind: 'weight', issue: belief.issue };
}

/** The draft under the cursor of the drafts, else the recommended deal that the effects are about. */
export function dealOf(context: Context, state: SensitivityState): ShownDeal | null {
  if (state.pane === 'drafts') {
    const draws = drawsOf(context);
    return draws === null ? null : dealOrNull(draftAt(draws, state));
  }
  const numbers = numbersOf(context);
  const deal = numbers?.base.deal ?? null;
  return numbers === null || deal === null ? null : { deal, title: solutionTitle(numbers.solution) };
}

/** The draft under the cursor, of the scenario that the draws are about. */
function draftAt({ about: { scenario } }: Draws, { draft }: SensitivityState): ReturnType<typeof draftDeal> {
  return draftDeal(scenario, Math.min(draft, scenario.drafts.length - 1));
}
