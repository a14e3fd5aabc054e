/** A scenario as one table: issues and options at the left, a column of points for each party, the least each signs for below. */
import { strToU8, zipSync } from 'fflate';
import { csvLines, startsFormula } from '../../report/text/csv.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { compare, exactOf, fractionOf, fractionText, nearest } from '../../exact/fraction.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { quote } from '../../scenario/suggest.ts';
import type { Note } from '../foreign.ts';
import type { Written } from '../format.ts';
import { issueNames, optionNames, optionTexts, partyNames, weightsOf, worthsOf } from '../from-scenario.ts';
import { lossesOf } from '../losses.ts';
import { escapeXml } from '../xml.ts';
import { cellName } from './sheet.ts';
import { optionCell, partyHeading } from './words.ts';

type Value = string | Fraction | null;

export function writeCsv(scenario: Scenario): Written {
  const { rows, notes } = tableOf(scenario);
  const texts = rows.map((row) =>
    row.map((value) => (value === null ? '' : typeof value === 'string' ? value : fractionText(value))),
  );
  return { files: [{ path: '', content: csvLines(texts) }], notes: [...notes, ...fractionNotes(rows, true)] };
}

export function writeXlsx(scenario: Scenario): Written {
  const { rows, notes } = tableOf(scenario);
  const content = workbook([[scenario.title], [], ...rows]);
  return { files: [{ path: '', content }], notes: [...notes, ...fractionNotes(rows, false)] };
}

/** With weights in a row of their own above the options, where a party has them. */
function tableOf(scenario: Scenario): {
  readonly rows: readonly (readonly Value[])[];
  readonly notes: readonly Note[];
} {
  const { parties, issues } = scenario;
  const names = issueNames(scenario);
  const texts = issues.map(optionTexts);
  const hasTexts = texts.some((own) => own.some((text) => text !== undefined));
  const worths = parties.map((party) => worthsOf(party, issues));
  const weights = parties.map(weightsOf);
  const wording = (text: string | undefined): readonly Value[] => (hasTexts ? [text ?? null] : []);
  const body = issues.flatMap((issue, k) => {
    const weight = weights.map((own, p) => (own === null || worths[p]![k] === null ? null : own[k]!));
    const head = weight.every((own) => own === null) ? [] : [[names[k]!, '(weight)', ...wording(undefined), ...weight]];
    const options = optionNames(issue).map((option, place): Value[] => {
      return [
        names[k]!,
        optionCell(names[k]!, option),
        ...wording(texts[k]![place]),
        ...worths.map((own) => own[k]?.[place] ?? null),
      ];
    });
    return [...head, ...options];
  });
  const isApart = parties.some(
    ({ disagreement, reservation }) => compare(exactOf(disagreement), exactOf(reservation)) !== 0,
  );
  const below = (name: string, values: readonly Value[]): Value[] => [name, null, ...wording(undefined), ...values];
  return {
    rows: [
      ['issue', 'option', ...(hasTexts ? ['text'] : []), ...partyNames(scenario).map(partyHeading)],
      ...body,
      ...(isApart
        ? [
            below(
              'disagreement',
              parties.map(({ disagreement }) => exactOf(disagreement)),
            ),
          ]
        : []),
      below(
        'minimum',
        parties.map(({ reservation }) => exactOf(reservation)),
      ),
    ],
    notes: [...lossesOf(scenario, ['optionTexts', 'disagreement']), ...renamedNotes(scenario)],
  };
}

/** Names that are words of a sheet. */
function renamedNotes(scenario: Scenario): readonly Note[] {
  const titles = issueNames(scenario);
  const renamed = [
    ...partyNames(scenario).map((name) => [name, partyHeading(name)] as const),
    ...scenario.issues.flatMap((issue, k) =>
      optionNames(issue).map((name) => [name, optionCell(titles[k]!, name)] as const),
    ),
  ].filter(([name, cell]) => name !== cell);
  return renamed.map(([name, cell]) => {
    return { kind: 'changed', text: `${quote(name)} means something else in a score sheet; written as ${quote(cell)}` };
  });
}

/** A spreadsheet program takes 1/3 in a text file for a date; it knows no more than 15 digits. */
function fractionNotes(rows: readonly (readonly Value[])[], isText: boolean): readonly Note[] {
  const count = rows.flat().filter((value) => value !== null && typeof value !== 'string' && !isDouble(value)).length;
  if (count === 0) return [];
  const advice = isText
    ? '; a spreadsheet program may take them for dates: write XLSX for one'
    : ', as texts in their cells';
  return [
    {
      kind: 'changed',
      text: `${count} numbers that no decimal of 15 digits says are written as fractions or with all their digits${advice}`,
    },
  ];
}

function isDouble(number: Fraction): boolean {
  const text = fractionText(number);
  return (
    !text.includes('/') &&
    text.replaceAll(/[-.]/g, '').length <= 15 &&
    compare(fractionOf(nearest(number)), number) === 0
  );
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The earliest day that an archive can name, so that the same scenario gives the same bytes. */
const DAY = new Date(1980, 0, 1);

/** Style 1 is that of a text that must not be read as a formula; the rest is what every spreadsheet file must have. */
const STYLES = [
  `<styleSheet xmlns="${MAIN}">`,
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs>',
  '</styleSheet>',
].join('');

/** One sheet; texts are texts whatever they begin with. */
function workbook(rows: readonly (readonly Value[])[]): Uint8Array {
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
      ['/xl/workbook.xml', 'sheet.main'],
      ['/xl/worksheets/sheet1.xml', 'worksheet'],
      ['/xl/styles.xml', 'styles'],
    ]
      .map(
        ([part, type]) =>
          `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Scores" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(HEAD + text)])), {
    mtime: DAY,
  });
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const entries = targets.map(
    ([type, target], k) => `<Relationship Id="rId${k + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`;
}

function rowXml(values: readonly Value[], row: number): string {
  const cells = values.map((value, column) => cellXml(value, cellName(row, column)));
  return `<row r="${row + 1}">${cells.join('')}</row>`;
}

function cellXml(value: Value, name: string): string {
  if (value === null) return '';
  if (typeof value !== 'string' && isDouble(value)) return `<c r="${name}"><v>${fractionText(value)}</v></c>`;
  const text = typeof value === 'string' ? value : fractionText(value);
  const style = startsFormula(text) ? ' s="1"' : '';
  return `<c r="${name}" t="inlineStr"${style}><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}
