/** The comparison as the report has it, as lines of a width. */
import { stripVTControlCharacters } from 'node:util';
import type { CompareCase } from '../../../questions/compare/case.ts';
import { compareView } from '../../../questions/compare/view.ts';
import { textSheet } from '../../../report/text-sheet.tsx';
import type { Line } from '../../draw/line.ts';
import { line, span } from '../../draw/line.ts';

/** The report is as narrow as this, and no narrower. */
export const LEAST_WIDTH = 60;

const drawn = new WeakMap<CompareCase, Map<number, readonly Line[]>>();

/** All of it, headings marked; drawn once for each width. Its words are safe already, and its spaces are its columns. */
export function tableLines(of: CompareCase, width: number): readonly Line[] {
  const known = drawn.get(of) ?? new Map<number, readonly Line[]>();
  drawn.set(of, known);
  const lines = known.get(width) ?? linesOf(of, width);
  known.set(width, lines);
  return lines;
}

function linesOf(of: CompareCase, width: number): readonly Line[] {
  const view = compareView(of, { all: true, command: '' });
  const text = stripVTControlCharacters(textSheet({ ...view, footer: [] }, Math.max(LEAST_WIDTH, width)));
  const rows = text.trimEnd().split('\n');
  const end = rows.findIndex((row) => row.startsWith('About this report'));
  return (end === -1 ? rows : rows.slice(0, end)).map((row) =>
    line(span(row, /─{4,}$/u.test(row) ? 'title' : 'plain')),
  );
}
