/**
 * Who sits where, and by which code word: `codes.csv`. The only file of a class with names of people, where the roster had
 * any; the record knows seats alone.
 */
import type { Finding } from '../scenario/finding.ts';
import { csvLines } from '../report/text/csv.ts';
import { unknownName } from '../scenario/suggest.ts';
import { plainCode } from './codes.ts';
import { readTable } from './csv.ts';
import type { Row } from './csv.ts';

export const CODES_FILE = 'codes.csv';

/** What a role is called in the file for somebody who watches. */
export const OBSERVER = 'observer';

export interface SeatLine {
  readonly seat: string;
  /** Null: spare, for a late person. */
  readonly team: string | null;
  /** Null: an observer, or a spare seat. */
  readonly role: string | null;
  readonly code: string;
  /** Empty in an anonymous class. */
  readonly name: string;
}

export type SeatsResult =
  | { readonly ok: true; readonly seats: readonly SeatLine[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const COLUMNS = ['seat', 'team', 'role', 'code'] as const;

export function seatsText(seats: readonly SeatLine[]): string {
  const named = seats.some(({ name }) => name !== '');
  const rows = seats.map(({ seat, team, role, code, name }) => {
    const own = [seat, team ?? '', role ?? (team === null ? '' : OBSERVER), code];
    return named ? [...own, name] : own;
  });
  return csvLines([named ? [...COLUMNS, 'name'] : COLUMNS, ...rows]);
}

/** `roles` are those of the scenario. */
export function readSeats(text: string, file: string, roles: readonly string[]): SeatsResult {
  const read = readTable(text, file, COLUMNS, ['name']);
  if (!read.ok) return read;
  const { rows } = read.table;
  const findings = [
    ...rows.flatMap((row) => faultsOf(row, roles)),
    ...twice(rows, 'seat', (row) => row.get('seat')),
    ...twice(rows, 'code', (row) => plainCode(row.get('code'))),
  ];
  if (findings.length > 0) return { ok: false, findings: findings.toSorted((a, b) => a.line - b.line) };
  return {
    ok: true,
    seats: rows.map((row) => {
      const [team, role] = [row.get('team'), row.get('role')];
      return {
        seat: row.get('seat'),
        team: team === '' ? null : team,
        role: role === '' || role === OBSERVER ? null : role,
        code: row.get('code'),
        name: row.get('name'),
      };
    }),
  };
}

/** Teams that have a seat, in the order of the file. */
export function teamsOf(seats: readonly SeatLine[]): readonly string[] {
  return [...new Set(seats.flatMap(({ team }) => team ?? []))];
}

const SHORTEST_CODE = 8;
const LONGEST_NAME = 40;

function faultsOf(row: Row, roles: readonly string[]): readonly Finding[] {
  const [seat, team, role, code] = [row.get('seat'), row.get('team'), row.get('role'), row.get('code')];
  return [
    ...(seat === '' ? [row.fault('seat', 'is missing; every seat has a name of its own, such as p07')] : []),
    ...[seat, team]
      .filter((name) => name.length > LONGEST_NAME)
      .map(() => row.fault('seat', `is too long; a seat and a team have at most ${LONGEST_NAME} letters`)),
    ...(role === '' || role === OBSERVER || roles.includes(role)
      ? []
      : [row.fault('role', unknownName('role', role, [...roles, OBSERVER]))]),
    ...(team === '' && role !== '' ? [row.fault('team', 'is missing; a role is played in a team')] : []),
    ...(team !== '' && role === ''
      ? [row.fault('role', `is missing; write ${OBSERVER} for somebody who watches`)]
      : []),
    ...(plainCode(code).length < SHORTEST_CODE
      ? [row.fault('code', `expected a code word of at least ${SHORTEST_CODE} letters, such as amber-lamp-violet`)]
      : []),
  ];
}

function twice(rows: readonly Row[], column: string, of: (row: Row) => string): readonly Finding[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row) => {
    const [value, before] = [of(row), seen.get(of(row))];
    if (before === undefined) seen.set(value, row.line);
    // A code word is not said: what is written on a screen may be read by others.
    return value === '' || before === undefined ? [] : [row.fault(column, `is the same as in line ${before}`)];
  });
}
