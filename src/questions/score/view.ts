/** One deal held against the parties: who would sign it, why not, and what beats it. */
import { compileDraft } from '../../compile/compile.ts';
import { clauseStandings } from '../../engine/standing.ts';
import type { DraftAnswer, NoDealAnswer } from '../../engine/answer.ts';
import type { Case } from '../../report/case.ts';
import { draftsView } from '../../report/view/drafts.ts';
import type { DraftsView } from '../../report/view/drafts.ts';
import { isSwallowed, priceNote } from '../../report/view/clauses.ts';
import { footerView } from '../../report/view/footer.ts';
import { wholeFocus } from '../../report/view/focus.ts';
import { headerView } from '../../report/view/header.ts';
import type { HeaderView } from '../../report/view/header.ts';

/** A scenario with the deal as its only draft, and what was found about it. */
export interface ScoreCase extends Omit<Case, 'answer' | 'seed'> {
  readonly answer: { readonly space: bigint } & (
    | { readonly drafts: readonly [DraftAnswer]; readonly noDeal: null }
    | { readonly drafts: readonly []; readonly noDeal: NoDealAnswer }
  );
  /** The id of the draft that was scored; null for a deal from a file, and for no deal where it was asked for as such. */
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

const NO_DEAL_INTRO =
  'Points of every party without a deal. Beaten: a deal is better for some and worse for none; efficient: there is none.';

/** Of a whole deal in which somebody swallows a clause. */
function priceOf({ scenario, compiled, draft }: ScoreCase): string | null {
  const own = scenario.drafts[0];
  const options = own === undefined ? [null] : compileDraft(scenario, own.id);
  const deal = options.flatMap((option) => option ?? []);
  if (deal.length < options.length) return null;
  const standings = clauseStandings(compiled.problem, deal).flat();
  return standings.some(isSwallowed) ? priceNote(draft === null ? ' with the same --deal' : ` --draft ${draft}`) : null;
}

/** `command` is the one that gave this answer. */
export function scoreView(of: ScoreCase, command: string): ScoreView {
  const focus = { ...wholeFocus(of.scenario, true, command), noDeal: of.answer.noDeal !== null };
  const deal = draftsView(of, focus);
  if (deal === null) throw new RangeError('a scored deal has a row');
  return {
    header: headerView(of),
    deal: {
      ...deal,
      title: of.answer.noDeal === null ? 'Deal' : 'No deal',
      intro: of.answer.noDeal === null ? INTRO : NO_DEAL_INTRO,
      note: priceOf(of),
    },
    footer: footerView(of, focus),
  };
}
