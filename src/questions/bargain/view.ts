/** The report on one session: what happened in plain words, the curve of each party, who gave up what. */
import type { Focus } from '../../report/view/focus.ts';
import { footerView } from '../../report/view/footer.ts';
import { headerView } from '../../report/view/header.ts';
import { middleHeadline } from '../../report/view/unvalued.ts';
import type { SheetView } from '../../report/view/sheet.ts';
import type { SessionCase } from './case.ts';
import type { Band } from './chart.ts';
import { chartOf } from './chart.ts';
import { dayWords, headline, sentences } from './session-sentences.ts';
import {
  clausesSection,
  concessionsSection,
  offersSection,
  partiesSection,
  standardsSection,
} from './session-tables.ts';

export interface SessionView extends SheetView {
  /** Null where nobody made an offer. */
  readonly chart: ChartView | null;
}

export interface ChartView {
  readonly title: string;
  readonly intro: string;
  readonly bands: readonly Band[];
  /** What stands under the first and the last round. */
  readonly ends: readonly [string, string];
}

export function sessionView(of: SessionCase, focus: Focus): SessionView {
  return {
    header: headerView(of),
    headline: middleHeadline(of, headline(of)),
    sentences: sentences(of),
    chart: of.session.offers.length === 0 ? null : chartView(of),
    sections: [
      partiesSection(of),
      ...(of.session.offers.length === 0
        ? []
        : [concessionsSection(of), clausesSection(of, focus), offersSection(of, focus)]),
      standardsSection(of),
    ],
    footer: footerView(of, focus),
  };
}

function chartView(of: SessionCase): ChartView {
  const { setup, session } = of;
  const bands = chartOf(of, setup, session);
  const last = bands[0]!.values.length;
  return {
    title: 'The standing offer, round by round',
    intro: `What the offer on the table is worth to each party; dotted: the least it signs for${session.agreement === null ? '' : '; ●: the agreement'}. Each party has its own scale.`,
    bands,
    ends: [`round 1${dayWords(setup.days, 1)}`, `round ${last}${dayWords(setup.days, last)}`],
  };
}
