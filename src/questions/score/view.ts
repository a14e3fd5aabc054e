/** One deal held against the parties: who would sign it, why not, and what beats it. */
import type { DraftAnswer } from '../../engine/answer.ts';
import type { Case } from '../../report/case.ts';
import { draftsView } from '../../report/view/drafts.ts';
import type { DraftsView } from '../../report/view/drafts.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import type { HeaderView } from '../../report/view/header.ts';

/** A scenario with the deal as its only draft, and what was found about it. */
export interface ScoreCase extends Omit<Case, 'answer' | 'seed'> {
  readonly answer: { readonly space: bigint; readonly drafts: readonly [DraftAnswer] };
  /** The id of the draft that was scored; null for a deal from a file. */
  readonly draft: string | null;
}

export interface ScoreView {
  readonly header: HeaderView;
  readonly deal: DraftsView;
  readonly footer: readonly string[];
}

const INTRO =
  'Points of the deal, and whether the party would sign. A deal that leaves issues open has a range over all ways to ' +
  'complete it. Beaten: another deal is better for some and worse for none; efficient: there is no such deal.';

/** `command` is the one that gave this answer. */
export function scoreView(of: ScoreCase, command: string): ScoreView {
  const focus = { parties: [...of.scenario.parties.keys()], drafts: [0], all: true, command };
  const deal = draftsView(of, focus);
  if (deal === null) throw new RangeError('a scored deal has a row');
  return { header: headerView(of), deal: { ...deal, title: 'Deal', intro: INTRO }, footer: footerView(of, focus) };
}
