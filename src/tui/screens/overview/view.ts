/** The overview laid out: the answer above, the deals below it, drafts and changes at the foot. */
import { STAND_IN_NOTE } from '../../../report/view/unvalued.ts';
import { hasUnvalued } from '../../../scenario/unvalued.ts';
import { beside, block, box, stack } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { answerLines } from './answer-pane.ts';
import { changesDrawn } from './changes-pane.ts';
import { chosenColumn, dealPicks } from './columns.ts';
import type { DealPick } from './columns.ts';
import type { DealsPane } from './deals-pane.ts';
import { dealsDrawn, dealsHeight } from './deals-pane.ts';
import { draftsDrawn } from './drafts-pane.ts';
import type { Latest } from '../../parts/latest.ts';
import { latestOf } from '../../parts/latest.ts';
import { knotHead, knotOn } from './knot-pane.ts';
import type { OverviewState } from './state.ts';
import { aged, computingWords } from '../../parts/computing.ts';
import { indented, paragraph } from '../../parts/text.ts';
import { slackNote } from '../../parts/verdict.ts';

/** Rows of the lowest panes, borders included; a knot has more to say above them. */
const LEAST_FOOT = 4;
const LEAST_FOOT_KNOT = 3;
const ROOMY = 28;

/** The whole screen. */
export function view(context: Context, state: OverviewState, area: Area): readonly Line[] {
  const latest = latestOf(context);
  if (latest === null) return block(waiting(context, area.width), area);
  const answer = answerPart(context, latest, area);
  const deals = dealsPart(context, latest, state, { width: area.width, height: area.height - answer.length });
  const height = area.height - answer.length - deals.length;
  const foot = height <= 0 ? [] : footPart(context, latest, state, { width: area.width, height });
  return block(stack(answer, deals, foot), area);
}

function waiting({ findings }: Context, width: number): readonly Line[] {
  const { failed, running } = findings.glance;
  return indented(paragraph(failed ?? computingWords(running), width - 1, failed === null ? 'dim' : 'bad'));
}

function answerPart(context: Context, latest: Latest, { width, height }: Area): readonly Line[] {
  const inner = Math.max(1, width - 4);
  const body = answerLines(context, latest, inner, height >= ROOMY);
  const share = knotOn(latest.moment) === null ? 0.45 : 0.5;
  const most = Math.max(3, Math.floor(height * share));
  return box({
    title: 'Answer',
    right: answerNote(latest, inner, height >= ROOMY),
    width,
    height: Math.min(height, most, body.length + 2),
    focused: false,
    body: indented(aged(body, !latest.old)),
    glyphs: context.glyphs,
  });
}

function answerNote({ moment, current }: Latest, width: number, roomy: boolean): string | undefined {
  const head = roomy || moment.glance.empty !== true ? undefined : knotHead(moment, width);
  if (head !== undefined) return head;
  return current ? (roomy ? undefined : slackNote(moment)) : computingWords(null);
}

function dealsPart(context: Context, latest: Latest, state: OverviewState, { width, height }: Area): readonly Line[] {
  const picks = dealPicks(latest.moment, context.pinned);
  const focused = state.pane === 'deals';
  const foot = knotOn(latest.moment) === null ? LEAST_FOOT : LEAST_FOOT_KNOT;
  const pane: DealsPane = {
    moment: latest.moment,
    picks,
    column: chosenColumn(picks, state.column),
    row: Math.min(state.row.deals, latest.moment.about.scenario.parties.length - 1),
    focused,
    width: Math.max(1, width - 4),
    height: 0,
    glyphs: context.glyphs,
  };
  const wanted = picks.length === 0 ? 3 : dealsHeight(pane, height - foot - 2) + 2;
  const size = { width, height: Math.min(height, Math.max(wanted, 3), Math.max(6, height - foot)) };
  const room = { width: Math.max(1, width - 4), height: Math.max(1, size.height - 2) };
  const drawn =
    picks.length === 0
      ? { lines: paragraph(noPicks(latest), room.width, 'dim'), more: '' }
      : dealsDrawn({ ...pane, ...room });
  return box({
    ...size,
    title: dealsTitle(latest, picks),
    right: noted(latest, picks, drawn.more),
    focused,
    body: indented(aged(drawn.lines, !latest.old)),
    glyphs: context.glyphs,
  });
}

function dealsTitle({ moment: { glance } }: Latest, picks: readonly DealPick[]): string {
  const closed = picks.every(({ way }) => way?.drop.every(({ kind }) => kind === 'redLine') === true);
  if (glance.empty === true) return closed ? 'What would open a zone, were it not refused' : 'What would open a zone';
  return picks.length === 1 ? 'Recommended deal' : 'Recommended deals';
}

function noted({ moment }: Latest, picks: readonly DealPick[], more: string): string {
  const open = hasUnvalued(moment.about.scenario) ? [STAND_IN_NOTE] : [];
  const compared = picks.some(({ since }) => since !== null) ? ['last figure: since the pin'] : [];
  return [...open, ...compared, ...(more === '' ? [] : [more])].join('  ');
}

function noPicks({ moment: { glance } }: Latest): string {
  return glance.empty === true ? 'No way out is known.' : 'No deal is recommended.';
}

/** Side by side; where that would be too narrow, only the one in focus, or the changes. */
function footPart(context: Context, latest: Latest, state: OverviewState, area: Area): readonly Line[] {
  const left = Math.floor(area.width / 2);
  const right = area.width - left;
  if (left < 30) return state.pane === 'drafts' ? drafts(area) : changes(area);
  return beside(drafts({ width: left, height: area.height }), changes({ width: right, height: area.height }));

  function drafts(size: Area): readonly Line[] {
    const focused = state.pane === 'drafts';
    const drawn = draftsDrawn({
      moment: latest.moment,
      row: state.row.drafts,
      focused,
      width: Math.max(1, size.width - 4),
      height: Math.max(1, size.height - 2),
      glyphs: context.glyphs,
    });
    const body = indented(aged(drawn.lines, !latest.old));
    return box({ ...size, title: 'Drafts', right: drawn.more, focused, body, glyphs: context.glyphs });
  }

  function changes(size: Area): readonly Line[] {
    const focused = state.pane === 'changes';
    const drawn = changesDrawn({
      context,
      latest,
      row: state.row.changes,
      width: Math.max(1, size.width - 4),
      height: Math.max(1, size.height - 2),
    });
    return box({
      ...size,
      title: 'What the last change did',
      right: drawn.more,
      focused,
      body: indented(drawn.lines),
      glyphs: context.glyphs,
    });
  }
}
