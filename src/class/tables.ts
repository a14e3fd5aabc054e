/**
 * A class as tables for a statistics program: a row for each team, one for each person, one for each event, and a code
 * book. Anonymous: people are seats. Teams that are left out stand in the code book with the reason, and nowhere else.
 */
import type { CsvColumn } from '../report/text/csv.ts';
import { csvLines } from '../report/text/csv.ts';
import type { Entry, Event } from './event.ts';
import type { Game, Worth } from './game.ts';
import { worthTo } from './game.ts';
import { stageOf } from './handouts.ts';
import type { Seat, State, Team } from './state.ts';
import { fold } from './fold.ts';
import { EMPTY, ranUntil, seatOf } from './state.ts';

export interface ExportFile {
  readonly name: string;
  readonly text: string;
}

type Value = string | number;

/** A column with what stands in it. */
interface Column<T> extends CsvColumn {
  readonly of: (row: T) => Value;
}

export function classTables(game: Game, entries: readonly Entry[]): readonly ExportFile[] {
  const state = fold(entries);
  const kept = state.teams.filter(({ leftOut }) => leftOut === null);
  const people = state.seats.filter(({ team }) => kept.some(({ id }) => id === team));
  const moments = momentsOf(entries).filter(({ team }) => team === null || kept.some(({ id }) => id === team));
  const tables = [
    tableOf('teams', teamColumns(game, state), kept),
    tableOf('people', personColumns(game, state, entries), people),
    tableOf('events', EVENT_COLUMNS, moments),
  ];
  return [...tables.map(({ name, text }) => ({ name, text })), codeBook(game, state, tables)];
}

function tableOf<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]) {
  const lines = [columns.map((column) => column.name), ...rows.map((row) => columns.map(({ of }) => of(row)))];
  return { name: `${name}.csv`, text: csvLines(lines), columns };
}

function codeBook(
  { file, plan }: Game,
  { teams, scenario }: State,
  tables: readonly { readonly name: string; readonly columns: readonly CsvColumn[] }[],
): ExportFile {
  const rows = [
    ['table', 'column', 'meaning'],
    ['', '', `${file.title}; scenario ${scenario ?? file.hash}; ${plan.minutes} minutes`],
    ...tables.flatMap(({ name, columns }) => columns.map((column) => [name, column.name, column.meaning])),
    ...teams.flatMap(({ id, leftOut }) => (leftOut === null ? [] : [['left out', `team ${id}`, leftOut]])),
  ];
  return { name: 'codebook.csv', text: csvLines(rows) };
}

function worthsOf(game: Game, state: State, { result }: Team): readonly Worth[] | null {
  if (result === null) return null;
  return game.roles.map((role) => worthTo(game, stageOf(game, state), role, result.deal));
}

function teamColumns(game: Game, state: State): readonly Column<Team>[] {
  const { issues, parties } = game.file;
  return [
    { name: 'team', meaning: 'the team', of: ({ id }) => id },
    { name: 'result', meaning: 'deal, no deal, or open where nothing was signed', of: outcomeOf },
    {
      name: 'source',
      meaning: 'signed: on the pages; paper: entered by the instructor',
      of: ({ result }) => (result === null ? '' : result.proposal === null ? 'paper' : 'signed'),
    },
    {
      name: 'minute',
      meaning: 'minute of the negotiation at which it was signed',
      of: ({ result }) => minutes(result?.ran ?? null),
    },
    ...issues.map((issue): Column<Team> => ({
      name: `issue.${issue.id}`,
      meaning: `${issue.title}: the option agreed on, by its id`,
      of: ({ result }) => result?.deal?.[issue.id] ?? '',
    })),
    ...parties.flatMap((party, k): readonly Column<Team>[] => [
      {
        name: `points.${party.id}`,
        meaning: `${party.name}: points of the result; without a deal, those of no deal`,
        of: (team) => worthsOf(game, state, team)?.[k]?.points ?? '',
      },
      {
        name: `gain.${party.id}`,
        meaning: `${party.name}: points above no deal`,
        of: (team) => gainOf(worthsOf(game, state, team)?.[k]),
      },
      {
        name: `below.${party.id}`,
        meaning: `${party.name}: 1 where the deal is below its least or crosses one of its red lines`,
        of: (team) => belowOf(worthsOf(game, state, team)?.[k]),
      },
    ]),
    { name: 'proposals', meaning: 'how many proposals were made', of: ({ proposals }) => proposals.length },
    {
      name: 'without',
      meaning: 'roles that signed nothing because nobody played them',
      of: ({ result }) => result?.without.join(' ') ?? '',
    },
    { name: 'corrections', meaning: 'how often the result was entered anew', of: ({ earlier }) => earlier.length },
  ];
}

function outcomeOf({ result }: Team): string {
  if (result === null) return 'open';
  return result.deal === null ? 'no deal' : 'deal';
}

function minutes(ran: number | null): Value {
  return ran === null ? '' : Math.round(ran / 600) / 100;
}

function gainOf(worth: Worth | undefined): Value {
  return worth === undefined ? '' : worth.points - worth.noDeal;
}

function belowOf(worth: Worth | undefined): Value {
  return worth === undefined ? '' : Number(worth.belowLeast || worth.crosses.length > 0);
}

function personColumns(game: Game, state: State, entries: readonly Entry[]): readonly Column<Seat>[] {
  const did = (seat: Seat, kind: Event['kind']): number =>
    entries.filter(({ who, event }) => who.kind === 'seat' && who.seat === seat.id && event.kind === kind).length;
  const worth = (seat: Seat): Worth | undefined => {
    const team = state.teams.find(({ id }) => id === seat.team);
    if (seat.role === null || team === undefined) return undefined;
    return worthsOf(game, state, team)?.[game.roles.indexOf(seat.role)];
  };
  return [
    { name: 'seat', meaning: 'the person, as a seat of codes.csv', of: ({ id }) => id },
    { name: 'team', meaning: 'the team at the end', of: ({ team }) => team ?? '' },
    { name: 'role', meaning: 'the role at the end, or observer', of: ({ role }) => role ?? 'observer' },
    { name: 'joined', meaning: '1 where the code word was used', of: ({ session }) => Number(session !== null) },
    { name: 'absent', meaning: '1 where marked absent at the end', of: ({ absent }) => Number(absent) },
    { name: 'points', meaning: 'points of the result for the role', of: (seat) => worth(seat)?.points ?? '' },
    { name: 'no_deal', meaning: 'what no deal is worth to the role', of: (seat) => worth(seat)?.noDeal ?? '' },
    { name: 'least', meaning: 'the least that the role may sign for', of: (seat) => worth(seat)?.least ?? '' },
    { name: 'gain', meaning: 'points above no deal', of: (seat) => gainOf(worth(seat)) },
    { name: 'proposals', meaning: 'proposals made on the pages', of: (seat) => did(seat, 'proposed') },
    { name: 'acceptances', meaning: 'proposals accepted on the pages', of: (seat) => did(seat, 'accepted') },
    { name: 'messages', meaning: 'messages written', of: (seat) => did(seat, 'said') },
    { name: 'notes', meaning: 'own notes at the end', of: ({ notes }) => notes },
  ];
}

/** An event with where it happened, and when by the clock of the negotiation. */
interface Moment {
  readonly entry: Entry;
  readonly team: string | null;
  readonly role: string | null;
  readonly ran: number | null;
}

function momentsOf(entries: readonly Entry[]): readonly Moment[] {
  let state = EMPTY;
  return entries.map((entry) => {
    const { event, who, at } = entry;
    state = fold([entry], state);
    const seat = 'seat' in event ? seatOf(state, event.seat) : who.kind === 'seat' ? seatOf(state, who.seat) : null;
    const team = ('team' in event ? event.team : null) ?? seat?.team ?? null;
    const role = ('role' in event ? event.role : null) ?? seat?.role ?? null;
    const ran = state.clock.started === null ? null : ranUntil(state.clock, at);
    return { entry, team, role, ran };
  });
}

const EVENT_COLUMNS: readonly Column<Moment>[] = [
  { name: 'number', meaning: 'place in the record, from 1', of: ({ entry }) => entry.number },
  { name: 'at', meaning: 'when, in Coordinated Universal Time', of: ({ entry }) => new Date(entry.at).toISOString() },
  { name: 'minute', meaning: 'minute of the negotiation', of: ({ ran }) => minutes(ran) },
  { name: 'who', meaning: 'a seat, program for a role it plays, or instructor', of: ({ entry }) => whoWords(entry) },
  { name: 'team', meaning: 'the team it concerns', of: ({ team }) => team ?? '' },
  { name: 'role', meaning: 'the role it concerns', of: ({ role }) => role ?? '' },
  { name: 'kind', meaning: 'what happened', of: ({ entry }) => entry.event.kind },
  { name: 'what', meaning: 'all else that the event says, as JSON', of: ({ entry }) => restOf(entry.event) },
];

function whoWords({ who }: Entry): string {
  if (who.kind === 'seat') return who.seat;
  return who.kind === 'computer' ? 'program' : 'instructor';
}

/** Without what other columns say, and without the key of a device. */
function restOf(event: Event): string {
  const said = new Set(['kind', 'team', 'role', 'session']);
  const rest = Object.entries(event).filter(([key]) => !said.has(key));
  return rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest));
}
