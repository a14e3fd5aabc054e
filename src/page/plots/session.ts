/** What the standing offer is worth to each party over the rounds of a session. */
import * as Plot from '@observablehq/plot';
import type { ChartView } from '../../questions/bargain/view.ts';
import type { Figure } from './figure.ts';
import { roomFor, STYLE, toneOf } from './figure.ts';

export function sessionFigure({ title, bands, ends }: ChartView): Figure {
  const rounds = bands.flatMap(({ name, color, values }) =>
    values.flatMap((value, round) => (value === null ? [] : [{ name, tone: toneOf(color), round: round + 1, value }])),
  );
  const leasts = bands.map(({ name, threshold }) => ({ name, threshold }));
  const agreed = bands.flatMap(({ name, moment, values }) => {
    const value = moment === null ? null : (values[moment] ?? null);
    return moment === null || value === null ? [] : [{ name, round: moment + 1, value }];
  });
  return {
    name: 'bargaining',
    alt: `${title}, from ${ends[0]} to ${ends[1]}: ${bands.map(({ name, lowText, highText }) => `${name} between ${lowText} and ${highText}`).join(', ')}.`,
    draw: (document, width) =>
      Plot.plot({
        document,
        width,
        height: 60 + 90 * bands.length,
        marginRight: 12,
        marginLeft: roomFor(['100.0'], width),
        style: STYLE,
        x: { label: 'round', tickFormat: 'd' },
        y: { label: 'points', grid: true },
        fy: { label: null, domain: bands.map(({ name }) => name), axis: null },
        marks: [
          Plot.text(leasts, { fy: 'name', text: 'name', frameAnchor: 'top-left', dy: -10, fontWeight: 'bold' }),
          Plot.ruleY(leasts, { fy: 'name', y: 'threshold', stroke: 'currentColor', strokeDasharray: '2 3' }),
          Plot.line(rounds, {
            fy: 'name',
            x: 'round',
            y: 'value',
            z: 'name',
            stroke: 'tone',
            strokeWidth: 2,
            curve: 'step-after',
          }),
          Plot.dot(agreed, { fy: 'name', x: 'round', y: 'value', r: 5, stroke: 'currentColor', strokeWidth: 2 }),
        ],
      }),
  };
}
