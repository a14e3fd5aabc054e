/** XLSX files as other programs write them: shared texts, merged cells, formats of numbers, formulas, hidden sheets. */
import { strToU8, zipSync } from 'fflate';

export interface TestSheet {
  readonly name: string;
  readonly state?: string;
  /** `{ v, f, s, t }` is a cell as it is: value, formula, style, type. */
  readonly rows: readonly (readonly (string | number | null | TestCell)[])[];
  readonly merged?: readonly string[];
}

interface TestCell {
  readonly v: string | number;
  readonly f?: string;
  readonly s?: number;
  readonly t?: string;
}

/** Style 1 is a percentage, 2 a date. */
export function workbook(
  sheets: readonly TestSheet[],
  extra: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const texts: string[] = [];
  const parts = sheets.map(({ rows, merged = [] }) => {
    const data = rows.map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, `${String.fromCharCode(65 + c)}${r + 1}`, texts)).join('')}</row>`,
    );
    const merges =
      merged.length === 0
        ? ''
        : `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    return `<worksheet><sheetData>${data.join('')}</sheetData>${merges}</worksheet>`;
  });
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook><sheets>${sheets.map(({ name, state = 'visible' }, k) => `<sheet name="${name}" state="${state}" r:id="r${k}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, k) => `<Relationship Id="r${k}" Target="worksheets/sheet${k + 1}.xml"/>`).join('')}</Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    ...Object.fromEntries(parts.map((part, k) => [`xl/worksheets/sheet${k + 1}.xml`, part])),
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><r><t>${text.slice(0, 1)}</t></r><r><t>${text.slice(1)}</t></r></si>`).join('')}</sst>`,
    ...extra,
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  );
}

function cellXml(cell: string | number | null | TestCell, name: string, texts: string[]): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${name}" t="s"><v>${texts.push(cell) - 1}</v></c>`;
  const { v, f, s, t } = cell;
  return `<c r="${name}"${s === undefined ? '' : ` s="${s}"`}${t === undefined ? '' : ` t="${t}"`}>${f === undefined ? '' : `<f>${f}</f>`}<v>${v}</v></c>`;
}
