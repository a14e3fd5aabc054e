/** What the scenario can be held against, and the table of what differs and what follows. */
import { beside, block, box, inside } from '../../draw/box.ts';
import type { Block } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { line, safe, span } from '../../draw/line.ts';
import { moreText, windowOf } from '../../draw/list.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { aged, computingWords } from '../../parts/computing.ts';
import { within } from '../../parts/moving.ts';
import { indented, paragraph } from '../../parts/text.ts';
import type { CompareState } from './state.ts';
import { chosenOf, comparables } from './state.ts';
import { LEAST_WIDTH, tableLines } from './table.ts';

const LIST = 38;
/** Both panes side by side. */
const WIDE = LIST + LEAST_WIDTH + 4;

/** The whole screen. */
export function view(context: Context, state: CompareState, area: Area): readonly Line[] {
  if (area.width < WIDE)
    return block(state.pane === 'list' ? listPane(context, state, area) : tablePane(context, state, area), area);
  const right = { width: area.width - LIST, height: area.height };
  return block(
    beside(listPane(context, state, { width: LIST, height: area.height }), tablePane(context, state, right)),
    area,
  );
}

function listPane(context: Context, state: CompareState, area: Area): Block {
  const { glyphs } = context;
  const all = comparables(context);
  const { width, height } = inside(area);
  const at = within(state.cursor, all.length);
  const said =
    all[at] === undefined ? [] : indented(paragraph(`${all[at].name}. By: ${all[at].by}.`, width - 2, 'dim'));
  const room = Math.max(1, height - said.length - 1);
  const window = windowOf(all.length, at, room, at - Math.floor(room / 2));
  const rows = all.slice(window.start, window.end).map(({ argument, name }, k) => {
    const here = window.start + k === at;
    const mark = state.chosen.includes(argument) ? glyphs.yes : ' ';
    return line(
      span(here ? `${glyphs.cursor} ` : '  ', here && state.pane === 'list' ? 'cursor' : 'accent'),
      span(`${mark} `, 'good'),
      span(safe(name), here ? 'strong' : 'plain'),
    );
  });
  const none = paragraph(
    'No reading lies beside the file, and it has no stages. An overlay with `reading` in a folder readings is found.',
    width - 2,
    'dim',
  );
  const body = all.length === 0 ? indented(none) : [...rows, [], ...said];
  const right = moreText(window, all.length, glyphs);
  return box({ ...area, title: 'Beside this one', right, focused: state.pane === 'list', body, glyphs });
}

function tablePane(context: Context, state: CompareState, area: Area): Block {
  const { glyphs, findings } = context;
  const { last, current, failed, running } = findings.compare;
  const { width, height } = inside(area);
  const pane = (body: readonly Line[], right?: string): Block =>
    box({ ...area, title: 'What differs, and what follows', right, focused: state.pane === 'table', body, glyphs });
  if (chosenOf(context, state).length === 0) {
    return pane(
      indented(
        paragraph(
          'Space chooses what to put beside the scenario as it stands here; A takes all readings.',
          width - 2,
          'dim',
        ),
      ),
    );
  }
  if (failed !== null) return pane(indented(failed.split('\n').flatMap((text) => paragraph(text, width - 2, 'bad'))));
  if (
    last === null ||
    (!current && running !== null && last.question.others.join() !== chosenOf(context, state).join())
  ) {
    return pane(
      indented(
        paragraph(
          `${computingWords(running)} Escape stops it; it goes on while you look at other screens.`,
          width - 2,
          'dim',
        ),
      ),
    );
  }
  const lines = indented(tableLines(last.answer, width - 2));
  const start = Math.max(0, Math.min(state.top, lines.length - height));
  const window = { start, end: Math.min(lines.length, start + height) };
  return pane(
    aged(lines.slice(window.start, window.end), current),
    [...(current ? [] : [computingWords(running)]), moreText(window, lines.length, glyphs)].join('  '),
  );
}
