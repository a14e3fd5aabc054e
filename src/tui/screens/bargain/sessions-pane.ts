/** What many sessions have in common: how they end, and the spread of what each party gains. */
import type { RunsSummary, Spread } from '../../../engine/bargain/answer.ts';
import { everybody, signedPointsOf } from '../../../report/digits.ts';
import { counted, percent } from '../../../report/text/number.ts';
import { partyShort } from '../../../report/view/words.ts';
import type { Block } from '../../draw/box.ts';
import { box } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, line, safe, span } from '../../draw/line.ts';
import { columnsOf } from '../../draw/list.ts';
import type { ManyTalks } from '../../live/question.ts';
import type { Context } from '../../model/context.ts';
import type { Area } from '../../model/screen.ts';
import { aged, computingWords } from '../../parts/computing.ts';

export function sessionsPane({ findings: { runs }, glyphs }: Context, size: Area): Block {
  const title = 'Many sessions';
  const state = runs.failed ?? (runs.current ? '' : computingWords(runs.running));
  const head = state === '' ? [] : [line(span(` ${safe(state)}`, runs.failed === null ? 'accent' : 'warn'))];
  const known = runs.last === null ? [] : aged(body(runs.last.answer, size.width - 4), runs.current);
  return box({ title, ...size, focused: true, body: [...head, ...known], glyphs });
}

function body({ about, summary, draws }: ManyTalks, width: number): readonly Line[] {
  const { runs, deals, share, interval, rounds } = summary;
  const between = `${percent(interval[0])} to ${percent(interval[1])}`;
  const lines = [
    `A deal in ${percent(share)} of ${counted(runs, 'session')} (${between}), ${draws ? 'with every number drawn' : 'with who speaks first drawn'}.`,
    ...(rounds === null ? [] : [`Half of the deals come by round ${Math.round(rounds.median)}.`]),
    ...failures(summary),
  ].map((text) => line(span(` ${text}`)));
  if (deals === 0) return lines;
  const { header, rows } = columnsOf({
    columns: [
      { title: 'gains', grow: true, least: 4 },
      ...['least', 'quarter', 'half', '3 quarters', 'most'].map((title) => ({ title, align: 'right' as const })),
    ],
    rows: everybody(about).flatMap((party) => {
      const spread = summary.gain[party] ?? null;
      const name = safe(partyShort(about.scenario, party));
      return spread === null ? [] : [[name, ...quartiles(spread).map((value) => signedPointsOf(about, party, value))]];
    }),
    width,
  });
  return [...lines, EMPTY, [span(' '), ...header], ...rows.map((row): Line => [span(' '), ...row])];
}

function quartiles({ least, lowQuartile, median, highQuartile, most }: Spread): readonly number[] {
  return [least, lowQuartile, median, highQuartile, most];
}

function failures({ failed: { noZone, deadline, walkOut } }: RunsSummary): readonly string[] {
  const parts = [
    ...(deadline === 0 ? [] : [`${deadline} at the deadline`]),
    ...(walkOut === 0 ? [] : [`${walkOut} with somebody gone`]),
    ...(noZone === 0 ? [] : [`${noZone} where there was no deal to be had`]),
  ];
  return parts.length === 0 ? [] : [`Without one: ${parts.join(', ')}.`];
}
