/**
 * The explanation of a scenario as view data, in the order of reading: why there is no deal and what would open one, or
 * how firm the zone is; then drafts and exchanges.
 */
import type { ExplainCase } from './case.ts';
import { atNoDealsDate, atOwnDate } from './case.ts';
import { blockersView } from '../../report/view/blockers.ts';
import type { BlockersView } from '../../report/view/blockers.ts';
import { clausesView, OF_A_WAY_OUT } from '../../report/view/clauses.ts';
import type { ClausesView } from '../../report/view/clauses.ts';
import type { DealsView } from '../../report/view/deals.ts';
import { draftsView } from '../../report/view/drafts.ts';
import type { DraftsView } from '../../report/view/drafts.ts';
import { draftList, exchangesList, noDealList } from './drafts.ts';
import { firmnessList, slackList } from './firmness.ts';
import { conflictsList, demandsList, newOptionsList, openingsView, repairsList } from './obstacles.ts';
import type { ListView } from './words.ts';
import type { Focus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import type { HeaderView } from '../../report/view/header.ts';
import { middleHeadline, UNVALUED_HEADLINES } from '../../report/view/unvalued.ts';
import { noneOf } from '../../report/text/number.ts';
import { explanationGaps } from '../../report/gaps.ts';

export interface ExplainView {
  readonly header: HeaderView;
  readonly headline: string;
  readonly sentence: string;
  /** Lists before the deals, and those after the drafts. */
  readonly lists: readonly ListView[];
  readonly deals: DealsView | null;
  readonly clauses: ClausesView | null;
  readonly blockers: BlockersView | null;
  readonly drafts: DraftsView | null;
  readonly further: readonly ListView[];
  readonly footer: readonly string[];
}

export function explainView(of: ExplainCase, focus: Focus): ExplainView {
  const { obstacles, firmness, exchanges, empty, space, noDeal = null } = of.answer;
  const openings = obstacles === null ? null : openingsView(of, obstacles, focus);
  const isWhole = explanationGaps(of.answer).length === 0;
  const { middle } = of;
  const proven = middle === undefined ? 'proven' : 'proven for these numbers';
  const proof = `What follows is ${proven}${isWhole ? '' : ', but for what is said not to be'}.`;
  const deals = openings === null || openings.deals.columns.length === 0 ? null : openings.deals;
  const drafts = { ...of, answer: { drafts: of.answer.drafts.map(({ answer }) => answer), noDeal } };
  return {
    header: headerView(of),
    headline:
      middle === undefined
        ? empty === null
          ? 'Not decided.'
          : empty
            ? 'No deal.'
            : 'A deal is possible.'
        : UNVALUED_HEADLINES[middle.verdict],
    sentence: middleHeadline(
      of,
      empty === null
        ? 'Whether some combination meets every demand was not decided within the search budget.'
        : empty
          ? `${noneOf(space)} of the options listed meets every demand. ${proof}`
          : middle === undefined
            ? `How firm that is, and what would change it. ${proof}`
            : `a deal is possible; how firm that is, and what would change it. ${proof}`,
    ),
    lists: [
      ...(obstacles === null
        ? []
        : [conflictsList(of, obstacles, focus), demandsList(of, obstacles, focus), repairsList(of, obstacles, focus)]),
      ...(obstacles === null ? [] : [newOptionsList(of, obstacles)]),
      ...(openings === null ? [] : [openings.measures]),
      ...(firmness === null ? [] : [firmnessList(of, firmness, focus), slackList(of, focus)]),
    ],
    deals,
    clauses: deals === null ? null : clausesView(of, focus, deals.columns, OF_A_WAY_OUT),
    blockers:
      firmness === null
        ? null
        : blockersView({ ...of, answer: { space, zone: { soleBlocker: firmness.soleBlocker } } }, focus),
    drafts: draftsView(drafts, focus),
    further: [
      ...(empty === false ? [] : [slackList(of, focus)]),
      ...of.answer.drafts.map((draft) => draftList(atOwnDate(of, draft.draft), draft, focus)),
      ...(noDeal === null ? [] : [noDealList(atNoDealsDate(of), focus)]),
      ...(exchanges === null ? [] : [exchangesList(of, exchanges, focus)]),
    ],
    footer: footerView(of, focus),
  };
}
