/** Small classes for tests: a game, its seats, and a class that runs in memory, minute by minute. */
import { act } from '../../src/class/act.ts';
import type { Asked, InstructorAction, Outcome, SeatAction } from '../../src/class/action.ts';
import type { DealText, Entry, SeatPlace } from '../../src/class/event.ts';
import { whoOf } from '../../src/class/action.ts';
import type { Game } from '../../src/class/game.ts';
import { gameOf } from '../../src/class/game.ts';
import { readPlan } from '../../src/class/plan.ts';
import type { State } from '../../src/class/state.ts';
import { fold } from '../../src/class/fold.ts';
import { EMPTY } from '../../src/class/state.ts';
import { shipped } from '../shipped.ts';

export function shippedGame(name: string, more = ''): Game {
  const read = readPlan(`class: 1\nscenario: ${name}\nminutes: 60\n${more}`, 'class.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return gameOf(read.plan, shipped(name));
}

/** One seat for every role in each team: "1-council", and spare seats "spare-1", ... */
export function seatsFor(game: Game, teams: readonly string[], spare = 0): readonly SeatPlace[] {
  return [
    ...teams.flatMap((team) => game.roles.map((role) => ({ seat: `${team}-${role}`, team, role }))),
    ...Array.from({ length: spare }, (_, k) => ({ seat: `spare-${k + 1}`, team: null, role: null })),
  ];
}

export interface Room {
  readonly game: Game;
  state: () => State;
  entries: () => readonly Entry[];
  /** The minute since the room was made. */
  minute: number;
  ask: (asked: Asked) => Outcome;
  teach: (action: InstructorAction) => Outcome;
  /** By seat. */
  play: (seat: string, action: SeatAction) => Outcome;
}

export const NINE = Date.UTC(2026, 0, 5, 9);

export function roomOf(game: Game): Room {
  let state = EMPTY;
  const entries: Entry[] = [];
  const room: Room = {
    game,
    state: () => state,
    entries: () => entries,
    minute: 0,
    ask: (asked) => {
      const at = NINE + room.minute * 60_000;
      const outcome = act(game, state, asked, at);
      if (outcome.kind !== 'done') return outcome;
      const fresh = outcome.events.map((event, k) => ({
        number: entries.length + k + 1,
        at,
        who: whoOf(asked),
        event,
      }));
      entries.push(...fresh);
      state = fold(fresh, state);
      return outcome;
    },
    teach: (action) => room.ask({ as: 'instructor', action }),
    play: (seat, action) => room.ask({ as: 'seat', seat, action }),
  };
  return room;
}

/** The same, open with these teams and the clock started. */
export function running(game: Game, teams: readonly string[], spare = 0): Room {
  const room = roomOf(game);
  room.teach({ kind: 'open', seats: [...seatsFor(game, teams, spare)] });
  room.teach({ kind: 'start' });
  return room;
}

export const TRADE: DealText = { area: '8', route: 'haul-road', hours: 'saturdays', fund: '60', closure: 'in-steps' };
export const MIDDLE: DealText = { area: '8', route: 'limits', hours: 'long', fund: '60', closure: 'in-steps' };

/** Accepts after the second confirmation. */
export function sure(proposal: number): SeatAction {
  return { kind: 'accept', proposal, sure: true };
}
