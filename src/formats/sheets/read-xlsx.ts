/** The sheets of an XLSX file (Office Open XML, ECMA-376): cells as they stand, nothing computed. */
import { fractionOf, fractionText, multiply } from '../../exact/fraction.ts';
import { quote } from '../../scenario/suggest.ts';
import { HUNDRED } from '../additive.ts';
import type { Note, Place } from '../foreign.ts';
import { refuse, wholeFile } from '../foreign.ts';
import type { SourceEntry } from '../source.ts';
import type { Element } from '../xml.ts';
import { parse } from '../xml.ts';
import type { Cell, Sheet } from './sheet.ts';
import { cellAt, cellName, MOST_COLUMNS, MOST_ROWS } from './sheet.ts';
import { unzip } from './zip.ts';

const PARTS = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/;
const MOST_ELEMENTS = 200_000;
const MOST_SHEETS = 64;

type Parts = ReadonlyMap<string, Buffer>;

/** What formats of cells say of a number, by their place in the list that cells name. */
interface Styles {
  readonly percent: ReadonlySet<number>;
  readonly date: ReadonlySet<number>;
}

interface Book {
  readonly file: string;
  readonly texts: readonly string[];
  readonly styles: Styles;
}

/** Hidden sheets are left out, with a note. @throws Refusal */
export async function readXlsx(entry: SourceEntry, notes: Note[]): Promise<readonly Sheet[]> {
  const { file } = entry;
  const parts = await unzip(entry.bytes(), file, (name) => PARTS.test(name));
  const workbook = partOf(parts, 'xl/workbook.xml', file);
  if (workbook === null)
    refuse(wholeFile(file), 'is an archive and no spreadsheet (XLSX); older and binary forms are to be saved as XLSX');
  const targets = relationsOf(partOf(parts, 'xl/_rels/workbook.xml.rels', file));
  const book: Book = {
    file,
    texts: allWithin(partOf(parts, 'xl/sharedStrings.xml', file), 'si').map(plainText),
    styles: stylesOf(partOf(parts, 'xl/styles.xml', file)),
  };
  const sheets = allWithin(workbook, 'sheet');
  if (sheets.length > MOST_SHEETS)
    refuse(wholeFile(file), `has ${sheets.length} sheets; at most ${MOST_SHEETS} are read`);
  return sheets.flatMap(({ attributes }) => {
    const name = attributes['name'] ?? '';
    if (attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden') {
      notes.push({ kind: 'left out', text: `sheet ${quote(name)}, which is hidden` });
      return [];
    }
    const target = targets.get(attributes['r:id'] ?? '');
    const content = target === undefined ? null : partOf(parts, target, file);
    return content === null ? [] : [sheetOf(name, content, book, notes)];
  });
}

function partOf(parts: Parts, name: string, file: string): Element | null {
  const bytes = parts.get(name);
  if (bytes === undefined) return null;
  return parse(bytes.toString('utf8').replace(/^\uFEFF/, ''), file, MOST_ELEMENTS);
}

/** By id, the name of the part within the archive. */
function relationsOf(relations: Element | null): ReadonlyMap<string, string> {
  return new Map(
    (relations?.children ?? []).map(({ attributes }) => {
      const target = attributes['Target'] ?? '';
      return [attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`];
    }),
  );
}

function allWithin(element: Element | null, name: string): readonly Element[] {
  if (element === null) return [];
  return element.children.flatMap((child) => (local(child) === name ? [child] : allWithin(child, name)));
}

/** Without the prefix that some programs write. */
function local({ name }: Element): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Runs of differently shaped letters are one text; hints on how to read it aloud are none of it. */
function plainText(element: Element): string {
  return element.children
    .map((child) => (local(child) === 't' ? child.text : local(child) === 'r' ? plainText(child) : ''))
    .join('');
}

function stylesOf(styles: Element | null): Styles {
  const codes = new Map(
    allWithin(styles, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? '']),
  );
  const [formats] = allWithin(styles, 'cellXfs');
  const percent = new Set<number>();
  const date = new Set<number>();
  for (const [place, { attributes }] of (formats?.children ?? []).entries()) {
    const id = Number(attributes['numFmtId'] ?? 0);
    // Texts in quotes and colours in brackets say nothing of the kind of number.
    const code = (codes.get(attributes['numFmtId']) ?? '').replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
    if (id === 9 || id === 10 || code.includes('%')) percent.add(place);
    if ((id >= 14 && id <= 22) || (id >= 45 && id <= 47) || /[dmyhs]/i.test(code.replace(/general/i, '')))
      date.add(place);
  }
  return { percent, date };
}

function sheetOf(name: string, sheet: Element, book: Book, notes: Note[]): Sheet {
  const rows: (Cell | null)[][] = [];
  let hidden = 0;
  for (const [k, row] of allWithin(sheet, 'row').entries()) {
    const number = Number(row.attributes['r'] ?? k + 1) - 1;
    if (number >= MOST_ROWS)
      refuse(placeOf(book, name, number, 0), `has more than ${MOST_ROWS} rows; no score sheet has that many`);
    const cells = row.children.filter((child) => local(child) === 'c');
    if (row.attributes['hidden'] === '1' || row.attributes['hidden'] === 'true') hidden++;
    for (const [place, cell] of cells.entries()) {
      const [, column] = cellAt(cell.attributes['r'] ?? '') ?? [0, place];
      if (column >= MOST_COLUMNS) continue;
      while (rows.length <= number) rows.push([]);
      const own = rows[number]!;
      while (own.length <= column) own.push(null);
      own[column] = cellOf(cell, book, placeOf(book, name, number, column));
    }
  }
  if (hidden > 0)
    notes.push({ kind: 'changed', text: `sheet ${quote(name)}: ${hidden} hidden rows are read like the others` });
  fillMerged(rows, allWithin(sheet, 'mergeCell'));
  return { name, file: book.file, delimiter: null, rows };
}

function placeOf({ file }: Book, sheet: string, row: number, column: number): Place {
  return { file, line: row + 1, column: column + 1, path: `${sheet}!${cellName(row, column)}` };
}

/** Cells that are merged all say what the first of them says. */
function fillMerged(rows: (Cell | null)[][], merges: readonly Element[]): void {
  for (const { attributes } of merges) {
    const [from = '', to = ''] = (attributes['ref'] ?? '').split(':');
    const [start, end] = [cellAt(from), cellAt(to)];
    const cell = start === null ? null : (rows[start[0]]?.[start[1]] ?? null);
    if (start === null || end === null || cell === null) continue;
    for (let row = start[0]; row <= Math.min(end[0], rows.length - 1); row++) {
      const own = rows[row]!;
      for (let column = start[1]; column <= Math.min(end[1], MOST_COLUMNS - 1); column++) {
        while (own.length <= column) own.push(null);
        own[column] ??= cell;
      }
    }
  }
}

function cellOf(cell: Element, { texts, styles }: Book, at: Place): Cell | null {
  const { attributes, children } = cell;
  const value = children.find((child) => local(child) === 'v')?.text.trim() ?? '';
  const style = Number(attributes['s'] ?? 0);
  const isFormula = children.some((child) => local(child) === 'f');
  const base = { number: null, isPercent: false, at };
  if (isFormula)
    return { ...base, text: value, refused: 'is a formula, and none is run here; put its value in its place' };
  switch (attributes['t'] ?? 'n') {
    case 's':
      return textCell(texts[Number(value)] ?? '', at);
    case 'inlineStr': {
      const inline = children.find((child) => local(child) === 'is');
      return textCell(inline === undefined ? '' : plainText(inline), at);
    }
    case 'str':
      return textCell(value, at);
    case 'b':
      return textCell(value === '1' ? 'TRUE' : 'FALSE', at);
    case 'e':
      return { ...base, text: value, refused: `is an error of the spreadsheet (${value})` };
    case 'd':
      return { ...base, text: value, refused: 'is a date; format the cell as text or as a number' };
  }
  if (value === '') return null;
  const number = Number(value);
  if (!Number.isFinite(number)) return textCell(value, at);
  if (styles.date.has(style)) {
    return { ...base, text: value, refused: 'is a date; format the cell as text or as a number' };
  }
  const isPercent = styles.percent.has(style);
  const exact = isPercent ? multiply(fractionOf(number), HUNDRED) : fractionOf(number);
  const text = isPercent ? `${fractionText(exact)}%` : String(number);
  return { text, number: exact, refused: null, isPercent, at };
}

function textCell(raw: string, at: Place): Cell | null {
  const text = raw.trim();
  return text === '' ? null : { text, number: null, refused: null, isPercent: false, at };
}
