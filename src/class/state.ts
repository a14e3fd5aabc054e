/** The state of a class, as its events leave it (see `fold`), and what is asked of it. Plain data. */
import type { DealText } from './event.ts';

export interface State {
  /** Hash of the scenario it was opened with; null before that. */
  readonly scenario: string | null;
  readonly clock: Clock;
  /** In the order in which they were first heard of. */
  readonly seats: readonly Seat[];
  /** Teams that have a seat, in the order in which they got one. */
  readonly teams: readonly Team[];
  /** What was handed out, in that order. */
  readonly handedOut: readonly HandedOut[];
  readonly announcements: readonly { readonly at: number; readonly team: string | null; readonly text: string }[];
  readonly spoilers: boolean;
}

export interface Clock {
  readonly phase: 'before' | 'running' | 'paused' | 'closed';
  /** Of the whole negotiation, extensions included. */
  readonly minutes: number;
  /** Milliseconds that ran before `since`. */
  readonly ran: number;
  /** When it was last started or resumed; null where it stands. */
  readonly since: number | null;
  /** When it was started first. */
  readonly started: number | null;
}

export interface Seat {
  readonly id: string;
  readonly team: string | null;
  /** Null: an observer. */
  readonly role: string | null;
  /** Of the device that used the code word last; null: nobody came yet. */
  readonly session: string | null;
  readonly absent: boolean;
  readonly notes: string;
}

export interface Team {
  readonly id: string;
  /** Number 1 first; `proposals[n - 1]` has number n. */
  readonly proposals: readonly Proposal[];
  readonly result: Result | null;
  /** Results that later ones took the place of, oldest first. */
  readonly earlier: readonly Result[];
  /** Roles that the program plays. */
  readonly computer: readonly { readonly role: string; readonly strategy: string }[];
  readonly chat: readonly Message[];
  /** Why tables leave it out; null: they do not. */
  readonly leftOut: string | null;
}

export interface Proposal {
  readonly number: number;
  readonly by: string;
  readonly at: number;
  /** Milliseconds of the negotiation. */
  readonly ran: number;
  /** Null: "no deal". */
  readonly deal: DealText | null;
  readonly withdrawn: boolean;
  /** Roles, in the order in which they accepted. */
  readonly accepted: readonly string[];
}

export interface Result {
  readonly deal: DealText | null;
  readonly at: number;
  /** Milliseconds of the negotiation; null where paper does not say. */
  readonly ran: number | null;
  /** The proposal that was signed; null for a result from paper. */
  readonly proposal: number | null;
  /** Who signed; on paper that is not known. */
  readonly by: readonly string[];
  /** Roles nobody waited for, because nobody played them. */
  readonly without: readonly string[];
}

export interface Message {
  readonly at: number;
  readonly by: string;
  readonly to: readonly string[] | null;
  readonly text: string;
}

export interface HandedOut {
  readonly handout: string;
  readonly at: number;
}

export const EMPTY: State = {
  scenario: null,
  clock: { phase: 'before', minutes: 0, ran: 0, since: null, started: null },
  seats: [],
  teams: [],
  handedOut: [],
  announcements: [],
  spoilers: false,
};

/** Milliseconds that the negotiation has run. */
export function ranUntil({ ran, since }: Clock, now: number): number {
  return since === null ? ran : ran + Math.max(0, now - since);
}

/** Milliseconds until the deadline, at least 0. Before the start: all of them. */
export function timeLeft(clock: Clock, now: number): number {
  return Math.max(0, clock.minutes * 60_000 - ranUntil(clock, now));
}

/** The team with this id; null where no seat belongs to it. */
export function teamOf(state: State, id: string): Team | null {
  return state.teams.find((team) => team.id === id) ?? null;
}

export function seatOf(state: State, id: string): Seat | null {
  return state.seats.find((seat) => seat.id === id) ?? null;
}

export function seatsOf(state: State, team: string): readonly Seat[] {
  return state.seats.filter((seat) => seat.team === team);
}

/** The strategy by which the program plays the role; null where it does not. */
export function strategyOf(team: Team | null, role: string): string | null {
  return team?.computer.find((played) => played.role === role)?.strategy ?? null;
}

/** Whether anybody, a person who is not marked absent or the program, plays the role in the team. */
export function isPlayed(state: State, team: Team, role: string): boolean {
  if (strategyOf(team, role) !== null) return true;
  return seatsOf(state, team.id).some((seat) => seat.role === role && !seat.absent);
}
