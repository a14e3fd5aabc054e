/** The clauses of the deals that a page shows, with those of the drafts beside them. */
import type { Named } from '../report/case.ts';
import type { Focus } from '../report/view/focus.ts';
import type { ClauseVariant, ClausesView } from '../report/view/clauses.ts';
import { clausesView } from '../report/view/clauses.ts';
import type { DealColumn } from '../report/view/deals.ts';
import { optionLabel } from '../report/view/words.ts';
import { optionAt } from '../scenario/format/options.ts';

export interface ClauseTable extends Pick<ClausesView, 'title' | 'intro'> {
  readonly drafts: readonly { readonly id: string; readonly title: string }[];
  readonly groups: readonly { readonly name: string; readonly rows: readonly ClauseLine[] }[];
}

export interface ClauseLine {
  readonly issue: string;
  readonly point: string;
  readonly title: string;
  readonly variants: readonly ClauseVariant[];
  /** By draft: what it says on the issue; null where it leaves it open. */
  readonly drafts: readonly (string | null)[];
}

export function clauseTable(of: Named, focus: Focus, columns: readonly DealColumn[]): ClauseTable {
  const { scenario } = of;
  const { title, intro, groups } = clausesView(of, focus, columns);
  const drafts = scenario.drafts.map(({ clauses }) => new Map(clauses.map(({ issue, option }) => [issue, option])));
  const numbers = groupedIssues(scenario.issues);
  return {
    title,
    intro,
    drafts: scenario.drafts.map((draft) => ({ id: draft.id, title: draft.title })),
    groups: groups.map(({ name, rows }, g) => ({
      name,
      rows: rows.map((row, r): ClauseLine => {
        const k = numbers[g]![r]!;
        const issue = scenario.issues[k]!;
        return {
          ...row,
          issue: issue.id,
          drafts: drafts.map((clauses) => {
            const option = clauses.get(issue.id);
            return option === undefined ? null : optionLabel(scenario, k, optionAt(issue, option));
          }),
        };
      }),
    })),
  };
}

/** Numbers of the issues by group, as the clauses of a report stand. */
function groupedIssues(issues: Named['scenario']['issues']): readonly (readonly number[])[] {
  const names = [...new Set(issues.map(({ group }) => group ?? ''))];
  return names.map((name) => [...issues.keys()].filter((k) => (issues[k]!.group ?? '') === name));
}
