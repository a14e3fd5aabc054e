/** Score sheets as people keep them: a table of points, or a sheet for each party, as a negotiation. */
import { basename } from 'node:path';
import type { Finding } from '../../scenario/finding.ts';
import type { Fraction } from '../../exact/fraction.ts';
import { compare, fractionText, ZERO } from '../../exact/fraction.ts';
import { quote } from '../../scenario/suggest.ts';
import { HUNDRED } from '../additive.ts';
import type { ForeignIssue, ForeignParty, ForeignRead, ForeignWorths, Note } from '../foreign.ts';
import { findingAt, refuse, Refusal, wholeFile } from '../foreign.ts';
import type { Source, SourceEntry } from '../source.ts';
import { hasPercent, isFormula, markOf, numberOf, withoutPercent } from './numbers.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { isXlsx } from './recognise.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { Table } from './table.ts';
import { findTable } from './table.ts';
import { DISAGREEMENT, MINIMUM, rowWord, TOTAL, WEIGHT } from './words.ts';

/** Names of columns that say what stands below and not for whom. */
const NO_NAME = /^(points?|scores?|values?|pay-?offs?|utility|utilities|worth)$/i;
const EMPTY = /^[-\u2013\u2014]$/;

/** @throws Refusal, with every wrong cell */
export async function readSheets(source: Source): Promise<ForeignRead> {
  const notes: Note[] = [];
  const sheets: Sheet[] = [];
  for (const entry of source.entries) sheets.push(...(await sheetsOf(entry, notes)));
  const tables = sheets.flatMap((sheet) => {
    const table = findTable(sheet, notes);
    if (table === null && sheet.rows.length > 0)
      notes.push({ kind: 'left out', text: `sheet ${quote(sheet.name)}, which has no table of points` });
    return table ?? [];
  });
  const [first] = tables;
  if (first === undefined) {
    refuse(
      wholeFile(source.path),
      'has no table of points: a row with the names of parties, issues and options at the left, and points below the parties',
    );
  }
  const content = tables.map((table) => contentOf(table, notes));
  const parties = namesOf(tables).map((names, k) =>
    content[k]!.parties.map((party, own) => ({ ...party, name: names[own]! })),
  );
  const [main, ...others] = content;
  if (main === undefined) throw new Error('a table without content');
  const aligned = [
    parties[0]!,
    ...others.map((other, k) => parties[k + 1]!.map((party) => alignedTo(main, other, party))),
  ].flat();
  return {
    foreign: {
      title: first.title ?? basename(source.path).replace(/\.[^.]*$/, ''),
      issues: main.issues.map(({ heading, options }): ForeignIssue => {
        return {
          name: heading.text,
          at: heading.at,
          range: null,
          options: options.map(({ name, text }) => ({ name, ...(text !== null && { text }) })),
        };
      }),
      parties: aligned.map(({ name, own, ...party }) => ({ ...party, name, worths: own })),
    },
    notes,
  };
}

async function sheetsOf(entry: SourceEntry, notes: Note[]): Promise<readonly Sheet[]> {
  return isXlsx(entry) ? readXlsx(entry, notes) : [readCsv(entry, notes)];
}

/** Of a sheet with one column of points that is called "points", the sheet's name; so where all sheets call it the same. */
function namesOf(tables: readonly Table[]): readonly (readonly string[])[] {
  const [first] = tables;
  const isOneEach = tables.length > 1 && tables.every(({ parties }) => parties.length === 1);
  const same = isOneEach && new Set(tables.map(({ parties }) => parties[0]?.name)).size < tables.length;
  if (tables.length > 1 && !isOneEach) {
    const several = tables.find(({ parties }) => parties.length > 1) ?? first;
    if (several !== undefined) {
      refuse(
        { ...wholeFile(several.sheet.file), path: several.sheet.name },
        `has points of several parties, and so have other sheets (${tables.map(({ sheet }) => sheet.name).join(', ')}); keep one table, or one sheet for each party`,
      );
    }
  }
  return tables.map(({ sheet, parties }) =>
    parties.map(({ name }) => (same || (isOneEach && NO_NAME.test(name)) ? sheet.name : name)),
  );
}

interface SheetOption {
  readonly name: string;
  readonly text: string | null;
  readonly at: Cell['at'];
  readonly row: number;
}

interface SheetIssue {
  readonly heading: Cell;
  readonly options: SheetOption[];
  /** The row with its weights. */
  weight: number | null;
}

interface SheetParty extends Omit<ForeignParty, 'worths' | 'name'> {
  readonly own: readonly (ForeignWorths | null)[];
}

interface Content {
  readonly issues: readonly SheetIssue[];
  readonly parties: readonly SheetParty[];
}

/** Rows by what they are. */
interface Rows {
  readonly issues: SheetIssue[];
  minimum: number | null;
  disagreement: number | null;
}

function contentOf(table: Table, notes: Note[]): Content {
  const rows = rowsOf(table, notes);
  if (rows.issues.length === 0)
    refuse({ ...wholeFile(table.sheet.file), path: table.sheet.name }, 'has no issues below the names of parties');
  if (!table.isNamed && rows.issues.every(({ options }) => options.length === 1)) {
    refuse(
      rows.issues[0]!.heading.at,
      'each issue has one option, so there is nothing to choose: this is no score sheet, or its columns are to be called issue and option',
    );
  }
  const reader = new PointsReader(table, notes);
  const parties = table.parties.map((party) => partyOf(party, rows, reader, table));
  reader.end();
  return { issues: rows.issues, parties };
}

function rowsOf(table: Table, notes: Note[]): Rows {
  const { sheet, head, issue: issueColumn, option: optionColumn, wording } = table;
  const rows: Rows = { issues: [], minimum: null, disagreement: null };
  let current: SheetIssue | null = null;
  for (const [k, row] of sheet.rows.entries()) {
    if (k <= head) continue;
    const [heading, own] = [row[issueColumn] ?? null, row[optionColumn] ?? null];
    const hasPoints = table.parties.some(({ column }) => (row[column] ?? null) !== null);
    if (heading === null && own === null) {
      const [stray] = row.filter(
        (cell, column) => cell !== null && table.parties.some((party) => party.column === column),
      );
      if (stray) refuse(stray.at, 'stands in a row without issue and option');
      continue;
    }
    if (isSpecial(table, k, rows, notes)) continue;
    const isHeaded = issueColumn === optionColumn;
    if (isHeaded && !hasPoints && heading !== null) {
      current = issueNamed(rows, heading);
      continue;
    }
    if (!isHeaded && heading !== null) current = issueNamed(rows, heading);
    const option = isHeaded ? heading : own;
    if (option === null) {
      if (!hasPoints) continue;
      refuse(heading?.at ?? wholeFile(sheet.file), 'has points and names no option');
    }
    if (current === null) refuse(option.at, `option ${quote(option.text)} stands under no issue`);
    if (option.refused !== null) refuse(option.at, option.refused);
    if (WEIGHT.test(option.text) && hasPoints) {
      current.weight = k;
      continue;
    }
    if (current.options.some(({ name }) => name === option.text)) {
      refuse(option.at, `issue ${quote(current.heading.text)} has option ${quote(option.text)} already`);
    }
    const text = wording === null ? null : (row[wording]?.text ?? null);
    current.options.push({ name: option.text, text, at: option.at, row: k });
  }
  const empty = rows.issues.find(({ options }) => options.length === 0);
  if (empty !== undefined) refuse(empty.heading.at, `issue ${quote(empty.heading.text)} has no options below it`);
  return rows;
}

function issueNamed(rows: Rows, heading: Cell): SheetIssue {
  if (heading.refused !== null) refuse(heading.at, heading.refused);
  const known = rows.issues.find((issue) => issue.heading.text === heading.text);
  if (known !== undefined) return known;
  const issue = { heading, options: [], weight: null };
  rows.issues.push(issue);
  return issue;
}

/** A row with what parties sign for, or with totals, which nobody needs. */
function isSpecial(table: Table, k: number, rows: Rows, notes: Note[]): boolean {
  const row = table.sheet.rows[k] ?? [];
  const [heading, option] = [row[table.issue] ?? null, row[table.option] ?? null];
  const label =
    heading === null || heading === option || option === null
      ? (heading ?? option)
      : heading.text === option.text
        ? heading
        : null;
  if (label === null) return false;
  // Below other issues an option may be called minimum: only at the end, where no issue follows, is it the row.
  if (heading === null && table.issue !== table.option && !isLast(table, k)) return false;
  const hasPoints = table.parties.some(({ column }) => (row[column] ?? null) !== null);
  const text = rowWord(label.text);
  const kind = MINIMUM.test(text) ? 'minimum' : DISAGREEMENT.test(text) ? 'disagreement' : null;
  if (kind !== null && hasPoints) {
    if (rows[kind] !== null) refuse(label.at, `a row ${quote(label.text)} stands above already`);
    rows[kind] = k;
    return true;
  }
  if (!TOTAL.test(text)) return false;
  notes.push({ kind: 'left out', text: `${table.sheet.name}: row ${k + 1}, ${quote(label.text)}` });
  return true;
}

/** Whether only rows of the same kind follow. */
function isLast({ sheet, issue, option }: Table, k: number): boolean {
  return sheet.rows.slice(k).every((row) => {
    const text = rowWord(row[option]?.text ?? row[issue]?.text ?? '');
    return (
      (row[issue] ?? null) === null &&
      (text === '' || MINIMUM.test(text) || DISAGREEMENT.test(text) || TOTAL.test(text))
    );
  });
}

function partyOf(
  { column, name }: Table['parties'][number],
  rows: Rows,
  reader: PointsReader,
  table: Table,
): SheetParty {
  const head = table.sheet.rows[table.head]?.[column];
  const at = head?.at ?? wholeFile(table.sheet.file);
  const isWeighted = rows.issues.some(({ weight }) => weight !== null && reader.has(weight, column));
  const own = rows.issues.map((issue): ForeignWorths | null => {
    const given = issue.options.filter(({ row }) => reader.has(row, column));
    if (given.length === 0) return null;
    return { kind: 'listed', worths: issue.options.map(({ row }) => reader.points(row, column, isWeighted)) };
  });
  const weights = rows.issues.map(({ weight }, k) => {
    if (!isWeighted || own[k] === null) return ZERO;
    return weight === null || !reader.has(weight, column)
      ? reader.missingWeight(rows.issues[k]!.heading, name)
      : reader.points(weight, column, false);
  });
  const minimum = reader.threshold(rows.minimum, column);
  const disagreement = reader.threshold(rows.disagreement, column);
  if (rows.minimum === null && rows.disagreement === null) reader.noMinimum();
  return {
    at,
    weights: isWeighted ? weights : null,
    own,
    disagreement: disagreement ?? minimum ?? ZERO,
    reservation: disagreement === null ? null : minimum,
  };
}

/** Reads points, and remembers what a person should know of them. */
class PointsReader {
  private readonly table: Table;
  private readonly notes: Note[];
  private readonly mark: '.' | ',';
  private readonly faults: Finding[] = [];
  private readonly percents: Cell[] = [];
  private readonly empty: string[] = [];
  private unbounded = false;

  constructor(table: Table, notes: Note[]) {
    this.table = table;
    this.notes = notes;
    const columns = table.parties.map(({ column }) => column);
    const cells = table.sheet.rows
      .slice(table.head + 1)
      .flatMap((row) => columns.flatMap((column) => row[column] ?? []));
    const found = markOf(cells, table.sheet.delimiter);
    if ('point' in found) {
      refuse(
        found.comma.at,
        `${quote(found.comma.text)} has a decimal comma and ${quote(found.point.text)} (${found.point.at.path}) a decimal point; use one of them in the whole sheet`,
      );
    }
    this.mark = found.mark;
    for (const cell of found.doubtful.slice(0, 1)) {
      const number = numberOf(cell, found.mark);
      notes.push({
        kind: 'changed',
        text: `${found.doubtful.length === 1 ? '' : `${found.doubtful.length} numbers such as `}${quote(cell.text)} (${cell.at.path}) read as ${number === null ? 'none' : fractionText(number)}`,
      });
    }
  }

  private cell(row: number, column: number): Cell | null {
    const cell = this.table.sheet.rows[row]?.[column] ?? null;
    return cell !== null && EMPTY.test(cell.text) ? null : cell;
  }

  has(row: number, column: number): boolean {
    return this.cell(row, column) !== null;
  }

  /** 0 for an empty cell, which is told at the end; so is every cell that is no number. */
  points(row: number, column: number, isValue: boolean): Fraction {
    const cell = this.cell(row, column);
    if (cell === null) {
      const name = this.table.parties.find((party) => party.column === column)?.name ?? '';
      this.empty.push(`${name} in row ${row + 1}`);
      return ZERO;
    }
    if (hasPercent(cell)) this.percents.push(cell);
    const number = cell.refused === null ? numberOf(cell, this.mark) : null;
    if (number === null) {
      const what =
        cell.refused ?? (isFormula(cell) ? 'is a formula, and none is run here; put its value in its place' : null);
      this.faults.push(
        findingAt(cell.at, what ?? `expected points, found ${quote(cell.text)}; write a number, or nothing for 0`),
      );
      return ZERO;
    }
    if (isValue && (number.num < 0n || compare(number, HUNDRED) > 0)) {
      this.faults.push(
        findingAt(cell.at, `${withoutPercent(cell.text)} is no value from 0 to 100, as values beside weights are`),
      );
    }
    return number;
  }

  threshold(row: number | null, column: number): Fraction | null {
    return row === null || !this.has(row, column) ? null : this.points(row, column, false);
  }

  missingWeight(heading: Cell, party: string): Fraction {
    this.faults.push(findingAt(heading.at, `${party} has weights, and none for issue ${quote(heading.text)}`));
    return ZERO;
  }

  noMinimum(): void {
    this.unbounded = true;
  }

  /** @throws Refusal with every cell that could not be read */
  end(): void {
    if (this.faults.length > 0) throw new Refusal(this.faults.slice(0, 50));
    const { name } = this.table.sheet;
    const [percent] = this.percents;
    if (percent !== undefined) {
      this.notes.push({
        kind: 'changed',
        text: `${name}: percent signs are dropped: ${quote(percent.text)} is ${withoutPercent(percent.text)} points`,
      });
    }
    const [empty] = this.empty;
    if (empty !== undefined) {
      const count = this.empty.length;
      this.notes.push({
        kind: 'changed',
        text: `${name}: ${count === 1 ? '1 empty cell is' : `${count} empty cells are`} 0 points (${empty}${count > 1 ? ', ...' : ''})`,
      });
    }
    if (this.unbounded) {
      this.notes.push({
        kind: 'changed',
        text: `${name}: no row \`minimum\`, so no deal is worth 0 points to every party, and each signs for 0 or more`,
        about: 'least',
      });
    }
  }
}

/** A party of another sheet, its points in the order of the first sheet. @throws Refusal where the sheets differ */
function alignedTo(main: Content, other: Content, party: SheetParty & { readonly name: string }) {
  const weights = party.weights;
  const places = main.issues.map((issue) => {
    const k = other.issues.findIndex(({ heading }) => heading.text === issue.heading.text);
    if (k === -1)
      refuse(
        party.at,
        `this sheet has no issue ${quote(issue.heading.text)}, which stands in ${issue.heading.at.path}`,
      );
    return k;
  });
  const extra = other.issues.find((_, k) => !places.includes(k));
  if (extra !== undefined) refuse(extra.heading.at, `issue ${quote(extra.heading.text)} is not in the first sheet`);
  const own = main.issues.map((issue, k): ForeignWorths | null => {
    const there = other.issues[places[k]!]!;
    const worths = party.own[places[k]!] ?? null;
    const order = issue.options.map(({ name, at }) => {
      const place = there.options.findIndex((option) => option.name === name);
      if (place === -1)
        refuse(
          there.heading.at,
          `issue ${quote(issue.heading.text)} has no option ${quote(name)} here, which stands in ${at.path}`,
        );
      return place;
    });
    const surplus = there.options.find(({ name }) => issue.options.every((option) => option.name !== name));
    if (surplus !== undefined) refuse(surplus.at, `option ${quote(surplus.name)} is not in the first sheet`);
    if (worths === null || worths.kind !== 'listed') return worths;
    return { kind: 'listed', worths: order.map((place) => worths.worths[place]!) };
  });
  return { ...party, own, weights: weights === null ? null : places.map((place) => weights[place]!) };
}
