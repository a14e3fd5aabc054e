/** The points screen laid out: the heat map above, all options of the issue under the cursor below. */
import { counted } from '../../../report/text/number.ts';
import { issueTitle } from '../../../report/view/words.ts';
import { block, box, stack } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { computingWords } from '../../parts/computing.ts';
import { proposedDeal } from '../../parts/known-deals.ts';
import { detailLines } from './detail.ts';
import { gridLines } from './grid.ts';
import type { PointsState } from './state.ts';
import { issueAt, listedIssues, optionsAt } from './state.ts';
import { optionCount } from '../../../scenario/format/options.ts';

/** Below this only the heat map stays. */
const LOW = 9;

/** The whole screen. */
export function view(context: Context, state: PointsState, area: Area): readonly Line[] {
  const order = listedIssues(context, state);
  const issue = issueAt(order, state);
  const options = optionsAt(context, state);
  const lower = issue === null ? 0 : detailHeight(context, area);
  const upper = { width: area.width, height: area.height - lower };
  const { lines, more } = gridLines(
    context,
    state,
    { order, options, issue },
    {
      width: upper.width - 2,
      height: upper.height - 2,
    },
  );
  const grid = box({
    title: titleOf(context),
    right: rightWords([...headWords(context, state, order), more]),
    ...upper,
    focused: true,
    body: lines,
    glyphs: context.glyphs,
  });
  if (issue === null || lower === 0) return block(grid, area);
  const size = { width: area.width - 2, height: lower - 2 };
  const detail = box({
    title: detailTitle(context, issue),
    right: `${counted(optionCount(context.now.scenario.issues[issue]!), 'option')}: value and points`,
    width: area.width,
    height: lower,
    focused: false,
    body: detailLines(context, issue, options[issue]!, size),
    glyphs: context.glyphs,
  });
  return block(stack(grid, detail), area);
}

/** The same for all issues, so that the heat map stays where it is while the cursor moves. */
function detailHeight({ now }: Context, { height, width }: Area): number {
  if (height < LOW) return 0;
  const options = Math.max(1, ...now.scenario.issues.map(optionCount));
  const rows = width < 60 ? Math.max(options, now.scenario.parties.length + 1) : options;
  return Math.min(rows + 4, Math.floor(height * 0.45));
}

function titleOf(context: Context): string {
  const proposed = proposedDeal(context);
  if (proposed === null) return 'Points';
  const old = context.findings.glance.current ? '' : ` (${computingWords(null)})`;
  return `Points, options of the ${proposed.title}${old}`;
}

function rightWords(words: readonly string[]): string {
  return words.filter((word) => word !== '').join('  ');
}

function headWords({ now }: Context, { sort, filter }: PointsState, listed: readonly number[]): string[] {
  return [
    ...(sort === 'at stake' ? ['most at stake first'] : []),
    ...(filter === '' ? [] : [`filter: ${filter}, ${listed.length} of ${now.scenario.issues.length}`]),
  ];
}

function detailTitle({ now }: Context, issue: number): string {
  const { point } = now.scenario.issues[issue]!;
  return `${point === undefined ? '' : `${point} `}${issueTitle(now.scenario, issue)}`;
}
