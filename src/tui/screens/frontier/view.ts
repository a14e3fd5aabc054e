/** The frontier screen: what is known of it above and below, the plot on the left, lists on the right. */
import { partyShort } from '../../../report/view/words.ts';
import type { Block } from '../../draw/box.ts';
import { beside, block, box, ends, inside } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, line, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { agedBelowHead, computingWords, statusLine } from '../../parts/computing.ts';
import { atMost, indented, paragraph } from '../../parts/text.ts';
import { plot } from './plot.ts';
import type { Reading } from './reading.ts';
import { indexOf, readingOf } from './reading.ts';
import { side } from './side.ts';
import type { FrontierState } from './state.ts';
import { asksZone, axesOf } from './state.ts';

/** Narrower areas have plot and lists below each other. */
const BESIDE = 64;
/** Columns of the lists where they stand beside the plot. */
const LEAST_SIDE = 36;
const MOST_SIDE = 52;
/** Rows from where the long sentence on whose deals these are is shown. */
const TALL = 28;
/** Rows below which the plot gives way to the list with the focus. */
const LOW = 14;

/** The whole screen. */
export function view(context: Context, state: FrontierState, area: Area): readonly Line[] {
  const reading = readingOf(context);
  if (reading === null) return block(waiting(context, state, area.width), area);
  const { current } = context.findings.frontier;
  return agedBelowHead(block(laidOut(reading, context, state, area), area), current);
}

function laidOut(reading: Reading, context: Context, state: FrontierState, area: Area): Block {
  const { width, height } = area;
  const head = ends(line(span(` ${reading.headline}`, 'strong')), statusLine(context.findings.frontier), width);
  const foot = footer(reading, context, area);
  if (reading.points.length === 0) return [head, ...block(emptyLines(reading, width), { width, height: height - 1 })];
  const middle = { width, height: Math.max(0, height - 1 - foot.length) };
  return [head, ...panes(reading, context, state, middle), ...foot];
}

/** What is proven, always; whose deals these are and what `pinned` means, where there is room. */
function footer(reading: Reading, { pinned }: Context, { width, height }: Area): readonly Line[] {
  const proven = paragraph(reading.guarantee, width - 2);
  if (height < TALL) return indented(atMost(proven, Math.max(1, Math.floor(height / 4)), width - 2));
  const quiet = [
    ...(reading.scope === null ? [] : [reading.scope]),
    ...(pinned === null ? [] : ['Pinned: what the same deal is worth more now than by the pinned numbers.']),
  ];
  return indented([...proven, ...quiet.flatMap((text) => paragraph(text, width - 2, 'dim'))]);
}

function panes(reading: Reading, context: Context, state: FrontierState, area: Area): Block {
  const { width, height } = area;
  const axes = axesOf(state, reading.about.scenario.parties.length);
  const cursor = indexOf(reading.points, state.deal);
  const options = { reading, context, state, axes, cursor };
  const picture = (size: Area): Block =>
    box({
      title: axisTitle(reading, axes),
      right: reading.zone ? 'deals of the zone' : 'the whole space',
      ...size,
      focused: false,
      body: plot({ reading, axes, cursor, glyphs: context.glyphs }, inside(size)),
      glyphs: context.glyphs,
    });
  if (width >= BESIDE) {
    const list = Math.min(MOST_SIDE, Math.max(LEAST_SIDE, Math.floor(width * 0.42)));
    return beside(picture({ width: width - list, height }), side(options, { width: list, height }));
  }
  if (height < LOW) return side(options, area);
  const upper = Math.floor(height / 2);
  return [...picture({ width, height: upper }), ...side(options, { width, height: height - upper })];
}

function axisTitle({ about: { scenario } }: Reading, { x, y }: { readonly x: number; readonly y: number }): string {
  return x === y ? partyShort(scenario, x) : `${partyShort(scenario, x)} × ${partyShort(scenario, y)}`;
}

function waiting(context: Context, state: FrontierState, width: number): readonly Line[] {
  const { running, failed } = context.findings.frontier;
  const whose = asksZone(state, context) ? 'of the zone' : 'that keep the rules, signed or not';
  const texts =
    failed === null
      ? [
          `Looking for the efficient deals ${whose}. A deal is efficient when no other is better for some party and worse for none.`,
          '',
          computingWords(running),
        ]
      : ['There is no frontier to show.', '', failed];
  return spaced(texts, width);
}

/** No points: the zone is empty, which is an answer. */
function emptyLines({ guarantee, zone }: Reading, width: number): readonly Line[] {
  const texts = [
    guarantee,
    '',
    ...(zone
      ? ['z shows the frontier of the whole space: the deals that keep the rules, signed or not.']
      : ['The rules leave no deal at all.']),
    'The why screen (6) says what stands in the way, and what would open a zone.',
  ];
  return spaced(texts, width);
}

/** Paragraphs, and a blank line for each empty text, below a blank line. */
function spaced(texts: readonly string[], width: number): readonly Line[] {
  return [EMPTY, ...texts.flatMap((text) => (text === '' ? [EMPTY] : indented(paragraph(text, width - 2))))];
}
