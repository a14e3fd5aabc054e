/** Deals side by side: a column for each, a row for each party with its bar, its points and its distance to its least. */
import type { PartyDigits } from '../../../report/digits.ts';
import { signedPointsOf, statedOf } from '../../../report/digits.ts';
import { spareOf } from '../../../report/case.ts';
import type { Digits } from '../../../report/text/points.ts';
import { signedPoints } from '../../../report/text/points.ts';
import type { PartyRow } from '../../../report/view/deals.ts';
import { dealStandsIn, standInFigure } from '../../../report/view/unvalued.ts';
import { dealDigits, partyRows } from '../../../report/view/deals.ts';
import type { Size } from '../../draw/box.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, fit, line, safe, span } from '../../draw/line.ts';
import { aligned, moreText, windowOf } from '../../draw/list.ts';
import type { Window } from '../../draw/list.ts';
import { difference } from '../../draw/meter.ts';
import { columns as textColumns } from '../../../report/text/width.ts';
import type { Moment } from '../../model/context.ts';
import { wholeFocus } from '../../../report/view/focus.ts';
import type { DealPick } from './columns.ts';
import { atMost, paragraph, widest } from '../../parts/text.ts';
import { utilityBar } from '../../parts/utility-bar.ts';

export interface DealsPane extends Size {
  readonly moment: Moment;
  readonly picks: readonly DealPick[];
  /** Of the deal under the cursor; null where none is. */
  readonly column: number | null;
  readonly row: number;
  readonly focused: boolean;
  readonly glyphs: Glyphs;
}

const LEAST_BAR = 6;
const MOST_BAR = 30;
const GAP = 2;
const MOST_NAME = 18;
const MOST_HEADING = 3;

interface Layout {
  readonly name: number;
  readonly least: number;
  readonly utility: number;
  /** The figure after it. */
  readonly beside: number;
  /** Against the pinned answers; 0 where nothing is pinned. */
  readonly since: number;
  readonly bar: number;
  readonly column: number;
  /** The deals shown. */
  readonly shown: Window;
}

export interface DealsDrawn {
  readonly lines: readonly Line[];
  /** What lies outside: deals to the left and right, parties above and below. */
  readonly more: string;
}

/** The table, and below it the deal under the cursor in words where there is room; parties that do not fit scroll. */
export function dealsDrawn(pane: DealsPane): DealsDrawn {
  const { moment, picks, glyphs, height } = pane;
  const layout = layoutOf(pane);
  const digits = digitsIn(pane);
  const parties = rowsOf(moment.about, digits);
  const shown = picks.slice(layout.shown.start, layout.shown.end);
  const headings = Math.max(1, Math.min(MOST_HEADING, height - parties.length));
  const heads = headLines(pane, layout, shown, headings);
  const rows = windowOf(parties.length, pane.row, Math.max(1, height - heads.length));
  const body = parties.slice(rows.start, rows.end).map((party, k) => {
    const cursor = pane.focused && rows.start + k === pane.row ? glyphs.cursor : ' ';
    const cells = shown.flatMap((pick) => cellSpans(pane, pick, rows.start + k, layout, digits));
    return line(span(cursor, 'accent'), ...nameSpans(party, layout), ...cells);
  });
  const left = height - heads.length - body.length;
  const detail = left > 1 ? [EMPTY, ...detailLines(pane).slice(0, left - 1)] : [];
  return { lines: [...heads, ...body, ...detail], more: moreOf(pane, layout, rows) };
}

function moreOf({ picks, moment, glyphs }: DealsPane, { shown: { start, end } }: Layout, rows: Window): string {
  return [
    ...(start > 0 ? [`${glyphs.left} ${start}`] : []),
    ...(end < picks.length ? [`${glyphs.right} ${picks.length - end}`] : []),
    moreText(rows, moment.about.scenario.parties.length, glyphs),
  ]
    .filter((text) => text !== '')
    .join('  ');
}

/** Every party, with a sign before a least that only stands in for one that nobody has given. */
function rowsOf(about: Moment['about'], digits: PartyDigits): readonly PartyRow[] {
  const { scenario } = about;
  return partyRows(about, wholeFocus(scenario, true, ''), digits).map((row, party) => {
    return { ...row, least: standInFigure(row.least, scenario.parties[party]!.reservation.unknown !== undefined) };
  });
}

/** The party's points in a deal, with the sign where they hang on such a number. */
function utilityFigure({ scenario }: Moment['about'], { cells, shown }: DealPick, party: number): string {
  return standInFigure(cells[party]!.utility, dealStandsIn(scenario, party, shown.deal));
}

/** What the table takes without scrolling; with its detail where that is within the room. */
export function dealsHeight(pane: DealsPane, room: number): number {
  const layout = layoutOf(pane);
  const shown = pane.picks.slice(layout.shown.start, layout.shown.end);
  const table = headLines(pane, layout, shown, MOST_HEADING).length + pane.moment.about.scenario.parties.length;
  const detailed = table + 1 + detailLines(pane).length;
  return detailed <= room ? detailed : table;
}

/** By party, those of the figures of all deals beside each other. */
function digitsIn({ moment: { about }, picks }: DealsPane): PartyDigits {
  const deals = picks.map(({ cells }) => ({ utility: cells.map(({ value }) => value) }));
  return dealDigits(about, wholeFocus(about.scenario, true, ''), deals);
}

function layoutOf(pane: DealsPane): Layout {
  const { moment, picks, column, width } = pane;
  const digits = digitsIn(pane);
  const parties = rowsOf(moment.about, digits);
  const cells = picks.flatMap((pick) => pick.cells);
  const changes = picks.flatMap(
    ({ since }) => since?.map((value, party) => signedPoints(value, digits.get(party)!)) ?? [],
  );
  const label = width < 100 ? 'short' : 'name';
  const fixed = {
    name: Math.min(MOST_NAME, widest(parties.map((party) => safe(party[label])))),
    least: Math.max(5, widest(parties.map(({ least }) => least))),
    utility: widest(picks.flatMap((pick) => pick.cells.map((_, party) => utilityFigure(moment.about, pick, party)))),
    beside: widest(cells.map(({ beside }) => beside)),
    since: changes.length === 0 ? 0 : Math.max(3, widest(changes)),
  };
  const figures = fixed.utility + fixed.beside + 2 + (fixed.since === 0 ? 0 : fixed.since + 1);
  const room = width - 1 - fixed.name - 1 - fixed.least;
  const each = GAP + LEAST_BAR + figures;
  const count = Math.min(picks.length, Math.max(1, Math.floor(room / each)));
  const bar = Math.min(MOST_BAR, Math.max(3, Math.floor(room / count) - GAP - figures));
  return { ...fixed, bar, column: bar + figures, shown: windowOf(picks.length, column ?? 0, count) };
}

function nameSpans(party: PartyRow, { name, least }: Layout): Line {
  const text = textColumns(safe(party.name)) <= name ? party.name : party.short;
  return [
    ...fit(line(span(safe(text), 'plain', party.color)), name),
    span(' '),
    ...aligned(line(span(party.least, 'dim')), least, 'right'),
  ];
}

function cellSpans(
  { moment, glyphs }: DealsPane,
  pick: DealPick,
  row: number,
  layout: Layout,
  digits: PartyDigits,
): Line {
  const { value, beside, reaches } = pick.cells[row]!;
  const utility = utilityFigure(moment.about, pick, row);
  const since = pick.since?.[row] ?? null;
  return [
    span(' '.repeat(GAP)),
    ...utilityBar(moment.about, row, value, layout.bar, glyphs),
    span(' '),
    ...aligned(line(span(utility, 'strong')), layout.utility, 'right'),
    span(' '),
    ...aligned(line(span(beside, reaches ? 'plain' : 'bad')), layout.beside, 'right'),
    ...(layout.since === 0
      ? []
      : [
          span(' '),
          ...aligned(
            line(since === null ? span('-', 'dim') : difference(since, digits.get(row)!)),
            layout.since,
            'right',
          ),
        ]),
  ];
}

/** Letter and heading over each column, its further lines under them, then what the figures are. */
function headLines(pane: DealsPane, layout: Layout, shown: readonly DealPick[], most: number): readonly Line[] {
  const before = 1 + layout.name + 1 + layout.least;
  const titles = shown.map((pick) => headingOf(pane, pick, layout.column, most));
  const height = Math.max(1, ...titles.map((rows) => rows.length));
  return Array.from({ length: height }, (_, k) => {
    const last = k === height - 1;
    const label = last ? aligned(line(span('least', 'dim')), before, 'right') : line(' '.repeat(before));
    const above = (rows: readonly Line[]): Line => rows[k - (height - rows.length)] ?? EMPTY;
    return [...label, ...titles.flatMap((rows) => [span(' '.repeat(GAP)), ...fit(above(rows), layout.column)])];
  });
}

function headingOf(
  { picks, column, focused, glyphs }: DealsPane,
  pick: DealPick,
  width: number,
  most: number,
): readonly Line[] {
  const chosen = column !== null && picks[column] === pick;
  const tone = chosen ? 'strong' : 'plain';
  const mark = chosen && focused ? glyphs.cursor : ' ';
  const indent = ' '.repeat(pick.letter.length + 2);
  const rows = paragraph(pick.heading, width - indent.length, tone);
  const cutRows = atMost(rows, most, width - indent.length);
  return cutRows.map((row, k) =>
    k === 0
      ? line(span(mark, 'accent'), span(pick.letter, chosen ? 'cursor' : 'strong'), ' ', ...row)
      : line(indent, ...row),
  );
}

function sinceWords(since: number, digits: Digits): string {
  return since === 0 ? 'as in the pinned answer' : `${signedPoints(since, digits)} against the pinned answer`;
}

const NONE_CHOSEN =
  'Their order says nothing; left and right go to one. Percentages: the gain over no deal as a share of the most that the ' +
  'party could gain.';

function spareWords(of: Moment['about'], party: number, { shown }: DealPick): string {
  return signedPointsOf(of, party, spareOf(of, party, shown.deal));
}

/** The deal and the party under the cursor in words. */
function detailLines(pane: DealsPane): readonly Line[] {
  const { moment, picks, column, row, width } = pane;
  const pick = column === null ? undefined : picks[column];
  if (pick === undefined) return paragraph(NONE_CHOSEN, width, 'dim');
  const remarks = pick.remarks.length === 0 ? '' : ` (${pick.remarks.join('; ')})`;
  const party = moment.about.scenario.parties[row];
  const cell = pick.cells[row];
  if (party === undefined || cell === undefined) return [];
  const since = pick.since?.[row];
  const change = since === undefined ? '' : `, ${sinceWords(since, digitsIn(pane).get(row)!)}`;
  const { value, unknown } = party.disagreement;
  const worthless = standInFigure(statedOf(moment.about, row, value), unknown !== undefined);
  const standing =
    `${safe(party.name)}: ${utilityFigure(moment.about, pick, row)} points, ${spareWords(moment.about, row, pick)} against the least it signs for; ` +
    `no deal is worth ${worthless}${change}.`;
  return [
    ...paragraph(`${pick.letter}: ${pick.heading}${remarks}`, width, 'dim'),
    ...paragraph(standing, width, 'dim'),
  ];
}
