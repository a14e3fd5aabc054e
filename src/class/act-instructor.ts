/** What the instructor may do: open, time, hand out, seat people, and enter results. Never in place of a role. */
import type { InstructorAction, Outcome } from './action.ts';
import { done, refused } from './action.ts';
import { takeOver } from './act-seat.ts';
import type { DealText, Event, SeatPlace } from './event.ts';
import type { Game } from './game.ts';
import { completed, dealFault } from './game.ts';
import { MOST_MINUTES } from './plan.ts';
import type { State } from './state.ts';
import { ranUntil, seatOf, teamOf } from './state.ts';

export function actAsInstructor(game: Game, state: State, action: InstructorAction, now: number): Outcome {
  if (action.kind === 'open') return open(game, state, action.seats);
  if (state.scenario === null) return refused('The class is not open yet.');
  switch (action.kind) {
    case 'start':
    case 'pause':
    case 'resume':
    case 'close':
      return turn(state, action.kind);
    case 'extend':
      return extend(state, action.minutes, now);
    case 'handOut':
      return handOut(game, state, action.handout);
    case 'announce':
      return action.team === null || teamOf(state, action.team) !== null
        ? done({ ...action, kind: 'announced' })
        : noTeam(action.team);
    case 'spoilers':
      return done(action);
    case 'seat':
      return seat(game, state, action);
    case 'absent':
      if (seatOf(state, action.seat) === null) return refused(`There is no seat ${action.seat}.`);
      return done(action);
    case 'computer':
      if (teamOf(state, action.team) === null) return noTeam(action.team);
      return game.roles.includes(action.role) ? done(action) : noRole(action.role);
    case 'enter':
      return enter(game, state, action);
    case 'leaveOut':
      if (teamOf(state, action.team) === null) return noTeam(action.team);
      return done({ kind: 'leftOut', team: action.team, reason: action.reason });
  }
}

function noTeam(team: string): Outcome {
  return refused(`There is no team ${team}.`);
}

function noRole(role: string): Outcome {
  return refused(`There is no role ${role}.`);
}

function open(game: Game, state: State, seats: readonly SeatPlace[]): Outcome {
  const { hash } = game.file;
  const fault = state.scenario === null || state.scenario === hash ? null : misfit(game, state);
  if (fault !== null) return refused(fault);
  const first: readonly Event[] =
    state.scenario === null
      ? [{ kind: 'opened', scenario: hash, minutes: game.plan.minutes }]
      : state.scenario === hash
        ? []
        : [{ kind: 'scenarioChanged', scenario: hash }];
  const fresh = seats.filter(({ seat: id }) => seatOf(state, id) === null);
  const teams = new Set(fresh.flatMap(({ team }) => team ?? []));
  const programs = Object.entries(game.plan.computer).flatMap(([role, strategy]) =>
    [...teams]
      .filter((team) => teamOf(state, team) === null)
      .map((team): Event => ({ kind: 'computer', team, role, strategy })),
  );
  return done(...first, ...fresh.map((place): Event => ({ kind: 'seated', ...place })), ...programs);
}

/** Whether what was agreed or proposed so far cannot be read with the scenario as it is now. */
function misfit(game: Game, { teams }: State): string | null {
  for (const { id, proposals, result } of teams) {
    for (const deal of [...proposals.map((proposal) => proposal.deal), result?.deal ?? null]) {
      if (deal !== null && dealFault(game, deal) !== null) {
        return `The scenario has changed since the class was opened, and a text of team ${id} does not fit it any more.`;
      }
    }
  }
  return null;
}

function turn({ clock, teams }: State, kind: 'start' | 'pause' | 'resume' | 'close'): Outcome {
  const { phase } = clock;
  switch (kind) {
    case 'start':
      if (phase !== 'before') return refused('The clock was started already.');
      return teams.length === 0 ? refused('Nobody has a seat yet.') : done({ kind: 'started' });
    case 'pause':
      return phase === 'running' ? done({ kind: 'paused' }) : refused('The clock does not run.');
    case 'resume':
      if (clock.started === null) return refused('The clock was not started yet.');
      return phase === 'running' ? refused('The clock runs already.') : done({ kind: 'resumed' });
    case 'close':
      return phase === 'closed' ? refused('The class is closed already.') : done({ kind: 'closed' });
  }
}

function extend({ clock }: State, minutes: number, now: number): Outcome {
  const late = Math.max(0, ranUntil(clock, now) / 60_000 - clock.minutes);
  const more = minutes > 0 ? minutes + late : minutes;
  const total = clock.minutes + more;
  if (total < 1) return refused('At least one minute has to be left of the negotiation.');
  if (total > MOST_MINUTES + late) return refused(`A negotiation has at most ${MOST_MINUTES} minutes.`);
  return done({ kind: 'extended', minutes: more });
}

function handOut({ plan }: Game, { handedOut }: State, id: string): Outcome {
  if (!plan.handouts.some((handout) => handout.id === id)) return refused(`The plan has no handout ${id}.`);
  if (handedOut.some(({ handout }) => handout === id)) return refused(`${id} was handed out already.`);
  return done({ kind: 'handedOut', handout: id });
}

function seat(game: Game, state: State, { seat: id, team, role }: SeatPlace): Outcome {
  if (seatOf(state, id) === null) return refused(`There is no seat ${id}.`);
  if (team !== null && teamOf(state, team) === null) return noTeam(team);
  if (role !== null && !game.roles.includes(role)) return noRole(role);
  if (team === null && role !== null) return refused('A role needs a team.');
  return done({ kind: 'seated', seat: id, team, role }, ...takeOver(game, state, team, role));
}

type Entered = { readonly team: string; readonly deal: DealText | null; readonly minute: number | null };

function enter(game: Game, state: State, { team, deal: written, minute }: Entered): Outcome {
  if (teamOf(state, team) === null) return noTeam(team);
  const deal = written === null ? null : completed(game, written);
  const fault = deal === null ? null : dealFault(game, deal);
  return fault === null ? done({ kind: 'entered', team, deal, minute }) : refused(fault);
}
