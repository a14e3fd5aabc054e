/**
 * The state of a class: its events, folded. Pure and plain data; the same events give the same state, whatever machine
 * folds them and however often the program was started again in between.
 */
import type { Draft as Mutable } from 'immer';
import { produce } from 'immer';
import type { DealText, Entry, Event } from './event.ts';

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

/** The state after one more event. */
export function after(state: State, { event, at }: Pick<Entry, 'event' | 'at'>): State {
  return produce(state, (draft) => happen(draft, event, at));
}

export function fold(entries: readonly Pick<Entry, 'event' | 'at'>[], from = EMPTY): State {
  return produce(from, (draft) => {
    for (const { event, at } of entries) happen(draft, event, at);
  });
}

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

type MutableState = Mutable<State>;

function happen(state: MutableState, event: Event, at: number): void {
  switch (event.kind) {
    case 'opened':
      state.scenario = event.scenario;
      state.clock.minutes = event.minutes;
      return;
    case 'scenarioChanged':
      state.scenario = event.scenario;
      return;
    case 'seated':
    case 'joined':
    case 'absent':
    case 'noted':
      return sit(state, event);
    case 'started':
    case 'paused':
    case 'resumed':
    case 'extended':
    case 'closed':
      return turnClock(state.clock, event, at);
    case 'handedOut':
      state.handedOut.push({ handout: event.handout, at });
      return;
    case 'announced':
      state.announcements.push({ at, team: event.team, text: event.text });
      return;
    case 'spoilers':
      state.spoilers = event.shown;
      return;
    default:
      return atTable(teamIn(state, event.team), event, at, ranUntil(state.clock, at));
  }
}

type SeatEvent = Extract<Event, { readonly kind: 'seated' | 'joined' | 'absent' | 'noted' }>;

function sit(state: MutableState, event: SeatEvent): void {
  const seat = seatIn(state, event.seat);
  switch (event.kind) {
    case 'seated':
      seat.team = event.team;
      seat.role = event.role;
      if (event.team !== null) teamIn(state, event.team);
      return;
    case 'joined':
      seat.session = event.session;
      seat.absent = false;
      return;
    case 'absent':
      seat.absent = event.absent;
      return;
    case 'noted':
      seat.notes = event.text;
  }
}

type ClockEvent = Extract<Event, { readonly kind: 'started' | 'paused' | 'resumed' | 'extended' | 'closed' }>;

function turnClock(clock: Mutable<Clock>, event: ClockEvent, at: number): void {
  switch (event.kind) {
    case 'started':
      clock.started = at;
      clock.since = at;
      clock.phase = 'running';
      return;
    case 'resumed':
      clock.since = at;
      clock.phase = 'running';
      return;
    case 'paused':
    case 'closed':
      clock.ran = ranUntil(clock, at);
      clock.since = null;
      clock.phase = event.kind;
      return;
    case 'extended':
      clock.minutes += event.minutes;
  }
}

type ClassEvent = { readonly kind: 'opened' | 'scenarioChanged' | 'handedOut' | 'announced' | 'spoilers' };
type TeamEvent = Exclude<Event, SeatEvent | ClockEvent | ClassEvent>;

function atTable(team: Mutable<Team>, event: TeamEvent, at: number, ran: number): void {
  switch (event.kind) {
    case 'computer':
      team.computer = team.computer.filter(({ role }) => role !== event.role);
      if (event.strategy !== null) team.computer.push({ role: event.role, strategy: event.strategy });
      return;
    case 'proposed': {
      const { role: by, proposal: number, deal } = event;
      team.proposals.push({ number, by, at, ran, deal, withdrawn: false, accepted: [] });
      return;
    }
    case 'withdrawn':
      Object.assign(proposalIn(team, event.proposal), { withdrawn: true, accepted: [] });
      return;
    case 'accepted':
      for (const other of team.proposals) other.accepted = other.accepted.filter((role) => role !== event.role);
      proposalIn(team, event.proposal).accepted.push(event.role);
      return;
    case 'tookBack': {
      const proposal = proposalIn(team, event.proposal);
      proposal.accepted = proposal.accepted.filter((role) => role !== event.role);
      return;
    }
    case 'signed': {
      const { proposal, by, without } = event;
      return conclude(team, { deal: proposalIn(team, proposal).deal, at, ran, proposal, by, without });
    }
    case 'entered': {
      const spent = event.minute === null ? null : event.minute * 60_000;
      return conclude(team, { deal: event.deal, at, ran: spent, proposal: null, by: [], without: [] });
    }
    case 'said':
      team.chat.push({ at, by: event.role, to: event.to, text: event.text });
      return;
    case 'leftOut':
      team.leftOut = event.reason;
  }
}

function conclude(team: Mutable<Team>, result: Mutable<Result>): void {
  if (team.result !== null) team.earlier.push(team.result);
  team.result = result;
}

function seatIn(state: MutableState, id: string): Mutable<Seat> {
  const known = state.seats.find((seat) => seat.id === id);
  if (known !== undefined) return known;
  state.seats.push({ id, team: null, role: null, session: null, absent: false, notes: '' });
  return state.seats.at(-1)!;
}

function teamIn(state: MutableState, id: string): Mutable<Team> {
  const known = state.teams.find((team) => team.id === id);
  if (known !== undefined) return known;
  state.teams.push({ id, proposals: [], result: null, earlier: [], computer: [], chat: [], leftOut: null });
  return state.teams.at(-1)!;
}

/** @throws RangeError for a number that the team's record does not have: such an event was never recorded */
function proposalIn(team: Mutable<Team>, number: number): Mutable<Proposal> {
  const proposal = team.proposals[number - 1];
  if (proposal === undefined) throw new RangeError(`team ${team.id} has no proposal ${number}`);
  return proposal;
}
