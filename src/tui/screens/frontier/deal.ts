/** Which deal is under the cursor of the frontier screen. */
import type { Context, ShownDeal } from '../../model/context.ts';
import { dealOrNull, draftDeal } from '../../parts/draft-deal.ts';
import { pointTitle } from '../../parts/known-deals.ts';
import { solutionDeal } from '../../parts/recommended.ts';
import type { Mark } from './marks.ts';
import type { Reading } from './reading.ts';
import { indexOf, readingOf } from './reading.ts';
import type { FrontierState } from './state.ts';

/** The solution or draft under the cursor of the marks, else the point under the cursor of the plot. */
export function dealOf(context: Context, state: FrontierState): ShownDeal | null {
  const reading = readingOf(context);
  if (reading === null || reading.points.length === 0) return null;
  const mark = state.pane === 'marks' ? reading.marks[Math.min(state.mark, reading.marks.length - 1)] : undefined;
  const known = mark === undefined ? null : markDeal(reading, mark, context);
  if (known !== null) return known;
  const index = indexOf(reading.points, state.deal);
  return { deal: reading.points[index]!.deal, title: pointTitle(index) };
}

/** The deal that a mark stands for; null for no deal, and for a solution of other numbers than the present ones. */
function markDeal({ about }: Reading, { of }: Mark, { findings }: Context): ShownDeal | null {
  if (typeof of !== 'string') return 'draft' in of ? dealOrNull(draftDeal(about.scenario, of.draft)) : null;
  const { last } = findings.glance;
  return last?.about === about ? solutionDeal(last.answer, of) : null;
}
