/** The weights screen laid out: sliders on the left, ladder and answer on the right, the number under the cursor below. */
import { beside, block, box, inside, stack } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { safe } from '../../draw/line.ts';
import { partyName } from '../../../report/view/words.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { indented } from '../../parts/text.ts';
import { ladderDrawn, ladderTitle } from './ladder-pane.ts';
import { listDrawn } from './list-pane.ts';
import { liveLines, liveState } from './live-pane.ts';
import { numberDrawn } from './number-pane.ts';
import { ladderOf } from './place.ts';
import type { WeightsState } from './state.ts';
import { issueAt } from './state.ts';

const NARROW = 64;
const LEAST_NUMBER = 6;
const MOST_NUMBER = 10;
const LEAST_LADDER = 5;

/** The whole screen. */
export function view(context: Context, state: WeightsState, area: Area): readonly Line[] {
  const foot = footHeight(area);
  const height = area.height - foot;
  const above =
    area.width < NARROW ? single(context, state, { ...area, height }) : double(context, state, { ...area, height });
  return block(stack(above, numberBox(context, state, { width: area.width, height: foot })), area);
}

function footHeight({ height }: Area): number {
  if (height < 10) return 0;
  return Math.min(MOST_NUMBER, Math.max(LEAST_NUMBER, Math.floor(height * 0.27)));
}

/** One pane above the other, the ladder only while it has the focus. */
function single(context: Context, state: WeightsState, { width, height }: Area): readonly Line[] {
  const live = height >= 12 ? Math.min(6, Math.floor(height / 3)) : 0;
  const size = { width, height: height - live };
  const pane = state.focus === 'list' ? listBox(context, state, size) : ladderBox(context, state, size);
  return stack(pane, liveBox(context, state, { width, height: live }));
}

function double(context: Context, state: WeightsState, { width, height }: Area): readonly Line[] {
  const left = Math.floor(width * 0.54);
  const right = width - left;
  const ladder = ladderHeight(context, state, height);
  return beside(
    listBox(context, state, { width: left, height }),
    stack(
      liveBox(context, state, { width: right, height: height - ladder }),
      ladderBox(context, state, { width: right, height: ladder }),
    ),
  );
}

/** What the options of the issue take, as far as the answer keeps its room. */
function ladderHeight(context: Context, state: WeightsState, height: number): number {
  const issue = issueAt(context, state);
  const { parties } = context.now.scenario;
  const wanted =
    issue === null ? LEAST_LADDER : ladderOf(context.now.scenario, parties[state.party]!, issue).length + 4;
  const answer = Math.min(parties.length, 4) + 5;
  const roomy = Math.max(LEAST_LADDER, height - answer);
  return Math.min(Math.max(wanted, Math.min(roomy, 9)), roomy, Math.max(LEAST_LADDER, Math.floor(height / 2)));
}

function listBox(context: Context, state: WeightsState, size: Area): readonly Line[] {
  const { width, height } = inside(size);
  const drawn = listDrawn(context, state, { width, height });
  const { parties } = context.now.scenario;
  return box({
    ...size,
    title: `${safe(partyName(context.now.scenario, state.party))} (${state.party + 1} of ${parties.length})`,
    right: drawn.right,
    focused: state.focus === 'list',
    body: drawn.lines,
    glyphs: context.glyphs,
  });
}

function ladderBox(context: Context, state: WeightsState, size: Area): readonly Line[] {
  const drawn = ladderDrawn(context, state, inside(size));
  return box({
    ...size,
    title: ladderTitle(context, issueAt(context, state)),
    right: drawn.right,
    focused: state.focus === 'ladder',
    body: drawn.lines,
    glyphs: context.glyphs,
  });
}

function liveBox(context: Context, state: WeightsState, size: Area): readonly Line[] {
  if (size.height < 3) return [];
  const room = { width: Math.max(1, size.width - 4), height: size.height - 2 };
  return box({
    ...size,
    title: 'Answer',
    right: liveState(context),
    focused: false,
    body: indented(liveLines(context, state.party, room)),
    glyphs: context.glyphs,
  });
}

function numberBox(context: Context, state: WeightsState, size: Area): readonly Line[] {
  if (size.height < 3) return [];
  const drawn = numberDrawn(context, state, { width: Math.max(1, size.width - 4), height: size.height - 2 });
  return box({
    ...size,
    title: drawn.title,
    right: drawn.right,
    focused: false,
    body: indented(drawn.lines),
    glyphs: context.glyphs,
  });
}
