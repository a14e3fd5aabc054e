/** The efficient deals: a line through the parties for each of them, and for two parties at a time a scatter. */
import * as Plot from '@observablehq/plot';
import type { FrontierPicture } from '../pictures.ts';
import type { Figure } from './figure.ts';
import { STYLE, toneOf } from './figure.ts';

const CHOSEN = '#d9480f';
const SOLUTION = '#1864ab';
const DRAFT = '#868e96';

interface Known {
  readonly name: string;
  readonly kind: FrontierPicture['marks'][number]['kind'];
  readonly x: number;
  readonly y: number;
}

/** Marks that lie so close together, as a share of the plot, have one label. */
const CLOSE = 0.04;

function labelled(known: readonly Known[]): readonly Known[] {
  const apart = (of: (mark: Known) => number) => {
    const values = known.map(of);
    return Math.max(1e-9, Math.max(...values) - Math.min(...values));
  };
  const [wide, high] = [apart(({ x }) => x), apart(({ y }) => y)];
  const groups: Known[] = [];
  for (const mark of known) {
    const near = groups.findIndex(
      ({ x, y }) => Math.abs(x - mark.x) / wide < 5 * CLOSE && Math.abs(y - mark.y) / high < CLOSE,
    );
    if (near === -1) groups.push(mark);
    else groups[near] = { ...groups[near]!, name: `${groups[near]!.name}, ${mark.name}` };
  }
  return groups;
}

/** What is picked out: a point by its number, and the two parties of the scatter. */
export interface Picked {
  readonly point: number | null;
  readonly pair: readonly [number, number];
}

/** Each party from the worst (0) to the best (1) of its own scale. */
export function parallelFigure(
  { parties, points, marks, headline }: FrontierPicture,
  { point }: Pick<Picked, 'point'>,
): Figure {
  const place = (values: readonly number[], party: number): number => {
    const { from, to } = parties[party]!;
    return (values[party]! - from) / Math.max(1e-9, to - from);
  };
  const lineOf = (values: readonly number[], line: string) =>
    parties.map(({ short }, party) => ({ line, short, at: place(values, party) }));
  return {
    name: 'frontier',
    alt: `${headline} One line for each efficient deal, through what it is worth to ${parties.map(({ short }) => short).join(', ')}.`,
    draw: (document, width) => {
      const common = { x: 'short', y: 'at', z: 'line' } as const;
      const least = parties.map(({ short, least: own, from, to }) => ({
        short,
        at: (own - from) / Math.max(1e-9, to - from),
      }));
      return Plot.plot({
        document,
        width,
        height: 300,
        marginLeft: 40,
        marginRight: 40,
        marginTop: 24,
        style: STYLE,
        x: { type: 'point', domain: parties.map(({ short }) => short), label: null, tickSize: 0 },
        y: { domain: [0, 1], label: 'share of its own scale', tickFormat: '.0%', grid: true },
        marks: [
          Plot.line(
            points.flatMap(({ values }, k) => lineOf(values, `p${k}`)),
            { ...common, stroke: 'currentColor', strokeOpacity: points.length > 60 ? 0.15 : 0.3 },
          ),
          Plot.line(
            marks.filter(({ kind }) => kind !== 'solution').flatMap(({ name, values }) => lineOf(values, name)),
            { ...common, stroke: DRAFT, strokeDasharray: '4 3', title: 'line' },
          ),
          Plot.line(
            marks.filter(({ kind }) => kind === 'solution').flatMap(({ name, values }) => lineOf(values, name)),
            { ...common, stroke: SOLUTION, strokeWidth: 2, title: 'line' },
          ),
          ...(point === null || points[point] === undefined
            ? []
            : [Plot.line(lineOf(points[point].values, 'chosen'), { ...common, stroke: CHOSEN, strokeWidth: 3 })]),
          Plot.dot(least, { x: 'short', y: 'at', symbol: 'square', r: 4, stroke: 'currentColor', strokeWidth: 2 }),
        ],
      });
    },
  };
}

/** Two parties against each other, in points. */
export function scatterFigure({ parties, points, marks }: FrontierPicture, { point, pair }: Picked): Figure {
  const [a, b] = pair;
  const [across, up] = [parties[a]!, parties[b]!];
  const dots = points.map(({ values, signs }) => ({ x: values[a]!, y: values[b]!, signed: signs.every(Boolean) }));
  const known = marks.map(({ name, kind, values }) => ({ name, kind, x: values[a]!, y: values[b]! }));
  return {
    name: `frontier-${a + 1}-${b + 1}`,
    alt: `Efficient deals by what they are worth to ${across.short} and to ${up.short}, in points; lines mark the least each signs for.`,
    draw: (document, width) =>
      Plot.plot({
        document,
        width,
        height: 320,
        marginLeft: 48,
        style: STYLE,
        x: { label: `${across.short}, points`, grid: true },
        y: { label: `${up.short}, points`, grid: true },
        marks: [
          Plot.ruleX([across.least], { stroke: toneOf(across.color), strokeDasharray: '2 3' }),
          Plot.ruleY([up.least], { stroke: toneOf(up.color), strokeDasharray: '2 3' }),
          Plot.dot(dots, { x: 'x', y: 'y', r: 3.5, fill: 'currentColor', fillOpacity: 0.35, className: 'points' }),
          Plot.dot(known, {
            x: 'x',
            y: 'y',
            r: 5,
            symbol: (mark: { kind: string }) => (mark.kind === 'solution' ? 'star' : 'diamond'),
            fill: (mark: { kind: string }) => (mark.kind === 'solution' ? SOLUTION : DRAFT),
            title: 'name',
          }),
          Plot.text(labelled(known), {
            x: 'x',
            y: 'y',
            text: 'name',
            dx: 8,
            textAnchor: 'start',
            fontSize: 10,
            lineWidth: 14,
          }),
          ...(point === null || dots[point] === undefined
            ? []
            : [Plot.dot([dots[point]], { x: 'x', y: 'y', r: 7, stroke: CHOSEN, strokeWidth: 3 })]),
        ],
      }),
  };
}
