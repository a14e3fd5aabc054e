/** The sensitivity screen: which half is shown, how far the computing is, and that half. */
import { block, ends } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, safe, span, toned } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { computingWords, statusLine } from '../../parts/computing.ts';
import { solutionTitle } from '../../parts/recommended.ts';
import { atMost, indented, paragraph } from '../../parts/text.ts';
import { drawsOf } from './draws.ts';
import { drawsPane } from './draws-pane.ts';
import { numbersOf } from './numbers.ts';
import { numbersPane } from './numbers-pane.ts';
import type { SensitivityState } from './state.ts';

/** Rows from where the sentences of the report stand above the list; below only the first. */
const TALL = 28;
/** Lines of them. */
const MOST_SENTENCES = 8;

/** The whole screen. */
export function view(context: Context, state: SensitivityState, area: Area): readonly Line[] {
  const { width, height } = area;
  const alone = state.pane === 'numbers';
  const head = [tabs(context, state, width), ...(alone ? sentences(context, area) : [])];
  const rest = { width, height: Math.max(0, height - head.length) };
  const pane = alone ? numbersPane(context, state, rest) : drawsPane(context, state, rest);
  return block([...head, ...pane], area);
}

function tabs(context: Context, state: SensitivityState, width: number): Line {
  const { glyphs } = context;
  const tab = (text: string, chosen: boolean): Line => [
    span(chosen ? ` ${glyphs.cursor} ` : '   ', 'accent'),
    span(text, chosen ? 'title' : 'dim'),
  ];
  const alone = state.pane === 'numbers';
  const left = [...tab('One number at a time', alone), ...tab(`All at once${drawsWords(context, state)}`, !alone)];
  return ends(left, statusOf(context, state), width);
}

/** How far the draws are, on the tab itself, so that one may go on reading the other half. */
function drawsWords(context: Context, { draws }: SensitivityState): string {
  const { smaa } = context.findings;
  if (draws !== null && !smaa.current && smaa.failed === null)
    return `: ${safe(smaa.running ?? '') || computingWords(null)}`;
  const known = drawsOf(context);
  return known === null ? ' (m)' : '';
}

function statusOf({ findings: { tornado } }: Context, { solution }: SensitivityState): Line {
  return [...statusLine(tornado), span(`${solutionTitle(solution)} `)];
}

function sentences(context: Context, { width, height }: Area): readonly Line[] {
  const numbers = numbersOf(context);
  if (numbers === null || height < 12) return [];
  const tone = context.findings.tornado.current ? 'plain' : 'dim';
  const texts =
    height >= TALL
      ? [numbers.headline, ...numbers.sentences]
      : [[numbers.headline, numbers.sentences[0] ?? ''].join(' ')];
  const lines = texts.flatMap((text) => paragraph(text, width - 2, tone));
  const [first = EMPTY, ...others] = indented(atMost(lines, height >= TALL ? MOST_SENTENCES : 2, width - 2));
  return [tone === 'plain' ? toned(first, 'strong') : first, ...others];
}
