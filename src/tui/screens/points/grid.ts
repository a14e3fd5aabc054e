/** The heat map: an issue per row with the option under its cursor, and what that option is worth to each party. */
import type { Size } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { fit, safe, span } from '../../draw/line.ts';
import type { Context } from '../../model/context.ts';
import type { IssueTableDrawn } from '../../parts/issue-table.ts';
import { issueTable } from '../../parts/issue-table.ts';
import { STAND_IN_NOTE } from '../../../report/view/unvalued.ts';
import { hasUnvalued } from '../../../scenario/unvalued.ts';
import { gridCells, gridColumns, gridRows, gridTexts } from './grid-row.ts';
import type { PointsState } from './state.ts';
import { zoneSentence } from './zone-words.ts';

/** What is listed, in which order, with which options, and where the cursor is: null where nothing is listed. */
export interface Listed {
  readonly order: readonly number[];
  readonly options: readonly number[];
  readonly issue: number | null;
}

/** The heat map, and below it what its signs mean as far as there is room. */
export function gridLines(context: Context, state: PointsState, listed: Listed, size: Size): IssueTableDrawn {
  const { width, height } = size;
  const { order, options, issue } = listed;
  const foot = height >= 6 ? footLines(context, size) : [];
  const rows = gridRows(context, state, options, issue, width);
  const table = issueTable({
    scenario: context.now.scenario,
    order,
    // Sorted, the groups are torn apart.
    headed: state.sort === 'file',
    issue,
    focused: true,
    columns: gridColumns(rows),
    texts: (each) => gridTexts(rows, each),
    cells: (each) => gridCells(rows, each),
    none: 'No issue has these words.',
    width,
    height: height - foot.length,
    glyphs: context.glyphs,
  });
  return { lines: [...table.lines, ...foot], more: table.more };
}

/** What the zone is, and where there is room what the signs mean. */
function footLines(context: Context, { width, height }: Size): readonly Line[] {
  const { text, tone } = zoneSentence(context);
  const isOpen = hasUnvalued(context.now.scenario);
  const { no, shades } = context.glyphs;
  const steps = ['0', '20', '40', '60', '80'].map((from, k) => `${from} ${shades[k]}`).join('  ');
  const legend = `from ${steps}    ${no} crosses a red line    = locked in  - some shut out    share of the zone`;
  return [
    fit([span(`  ${safe(text)}`, tone)], width),
    ...(isOpen ? [fit([span(`  ${STAND_IN_NOTE}`, 'warn')], width)] : []),
    ...(height >= 16 ? [fit([span(`  ${legend}`, 'dim')], width)] : []),
  ];
}
