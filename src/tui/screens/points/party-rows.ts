/** The options of an issue where width is short: parties as rows and options as columns. */
import { columns as textColumns } from '../../../report/text/width.ts';
import { optionLabel, partyShort } from '../../../report/view/words.ts';
import type { CellText, Column } from '../../draw/list.ts';
import { columnsOf, windowOf } from '../../draw/list.ts';
import type { Line } from '../../draw/line.ts';
import { fit, safe, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { valueOnly } from './cells.ts';
import { figureWidth, stakeOf } from './stakes.ts';
import { optionWords } from './zone-words.ts';
import { optionCount } from '../../../scenario/format/options.ts';

/** Columns of an option. */
const OPTION = 8;

/** A header of options, their shares, and a row per party: the options around the one under the cursor, in brackets. */
export function partyRows(context: Context, issue: number, option: number, width: number): readonly Line[] {
  const { now, glyphs } = context;
  const { scenario } = now;
  const name = Math.min(
    10,
    Math.max(5, ...scenario.parties.map((_, party) => textColumns(partyShort(scenario, party)))),
  );
  const room = Math.max(1, Math.floor((width - name) / (OPTION + 1)));
  const shown = windowOf(optionCount(scenario.issues[issue]!), option, room, option - Math.floor(room / 2));
  const columns = Array.from({ length: shown.end - shown.start }, (_, k) => shown.start + k);
  const heads: Column[] = [
    { title: '', width: name },
    ...columns.map((k): Column => {
      const label = fitted(safe(optionLabel(scenario, issue, k)), k === option);
      return { title: label, align: 'right', width: OPTION };
    }),
  ];
  const words = columns.map((k) => optionWords(context, issue, k));
  const rows: CellText[][] = [
    ['share', ...words.map(({ share, status }) => (share === '' ? status : share))],
    ...scenario.parties.map((party, p): CellText[] => [
      span(safe(party.short), 'plain', party.color),
      ...columns.map((k) => valueOnly(stakeOf(now, p, issue, k), figureWidth(now), glyphs)),
    ]),
  ];
  const table = columnsOf({ columns: heads, rows, width, gap: 1 });
  return [table.header, ...table.rows];
}

function fitted(label: string, chosen: boolean): string {
  const room = OPTION - (chosen ? 2 : 0);
  const text = fit([span(label)], room)
    .map((piece) => piece.text)
    .join('')
    .trimEnd();
  return chosen ? `[${text}]` : text;
}
