/** The window along the dates: how far it is from closing, or from opening, at each stage. */
import * as Plot from '@observablehq/plot';
import type { DatesPicture } from '../pictures.ts';
import type { Figure } from './figure.ts';
import { STYLE } from './figure.ts';

const OPEN = '#2b8a3e';
const CLOSED = '#c92a2a';

/** Null where fewer than two stages have a date. */
export function datesFigure({ stages }: DatesPicture): Figure | null {
  const dated = stages.flatMap(({ date, title, slack, deal }) =>
    date === null ? [] : [{ date, day: new Date(`${date}T00:00:00Z`), title, slack, deal }],
  );
  if (dated.length < 2) return null;
  const known = dated.filter(({ slack }) => slack !== null);
  const words = ({ date, title, slack, deal }: (typeof dated)[number]): string =>
    `${date} ${title}: ${deal ? 'a deal' : 'no deal'}${slack === null ? '' : `, slack ${slack.toFixed(1)}`}`;
  return {
    name: 'dates',
    alt: dated.map(words).join('. '),
    draw: (document, width) =>
      Plot.plot({
        document,
        width,
        height: 200,
        marginLeft: 44,
        style: STYLE,
        x: { type: 'utc', label: null },
        y: { label: 'slack, points', grid: true, zero: true },
        symbol: { domain: [true, false], range: ['circle', 'times'] },
        marks: [
          Plot.ruleY([0]),
          Plot.line(known, { x: 'day', y: 'slack', curve: 'step-after', stroke: 'currentColor', strokeOpacity: 0.5 }),
          Plot.dot(dated, {
            x: 'day',
            y: (stage: { slack: number | null }) => stage.slack ?? 0,
            symbol: 'deal',
            r: 6,
            stroke: (stage: { deal: boolean }) => (stage.deal ? OPEN : CLOSED),
            strokeWidth: 2,
            title: words,
          }),
        ],
      }),
  };
}
