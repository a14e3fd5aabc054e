/** Tables that people edit in a spreadsheet: a row of headings, then rows, with the line of each for what is wrong. */
import { CsvError, parse } from 'csv-parse/sync';
import type { Finding } from '../scenario/finding.ts';
import { showControls } from '../scenario/finding.ts';
import { didYouMean, quote } from '../scenario/suggest.ts';

export interface Table {
  /** As written, in their order. */
  readonly headings: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly line: number;
  /** The trimmed text under a heading; empty where there is none. */
  readonly get: (heading: string) => string;
  readonly fault: (heading: string | null, message: string) => Finding;
}

export type TableResult =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly findings: readonly Finding[] };

const DELIMITERS = [',', ';', '\t'];
const MOST_ROWS = 5000;

/**
 * Commas, semicolons or tabs, as the first line has them. Headings are read whatever their case. `needs` are headings
 * that must be there; `may` those that can be.
 */
export function readTable(text: string, file: string, needs: readonly string[], may: readonly string[]): TableResult {
  const fault = (line: number, message: string): Finding => faultAt(file, line, null, message);
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = DELIMITERS.reduce((best, own) => (first.split(own).length > first.split(best).length ? own : best));
  const read = parsed(text, delimiter);
  if ('message' in read) return { ok: false, findings: [fault(read.line, `is no table: ${read.message}`)] };
  const [head, ...rest] = read.rows;
  if (head === undefined) {
    return { ok: false, findings: [fault(1, `is empty; its first line names the columns: ${needs.join(',')}`)] };
  }
  const headings = head.cells.map((heading) => nameOf(heading, [...needs, ...may]));
  const findings = [
    ...needs.filter((need) => !headings.includes(need)).map((need) => fault(head.line, missing(need, headings))),
    ...headings
      .filter((heading, k) => headings.indexOf(heading) !== k && heading !== '')
      .map((heading) => fault(head.line, `column ${quote(heading)} stands here twice`)),
  ];
  if (rest.length > MOST_ROWS) findings.push(fault(MOST_ROWS, `has more than ${MOST_ROWS} rows`));
  if (findings.length > 0) return { ok: false, findings };
  const rows = rest
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ cells, line }): Row => ({
      line,
      get: (heading) => cells[headings.indexOf(heading)] ?? '',
      fault: (heading, message) => faultAt(file, line, heading, message),
    }));
  return { ok: true, table: { headings, rows } };
}

export function faultAt(file: string, line: number, column: string | null, message: string): Finding {
  return { file, line, column: 1, path: showControls(column ?? ''), message: showControls(message), severity: 'error' };
}

interface Parsed {
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

function parsed(text: string, delimiter: string): Parsed | { readonly line: number; readonly message: string } {
  try {
    const records: unknown = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      to: MOST_ROWS + 2,
    });
    let line = 1;
    const rows = (Array.isArray(records) ? records : []).filter(isRecord).map(({ record, info }) => {
      const at = line;
      line = info.lines + 1;
      return { cells: record.map(plain), line: at };
    });
    return { rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: 'lines' in error && typeof error.lines === 'number' ? error.lines : 1, message: error.message };
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function isRecord(value: unknown): value is CsvRecord {
  return typeof value === 'object' && value !== null && 'record' in value && 'info' in value;
}

/** An apostrophe is how spreadsheets are kept from running a text. */
function plain(cell: string): string {
  const text = cell.trim();
  return /^'\s*[=+\-@]/.test(text) ? text.slice(1) : text;
}

function nameOf(heading: string, known: readonly string[]): string {
  return known.find((name) => name.toLowerCase() === heading.toLowerCase()) ?? heading;
}

function missing(need: string, headings: readonly string[]): string {
  return `has no column ${quote(need)}${didYouMean(need, headings)}; its columns are ${headings.map(quote).join(', ')}`;
}
