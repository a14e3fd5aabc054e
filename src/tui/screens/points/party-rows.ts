/** The options of an issue where width is short: parties as rows and options as columns. */
import { columns as textColumns } from '../../../report/text/width.ts';
import { optionLabel, partyShort, runLabel } from '../../../report/view/words.ts';
import type { CellText, Column } from '../../draw/list.ts';
import { columnsOf, windowOf } from '../../draw/list.ts';
import type { Line } from '../../draw/line.ts';
import { fit, safe, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { valueOnly } from './cells.ts';
import { figureWidth, stakeOf } from './stakes.ts';
import { isNumberLine, listedOptions } from '../../../scenario/format/options.ts';
import type { Issue } from '../../../scenario/scenario.ts';
import { detailRuns } from './runs.ts';
import { optionWords, runWords } from './zone-words.ts';

/** Columns of an option. */
const OPTION = 8;
/** More lines than the pane ever has. */
const MOST_RUNS = 100;

/** A header of options, their shares, and a row per party: the options around the one under the cursor, in brackets. */
export function partyRows(context: Context, issue: number, option: number, width: number): readonly Line[] {
  const { now, glyphs } = context;
  const { scenario } = now;
  const name = Math.min(
    10,
    Math.max(5, ...scenario.parties.map((_, party) => textColumns(partyShort(scenario, party)))),
  );
  const room = Math.max(1, Math.floor((width - name) / (OPTION + 1)));
  const options = columnOptions(scenario.issues[issue]!, option);
  const place = options.indexOf(option);
  const shown = windowOf(options.length, place, room, place - Math.floor(room / 2));
  const columns = options.slice(shown.start, shown.end);
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
  return [table.header, ...table.rows, ...runLines(context, issue, option, width)];
}

/** All options; of a number line the number under the cursor and the named ones. */
function columnOptions(issue: Issue, option: number): readonly number[] {
  const listed = listedOptions(issue);
  return listed.includes(option) ? listed : [option, ...listed];
}

/** How the numbers of a number line stand in the zone: "5800 to 7450 dollars: open, 100 %". */
function runLines(context: Context, issue: number, option: number, width: number): readonly Line[] {
  if (!isNumberLine(context.now.scenario.issues[issue]!)) return [];
  const runs = detailRuns(context, issue, option).filter(({ first, last }) => first < last);
  return runs.slice(0, MOST_RUNS).map((run) => {
    const { status, share, tone } = runWords(context, issue, run);
    const words = [status, share].filter((word) => word !== '').join(', ');
    return fit([span(safe(runLabel(context.now.scenario, issue, run))), span(`: ${words}`, tone)], width);
  });
}

function fitted(label: string, chosen: boolean): string {
  const room = OPTION - (chosen ? 2 : 0);
  const text = fit([span(label)], room)
    .map((piece) => piece.text)
    .join('')
    .trimEnd();
  return chosen ? `[${text}]` : text;
}
