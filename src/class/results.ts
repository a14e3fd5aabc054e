/** Results as they were written on paper: a table of teams, with the option that each picked on each issue. */
import { csvLines } from '../report/text/csv.ts';
import { optionAt, listedIds, isNumberLine } from '../scenario/format/options.ts';
import type { Finding } from '../scenario/finding.ts';
import type { Issue } from '../scenario/scenario.ts';
import { quote, unknownName } from '../scenario/suggest.ts';
import type { InstructorAction } from './action.ts';
import { readTable } from './csv.ts';
import type { Row } from './csv.ts';
import type { DealText } from './event.ts';
import type { Game } from './game.ts';
import { completed, dealFault } from './game.ts';
import { MOST_MINUTES } from './plan.ts';

export type Entered = Extract<InstructorAction, { readonly kind: 'enter' }>;

export type ResultsRead =
  | {
      readonly ok: true;
      readonly results: readonly (Entered & { readonly line: number })[];
      /** Teams whose line is still empty. */
      readonly missing: readonly string[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Made with the class, to be filled in. */
export const RESULTS_FILE = 'results.csv';

/** In the column `deal`, or in that of the first issue. */
const NO_DEAL = /^(no[ -]?deal|none|-)$/i;

/** Every team once at most, every issue of a deal settled; lines without a result are left alone. What is wrong is said by line, all of it. */
export function readResults(text: string, file: string, game: Game, teams: readonly string[]): ResultsRead {
  const ids = game.file.issues.map(({ id }) => id);
  const read = readTable(text, file, ['team'], [...ids, 'deal', 'minute']);
  if (!read.ok) return read;
  const { headings, rows } = read.table;
  const known = [...ids, 'team', 'deal', 'minute'];
  const stray = headings.filter((heading) => heading !== '' && !known.includes(heading));
  const findings: Finding[] = stray.map((heading) => ({
    ...(rows[0] ?? NO_ROW).fault(heading, unknownName('issue', heading, ids)),
    file,
    line: 1,
  }));
  const seen = new Map<string, number>();
  const isFilled = (row: Row): boolean => [...ids, 'deal'].some((heading) => row.get(heading) !== '');
  const results = rows.flatMap((row) => {
    const team = row.get('team');
    if (!teams.includes(team)) findings.push(row.fault('team', unknownName('team', team, teams)));
    const before = seen.get(team);
    if (before !== undefined) findings.push(row.fault('team', `${quote(team)} stands in line ${before} already`));
    seen.set(team, row.line);
    if (!isFilled(row)) return [];
    const deal = dealIn(row, game, findings);
    return [{ kind: 'enter' as const, team, deal, minute: minuteIn(row, findings), line: row.line }];
  });
  if (findings.length > 0) return { ok: false, findings: findings.toSorted((a, b) => a.line - b.line) };
  const missing = rows.filter((row) => !isFilled(row)).map((row) => row.get('team'));
  return { ok: true, results, missing };
}

const NO_ROW: Pick<Row, 'fault'> = {
  fault: (heading, message) => ({ file: '', line: 1, column: 1, path: heading ?? '', message, severity: 'error' }),
};

/** Null for "no deal". */
function dealIn(row: Row, game: Game, findings: Finding[]): DealText | null {
  const { issues } = game.file;
  const filled = issues.filter(({ id }) => row.get(id) !== '');
  const said = row.get('deal');
  const isNone = NO_DEAL.test(said) || (filled.length === 1 && NO_DEAL.test(row.get(filled[0]!.id)));
  if (isNone) {
    if (NO_DEAL.test(said) && filled.length > 0) {
      findings.push(
        row.fault('deal', `says ${quote(said)}, but there are options in the same line; keep one of the two`),
      );
    }
    return null;
  }
  if (said !== '' && !/^(yes|deal)$/i.test(said)) {
    findings.push(row.fault('deal', `expected 'no deal', or nothing, found ${quote(said)}`));
    return null;
  }
  const written = filled.map((issue) => [issue.id, row.get(issue.id)] as const);
  const bad = filled.filter((issue) => optionAt(issue, row.get(issue.id)) === -1);
  findings.push(...bad.map((issue) => row.fault(issue.id, unknownOption(issue, row.get(issue.id)))));
  if (bad.length > 0) return null;
  const deal = completed(game, Object.fromEntries(written));
  const fault = dealFault(game, deal);
  if (fault !== null) findings.push(row.fault(null, fault));
  return deal;
}

function unknownOption(issue: Issue, option: string): string {
  if (!isNumberLine(issue)) return unknownName('option', option, listedIds(issue));
  return `${quote(option)} is none of the numbers of ${quote(issue.id)}`;
}

function minuteIn(row: Row, findings: Finding[]): number | null {
  const text = row.get('minute');
  if (text === '') return null;
  const minute = Number(text.replace(',', '.'));
  if (Number.isFinite(minute) && minute >= 0 && minute <= MOST_MINUTES) return minute;
  findings.push(row.fault('minute', `expected a number of minutes from 0 to ${MOST_MINUTES}, found ${quote(text)}`));
  return null;
}

/** An empty table to fill in: a line for each team, a column for each issue. */
export function emptyResults({ file }: Game, teams: readonly string[]): string {
  const ids = file.issues.map(({ id }) => id);
  return csvLines([['team', ...ids, 'deal', 'minute'], ...teams.map((team) => [team, ...ids.map(() => ''), '', ''])]);
}
