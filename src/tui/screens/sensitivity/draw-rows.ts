/** Rows about draws: options with their shares, what one would have to believe, and drafts. */
import { percent } from '../../../report/text/number.ts';
import { cut } from '../../../report/text/width.ts';
import { weightWords } from '../../../questions/sensitivity/draws.ts';
import { issueTitle, optionLabel, partyShort } from '../../../report/view/words.ts';
import type { Glyphs } from '../../draw/glyphs.ts';
import type { Line } from '../../draw/line.ts';
import { joined, safe, span } from '../../draw/line.ts';
import type { Column, Table, Window } from '../../draw/list.ts';
import { columnsOf } from '../../draw/list.ts';
import { share as shareBar } from '../../draw/meter.ts';
import type { Draws, OptionRow } from './draws.ts';

const LEAST_BAR = 6;
const MOST_BAR = 24;
const GAP = 1;

/** Issue, option, share and bar; each row takes exactly `width` columns. */
export function optionTable({ about, options }: Draws, { start, end }: Window, width: number, glyphs: Glyphs): Table {
  const { scenario } = about;
  const bar = Math.min(MOST_BAR, Math.floor(width / 5));
  const bars = bar >= LEAST_BAR;
  return columnsOf({
    columns: [
      { title: 'issue', least: 6, grow: true },
      { title: 'option', least: 6 },
      { title: 'share', align: 'right', width: 7 },
      ...(bars ? [{ title: '', width: bar }] : []),
    ],
    rows: options
      .slice(start, end)
      .map(({ issue, option, share, first, certain }, k) => [
        first || k === 0 ? span(safe(issueTitle(scenario, issue)), certain ? 'dim' : 'plain') : '',
        span(safe(optionLabel(scenario, issue, option)), certain ? 'dim' : 'plain'),
        span(percent(share), certain ? 'dim' : 'plain'),
        ...(bars ? [shareBar(share, bar, glyphs)] : []),
      ]),
    width,
    gap: GAP,
  });
}

/** Mean weights of the draws whose deal has the option, with those of all draws, as shares of the party's weight. */
export function beliefTable({ about: { scenario } }: Draws, row: OptionRow, width: number): Table {
  return columnsOf({
    columns: [
      { title: 'party', least: 3 },
      { title: 'gives', least: 6, grow: true },
      { title: 'here', align: 'right', least: 6 },
      { title: 'in all', align: 'right', least: 6 },
    ],
    rows: row.beliefs.map(({ party, issue, central, mean }) => [
      safe(partyShort(scenario, party)),
      safe(issueTitle(scenario, issue)),
      span(`${central > mean ? '+' : '-'} ${weightWords(central)}`, 'strong'),
      weightWords(mean),
    ]),
    width,
    gap: GAP,
  });
}

/** Share of the draws in which each draft is in the zone, and in which each party accepts it, as far as there is room. */
export function draftTable({ about: { scenario }, answer }: Draws, width: number): Table {
  const room = Math.max(0, Math.floor((width - 17) / 8));
  const parties = [...scenario.parties.keys()].slice(0, room);
  return columnsOf({
    columns: [
      { title: 'draft', least: 8, grow: true },
      { title: 'in zone', align: 'right', width: 7 },
      ...parties.map((party): Column => ({
        title: cut(safe(partyShort(scenario, party)), 7),
        align: 'right',
        width: 7,
      })),
    ],
    rows: answer.drafts.map(({ inZone, accepts }, draft) => {
      const { id, clauses } = scenario.drafts[draft]!;
      return [
        `${safe(id)}${clauses.length < scenario.issues.length ? ' *' : ''}`,
        span(percent(inZone.share), 'strong'),
        ...parties.map((party) => percent(accepts[party]!)),
      ];
    }),
    width,
    gap: GAP,
  });
}

/** A share with its 95 % interval: filled as far as it reaches for sure, shaded between the ends of the interval. */
export function intervalBar({ answer: { zone } }: Draws, size: number, glyphs: Glyphs): Line {
  const [low, high] = zone.interval;
  const [, , shade] = glyphs.shades;
  const cells = Array.from({ length: Math.max(0, size) }, (_, k) => {
    const to = (k + 1) / size;
    if (to <= low) return span(glyphs.bar.filled, 'good');
    return k / size < high ? span(shade, 'good') : span(glyphs.bar.rest, 'dim');
  });
  return joined(cells);
}
