/** How far each number alone, at the two ends of its range, moves the common slack. */
import * as Plot from '@observablehq/plot';
import type { TornadoPicture } from '../pictures.ts';
import type { Figure } from './figure.ts';
import { roomFor, shortened, STYLE, toneOf } from './figure.ts';

/** Null where no number moves the slack. */
export function tornadoFigure({ base, rows }: TornadoPicture): Figure | null {
  const drawn = rows.flatMap(({ name, color, low, high }, k) => {
    return low === null || high === null ? [] : [{ k, name, tone: toneOf(color), low, high }];
  });
  if (base === null || drawn.length === 0) return null;
  return {
    name: 'tornado',
    alt: `Common slack of ${base.toFixed(1)} points as things stand; between these ends: ${drawn
      .map(({ name, low, high }) => `${name} ${low.toFixed(1)} to ${high.toFixed(1)}`)
      .join(', ')}.`,
    draw: (document, width) => {
      const left = roomFor(
        drawn.map(({ name }) => name),
        width,
      );
      return Plot.plot({
        document,
        width,
        height: 50 + 22 * drawn.length,
        marginLeft: left,
        style: STYLE,
        x: { label: 'slack, points', grid: true },
        y: {
          domain: drawn.map(({ k }) => k),
          label: null,
          tickSize: 0,
          tickFormat: (k: number) => shortened(drawn.find((row) => row.k === k)?.name ?? '', left),
        },
        marks: [
          Plot.barX(drawn, { y: 'k', x1: 'low', x2: 'high', fill: 'tone', insetTop: 3, insetBottom: 3 }),
          Plot.ruleX([base], { stroke: 'currentColor', strokeWidth: 2 }),
        ],
      });
    },
  };
}
