/** The window along the dates: how large the zone is at each stage, how far it is from closing or opening, best drafts. */
import { compileDraft } from '../../compile/compile.ts';
import { utilityUnits } from '../../engine/deal.ts';
import type { StageOutcome, StagesCase } from './case.ts';
import { oneLine } from '../../report/text/width.ts';
import { footerView } from '../../report/view/footer.ts';
import type { Focus } from '../../report/view/focus.ts';
import { headerView } from '../../report/view/header.ts';
import { middleHeadline } from '../../report/view/unvalued.ts';
import type { SheetCell, SheetSection, SheetView } from '../../report/view/sheet.ts';
import { percent } from '../../report/text/number.ts';
import { nextTexts } from './next-text.ts';
import { stepSentences, stepsSections } from './steps.ts';
import { countFigure, listed, partyShort } from '../../report/view/words.ts';
import { inPoints } from '../../engine/units.ts';
import { pointsOf, signedSlackOf } from '../../report/digits.ts';

export function stagesView(of: StagesCase, focus: Focus): SheetView {
  const { stages } = of;
  const slacks = stages.map(({ outcome }) => outcome.uniformSlack).filter((slack) => slack !== null);
  const [from, to] = [Math.min(0, ...slacks), Math.max(0, ...slacks)];
  const barOf = (slack: number | null): SheetCell => {
    if (slack === null || from === to) return '';
    const place = (value: number): number => (value - from) / (to - from);
    return { from: place(Math.min(0, slack)), to: place(Math.max(0, slack)), mark: place(0) };
  };
  return {
    header: headerView(of),
    headline: middleHeadline(of, headline(of)),
    sentences: stepSentences(of),
    sections: [
      {
        title: 'Along the dates',
        intro:
          'Slack: by how many points the least of every signer could rise at once with a deal left, negative: would have ' +
          'to come down; none: red lines leave no deal. Its mark │ is 0.',
        columns: [
          { heading: 'date', kind: 'figure' },
          { heading: 'stage', kind: 'words' },
          { heading: 'deals', kind: 'figure' },
          { heading: 'slack', kind: 'figure' },
          { heading: '', kind: 'bar' },
        ],
        rows: stages.map(({ scenario, date, title, outcome: { count, uniformSlack, uniformSlackExact } }) => ({
          color: undefined,
          cells: [
            date ?? '',
            scenario.stage === null ? oneLine(title) : `${scenario.stage}: ${oneLine(title)}`,
            count === null ? '' : countFigure(count),
            uniformSlackExact === null ? 'none' : signedSlackOf(of, uniformSlackExact),
            barOf(uniformSlack),
          ],
        })),
        notes: [],
      },
      ...stepsSections(of),
      ...nextTextSections(of),
      {
        title: 'The best draft of each party',
        intro: 'Of the drafts that leave no issue open, the one worth most to the party at each stage, in points.',
        columns: [
          { heading: 'stage', kind: 'words' },
          ...focus.parties.map((party) => ({ heading: partyShort(of.scenario, party), kind: 'words' as const })),
        ],
        rows: stages.map((stage) => ({
          color: undefined,
          cells: [stage.scenario.stage ?? 'file', ...focus.parties.map((party) => bestDraftWords(stage, party))],
        })),
        notes: [],
      },
    ],
    footer: footerView(of, focus),
  };
}

/** None where no text was published after any of the dates. */
function nextTextSections({ stages }: StagesCase): SheetSection[] {
  const rows = stages.flatMap((stage) =>
    nextTexts(stage).map(({ draft, standing, clauses }) => ({
      color: undefined,
      cells: [
        stage.scenario.stage ?? 'file',
        `${draft.id}, ${draft.date ?? ''}`,
        standing === null ? 'no deal' : `${standing} of ${clauses}`,
        standing === null || clauses === 0 ? '' : percent(standing / clauses),
      ],
    })),
  );
  if (rows.length === 0) return [];
  return [
    {
      title: 'The deals and the next text',
      intro:
        'How many clauses of the text that was published next stand in the recommended deal of the stage. It says how far ' +
        'the deals went the way the texts went, not what is right.',
      columns: [
        { heading: 'stage', kind: 'words' },
        { heading: 'next text', kind: 'words' },
        { heading: 'stand', kind: 'figure' },
        { heading: '', kind: 'figure' },
      ],
      rows,
      notes: [],
    },
  ];
}

function headline({ stages }: StagesCase): string {
  const open = stages.filter(({ outcome }) => outcome.coalition !== null);
  if (open.length === 0) return 'No stage has a deal.';
  if (open.length === stages.length) return 'Every stage has a deal.';
  return `A deal at ${listed(open.map(({ scenario }) => scenario.stage ?? 'the positions of the file'))}; none elsewhere.`;
}

export interface BestDraft {
  readonly id: string;
  /** In points. */
  readonly utility: number;
}

/** The complete draft worth most to the party, the first of equals; null where no draft is complete. */
export function bestDraft({ scenario, compiled: { problem } }: StageOutcome, party: number): BestDraft | null {
  let best: BestDraft | null = null;
  for (const { id } of scenario.drafts) {
    const deal = compileDraft(scenario, id).filter((option) => option !== null);
    if (deal.length < scenario.issues.length) continue;
    const of = problem.parties[party]!;
    const utility = inPoints(utilityUnits(problem, of, deal), of.scale);
    if (best === null || utility > best.utility) best = { id, utility };
  }
  return best;
}

function bestDraftWords(stage: StageOutcome, party: number): string {
  const best = bestDraft(stage, party);
  return best === null ? '' : `${best.id} ${pointsOf(stage, party, best.utility)}`;
}
