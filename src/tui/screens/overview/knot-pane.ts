/** A knot on the overview: how many issues can be settled together, and beside it who refuses which option of the one that cannot. */
import { newOptionSentence, knotView } from '../../../report/view/knot.ts';
import type { KnotView, RefusalTable } from '../../../report/view/knot.ts';
import { askedSentence } from '../../../report/view/verdict.ts';
import { beside, block } from '../../draw/box.ts';
import type { Line } from '../../draw/line.ts';
import { EMPTY, plainText, safe, span } from '../../draw/line.ts';
import { columnsOf } from '../../draw/list.ts';
import type { Moment } from '../../model/context.ts';
import { paragraph } from '../../parts/text.ts';

const GAP = 2;
/** The text beside the table keeps this part of the width. */
const LEAST_TEXT = 0.4;
const CELL = 4;
const TONES = { no: 'bad', part: 'warn', sign: 'dim' } as const;

const SWITCH = 'J sets a red line aside, or holds it again.';

/** Null where red lines leave every issue to settle, or where it is not known what they leave. */
export function knotOn({ about, glance: { knot } }: Moment): KnotView | null {
  return knot === null || knot.open[0]!.issues.length === 0 ? null : knotView(about, knot);
}

/** Lines of at most `width` columns, the most important first, after the verdict where that is not above them. */
export function knotLines(
  moment: Moment,
  view: KnotView,
  width: number,
  roomy: boolean,
  verdict: Line,
): readonly Line[] {
  const [table] = view.tables;
  const above = verdict.length === 0 ? [] : [verdict];
  if (table === undefined) return [...above, ...textLines(moment, view, width, roomy)];
  const room = Math.floor(width * (1 - LEAST_TEXT));
  const { head, rows: options } = tableLines(table, room);
  // Where rows are few the head stands in the border.
  const rows = roomy ? [head, ...options] : options.map((row) => [...row, span(' ')]);
  const size = Math.max(...rows.map((row) => row.reduce((sum, { text }) => sum + text.length, 0)));
  const text = [...above, ...textLines(moment, view, width - size - GAP, roomy)];
  const others = roomy ? view.tables.slice(1).flatMap((other) => [EMPTY, ...wholeTable(other, room)]) : [];
  return beside(
    block(text, { width: width - size - GAP, height: text.length }),
    block([], { width: GAP, height: 1 }),
    block([...rows, ...others], { width: size, height: rows.length + others.length }),
  );
}

/** The head of the table for the border above it; undefined where it stands in the pane. */
export function knotHead(moment: Moment, width: number): string | undefined {
  const table = knotOn(moment)?.tables[0];
  if (table === undefined) return undefined;
  return plainText(tableLines(table, Math.floor(width * (1 - LEAST_TEXT))).head);
}

function textLines({ about, glance }: Moment, { sentences }: KnotView, width: number, roomy: boolean): readonly Line[] {
  const [first = '', ...rest] = sentences;
  const added = glance.knot?.newOptions.found[0];
  return [
    ...paragraph(first, width, 'strong'),
    ...(roomy ? paragraph(rest.join(' '), width) : []),
    ...paragraph(SWITCH, width),
    ...(roomy && added !== undefined ? paragraph(`Or: ${newOptionSentence(about, added)}`, width) : []),
    ...(roomy ? [EMPTY, ...paragraph(askedSentence(about.scenario), width, 'dim')] : []),
  ];
}

function wholeTable(table: RefusalTable, width: number): readonly Line[] {
  const { head, rows } = tableLines(table, width);
  return [head, ...rows];
}

function tableLines(
  { parties, rows }: RefusalTable,
  width: number,
): { readonly head: Line; readonly rows: readonly Line[] } {
  const heads = [
    { title: 'who refuses', least: 8 },
    ...parties.map((party) => ({ title: safe(party), least: CELL, align: 'center' as const })),
  ];
  const cells = rows.map(({ label, cells: states }) => [
    safe(label),
    ...states.map((state) => (state === '' ? span('·', 'dim') : span(state, TONES[state]))),
  ]);
  const table = columnsOf({ columns: heads, rows: cells, width, gap: 1 });
  return { head: table.header, rows: table.rows };
}
