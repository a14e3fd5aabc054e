/** The stages as rows along the dates, and below them what the one under the cursor changed. */
import { isOpen, pointsOf, signedSlackOf, slackMove } from '../../../report/digits.ts';
import { ofTheMiddle } from '../../../report/view/unvalued.ts';
import { countFigure, issueTitle, optionLabel, partyShort } from '../../../report/view/words.ts';
import { bestDraft } from '../../../questions/sensitivity/stages.ts';
import { nextTexts } from '../../../questions/sensitivity/next-text.ts';
import type { StepView } from '../../../questions/sensitivity/steps.ts';
import { flipSentence } from '../../../questions/sensitivity/steps.ts';
import type { StageOutcome } from '../../../questions/sensitivity/case.ts';
import { spaceSize } from '../../../engine/problem.ts';
import { difference } from '../../../scenario/edit/difference.ts';
import { block, box, ends, inside } from '../../draw/box.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, fit, line, safe, span } from '../../draw/line.ts';
import { columnsOf, moreText, windowOf } from '../../draw/list.ts';
import type { Column } from '../../draw/list.ts';
import { countBar, tornado } from '../../draw/meter.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { agedBelowHead, statusLine } from '../../parts/computing.ts';
import { solutionTitle } from '../../parts/recommended.ts';
import { hanging, indented, paragraph } from '../../parts/text.ts';
import type { StagesState } from './state.ts';
import { rowOf, stagesOf, stepOf } from './state.ts';

/** Wider areas show how large the zone is as a bar, too. */
const WIDE = 100;
const BAR = 21;

/** The whole screen. */
export function view(context: Context, state: StagesState, area: Area): readonly Line[] {
  const stages = stagesOf(context);
  const { current } = context.findings.stages;
  const head = ends(line(span(' Along the dates', 'strong')), statusLine(context.findings.stages), area.width);
  if (stages.length === 0) return block([head, EMPTY, line(span(` ${emptyText(context)}`, 'dim'))], area);
  const row = rowOf(context, state);
  const below = Math.max(0, area.height - 1 - stages.length - 4);
  const detail = Math.min(Math.max(6, below), Math.max(0, area.height - 6));
  const upper = { width: area.width, height: area.height - 1 - detail };
  const lower = { width: area.width, height: detail };
  const lines = [head, ...tablePane(context, stages, row, upper), ...stagePane(context, stages, row, lower)];
  return agedBelowHead(block(lines, area), current);
}

function emptyText({ now, findings }: Context): string {
  if (now.file.stages.length === 0) return 'This scenario has no stages: its positions have no later dates.';
  return findings.stages.failed ?? 'The stages are being solved; the other screens can be used meanwhile.';
}

function tablePane(context: Context, stages: readonly StageOutcome[], row: number, size: Area): readonly Line[] {
  const { glyphs, now } = context;
  const { width, height } = inside(size);
  const scale = slackScale(stages);
  const wide = width >= WIDE;
  const columns: readonly Column[] = [
    { title: '', width: 1 },
    { title: 'date', width: 10 },
    { title: 'stage', grow: true, least: 12 },
    { title: 'verdict', width: 7 },
    { title: 'deals', align: 'right' },
    ...(wide ? [{ title: '', width: 10 }] : []),
    { title: 'slack', align: 'right' as const, least: 6 },
    ...(wide ? [{ title: '', width: BAR }] : []),
  ];
  const window = windowOf(stages.length, row, Math.max(1, height - 1));
  const rows = stages.slice(window.start, window.end).map((stage, k) => {
    const isHere = window.start + k === row;
    const { scenario, date, title, outcome } = stage;
    const { coalition, count, uniformSlack: slack, uniformSlackExact: exact } = outcome;
    const name = scenario.stage === null ? safe(title) : `${safe(scenario.stage)}: ${safe(title)}`;
    const stands = scenario.stage === now.scenario.stage ? ' (here)' : '';
    return [
      span(isHere ? glyphs.cursor : ' ', 'accent'),
      date ?? '',
      span(`${name}${stands}`, isHere ? 'strong' : 'plain'),
      coalition === null ? span('no deal', 'bad') : span('deal', 'good'),
      count === null ? '' : countFigure(count),
      ...(wide ? [countLine(stage, glyphs)] : []),
      exact === null ? span('none', 'dim') : span(signedSlackOf(stage, exact), isOpen(exact) ? 'good' : 'bad'),
      ...(wide ? [slack === null ? EMPTY : slackLine(slack, scale, glyphs)] : []),
    ];
  });
  const drawn = columnsOf({ columns, rows, width });
  return box({
    ...size,
    title: ofTheMiddle(stages[0]!.scenario, openWords(stages)),
    right: moreText(window, stages.length, glyphs),
    focused: true,
    body: [drawn.header, ...drawn.rows],
    glyphs,
  });
}

function openWords(stages: readonly StageOutcome[]): string {
  const open = stages.filter(({ outcome }) => outcome.coalition !== null).length;
  if (open === 0) return 'No deal at any date';
  return open === stages.length ? 'A deal at every date' : `A deal at ${open} of ${stages.length} dates`;
}

function slackScale(stages: readonly StageOutcome[]): { readonly low: number; readonly high: number } {
  const slacks = stages.flatMap(({ outcome }) => outcome.uniformSlack ?? []);
  return { low: Math.min(-1, ...slacks), high: Math.max(1, ...slacks) };
}

function slackLine(slack: number, scale: { readonly low: number; readonly high: number }, glyphs: Glyphs): Line {
  return tornado({ low: Math.min(0, slack), high: Math.max(0, slack), middle: 0, scale, size: BAR, glyphs });
}

function countLine({ compiled, outcome: { count } }: StageOutcome, glyphs: Glyphs): Line {
  if (count === null) return EMPTY;
  const size = count.kind === 'exact' ? count.count : BigInt(Math.round(count.estimate));
  return countBar(size, spaceSize(compiled.problem), 10, glyphs);
}

/** The stage under the cursor: who moved since the one it builds on, and what that did. */
function stagePane(context: Context, stages: readonly StageOutcome[], row: number, size: Area): readonly Line[] {
  if (size.height < 3) return block([], size);
  const { glyphs } = context;
  const { width, height } = inside(size);
  const stage = stages[row]!;
  const step = stepOf(context, row);
  const sentences = [...(step === null ? [] : stepWords(step)), draftWords(stage), ...nextTextWords(stage)];
  const lines = [
    ...indented(sentences.flatMap((text) => paragraph(text, width - 2))),
    ...(step === null ? [] : changedLines(step, width)),
  ];
  return box({
    ...size,
    title: stage.scenario.stage === null ? 'The positions of the file' : `What ${safe(stage.scenario.stage)} changed`,
    right: moreText({ start: 0, end: Math.min(lines.length, height) }, lines.length, glyphs),
    focused: false,
    body: lines,
    glyphs,
  });
}

function draftWords(stage: StageOutcome): string {
  const best = stage.scenario.parties.flatMap((_, party) => {
    const draft = bestDraft(stage, party);
    return draft === null
      ? []
      : [`${partyShort(stage.scenario, party)} ${draft.id} (${pointsOf(stage, party, draft.utility)})`];
  });
  return best.length === 0 ? 'No draft is complete.' : `The draft worth most to each party: ${best.join(', ')}.`;
}

/** "Of 43 clauses of the next text, e3 of 2025-11-23, 17 stand in the deal." */
function nextTextWords(stage: StageOutcome): readonly string[] {
  return nextTexts(stage).flatMap(({ draft, standing, clauses }) =>
    standing === null
      ? []
      : [`Of ${clauses} clauses of the next text, ${draft.id} of ${draft.date ?? ''}, ${standing} stand in the deal.`],
  );
}

/** When the window moved here: by whose change; and whose change moves the slack. */
function stepWords(found: StepView): readonly string[] {
  const { row, step, movers, slackChange } = found;
  const moved = movers.map(({ party, by }) => `${partyShort(row.scenario, party)} ${slackMove(row, by)}`);
  return [
    ...(step.flips ? [flipSentence(row, found)] : []),
    ...(slackChange === null ? [] : [`The slack moved by ${slackMove(row, slackChange)} points.`]),
    ...(moved.length === 0 ? [] : [`By the change of each party alone: ${moved.join(', ')}.`]),
  ];
}

function changedLines({ row: stage, before: previous }: StepView, width: number): readonly Line[] {
  const moved = difference(previous.scenario, stage.scenario).filter(({ kind }) => kind !== 'stage');
  const clauses = dealChanges(stage, previous);
  const item = (text: string): readonly Line[] => hanging(' - ', text, width - 1);
  return [
    ...(moved.length === 0 ? item('No position changed.') : moved.flatMap(({ text }) => item(text))),
    ...clauses.flatMap((text) => item(`${solutionTitle()}: ${text}`)),
  ].map((each) => fit(each, width));
}

function dealChanges({ scenario, outcome }: StageOutcome, previous: StageOutcome): readonly string[] {
  const [old, now] = [previous.outcome.deal, outcome.deal];
  if (old === null || now === null) return [];
  return now.flatMap((option, issue) => {
    const from = old[issue]!;
    return option === from
      ? []
      : [
          `${issueTitle(scenario, issue)}: ${optionLabel(scenario, issue, from)} -> ${optionLabel(scenario, issue, option)}`,
        ];
  });
}
