/** A party's thresholds and issues, each with its slider and number; changed ones with what the file says. */
import { percent } from '../../../report/text/number.ts';
import { issueTitle, partyShort } from '../../../report/view/words.ts';
import type { Party, Scenario } from '../../../scenario/scenario.ts';
import type { Size } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, fit, line, lineWidth, safe, span } from '../../draw/line.ts';
import { aligned, moreText, windowOf } from '../../draw/list.ts';
import { slider } from '../../draw/slider.ts';
import type { Context } from '../../model/context.ts';
import { widest } from '../../parts/text.ts';
import type { RowPlace } from './place.ts';
import { rowPlaces, samePlace } from './place.ts';
import type { WeightsState } from './state.ts';
import { rowAt } from './state.ts';
import type { Turnable } from './turnable.ts';
import { fileMarks, fileNote } from './turnable.ts';
import { turnableAt } from './turnable-at.ts';

export interface Drawn {
  readonly lines: readonly Line[];
  /** For the border of the pane. */
  readonly right: string;
}

interface Row {
  readonly place: RowPlace;
  readonly turnable: Turnable;
  readonly point: string;
  readonly title: string;
  readonly share: string;
}

/** Columns from which on the share of each weight stands beside it. */
const WIDE = 64;

const NARROW = 50;
const LONG: Names = { least: 'least it signs for', noDeal: 'what no deal is worth' };
const SHORT: Names = { least: 'least', noDeal: 'no deal' };

/** The list, scrolled to the row under the cursor. */
export function listDrawn(context: Context, state: WeightsState, { width, height }: Size): Drawn {
  const { scenario } = context.now;
  const places = rowPlaces(scenario, state.filter);
  const at = rowAt(context, state);
  const cursor = Math.max(
    0,
    places.findIndex((place) => samePlace(place, at)),
  );
  const head = [partyLine(scenario, state.party, width), ...filterLines(scenario, state, places)];
  const room = Math.max(1, height - head.length);
  const shown = windowOf(places.length, cursor, room, cursor - Math.floor(room / 2));
  const names = width < NARROW ? SHORT : LONG;
  const sum = sumOfWeights(scenario.parties[state.party]!);
  const rows = places.map((place) => rowOf(context, state.party, place, names, sum));
  const widths = widthsOf(rows, width);
  const lines = rows
    .slice(shown.start, shown.end)
    .map((row, k) => rowLine(context, state, row, widths, shown.start + k === cursor));
  return { lines: [...head, ...lines], right: moreText(shown, places.length, context.glyphs) };
}

function filterLines(scenario: Scenario, { filter }: WeightsState, places: readonly RowPlace[]): readonly Line[] {
  if (filter === '') return [];
  return [line(span(` filter: ${safe(filter)}  ${places.length - 2} of ${scenario.issues.length}`, 'accent'))];
}

/** The short names with the chosen one marked; those that do not fit go from the other end. */
function partyLine(scenario: Scenario, party: number, width: number): Line {
  const names = [...scenario.parties.keys()].map((index): Line => {
    const name = safe(partyShort(scenario, index));
    const { color } = scenario.parties[index]!;
    return index === party ? line(span(`[${name}]`, 'cursor', color)) : line(span(` ${name} `, 'plain', color));
  });
  const before = names.slice(0, party + 1);
  let first = 0;
  while (first < party && sumOf(before.slice(first)) > width - 8) first += 1;
  return fit([span(first > 0 ? '…' : '', 'dim'), ...names.slice(first).flat(), span('  { }', 'dim')], width);
}

function sumOf(lines: readonly Line[]): number {
  return lines.reduce((sum, of) => sum + lineWidth(of), 0);
}

/** What the thresholds are called, by the room there is. */
interface Names {
  readonly least: string;
  readonly noDeal: string;
}

/** 0 for a party with a score sheet. */
function sumOfWeights({ preferences }: Party): number {
  return preferences.form === 'scores' ? 0 : preferences.issues.reduce((all, { weight }) => all + weight.value, 0);
}

function rowOf(context: Context, party: number, place: RowPlace, names: Names, sum: number): Row {
  const { scenario } = context.now;
  const turnable = turnableAt(context, party, place);
  if (place.kind !== 'issue') {
    const title = place.kind === 'reservation' ? names.least : names.noDeal;
    return { place, turnable, point: '', title, share: '' };
  }
  return {
    place,
    turnable,
    point: safe(scenario.issues[place.issue]!.point ?? ''),
    title: safe(issueTitle(scenario, place.issue)),
    share: sum === 0 ? '' : percent(turnable.now / sum),
  };
}

interface Widths {
  readonly point: number;
  readonly title: number;
  readonly slider: number;
  readonly figure: number;
  readonly file: number;
  readonly share: number;
}

function widthsOf(rows: readonly Row[], width: number): Widths {
  const point = widest(rows.map((row) => row.point));
  const figure = widest(rows.map(({ turnable }) => turnable.figure(turnable.now)));
  const file = Math.max(4, widest(rows.map(({ turnable }) => fileNote(turnable))));
  const share = width < WIDE ? 0 : widest(rows.map((row) => row.share));
  const fixed = 1 + (point === 0 ? 0 : point + 1) + 1 + 1 + figure + 1 + file + (share === 0 ? 0 : share + 1);
  const room = Math.max(0, width - fixed);
  const title = Math.min(widest(rows.map((row) => row.title)), Math.max(8, Math.floor(room * 0.62)));
  return { point, title, slider: Math.max(0, room - title), figure, file, share };
}

function rowLine(context: Context, state: WeightsState, row: Row, widths: Widths, chosen: boolean): Line {
  const { glyphs } = context;
  const { turnable } = row;
  const focused = chosen && state.focus === 'list';
  const tone = row.place.kind === 'issue' && turnable.now === 0 && !chosen ? 'dim' : chosen ? 'strong' : 'plain';
  return [
    span(chosen ? glyphs.cursor : ' ', 'accent'),
    ...(widths.point === 0 ? [] : [...aligned(line(span(row.point, 'dim')), widths.point, 'right'), span(' ')]),
    ...fit(line(span(row.title, focused ? 'cursor' : tone)), widths.title),
    span(' '),
    ...slider({
      value: turnable.now,
      low: turnable.from,
      high: turnable.to,
      size: widths.slider,
      marks: fileMarks(turnable),
      active: focused,
      glyphs,
    }),
    span(' '),
    ...aligned(line(span(turnable.figure(turnable.now), tone)), widths.figure, 'right'),
    ...(widths.share === 0 ? EMPTY : [span(' '), ...aligned(line(span(row.share, 'dim')), widths.share, 'right')]),
    span(' '),
    ...fit(line(span(fileNote(turnable), 'warn')), widths.file),
  ];
}
