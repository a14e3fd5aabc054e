/** What a person may do: for the role of the own seat, and for no other. */
import type { Outcome, SeatAction } from './action.ts';
import { done, refused } from './action.ts';
import { actAtTable } from './act-table.ts';
import type { Event } from './event.ts';
import type { Game } from './game.ts';
import type { Seat, State, Team } from './state.ts';
import { seatOf, seatsOf, strategyOf, teamOf } from './state.ts';

export function actAtSeat(game: Game, state: State, id: string, action: SeatAction, now: number): Outcome {
  const seat = seatOf(state, id);
  if (seat === null) return refused('This seat does not exist.');
  if (action.kind === 'join') return join(game, state, seat, action.session);
  if (action.kind === 'note') return done({ kind: 'noted', seat: id, text: action.text });
  const { team, role } = seat;
  if (team === null || role === null) return refused('You observe. Only those who play a role can do this.');
  if (strategyOf(teamOf(state, team), role) !== null) {
    return refused('The program plays your role at the moment. Tell your instructor that you are here.');
  }
  const outcome = actAtTable(game, state, { team, role }, action, now);
  // Whoever acts is there, whatever the list says.
  if (outcome.kind !== 'done' || !seat.absent) return outcome;
  return done({ kind: 'absent', seat: id, absent: false }, ...outcome.events);
}

/** Comes in, comes back, or comes again with another device; a late person gets a place. */
function join(game: Game, state: State, seat: Seat, session: string): Outcome {
  const placed = seat.team === null ? placeFor(game, state) : null;
  const { team, role } = placed ?? seat;
  return done(
    ...(placed === null ? [] : [{ kind: 'seated' as const, seat: seat.id, ...placed }]),
    { kind: 'joined', seat: seat.id, session },
    ...takeOver(game, state, team, role),
  );
}

/** A person takes a role back that the program played meanwhile; what the plan gives the program stays with it. */
export function takeOver({ plan }: Game, state: State, team: string | null, role: string | null): readonly Event[] {
  if (team === null || role === null || Object.hasOwn(plan.computer, role)) return [];
  if (strategyOf(teamOf(state, team), role) === null) return [];
  return [{ kind: 'computer', team, role, strategy: null }];
}

/**
 * Where a late person goes: among the teams that have a role without a person and have not signed, to the one with the
 * fewest people; where no role is free, beside the smallest team as an observer.
 */
export function placeFor(game: Game, state: State): Pick<Seat, 'team' | 'role'> {
  const bySize = state.teams.toSorted((a, b) => people(state, a) - people(state, b));
  for (const team of state.clock.phase === 'closed' ? [] : bySize) {
    const role = team.result === null ? freeRole(game, state, team) : undefined;
    if (role !== undefined) return { team: team.id, role };
  }
  return { team: bySize[0]?.id ?? null, role: null };
}

function people(state: State, { id }: Team): number {
  return seatsOf(state, id).filter(({ role, absent }) => role !== null && !absent).length;
}

function freeRole({ roles, plan }: Game, state: State, { id }: Team): string | undefined {
  const taken = seatsOf(state, id).filter(({ absent }) => !absent);
  return roles.find((role) => !Object.hasOwn(plan.computer, role) && !taken.some((seat) => seat.role === role));
}
