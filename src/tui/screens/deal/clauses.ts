/** The deal clause by clause as a table under the headings of its groups; what is out of view is counted. */
import type { DraftAnswer } from '../../../engine/answer.ts';
import { columns as textColumns } from '../../../report/text/width.ts';
import { partyShort } from '../../../report/view/words.ts';
import type { Size } from '../../draw/box.ts';
import type { Column } from '../../draw/list.ts';
import { safe } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import { fileOrder } from '../../parts/issue-rows.ts';
import type { IssueTableDrawn } from '../../parts/issue-table.ts';
import { issueTable } from '../../parts/issue-table.ts';
import { clauseCells, clauseRows, clauseTexts, costLine } from './clause-row.ts';
import type { DealState, OnScreen } from './state.ts';

/** Columns for the clause and the names of those who like and swallow it, and for a party's cost beside them. */
const WITHOUT_COSTS = 78;
const COST = 8;
const MOST_NAMES = 24;
const FEW_NAMES = 16;

/** The clauses, and below them what the one under the cursor costs, where costs have no columns. */
export function clauseLines(
  context: Context,
  state: DealState,
  on: OnScreen,
  answer: DraftAnswer,
  { width, height }: Size,
): IssueTableDrawn {
  const { scenario } = context.now;
  const clauses = clauseRows(context, state, on, answer);
  const costs = width >= WITHOUT_COSTS + COST * scenario.parties.length;
  const foot = costs || height <= 6 ? [] : [costLine(clauses, width)];
  const order = fileOrder(scenario);
  const texts = (issue: number) => clauseTexts(clauses, issue);
  const table = issueTable({
    scenario,
    order,
    headed: true,
    issue: clauses.issue,
    focused: state.pane === 'clauses',
    columns: heads(context, order.map(texts), width, costs),
    texts,
    cells: (issue) => clauseCells(clauses, issue, costs),
    none: '',
    width,
    height: height - foot.length,
    glyphs: context.glyphs,
  });
  return { lines: [...table.lines, ...foot], more: table.more };
}

function heads({ now }: Context, texts: readonly (readonly string[])[], width: number, costs: boolean): Column[] {
  const parties = now.scenario.parties.map((_, party) => safe(partyShort(now.scenario, party)));
  const most = width >= WITHOUT_COSTS + FEW_NAMES ? MOST_NAMES : FEW_NAMES;
  const names = (column: number): number =>
    Math.min(most, Math.max(10, ...texts.map((row) => textColumns(row[column] ?? ''))));
  return [
    { title: '', width: 4 },
    { title: '', align: 'right', least: 0 },
    { title: 'issue', least: 8 },
    { title: 'option', least: 8 },
    { title: '+ likes', width: names(4) },
    { title: '- swallows', width: names(5) },
    ...(costs
      ? parties.map((title): Column => ({ title, align: 'right', width: Math.min(8, Math.max(6, textColumns(title))) }))
      : []),
    { title: '', least: 0, grow: true },
  ];
}
