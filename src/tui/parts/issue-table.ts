/** A table with a row for each issue, under the headings of its groups where asked; the cursor is always in view. */
import type { Scenario } from '../../scenario/scenario.ts';
import type { Size } from '../draw/box.ts';
import type { Glyphs } from '../draw/glyphs.ts';
import type { Line } from '../draw/line.ts';
import { EMPTY, fit, line, safe, span, toned } from '../draw/line.ts';
import type { CellText, Column } from '../draw/list.ts';
import { columnsOf, columnWidths, moreText } from '../draw/list.ts';
import { rowsInView, spaced, withHeadings } from './issue-rows.ts';

export interface IssueTable extends Size {
  readonly scenario: Scenario;
  /** The issues listed. */
  readonly order: readonly number[];
  /** The groups have headings. */
  readonly headed: boolean;
  /** The issue under the cursor; null where none is listed. */
  readonly issue: number | null;
  readonly focused: boolean;
  readonly columns: readonly Column[];
  /** The cells of an issue without signs, which decide how wide the columns are. */
  readonly texts: (issue: number) => readonly string[];
  readonly cells: (issue: number) => readonly CellText[];
  /** What stands where no issue is listed. */
  readonly none: string;
  readonly glyphs: Glyphs;
}

export interface IssueTableDrawn {
  /** Exactly the height asked. */
  readonly lines: readonly Line[];
  /** "↑ 3  ↓ 12" */
  readonly more: string;
}

const GAP = 1;

/** Header and rows; only the issues in view are drawn. */
export function issueTable(of: IssueTable): IssueTableDrawn {
  const { scenario, order, headed, issue, focused, width, height, glyphs } = of;
  const room = Math.max(0, height - 1);
  const plain = order.map((listed) => ({ kind: 'issue', issue: listed }) as const);
  const rows = spaced(headed ? withHeadings(scenario, order) : plain, room);
  const shown = rowsInView(rows, issue ?? 0, room);
  const visible = rows.slice(shown.start, shown.end);
  const issues = visible.flatMap((row) => (row.kind === 'issue' ? [row.issue] : []));
  const table = columnsOf({ columns: settled(of), rows: issues.map(of.cells), width, gap: GAP });
  const body = visible.map((row): Line => {
    if (row.kind === 'blank') return EMPTY;
    if (row.kind === 'group') return fit([span(`  ${safe(row.name)}`, 'title')], width);
    const drawn = table.rows[issues.indexOf(row.issue)]!;
    return row.issue === issue && focused ? toned(drawn, 'cursor') : drawn;
  });
  const lines = [table.header, ...body, ...(order.length === 0 ? [line(span(`  ${of.none}`, 'dim'))] : [])];
  return {
    lines: Array.from({ length: room + 1 }, (_, k) => lines[k] ?? EMPTY),
    more: moreText(shown, rows.length, glyphs),
  };
}

/** The columns as wide as all rows need, so that they stay where they are while the cursor moves. */
function settled({ columns, order, texts, width }: IssueTable): readonly Column[] {
  const widths = columnWidths({ columns, rows: order.map(texts), width, gap: GAP });
  return columns.map((column, k) => ({ ...column, width: Math.max(0, widths[k] ?? 0) }));
}
