/** Tables as comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */

/** A column of a table, and what it means in a code book. */
export interface CsvColumn {
  readonly name: string;
  readonly meaning: string;
}

/** One line for each row, ended by CR LF. */
export function csvLines(rows: readonly (readonly (string | number)[])[], delimiter: ',' | '\t' = ','): string {
  return rows.map((row) => `${row.map((value) => csvCell(value, delimiter)).join(delimiter)}\r\n`).join('');
}

/** Quoted where it must be; a text that a spreadsheet would run as a formula begins with an apostrophe. */
function csvCell(value: string | number, delimiter: string): string {
  const text = typeof value === 'number' ? String(value) : withoutFormula(value);
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Numbers stay what they are, those below 0 as well; one apostrophe can be taken away again, whatever the text. */
export function withoutFormula(text: string): string {
  return startsFormula(text) || /^'+\s*[=+\-@]/.test(text) ? `'${text}` : text;
}

export function startsFormula(text: string): boolean {
  return /^\s*[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?([eE][+-]?\d+)?(\/\d+)?$/.test(text);
}
