/** Each party's points of the deal as a bar with the least it signs for, what an edit moved, and whether it signs. */
import type { DraftAnswer, DraftPartyAnswer } from '../../../engine/answer.ts';
import { utilityPoints } from '../../../engine/deal.ts';
import { spareOf } from '../../../report/case.ts';
import { shortOf } from '../../../report/digits.ts';
import { counted } from '../../../report/text/number.ts';
import { apart, points, signedPoints } from '../../../report/text/points.ts';
import { dealDigits } from '../../../report/view/deals.ts';
import { columns as textColumns } from '../../../report/text/width.ts';
import { partyName, partyShort } from '../../../report/view/words.ts';
import type { Block } from '../../draw/box.ts';
import type { CellText, Column } from '../../draw/list.ts';
import { columnsOf } from '../../draw/list.ts';
import type { Line, Span } from '../../draw/line.ts';
import { line, safe, span } from '../../draw/line.ts';
import { difference } from '../../draw/meter.ts';
import type { Context } from '../../model/context.ts';
import { sameDeal } from '../../parts/known-deals.ts';
import { utilityBar } from '../../parts/utility-bar.ts';
import type { OnScreen } from './state.ts';

/** Columns below which names are short and the bar goes. */
const NARROW = 60;
const LEAST_BAR = 12;
const MOST_NAME = 16;

/**
 * A header and a row per party in at most `height` lines. Where not all fit, the header goes first, and then those that
 * refuse stand first and the others are counted.
 */
export function partyLines(context: Context, on: OnScreen, answer: DraftAnswer, width: number, height: number): Block {
  const all = [...answer.parties.keys()];
  const headed = all.length < height;
  const rows = headed ? height - 1 : Math.max(0, height);
  const refusing = all.filter((party) => answer.parties[party]!.accepts === false);
  const order = all.length <= rows ? all : [...refusing, ...all.filter((party) => !refusing.includes(party))];
  const shown = all.length <= rows ? all : order.slice(0, Math.max(0, rows - 1));
  const left = all.length - shown.length;
  const table = partyTable(context, on, answer, shown, width);
  return [
    ...(headed ? [table.header] : []),
    ...table.rows,
    ...(left === 0 ? [] : [line(span(`  ${counted(left, 'more party', 'more parties')}`, 'dim'))]),
  ];
}

function partyTable(context: Context, on: OnScreen, answer: DraftAnswer, shown: readonly number[], width: number) {
  const { scenario, compiled } = context.now;
  const before = utilityPoints(compiled.problem, on.base.deal);
  const edited = !sameDeal(on.base.deal, on.shown.deal);
  const narrow = width < NARROW;
  const worth = { utility: answer.parties.map(({ utility }) => utility.min) };
  const digits = dealDigits(context.now, { parties: shown }, [worth]);
  const rows = shown.map((party) => {
    const { utility } = answer.parties[party]!;
    const of = scenario.parties[party]!;
    const name = safe(narrow ? partyShort(scenario, party) : partyName(scenario, party));
    return {
      party,
      cells: [
        span(name, 'strong', of.color),
        points(utility.min, digits.get(party)!),
        signedPoints(spareOf(context.now, party, on.shown.deal), digits.get(party)!),
        edited ? difference(apart(utility.min, before[party]!), digits.get(party)!) : '',
        signature(context, party, answer.parties[party]!),
      ] as const,
    };
  });
  const figure = (cell: 1 | 2 | 3): number => Math.max(6, ...rows.map(({ cells }) => textColumns(textOf(cells[cell]))));
  const heads: Column[] = [
    { title: 'party', width: Math.min(MOST_NAME, Math.max(5, ...rows.map(({ cells }) => textColumns(cells[0].text)))) },
    { title: 'points', align: 'right', width: figure(1) },
    { title: 'spare', align: 'right', width: figure(2) },
    { title: edited ? 'change' : '', align: 'right', width: figure(3) },
    { title: 'signs', least: 4 },
  ];
  const gap = narrow ? 1 : 2;
  const signs = Math.max(5, ...rows.map(({ cells }) => textColumns(cells[4].text)));
  const bar = narrow ? 0 : barSize(heads, signs, width - gap * heads.length);
  if (bar === 0) return columnsOf({ columns: heads, rows: rows.map(({ cells }) => cells), width, gap });
  const barOf = (party: number): Line =>
    utilityBar(context.now, party, answer.parties[party]!.utility.min, bar, context.glyphs);
  const withBar = (cells: readonly CellText[], middle: CellText) => [cells[0]!, middle, ...cells.slice(1)];
  return columnsOf({
    columns: [heads[0]!, { title: '', width: bar }, ...heads.slice(1)],
    rows: rows.map(({ party, cells }) => withBar(cells, barOf(party))),
    width,
    gap,
  });
}

function textOf(cell: string | Span): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** What the other columns leave; the reasons for refusing are cut before the bar is shorter than it can be. */
function barSize(heads: readonly Column[], signs: number, room: number): number {
  const fixed = heads.reduce((sum, head) => sum + (head.width ?? 0), 0);
  const left = room - fixed;
  if (left < 2 * LEAST_BAR) return 0;
  return Math.max(LEAST_BAR, left - signs);
}

/** "✓ yes", or why not: "✗ short 8.1; red line all-donbas". */
function signature({ glyphs, now }: Context, party: number, { accepts, shortfall, redLines }: DraftPartyAnswer): Span {
  if (accepts === true) return span(`${glyphs.yes} yes`, 'good');
  const ids = redLines.map((index) => now.scenario.parties[party]!.redLines[index]!.id);
  const why = [
    ...(shortfall > 0 ? [shortOf(now, party, shortfall)] : []),
    ...(ids.length > 0 ? [`${ids.length === 1 ? 'red line' : 'red lines'} ${ids.join(', ')}`] : []),
  ];
  return span(`${glyphs.no} ${why.join('; ')}`, 'bad');
}
