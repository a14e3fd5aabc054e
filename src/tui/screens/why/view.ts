/** The page of the explanation, and beside it the deal that the entry under the cursor leads to. */
import { columns as textColumns, wrap } from '../../../report/text/width.ts';
import { ofTheMiddle } from '../../../report/view/unvalued.ts';
import { beside, block, box, ends, inside } from '../../draw/box.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, line, safe, span } from '../../draw/line.ts';
import { moreText, windowOf } from '../../draw/list.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { agedBelowHead, statusLine } from '../../parts/computing.ts';
import { indented, paragraph } from '../../parts/text.ts';
import { consequence } from './consequence.ts';
import type { Entry, Section } from './entries.ts';
import type { WhyState } from './state.ts';
import { canApply, entryAt, pageOf } from './state.ts';

/** Narrower areas show the page alone. */
const WIDE = 100;
const SIDE = 40;

/** The whole screen. */
export function view(context: Context, state: WhyState, area: Area): readonly Line[] {
  const page = pageOf(context, state);
  const { current, failed, last } = context.findings.explain;
  const head = ends(headline(context), statusLine(context.findings.explain), area.width);
  if (page === null || last === null) return block([head, EMPTY, line(span(` ${failed ?? WAITING}`, 'dim'))], area);
  const size = { width: area.width >= WIDE ? area.width - SIDE : area.width, height: area.height - 1 };
  const pane = box({ ...pageBody(context, page, state, size), ...size, focused: true, glyphs: context.glyphs });
  const entry = entryAt(context, state);
  const right =
    size.width === area.width
      ? []
      : box({
          title: 'What it leads to',
          width: SIDE,
          height: size.height,
          focused: false,
          body: entry === null ? [] : consequence(last.about, entry, SIDE - 2, context.glyphs),
          glyphs: context.glyphs,
        });
  return agedBelowHead(block([head, ...beside(pane, right)], area), current);
}

const WAITING = 'The explanation is being computed; the other screens can be used meanwhile.';

function headline({ findings }: Context): Line {
  const { last } = findings.explain;
  if (last === null) return line(span(' Why', 'strong'));
  const { scenario } = last.about;
  return last.answer.empty
    ? line(span(` ${ofTheMiddle(scenario, 'No deal.')} `, 'bad'), 'Why, and what would open one.')
    : line(span(` ${ofTheMiddle(scenario, 'A deal is possible.')} `, 'good'), 'How firm it is.');
}

interface Body {
  readonly title: string;
  readonly right: string;
  readonly body: readonly Line[];
}

function pageBody(context: Context, page: readonly Section[], state: WhyState, size: Area): Body {
  const { glyphs } = context;
  const { width, height } = inside(size);
  const lines: Line[] = [];
  const count = page.reduce((sum, { entries }) => sum + entries.length, 0);
  const here = Math.min(state.cursor, count - 1);
  let [number, first, end] = [0, 0, 0];
  for (const { title, intro, entries, notes } of page) {
    if (lines.length > 0) lines.push(EMPTY);
    lines.push(line(span(` ${title}`, 'title')), ...quiet(intro, width));
    for (const entry of entries) {
      if (number === here) first = lines.length;
      lines.push(...entryLines(entry, width, number === here, glyphs));
      if (number === here) end = lines.length;
      number++;
    }
    lines.push(...notes.flatMap((note) => quiet(note, width)));
  }
  // The last line of the entry is in sight first, then as much of its beginning as fits.
  const window = windowOf(lines.length, Math.min(end - 1, first + height - 1), height, Math.max(0, first - 2 - height));
  return {
    title: 'Explanation',
    right: moreText(window, lines.length, glyphs),
    body: lines.slice(window.start, window.end),
  };
}

function quiet(text: string, width: number): readonly Line[] {
  return text === '' ? [] : indented(paragraph(text, width - 2, 'dim'));
}

const LABEL = 16;
/** Behind a way out that can be taken. */
const ACTION = '  [enter]';

function entryLines(entry: Entry, width: number, isHere: boolean, glyphs: Glyphs): Line[] {
  const label = entry.label.length <= 3 ? entry.label.padStart(3) : safe(entry.label);
  const indent = Math.min(LABEL, Math.max(4, textColumns(label) + 1)) + 1;
  const tone = isHere ? 'strong' : 'plain';
  const action = canApply(entry) ? ACTION : '';
  const lines = wrap(safe(entry.text), Math.max(10, width - indent - 1 - Math.max(1, action.length)));
  return lines.map((row, k) =>
    k === 0
      ? line(
          span(isHere ? glyphs.cursor : ' ', 'accent'),
          span(label.padEnd(indent), tone),
          span(row, tone),
          span(action, 'accent'),
        )
      : line(' '.repeat(indent + 1), span(row, tone)),
  );
}
