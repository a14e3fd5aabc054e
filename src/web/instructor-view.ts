/** What the instructor sees: every table and everybody's points; and what of it the projector may show. */
import type { DealText } from '../class/event.ts';
import type { Game } from '../class/game.ts';
import { worthTo } from '../class/game.ts';
import { handoutsFor, stageOf } from '../class/handouts.ts';
import { standingProposals } from '../class/signing.ts';
import type { Seat, State, Team } from '../class/state.ts';
import { seatsOf } from '../class/state.ts';
import type { Known } from './seat-view.ts';
import { clockView, handoutView, knownAt, proposalView } from './seat-view.ts';
import type { Histogram, InstructorView, ProjectorView, SeatCard, Tally, TeamCard } from './wire.ts';

/** What the server knows beside the record. */
export interface Surroundings {
  /** Code word by seat. */
  readonly codes: Readonly<Record<string, string>>;
  /** Seats that have a page open. */
  readonly here: ReadonlySet<string>;
}

export function instructorView(game: Game, state: State, around: Surroundings, now: number): InstructorView {
  const { file } = game;
  const out = new Set(handoutsFor(game, state).map(({ id }) => id));
  return {
    clock: clockView(state, now),
    roles: file.parties.map(({ id, name, instructor, redLines }) => ({
      id,
      name,
      instructor: instructor ?? null,
      bluffs: redLines.filter(({ bluff }) => bluff === true).map((line) => line.why ?? line.id),
    })),
    instructor: file.instructor ?? null,
    teams: state.teams.map((team) => teamCard(game, state, team, around)),
    unseated: state.seats.filter(({ team }) => team === null).map((seat) => seatCard(seat, around)),
    handouts: game.plan.handouts.map((handout) => ({
      ...handoutView(game, handout),
      minute: handout.minute ?? null,
      roles: handout.roles ?? null,
      out: out.has(handout.id),
    })),
    histograms: histogramsOf(game, state),
    tally: tallyOf(state),
    spoilers: state.spoilers,
  };
}

/** `address`: what people type to come to the room. */
export function projectorView(
  game: Game,
  state: State,
  { here }: Surroundings,
  address: string,
  now: number,
): ProjectorView {
  const results = state.spoilers
    ? {
        tally: tallyOf(state),
        histograms: histogramsOf(game, state),
        names: Object.fromEntries(game.file.parties.map(({ id, name }) => [id, name])),
      }
    : null;
  return {
    clock: clockView(state, now),
    address,
    people: { here: here.size, seats: state.seats.length },
    announcements: state.announcements.filter(({ team }) => team === null).map(({ text }) => text),
    results,
  };
}

function teamCard(game: Game, state: State, team: Team, around: Surroundings): TeamCard {
  const { result } = team;
  return {
    team: team.id,
    seats: seatsOf(state, team.id).map((seat) => seatCard(seat, around)),
    computer: team.computer,
    proposals: standingProposals(team).map((one) => ({
      ...proposalView(game, state, team, one, null),
      points: pointsOf(game, state, one.deal),
    })),
    result:
      result === null
        ? null
        : {
            deal: result.deal,
            by: result.by,
            without: result.without,
            worth: null,
            points: pointsOf(game, knownAt(state, result.at), result.deal),
            minute: result.ran === null ? null : Math.floor(result.ran / 60_000),
          },
    chat: team.chat.map(({ by, to, text }) => ({ by, to, text })),
  };
}

function seatCard({ id, role, session, absent }: Seat, { codes, here }: Surroundings): SeatCard {
  const came = session === null ? 'expected' : 'came';
  return { seat: id, code: codes[id] ?? '', role, state: absent ? 'absent' : here.has(id) ? 'here' : came };
}

/** By role, at the stage that the role has reached. */
function pointsOf(game: Game, state: Known, deal: DealText | null): Readonly<Record<string, number>> {
  return Object.fromEntries(
    game.roles.map((role) => [role, worthTo(game, stageOf(game, state, role), role, deal).points]),
  );
}

function tallyOf({ teams }: State): Tally {
  return {
    teams: teams.length,
    signed: teams.filter(({ result }) => result !== null && result.deal !== null).length,
    noDeal: teams.filter(({ result }) => result !== null && result.deal === null).length,
  };
}

const STEP = 10;

/** Of the deals that were signed; empty while there are none. */
function histogramsOf(game: Game, state: State): readonly Histogram[] {
  const all = state.teams.flatMap(({ result }) =>
    result === null || result.deal === null ? [] : [pointsOf(game, knownAt(state, result.at), result.deal)],
  );
  if (all.length === 0) return [];
  return game.roles.map((role) => {
    const steps = all.map((points) => Math.floor((points[role] ?? 0) / STEP));
    // A sheet from 0 to 100 has its best deal in the last step, not in one of its own.
    const last = Math.max(9, ...steps.filter((step) => step > 10));
    const held = steps.map((step) => (step === 10 && last === 9 ? 9 : step));
    const first = Math.min(0, ...held);
    const counts = Array.from({ length: last - first + 1 }, (_, k) => held.filter((step) => step === first + k).length);
    return { role, from: first * STEP, counts };
  });
}
