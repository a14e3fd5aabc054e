/** What a page shows of an answer: the words and numbers of the reports, from a glance at once and whole a moment later. */
import type { Glance } from '../engine/glance.ts';
import type { FrontierCase } from '../questions/frontier/case.ts';
import { reportView } from '../questions/solve/view.ts';
import type { Asked } from '../report/view/header.ts';
import { headerView } from '../report/view/header.ts';
import { conflictView } from '../report/view/conflict.ts';
import type { Case, Named } from '../report/case.ts';
import type { DealsView } from '../report/view/deals.ts';
import { solutionsView } from '../report/view/deals.ts';
import type { Focus } from '../report/view/focus.ts';
import { openingsView } from '../report/view/openings.ts';
import { ofTheMiddle } from '../report/view/unvalued.ts';
import { glanceVerdict } from '../report/view/verdict.ts';
import { clauseTable } from './clause-table.ts';
import type { PageAnswer } from './content.ts';
import { frontierPicture } from './pictures.ts';

export function glanceAnswer(of: Named & Omit<Asked, 'scenario'>, glance: Glance, focus: Focus): PageAnswer {
  const told = { ...of, answer: glance };
  const verdict = glanceVerdict(of, glance);
  const openings = openingsView(told, focus);
  const deals = solutionsView(told, focus);
  return {
    report: {
      header: headerView(of),
      verdict: { ...verdict, headline: ofTheMiddle(of.scenario, verdict.headline) },
      conflict: conflictView(told),
      openings,
      deals,
    },
    clauses: tableOf(of, focus, openings?.deals ?? deals),
    rest: null,
  };
}

export function wholeAnswer(of: Case, frontier: FrontierCase, focus: Focus): PageAnswer {
  const { header, verdict, conflict, openings, deals, drafts, points, blockers, footer } = reportView(of, focus);
  return {
    report: { header, verdict, conflict, openings, deals },
    clauses: tableOf(of, focus, openings?.deals ?? deals),
    rest: {
      report: { drafts, points, blockers, footer },
      frontier: frontierPicture(frontier),
    },
  };
}

function tableOf(of: Named, focus: Focus, deals: DealsView | null) {
  return deals === null ? null : clauseTable(of, focus, deals.columns);
}
