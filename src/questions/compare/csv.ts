/** What follows from each scenario as comma-separated values: one conclusion a line, one scenario a column. */
import { csvLines } from '../../report/text/csv.ts';
import type { CompareCase } from './case.ts';
import { labelOf } from './case.ts';
import { conclusionsOf, standingOf } from './conclusions.ts';

/** Values have ids; one that does not arise is empty. */
export function csvText(of: CompareCase): string {
  const { columns } = of;
  const heading = ['conclusion', 'about', 'standing', ...columns.map((column) => `${column.key}: ${labelOf(column)}`)];
  const rows = conclusionsOf(of).map((each) => {
    const standing = standingOf(each);
    const words = standing.kind === 'hangs' ? `hangs on ${columns[standing.on]!.key}` : standing.kind;
    return [each.kind, each.id ?? '', words, ...each.values.map((value) => value?.id ?? '')];
  });
  return csvLines([heading, ...rows]);
}
