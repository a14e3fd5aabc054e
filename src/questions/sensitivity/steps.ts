/** Whose change of position moved the window from the stage before: opened or closed it, or moved the slack. */
import type { SolutionName } from '../../engine/answer.ts';
import type { PartySlack, StageStep } from '../../engine/sensitivity/stage-step.ts';
import type { StageOutcome, StagesCase } from './case.ts';
import { SOLUTION_TITLES } from '../../report/view/deals.ts';
import type { SheetSection } from '../../report/view/sheet.ts';
import { listed, partyInside, partyShort } from '../../report/view/words.ts';
import { slackMove } from '../../report/digits.ts';
import { apart } from '../../report/text/points.ts';

/** What a stage does to the window, against the positions it builds on. */
export type WindowChange = 'opens' | 'closes' | 'stays open' | 'stays closed';

export interface StepView {
  readonly row: StageOutcome;
  readonly before: StageOutcome;
  readonly step: StageStep;
  readonly window: WindowChange;
  /** In points; null where red lines leave no deal before or after. */
  readonly slackChange: number | null;
  /** Issues on which the recommended deal differs; null unless both stages have one. */
  readonly clauses: number | null;
  /** How far each party's change moves the slack by itself, the furthest first; those that move it only. */
  readonly movers: readonly { readonly party: number; readonly by: number }[];
}

/** The stages that build on one, in their order; none where it was not asked whose change moved the window. */
export function stepsOf({ stages, moves }: Pick<StagesCase, 'stages' | 'moves'>): readonly StepView[] {
  return stages.flatMap((row, k): StepView[] => {
    const move = moves?.byStage[k];
    const before = move ? stages[move.since] : undefined;
    if (!move || before === undefined) return [];
    const { step } = move;
    const [was, is] = [before.outcome, row.outcome];
    return [
      {
        row,
        before,
        step,
        window: windowChange(was.coalition !== null, is.coalition !== null),
        slackChange: difference(was.uniformSlack, is.uniformSlack),
        clauses:
          was.deal === null || is.deal === null
            ? null
            : is.deal.filter((option, issue) => option !== was.deal![issue]).length,
        movers: moversOf(step.slack, was.uniformSlack),
      },
    ];
  });
}

function windowChange(was: boolean, is: boolean): WindowChange {
  if (was === is) return is ? 'stays open' : 'stays closed';
  return is ? 'opens' : 'closes';
}

function moversOf(slack: readonly PartySlack[], before: number | null): StepView['movers'] {
  return slack
    .flatMap(({ party, alone }) => {
      const by = difference(before, alone);
      return by === null || by === 0 ? [] : [{ party, by }];
    })
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by) || a.party - b.party);
}

function difference(from: number | null, to: number | null): number | null {
  return from === null || to === null ? null : apart(to, from);
}

/** Empty where it was not asked for. */
export function stepsSections(of: StagesCase): SheetSection[] {
  if (of.moves === undefined) return [];
  return [stepsSection(of, of.moves.solution)];
}

function stepsSection(of: StagesCase, solution: SolutionName): SheetSection {
  const steps = stepsOf(of);
  return {
    title: 'Whose change moved it',
    intro:
      'Each stage against the one it builds on. Slack: how far it moved, and how far the change of one party alone, on the ' +
      `earlier positions, would have moved it. Clauses: of the ${SOLUTION_TITLES[solution]} deal that differ.`,
    columns: [
      { heading: 'stage', kind: 'words' },
      { heading: 'after', kind: 'words', optional: true },
      { heading: 'window', kind: 'words' },
      { heading: 'slack', kind: 'figure' },
      { heading: 'each alone', kind: 'words' },
      { heading: 'clauses', kind: 'figure', optional: true },
    ],
    rows: steps.map((view) => ({
      color: undefined,
      cells: [
        view.row.scenario.stage ?? '',
        view.before.scenario.stage ?? 'file',
        windowWords(view),
        view.slackChange === null ? '-' : slackMove(of, view.slackChange),
        view.movers.map(({ party, by }) => `${partyShort(of.scenario, party)} ${slackMove(of, by)}`).join(', ') || '-',
        view.clauses === null ? '-' : String(view.clauses),
      ],
    })),
    notes: steps.some(({ slackChange }) => slackChange === null)
      ? [
          '- where red lines leave no deal before or after, whatever the numbers are, so that there is no slack to move; ' +
            '--without sets a red line aside.',
        ]
      : [],
  };
}

/** "opened by RU", "closed by UA + EU, or RU", "open". */
function windowWords({ row, step, window }: StepView): string {
  if (window === 'stays open') return 'open';
  if (window === 'stays closed') return 'none';
  const sets = step.flippedBy.map((set) => set.map((party) => partyShort(row.scenario, party)).join(' + '));
  return `${window === 'opens' ? 'opened' : 'closed'} by ${listed(sets, 'or')}`;
}

/** When the window opens or closes and by whose change; where it never does, which stage moved the slack most. */
export function stepSentences(of: StagesCase): string[] {
  const steps = stepsOf(of);
  const flips = steps.filter(({ step }) => step.flips);
  if (flips.length > 0) return flips.map((view) => flipSentence(of, view));
  const [most] = steps
    .filter(({ movers }) => movers.length > 0)
    .toSorted((a, b) => Math.abs(b.movers[0]!.by) - Math.abs(a.movers[0]!.by));
  if (most === undefined) return [];
  const [{ party, by }] = [most.movers[0]!];
  const total = most.slackChange === null ? '' : ` (${slackMove(of, most.slackChange)} with all changes)`;
  return [
    `The change that moves the slack most by itself: ${partyInside(of.scenario, party)} at ${most.row.scenario.stage ?? ''}, ` +
      `by ${slackMove(of, by)} points${total}.`,
  ];
}

export function flipSentence({ scenario }: Pick<StagesCase, 'scenario'>, { row, step, window }: StepView): string {
  const names = (set: readonly number[]): string => listed(set.map((party) => partyInside(scenario, party)));
  const [first, ...others] = step.flippedBy;
  const does = window === 'opens' ? 'opens' : 'closes';
  const head = `The window ${does} at ${row.scenario.stage ?? ''}${row.date === null ? '' : ` (${row.date})`}`;
  if (first === undefined) return `${head}.`;
  if (others.length > 0) {
    return `${head}; enough for that by itself is the change of ${listed(step.flippedBy.map(names), 'or of')}.`;
  }
  return first.length === 1
    ? `${head}: the change of ${names(first)} alone is enough.`
    : `${head}: it takes the changes of ${names(first)} together.`;
}
