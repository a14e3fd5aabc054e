/** Deals as bars: what each party gets against the least it signs for, its own scale from end to end. */
import * as Plot from '@observablehq/plot';
import type { BarsPicture } from '../pictures.ts';
import type { Figure } from './figure.ts';
import { roomFor, shortened, STYLE, toneOf } from './figure.ts';

const ROW = 22;

export function barsFigure({ parties, deals }: BarsPicture): Figure {
  return {
    name: 'deals',
    alt: deals
      .map(({ name, cells }) => `${name}: ${cells.map(({ words }, k) => `${parties[k]!.short} ${words}`).join(', ')}`)
      .join('. '),
    draw: (document, width) => {
      const left = roomFor(
        parties.map(({ short }) => short),
        width,
      );
      const cells = deals.flatMap(({ name, cells: own }, deal) =>
        own.map(({ value, words, reaches }, k) => {
          const party = parties[k]!;
          const place = (points: number): number => (points - party.from) / Math.max(1e-9, party.to - party.from);
          return {
            deal,
            name,
            party: party.short,
            tone: toneOf(party.color),
            value: place(value),
            least: place(party.least),
            words: reaches ? words : `${words} refuses`,
            reaches,
          };
        }),
      );
      return Plot.plot({
        document,
        width,
        height: 20 + deals.length * (parties.length * ROW + 26),
        marginLeft: left,
        marginRight: 10,
        style: STYLE,
        x: { domain: [0, 1.45], axis: null },
        y: {
          label: null,
          domain: parties.map(({ short }) => short),
          tickSize: 0,
          tickFormat: (name: string) => shortened(name, left),
        },
        fy: { label: null, axis: null, domain: [...deals.keys()], padding: 0.25 },
        marks: [
          Plot.barX(cells, {
            fy: 'deal',
            y: 'party',
            x1: 0,
            x2: 1,
            fill: 'currentColor',
            fillOpacity: 0.08,
            insetTop: 3,
            insetBottom: 3,
          }),
          Plot.barX(cells, { fy: 'deal', y: 'party', x1: 0, x2: 'value', fill: 'tone', insetTop: 3, insetBottom: 3 }),
          Plot.tickX(cells, { fy: 'deal', y: 'party', x: 'least', stroke: 'currentColor', strokeWidth: 2 }),
          ...[true, false].map((reaches) =>
            Plot.text(
              cells.filter((cell) => cell.reaches === reaches),
              {
                fy: 'deal',
                y: 'party',
                x: 1.02,
                text: 'words',
                textAnchor: 'start',
                fontWeight: reaches ? 'normal' : 'bold',
              },
            ),
          ),
          Plot.text(
            deals.map(({ name }, deal) => ({ deal, name })),
            {
              fy: 'deal',
              text: 'name',
              frameAnchor: 'top-left',
              dx: -left + 2,
              dy: -14,
              textAnchor: 'start',
              fontWeight: 'bold',
            },
          ),
        ],
      });
    },
  };
}
