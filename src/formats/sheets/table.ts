/** Where in a sheet the names of parties, issues and options stand, and where the points. */
import { quote } from '../../scenario/suggest.ts';
import type { Note } from '../foreign.ts';
import { refuse, wholeFile } from '../foreign.ts';
import { standsForPoints } from './numbers.ts';
import type { Cell, Sheet } from './sheet.ts';
import { columnName } from './sheet.ts';
import { ISSUE, OPTION, WORDING } from './words.ts';

/** Rows above the names of parties that are looked through. */
const MOST_ABOVE = 15;

export interface Table {
  readonly sheet: Sheet;
  /** What stands alone above the table. */
  readonly title: string | null;
  /** The row with the names of parties. */
  readonly head: number;
  /** Whether that row says which columns have issues and options. */
  readonly isNamed: boolean;
  readonly issue: number;
  /** The same as that of issues where an issue is a heading over its options. */
  readonly option: number;
  readonly wording: number | null;
  readonly parties: readonly { readonly column: number; readonly name: string }[];
}

/** Null for a sheet without a table of points. @throws Refusal */
export function findTable(sheet: Sheet, notes: Note[]): Table | null {
  const head = headRow(sheet);
  if (head === -1) return null;
  const names = sheet.rows[head] ?? [];
  const body = sheet.rows.slice(head + 1);
  const columns = columnsOf(names, body);
  if (columns === null) return null;
  const parties = partiesOf(sheet, { head, names, body, from: columns.points, wording: columns.wording }, notes);
  if (parties.length === 0) return null;
  const [title = null] = sheet.rows
    .slice(0, head)
    .flatMap((row) => row.filter((cell) => cell !== null))
    .slice(0, 1);
  const isNamed = namesColumns(names);
  return { sheet, title: title?.text ?? null, head, isNamed, ...columns, parties };
}

type Row = readonly (Cell | null)[];

/** The first row with two cells, one of them above a number; better, one that names issues and options. */
function headRow({ rows }: Sheet): number {
  const filled = rows.slice(0, MOST_ABOVE).map((row) => row.filter((cell) => cell !== null));
  const named = filled.findIndex(namesColumns);
  return named === -1 ? filled.findIndex((row) => row.length >= 2) : named;
}

function namesColumns(row: Row): boolean {
  const says = (word: RegExp): boolean => row.some((cell) => cell !== null && word.test(cell.text));
  return says(ISSUE) && says(OPTION);
}

interface Columns {
  readonly issue: number;
  readonly option: number;
  readonly wording: number | null;
  /** The first that may have points. */
  readonly points: number;
}

function columnsOf(names: Row, body: readonly Row[]): Columns | null {
  const place = (pattern: RegExp): number => names.findIndex((cell) => cell !== null && pattern.test(cell.text));
  const [issue, option] = [place(ISSUE), place(OPTION)];
  const worded = place(WORDING);
  const wording = worded === -1 ? null : worded;
  if (issue !== -1 && option !== -1) return { issue, option, wording, points: Math.max(issue, option, worded) + 1 };
  const width = Math.max(names.length, ...body.slice(0, 200).map((row) => row.length));
  const numeric = Array.from({ length: width }, (_, column) => isNumeric(body, column));
  const first = Array.from({ length: width }, (_, column) => column).find((column) =>
    body.some((row) => has(row, column)),
  );
  const points = numeric.findIndex((own, column) => own && column > (first ?? 0));
  if (first === undefined || points === -1) return null;
  // A heading is a row that names something and has no points.
  const headings = body.some((row) => has(row, first) && row.slice(points).every((cell) => cell === null));
  const option2 = points - first === 1 ? (headings ? first : points) : first + 1;
  return { issue: first, option: option2, wording, points: Math.max(points, option2 + 1) };
}

function has(row: Row, column: number): boolean {
  return (row[column] ?? null) !== null;
}

function isNumeric(body: readonly Row[], column: number): boolean {
  const cells = body.flatMap((row) => row[column] ?? []);
  return cells.length > 0 && cells.filter(standsForPoints).length * 2 >= cells.length;
}

interface Around {
  readonly head: number;
  readonly names: Row;
  readonly body: readonly Row[];
  readonly from: number;
  readonly wording: number | null;
}

function partiesOf(sheet: Sheet, { head, names, body, from, wording }: Around, notes: Note[]): Table['parties'] {
  const width = Math.max(names.length, ...body.map((row) => row.length));
  const parties: { column: number; name: string }[] = [];
  for (let column = from; column < width; column++) {
    if (column === wording) continue;
    const name = names[column]?.text ?? '';
    const cells = body.flatMap((row) => row[column] ?? []);
    if (cells.length === 0 && name === '') continue;
    if (!cells.some(standsForPoints)) {
      notes.push({
        kind: 'left out',
        text: `${sheet.name}: column ${columnName(column)} (${quote(name)}) has no numbers`,
      });
      continue;
    }
    const [first] = cells;
    if (name === '' && first !== undefined) {
      refuse(first.at, `stands in column ${columnName(column)}, which has no name of a party in row ${head + 1}`);
    }
    const double = parties.find((party) => party.name === name);
    if (double !== undefined) {
      refuse(
        names[column]?.at ?? wholeFile(sheet.file),
        `the party ${quote(name)} has column ${columnName(double.column)} already`,
      );
    }
    parties.push({ column, name });
  }
  return parties;
}
