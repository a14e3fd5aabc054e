/** A file of values with commas, semicolons, tabs or bars between them as a sheet. */
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '../decode.ts';
import type { Note, Place } from '../foreign.ts';
import { refuse, wholeFile } from '../foreign.ts';
import type { SourceEntry } from '../source.ts';
import type { Cell, Sheet } from './sheet.ts';
import { cellName, MOST_COLUMNS, MOST_ROWS } from './sheet.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** What Excel writes before the first row to say which it takes. */
const SEP = /^sep=(.)\r?\n/i;

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** @throws Refusal */
export function readCsv(entry: SourceEntry, notes: Note[]): Sheet {
  const { file, name } = entry;
  const { text, encoding } = decodeText(entry.bytes());
  if (encoding === 'Latin-1')
    notes.push({ kind: 'changed', text: `${name} is read with the letters of Windows (Latin-1)` });
  const said = SEP.exec(text);
  const content = said === null ? text : text.slice(said[0].length);
  const delimiter = said?.[1] ?? delimiterOf(content);
  const rows = parsed(content, delimiter, file);
  if (rows.length > MOST_ROWS) refuse(wholeFile(file), `has more than ${MOST_ROWS} rows; no score sheet has that many`);
  const wide = rows.findIndex(({ record }) => record.length > MOST_COLUMNS);
  const above = said === null ? 0 : 1;
  let line = 1 + above;
  const cells = rows.map(({ record, info }, row) => {
    const start = line;
    line = info.lines + 1 + above;
    return record.map((own, column) => cellOf(own, { file, line: start, column: 1, path: cellName(row, column) }));
  });
  if (wide !== -1) refuse({ ...wholeFile(file), line: wide + 1 }, `has more than ${MOST_COLUMNS} columns`);
  return { name: name.replace(/^.*\//, '').replace(/\.[^.]*$/, ''), file, delimiter, rows: cells };
}

function parsed(text: string, delimiter: string, file: string): readonly Row[] {
  try {
    const rows: unknown = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      to: MOST_ROWS + 1,
      max_record_size: 1_000_000,
    });
    return Array.isArray(rows) ? rows.filter(isRow) : [];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    return refuse({ ...wholeFile(file), line }, `is no table of values: ${error.message}`);
  }
}

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null && 'record' in row && 'info' in row;
}

function cellOf(raw: string, at: Place): Cell | null {
  const trimmed = raw.trim();
  // An apostrophe is how a formula is kept from being one.
  const text = /^'+\s*[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed;
  if (text === '') return null;
  return { text, number: null, refused: null, isPercent: false, at };
}

/** What stands most often, and as often in each of the first lines, outside quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30);
  const score = (delimiter: string): number => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const with1 = counts.filter((count) => count > 0).length;
    return with1 === 0 ? 0 : with1 / lines.length + Math.min(...counts.filter((count) => count > 0)) / 1000;
  };
  return DELIMITERS.reduce((best, own) => (score(own) > score(best) ? own : best));
}
