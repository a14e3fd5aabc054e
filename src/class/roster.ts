/** People to seats: teams filled role by role, in the order of the list or drawn, and what becomes of those left over. */
import { seededRandom } from '../engine/random.ts';
import type { Finding } from '../scenario/finding.ts';
import { unknownName } from '../scenario/suggest.ts';
import { readTable } from './csv.ts';

/** Somebody on the list, with the place that the list gives, if any. */
export interface Person {
  readonly name: string;
  readonly team: string | null;
  readonly role: string | null;
}

export interface Place {
  readonly name: string;
  readonly team: string;
  /** Null: an observer. */
  readonly role: string | null;
}

export type RosterResult =
  | { readonly ok: true; readonly people: readonly Person[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** What becomes of people when teams are full: they share a role with somebody, or watch. */
export const LEFTOVERS = ['double', 'observe'] as const;
export type Leftovers = (typeof LEFTOVERS)[number];

/** A list of people: `name`, and if wanted `team` and `role`. A column `email`, like every other, is not read. */
export function readRoster(text: string, file: string, roles: readonly string[]): RosterResult {
  const read = readTable(text, file, ['name'], ['team', 'role', 'email']);
  if (!read.ok) return read;
  const { rows } = read.table;
  const findings = rows.flatMap((row) => {
    const [role, team] = [row.get('role'), row.get('team')];
    if (role !== '' && !roles.includes(role)) return [row.fault('role', unknownName('role', role, roles))];
    return role !== '' && team === '' ? [row.fault('team', 'is missing; a role is played in a team')] : [];
  });
  if (findings.length > 0) return { ok: false, findings };
  const people = rows.map((row) => ({
    name: row.get('name'),
    team: row.get('team') || null,
    role: row.get('role') || null,
  }));
  return { ok: true, people };
}

export interface Seating {
  /** Roles that people play, in the order of the scenario. */
  readonly roles: readonly string[];
  /** How many teams; null: as many as can be filled. */
  readonly teams: number | null;
  /** Draws who goes where; null: in the order of the list. */
  readonly draw: string | null;
  readonly leftovers: Leftovers;
}

/**
 * Everybody with a place. Places of the list stand; the others fill the first teams first, each role once; who is left
 * over doubles the last roles, one in each team, or watches. Sorted by team, then role.
 */
export function seated(
  people: readonly Person[],
  { roles, teams: wanted, draw, leftovers }: Seating,
): readonly Place[] {
  const named = [...new Set(people.flatMap(({ team }) => team ?? []))];
  const room = wanted ?? Math.max(named.length, 1, Math.floor(people.length / roles.length));
  const teams = [...named, ...freshNames(named, room - named.length)];
  const places: Place[] = people.flatMap(({ name, team, role }) =>
    team !== null && role !== null ? [{ name, team, role }] : [],
  );
  const free = (team: string): string | undefined =>
    roles.find((role) => !places.some((place) => place.team === team && place.role === role));
  const shuffled = draw === null ? people : shuffle(people, draw);
  const later: Person[] = [];
  for (const person of shuffled.filter(({ role }) => role === null)) {
    const team = person.team ?? teams.find((candidate) => free(candidate) !== undefined);
    const role = team === undefined ? undefined : free(team);
    if (team === undefined || role === undefined) later.push(person);
    else places.push({ name: person.name, team, role });
  }
  for (const [k, { name, team }] of later.entries()) {
    const at = team ?? teams[k % teams.length]!;
    const round = Math.floor(k / teams.length);
    const role = leftovers === 'observe' ? null : roles.at(-1 - (round % roles.length))!;
    places.push({ name, team: at, role });
  }
  const rank = ({ role }: Place): number => (role === null ? roles.length : roles.indexOf(role));
  return places.toSorted((a, b) => teams.indexOf(a.team) - teams.indexOf(b.team) || rank(a) - rank(b));
}

/** Names of teams that the list does not have: "1", "2", ... */
function freshNames(taken: readonly string[], count: number): readonly string[] {
  const names: string[] = [];
  for (let k = 1; names.length < count; k++) if (!taken.includes(String(k))) names.push(String(k));
  return names;
}

/** Fisher and Yates (1938), from the seed. */
function shuffle<T>(list: readonly T[], seed: string): readonly T[] {
  const random = seededRandom(seed);
  const shuffled = [...list];
  for (let k = shuffled.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [shuffled[k], shuffled[other]] = [shuffled[other]!, shuffled[k]!];
  }
  return shuffled;
}
