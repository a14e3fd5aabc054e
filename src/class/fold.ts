/**
 * The events of a class, folded into its state. Pure: the same events give the same state, whatever machine folds them
 * and however often the program was started again in between.
 */
import type { Draft as Mutable } from 'immer';
import { produce } from 'immer';
import type { Entry, Event } from './event.ts';
import { EMPTY, ranUntil } from './state.ts';
import type { Clock, Proposal, Result, Seat, State, Team } from './state.ts';

/** The state after one more event. */
export function after(state: State, { event, at }: Pick<Entry, 'event' | 'at'>): State {
  return produce(state, (draft) => happen(draft, event, at));
}

export function fold(entries: readonly Pick<Entry, 'event' | 'at'>[], from = EMPTY): State {
  return produce(from, (draft) => {
    for (const { event, at } of entries) happen(draft, event, at);
  });
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
