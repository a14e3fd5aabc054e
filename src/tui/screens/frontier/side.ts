/** The lists beside the plot, one below the other: the parties at the point under the cursor, points, marks. */
import type { Block } from '../../draw/box.ts';
import { stack } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import type { Table, Window } from '../../draw/list.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { listPane } from '../../parts/list-pane.ts';
import { indented, paragraph } from '../../parts/text.ts';
import { markTable } from './marks.ts';
import { partyTable, pointWords } from './parties.ts';
import { pointTable } from './points.ts';
import type { Reading } from './reading.ts';
import type { Axes, FrontierState, Pane } from './state.ts';

export interface SideOptions {
  readonly reading: Reading;
  readonly context: Context;
  readonly state: FrontierState;
  readonly axes: Axes;
  /** Number of the point under the cursor; there is at least one. */
  readonly cursor: number;
}

/** The panes from above; which are left out where there is no room, last first, unless they have the focus. */
const ORDER: readonly Pane[] = ['parties', 'points', 'marks'];
/** Below this only the parties and the list with the focus are shown. */
const TIGHT = 18;
/** Borders, heading and a row or, of the points, three. */
const LEAST: Readonly<Record<Pane, number>> = { parties: 4, points: 6, marks: 4 };

/** Exactly the area; the pane with the focus gets the rows it wants first. */
export function side(options: SideOptions, { width, height }: Area): Block {
  const { reading, state } = options;
  const parties = reading.about.scenario.parties.length + 3;
  const wanted: Readonly<Record<Pane, number>> = {
    parties: parties + noteLines(pointWords(reading.about.scenario, reading.points[options.cursor]!), width).length,
    points: reading.points.length + 3,
    marks: reading.marks.length === 0 ? 0 : reading.marks.length + 3 + (state.pane === 'marks' ? 2 : 0),
  };
  const heights = share(height, wanted, parties, state.pane);
  return stack(
    ...ORDER.filter((pane) => heights[pane] > 0).map((pane) => drawn(pane, options, { width, height: heights[pane] })),
  );
}

/** Rows of each pane, all given away: the least for each as far as it goes, all parties, what they want, the rest to one. */
function share(
  height: number,
  wanted: Readonly<Record<Pane, number>>,
  parties: number,
  focus: Pane,
): Readonly<Record<Pane, number>> {
  const heights: Record<Pane, number> = { parties: 0, points: 0, marks: 0 };
  let left = height;
  const give = (pane: Pane, most: number): void => {
    const more = Math.min(left, Math.max(0, most - heights[pane]));
    heights[pane] += more;
    left -= more;
  };
  const second = focus === 'parties' ? 'points' : 'parties';
  const byNeed: Pane[] = height < TIGHT ? [focus, second] : [focus, ...ORDER.filter((pane) => pane !== focus)];
  for (const pane of byNeed) {
    if (left >= LEAST[pane] || pane === focus) give(pane, Math.min(LEAST[pane], wanted[pane]));
  }
  if (heights.parties > 0) give('parties', Math.min(parties, Math.floor(height / 2)));
  for (const pane of byNeed) if (heights[pane] > 0) give(pane, wanted[pane]);
  give(heights.points > 0 ? 'points' : focus, height);
  return heights;
}

function drawn(pane: Pane, options: SideOptions, area: Area): Block {
  switch (pane) {
    case 'points':
      return pointsPane(options, area);
    case 'parties':
      return partiesPane(options, area);
    case 'marks':
      return marksPane(options, area);
  }
}

function pointsPane({ reading, context: { glyphs }, state, axes, cursor }: SideOptions, area: Area): Block {
  const count = reading.points.length;
  return listPane(
    {
      title: `Points: ${cursor + 1} of ${count}`,
      count,
      cursor,
      focused: state.pane === 'points',
      leads: true,
      table: (window, width) => pointTable({ reading, axes, window, glyphs }, width),
      glyphs,
    },
    area,
  );
}

function partiesPane({ reading, context, state, axes, cursor }: SideOptions, area: Area): Block {
  const { glyphs, pinned } = context;
  const point = reading.points[cursor]!;
  return listPane(
    {
      title: `Point ${cursor + 1}`,
      count: reading.about.scenario.parties.length,
      cursor: state.party,
      focused: state.pane === 'parties',
      table: (window, width) => inView(partyTable({ reading, point, axes, pinned, glyphs }, width), window),
      notes: noteLines(pointWords(reading.about.scenario, point), area.width),
      right: point.inZone ? 'in the zone' : 'not in the zone',
      glyphs,
    },
    area,
  );
}

/** With the whole title of the mark under the cursor, where there is room. */
function marksPane({ reading: { marks }, context: { glyphs }, state }: SideOptions, area: Area): Block {
  const focused = state.pane === 'marks';
  const mark = marks[Math.min(state.mark, marks.length - 1)];
  const notes = mark === undefined || !focused || area.height < 7 ? [] : noteLines(mark.title, area.width);
  return listPane(
    {
      title: 'Solutions and drafts',
      count: marks.length,
      cursor: state.mark,
      focused,
      table: (window, width) => inView(markTable(marks, width), window),
      notes,
      kept: notes.length,
      glyphs,
    },
    area,
  );
}

function inView({ header, rows }: Table, { start, end }: Window): Table {
  return { header, rows: rows.slice(start, end) };
}

/** Below a list of a pane of this width. */
function noteLines(text: string, width: number): readonly Line[] {
  return indented(paragraph(text, width - 4, 'dim'), 2);
}
