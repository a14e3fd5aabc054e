/** What the options of one issue are worth to the party, the best first, with the option that is recommended marked. */
import type { ScoredDeal } from '../../../engine/answer.ts';
import { optionLabel } from '../../../report/view/words.ts';
import type { Size } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { fit, line, safe, span } from '../../draw/line.ts';
import { aligned, moreText, windowOf } from '../../draw/list.ts';
import { slider } from '../../draw/slider.ts';
import type { Context } from '../../model/context.ts';
import { bestDeal, solutionTitle } from '../../parts/recommended.ts';
import { hanging, widest } from '../../parts/text.ts';
import type { Drawn } from './list-pane.ts';
import { ladderOf } from './place.ts';
import type { WeightsState } from './state.ts';
import { issueAt, optionAt } from './state.ts';
import type { Turnable } from './turnable.ts';
import { fileMarks, fileNote } from './turnable.ts';
import { turnableAt } from './turnable-at.ts';

/** Title of the pane: the issue, with its point. */
export function ladderTitle({ now }: Context, issue: number | null): string {
  if (issue === null) return 'Options';
  const { title, point } = now.scenario.issues[issue]!;
  return safe(point === undefined ? title : `${point} ${title}`);
}

/** The ladder, scrolled to the option under the cursor. */
export function ladderDrawn(context: Context, state: WeightsState, { width, height }: Size): Drawn {
  const issue = issueAt(context, state);
  if (issue === null) {
    const text = 'A threshold is in points of the whole deal. Choose an issue to see what its options are worth.';
    return { lines: hanging(' ', text, width, 'dim'), right: '' };
  }
  const party = context.now.scenario.parties[state.party]!;
  const ladder = ladderOf(context.now.scenario, party, issue);
  const chosen = ladder.indexOf(optionAt(context, state, issue));
  const rungs = ladder.map((option) => turnableAt(context, state.party, { kind: 'value', issue, option }));
  const shown = windowOf(ladder.length, chosen, Math.max(1, height));
  const widths = widthsOf(context, issue, ladder, rungs, width);
  const picked = recommendedDeal(context)?.deal[issue] ?? null;
  const lines = ladder.slice(shown.start, shown.end).map((option, k) => {
    const at = shown.start + k;
    return rungLine(context, {
      rung: rungs[at]!,
      label: safe(optionLabel(context.now.scenario, issue, option)),
      recommended: option === picked,
      focused: state.focus === 'ladder' && at === chosen,
      widths,
    });
  });
  const notes = noteLines(context, state, issue, width);
  return {
    lines: height - lines.length > 1 ? [...lines, ...notes] : lines,
    right: moreText(shown, ladder.length, context.glyphs),
  };
}

/** As last answered; null where no deal is recommended. */
function recommendedDeal({ findings: { glance } }: Context): ScoredDeal | null {
  return glance.last === null ? null : bestDeal(glance.last.answer);
}

interface Widths {
  readonly label: number;
  readonly slider: number;
  readonly figure: number;
  readonly file: number;
}

function widthsOf(
  { now }: Context,
  issue: number,
  ladder: readonly number[],
  rungs: readonly Turnable[],
  width: number,
): Widths {
  const labels = ladder.map((option) => safe(optionLabel(now.scenario, issue, option)));
  const figure = Math.max(3, widest(rungs.map((rung) => rung.figure(rung.now))));
  const file = Math.max(3, widest(rungs.map(fileNote)));
  const room = Math.max(0, width - 2 - 1 - 1 - figure - 1 - file);
  const label = Math.min(widest(labels), Math.max(8, Math.floor(room * 0.6)));
  return { label, slider: Math.max(0, room - label), figure, file };
}

function rungLine(
  { glyphs }: Context,
  of: {
    readonly rung: Turnable;
    readonly label: string;
    readonly recommended: boolean;
    readonly focused: boolean;
    readonly widths: Widths;
  },
): Line {
  const { rung, label, recommended, focused, widths } = of;
  const tone = focused ? 'cursor' : recommended ? 'strong' : 'plain';
  return [
    span(focused ? glyphs.cursor : ' ', 'accent'),
    span(recommended ? glyphs.yes : ' ', 'good'),
    ...fit(line(span(label, tone)), widths.label),
    span(' '),
    ...slider({
      value: rung.now,
      low: rung.from,
      high: rung.to,
      size: widths.slider,
      marks: fileMarks(rung),
      active: focused,
      glyphs,
    }),
    span(' '),
    ...aligned(line(span(rung.figure(rung.now), focused || recommended ? 'strong' : 'plain')), widths.figure, 'right'),
    span(' '),
    ...fit(line(span(fileNote(rung), 'warn')), widths.file),
  ];
}

function noteLines(context: Context, { party }: WeightsState, issue: number, width: number): readonly Line[] {
  const { now, glyphs } = context;
  const { preferences } = now.scenario.parties[party]!;
  const { curve, mentioned } = preferences.issues[issue]!;
  const words =
    curve === null ? null : 'formula' in curve ? `computed by ${curve.formula}` : 'on straight lines between points';
  return [
    ...(recommendedDeal(context) === null ? [] : hanging(` ${glyphs.yes} `, `in the ${solutionTitle()}`, width, 'dim')),
    ...(words === null
      ? []
      : hanging(' ', `${preferences.form === 'weights' ? 'values' : 'scores'} ${words}`, width, 'dim')),
    ...(mentioned ? [] : hanging(' ', 'The party does not mention this issue.', width, 'dim')),
  ];
}
