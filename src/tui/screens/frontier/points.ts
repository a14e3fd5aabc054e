/** The points of a frontier as rows: both parties of the axes first, then as many others as there is room for. */
import { reservationOf } from '../../../report/case.ts';
import type { PartyDigits } from '../../../report/digits.ts';
import { tableDigits } from '../../../report/digits.ts';
import { points } from '../../../report/text/points.ts';
import { cut } from '../../../report/text/width.ts';
import { partyShort } from '../../../report/view/words.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { safe, span } from '../../draw/line.ts';
import type { Column, Table, Window } from '../../draw/list.ts';
import { columnsOf } from '../../draw/list.ts';
import type { Point, Reading } from './reading.ts';
import type { Axes } from './state.ts';

export interface PointsOptions {
  readonly reading: Reading;
  readonly axes: Axes;
  /** The rows to draw. */
  readonly window: Window;
  readonly glyphs: Glyphs;
}

/** "-100.0" with the space before it and a sign after it for a party that would not sign. */
const UTILITY = 9;
/** Number, zone and letters. */
const REST = 12;
const MOST_NAME = 8;

/** Every row takes exactly `width` columns. */
export function pointTable({ reading, axes, window: { start, end }, glyphs }: PointsOptions, width: number): Table {
  const { scenario } = reading.about;
  const others = [...scenario.parties.keys()].filter((party) => party !== axes.x && party !== axes.y);
  const room = Math.max(2, Math.floor((width - REST) / UTILITY));
  const shown = [...new Set([axes.x, axes.y]), ...others].slice(0, room);
  const digits = tableDigits(
    reading.about,
    shown,
    reading.points.slice(start, end).map(({ utility }) => utility),
    [...scenario.parties.keys()].map((party) => reservationOf(reading.about, party)),
  );
  const outside = reading.points.some(({ inZone }) => !inZone);
  const columns: Column[] = [
    { title: '#', align: 'right' },
    ...shown.map((party): Column => ({ title: titleOf(reading, party), align: 'right', least: 6 })),
    ...(outside ? [{ title: 'zone', width: 4, align: 'center' as const }] : []),
    { title: 'near', grow: true, least: 1 },
  ];
  const rows = reading.points
    .slice(start, end)
    .map((point, k) => [
      String(start + k + 1),
      ...shown.map((party) => utilityCell(point, party, digits, glyphs)),
      ...(outside ? [point.inZone ? span(glyphs.yes, 'good') : span(glyphs.no, 'dim')] : []),
      span(point.letters, 'strong'),
    ]);
  return columnsOf({ columns, rows, width, gap: 1 });
}

/** Over the figures, not over the sign after them. */
function titleOf({ about }: Reading, party: number): string {
  return `${cut(safe(partyShort(about.scenario, party)), MOST_NAME)} `;
}

/** A party that would not sign has a sign after its points. */
function utilityCell({ utility, signs }: Point, party: number, digits: PartyDigits, glyphs: Glyphs): Line {
  const refuses = signs[party] === false;
  return [
    span(points(utility[party]!, digits.get(party)!), refuses ? 'dim' : 'plain'),
    span(refuses ? glyphs.no : ' ', 'bad'),
  ];
}
