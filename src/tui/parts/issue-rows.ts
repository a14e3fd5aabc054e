/** Issues as rows of a list: under the headings of their groups where the scenario has groups, and the part in view. */
import { oneLine } from '../../report/text/width.ts';
import { capital } from '../../report/text/capital.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { windowOf } from '../draw/list.ts';
import type { Window } from '../draw/list.ts';

export type IssueRow =
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'issue'; readonly issue: number }
  | { readonly kind: 'blank' };

/** All issues group by group, as the report lists them; groups and issues in the order of the file. */
export function fileOrder({ issues }: Scenario): readonly number[] {
  const groups = [...new Set(issues.map(({ group }) => group ?? ''))];
  return groups.flatMap((name) => [...issues.keys()].filter((issue) => (issues[issue]!.group ?? '') === name));
}

/** The issues with a heading wherever a group with a name begins. */
export function withHeadings({ issues }: Scenario, order: readonly number[]): readonly IssueRow[] {
  return order.flatMap((issue, k): IssueRow[] => {
    const name = issues[issue]!.group ?? '';
    const before = k === 0 ? '' : (issues[order[k - 1]!]!.group ?? '');
    const begins = name !== '' && (k === 0 || name !== before);
    return [...(begins ? [{ kind: 'group', name: capital(oneLine(name)) } as const] : []), { kind: 'issue', issue }];
  });
}

/** Blank rows between all rows where there is room for them, else above headings, else none. */
export function spaced(rows: readonly IssueRow[], height: number): readonly IssueRow[] {
  if (rows.length * 2 - 1 <= height) return parted(rows, () => true);
  const headed = parted(rows, ({ kind }) => kind === 'group');
  return headed.length <= height ? headed : rows;
}

/** With a blank row above every row but the first for which that holds. */
function parted(rows: readonly IssueRow[], above: (row: IssueRow) => boolean): IssueRow[] {
  return rows.flatMap((row, k): IssueRow[] => (k > 0 && above(row) ? [{ kind: 'blank' }, row] : [row]));
}

/** The rows to show in `height`, the issue under the cursor in their middle where there are more. */
export function rowsInView(rows: readonly IssueRow[], issue: number, height: number): Window {
  const at = rows.findIndex((row) => row.kind === 'issue' && row.issue === issue);
  return windowOf(rows.length, at, height, at - Math.floor(height / 2));
}

/** The issue that lies `by` places further in the order; the ends hold. */
export function moved(order: readonly number[], issue: number, by: number): number {
  const at = order.indexOf(issue);
  return order[Math.min(order.length - 1, Math.max(0, at + by))] ?? issue;
}
