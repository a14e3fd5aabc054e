/** The plot of a frontier for two parties: points, marks, both thresholds, and the point under the cursor. */
import { reservationOf } from '../../../report/case.ts';
import { rangeOf, statedOf } from '../../../report/digits.ts';
import { partyName } from '../../../report/view/words.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { fit, line, span } from '../../draw/line.ts';
import type { Axis, PlotMark } from '../../draw/scatter.ts';
import { scatter } from '../../draw/scatter.ts';
import type { Area } from '../../model/screen.ts';
import type { Reading } from './reading.ts';
import type { Axes } from './state.ts';

export interface PlotOptions {
  readonly reading: Reading;
  readonly axes: Axes;
  /** Number of the point under the cursor. */
  readonly cursor: number;
  readonly glyphs: Glyphs;
}

const HERE = '◆';
/** Columns of the plot for each sign; where points are denser they are small dots. */
const ROOM = 10;

/** Exactly the area's lines; the last one says what the signs mean, where there is room. */
export function plot({ reading, axes, cursor, glyphs }: PlotOptions, { width, height }: Area): readonly Line[] {
  const legend = height >= 8;
  const { points, marks } = reading;
  const at = (utility: readonly number[]) => ({ x: utility[axes.x]!, y: utility[axes.y]! });
  const sparse = points.length * ROOM <= width * height;
  const signs = sparse
    ? points.map(({ utility, inZone }): PlotMark => {
        const { knob, baseline } = glyphs.slider;
        return inZone
          ? { ...at(utility), sign: knob, tone: 'good' }
          : { ...at(utility), sign: baseline, tone: 'plain' };
      })
    : [];
  const letters = marks.map(({ utility, letter }): PlotMark => ({ ...at(utility), sign: letter, tone: 'strong' }));
  const here = points[cursor];
  const current: PlotMark[] = here === undefined ? [] : [{ ...at(here.utility), sign: HERE, tone: 'cursor' }];
  const drawn = [...signs, ...letters, ...current];
  const rows = scatter({
    points: sparse ? [] : points.map(({ utility }) => at(utility)),
    marks: drawn,
    cursor: here === undefined ? undefined : drawn.length - 1,
    x: axisOf(reading, axes.x, `${glyphs.right} `, glyphs.plot.vertical),
    y: axisOf(reading, axes.y, `${glyphs.up} `, glyphs.plot.horizontal),
    width,
    height: height - (legend ? 1 : 0),
    glyphs,
  });
  return legend ? [...rows, legendLine(reading, sparse, glyphs, width)] : rows;
}

/** From the least to the most that a point, a mark or the threshold needs, in full steps of a tenth or so of that. */
function axisOf({ about, points, marks }: Reading, party: number, arrow: string, sign: string): Axis {
  const threshold = reservationOf(about, party);
  const values = [threshold, ...[...points, ...marks].map(({ utility }) => utility[party]!)];
  const step = stepOf(about, party);
  const low = plain(Math.floor(Math.min(...values) / step) * step);
  const high = Math.max(plain(low + step), plain(Math.ceil(Math.max(...values) / step) * step));
  return {
    title: `${arrow}${partyName(about.scenario, party)}  ${sign} least ${statedOf(about, party, threshold)}`,
    low,
    high,
    threshold,
  };
}

/** A tenth of the party's range at the most, as 1, 2 or 5 of a power of ten: 10 points of 100. */
function stepOf(about: Reading['about'], party: number): number {
  const { least, most } = rangeOf(about, party);
  const size = most > least ? (most - least) / 10 : 1;
  const power = 10 ** Math.floor(Math.log10(size) + 1e-9);
  return plain(([5, 2].find((digit) => digit * power <= size * (1 + 1e-9)) ?? 1) * power);
}

/** Without the digits that binary arithmetic adds at the end. */
function plain(value: number): number {
  return Number(value.toPrecision(12));
}

function legendLine({ points, marks }: Reading, sparse: boolean, glyphs: Glyphs, width: number): Line {
  const { knob, baseline } = glyphs.slider;
  const hasSolutions = marks.some(({ of }) => typeof of === 'string');
  const hasDrafts = marks.some(({ of }) => typeof of !== 'string' && 'draft' in of);
  const none = marks.find(({ of }) => typeof of !== 'string' && 'noDeal' in of);
  const words = [
    `${HERE} here`,
    ...(sparse ? [] : ['dots: efficient deals']),
    ...(sparse && points.some(({ inZone }) => inZone) ? [`${knob} in the zone`] : []),
    ...(sparse && points.some(({ inZone }) => !inZone) ? [`${baseline} not in the zone`] : []),
    ...(hasSolutions ? ['A.. solutions'] : []),
    ...(hasDrafts ? ['a.. drafts'] : []),
    ...(none === undefined ? [] : [`${none.letter} no deal`]),
  ];
  return fit(line(span(words.join('  '), 'dim')), width);
}
