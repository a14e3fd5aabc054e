/** The range of a number as a track: where the verdict holds, where the recommended deal changes, now and in the file. */
import type { Reach } from '../../../engine/sensitivity/breakpoints.ts';
import type { BreakpointRow } from '../../../questions/sensitivity/case.ts';
import { endFigure, isEnd } from '../../../questions/sensitivity/breakpoints.ts';
import type { Figure } from '../../../questions/sensitivity/breakpoints.ts';
import { listed } from '../../../report/view/words.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { line, span } from '../../draw/line.ts';
import { aligned } from '../../draw/list.ts';
import { fraction } from '../../draw/scale.ts';
import type { RulerMark, TrackSegment } from '../../draw/slider.ts';
import { ruler, slider, track } from '../../draw/slider.ts';
import { columns as textColumns } from '../../../report/text/width.ts';
import type { Turnable } from './turnable.ts';

/** "verdict holds from 3.2 to 18; deal changes at 12.4", or "no deal below 18". `empty`: there is no deal now. */
export function reachWords(row: BreakpointRow, empty: boolean, figure: Figure): string {
  const verdict = `${empty ? 'no deal' : 'verdict holds'} ${rangeWords(row, row.found.verdict, figure)}`;
  return empty ? verdict : `${verdict}; ${dealWords(row, figure)}`;
}

function rangeWords(row: BreakpointRow, { down, up }: BreakpointRow['found']['verdict'], figure: Figure): string {
  const [from, to] = [endFigure(row, down, 'up', figure), endFigure(row, up, 'down', figure)];
  if (from === null && to === null) return 'for any value';
  if (from === null) return `up to ${to}`;
  return to === null ? `from ${from}` : `from ${from} to ${to}`;
}

function dealWords(row: BreakpointRow, figure: Figure): string {
  const { deal } = row.found;
  if (deal === null) return 'when the deal changes is not known';
  const changes = dealChanges(row);
  if (changes.length > 0) return `deal changes at ${listed(changes.map((value) => figure(value)))}`;
  const range = rangeWords(row, deal, figure);
  return range === 'for any value' ? 'the deal stays' : `the deal stays ${range}`;
}

/** Values at which the recommended deal gives way to another one. */
function dealChanges({ found, valueAt }: BreakpointRow): readonly number[] {
  const { deal } = found;
  if (deal === null) return [];
  return [deal.down, deal.up].filter(({ changes }) => changes).map(({ until }) => valueAt(until));
}

/** Where there is a deal along the number and where not, and under it the marks. `empty`: there is none where it stands. */
export function trackLines(
  number: Turnable,
  row: BreakpointRow | null,
  empty: boolean,
  width: number,
  glyphs: Glyphs,
): readonly Line[] {
  const turnable = row === null ? number : { ...number, to: farEnd(number, row) };
  const place = placesOf(turnable);
  const segments = row === null ? [] : segmentsOf(row, empty, place);
  return framed(turnable, row, width, glyphs, (size) => track({ segments, cursor: place(turnable.now), size, glyphs }));
}

/** A number without breakpoints: where it stands between its ends. */
export function sliderLines(turnable: Turnable, width: number, glyphs: Glyphs): readonly Line[] {
  const { now, from, to } = turnable;
  return framed(turnable, null, width, glyphs, (size) =>
    slider({ value: now, low: from, high: to, size: size + 2, glyphs }).slice(1, -1),
  );
}

function framed(
  turnable: Turnable,
  row: BreakpointRow | null,
  width: number,
  glyphs: Glyphs,
  draw: (size: number) => Line,
): readonly Line[] {
  const { from, to, figure } = turnable;
  const side = Math.max(textColumns(figure(from)), textColumns(figure(to)));
  const size = width - 2 * side - 2;
  if (size < LEAST_TRACK) return [];
  return [
    line(...aligned(line(span(figure(from), 'dim')), side, 'right'), ' ', ...draw(size), span(` ${figure(to)}`, 'dim')),
    line(' '.repeat(side + 1), ...ruler(marksOf(turnable, row, glyphs), size)),
  ];
}

const LEAST_TRACK = 8;

/** Where the number may go on beyond its slider: room above it, and the breakpoints that are not too far. */
function farEnd({ now, to, unbounded }: Turnable, row: BreakpointRow): number {
  if (!unbounded) return to;
  const { verdict, deal } = row.found;
  const ends = [verdict, deal].flatMap((ways) => (ways?.up.changes === true ? [row.valueAt(ways.up.until)] : []));
  const seen = ends.filter((value) => value <= 3 * Math.max(now, to));
  return Math.max(to, now * 1.25, ...seen.map((value) => value * 1.05));
}

/** Where a value lies between the ends of the number, 0..1. */
function placesOf({ from, to }: Turnable): (value: number) => number {
  return (value) => fraction(value, { low: from, high: to });
}

function segmentsOf(row: BreakpointRow, empty: boolean, place: (value: number) => number): TrackSegment[] {
  const [here, there] = empty ? (['fails', 'holds'] as const) : (['holds', 'fails'] as const);
  const { down, up } = row.found.verdict;
  const [low, high] = [place(row.valueAt(down.until)), place(row.valueAt(up.until))];
  const beyond = (reach: Reach): TrackSegment['state'] =>
    reach.changes ? there : isEnd(row, reach) ? here : 'unknown';
  return [
    ...(low > 0 ? [{ from: 0, to: low, state: beyond(down) }] : []),
    { from: low, to: high, state: here },
    ...(high < 1 ? [{ from: high, to: 1, state: beyond(up) }] : []),
  ];
}

function marksOf(turnable: Turnable, row: BreakpointRow | null, glyphs: Glyphs): RulerMark[] {
  const { file, now, from, to, stated } = turnable;
  const place = placesOf(turnable);
  const inside = (value: number): boolean => value >= from && value <= to;
  const ends = [
    ...(stated.low === undefined ? [] : [{ at: place(stated.low), sign: '[', tone: 'dim' as const }]),
    ...(stated.high === undefined ? [] : [{ at: place(stated.high), sign: ']', tone: 'dim' as const }]),
  ];
  const changes = row === null ? [] : dealChanges(row).filter(inside);
  return [
    ...ends,
    ...changes.map((value): RulerMark => ({ at: place(value), sign: glyphs.slider.breakpoint, tone: 'warn' })),
    ...(file === now ? [] : [{ at: place(file), sign: glyphs.slider.baseline, tone: 'strong' as const }]),
  ];
}

/** What the signs of the track mean. */
export function trackLegend(glyphs: Glyphs): string {
  const { holds, fails } = glyphs.track;
  const { knob, baseline, breakpoint } = glyphs.slider;
  return (
    `${holds} a deal  ${fails} no deal  ${knob} now  ${baseline} in the file  ` +
    `${breakpoint} deal changes  [ ] range given`
  );
}
