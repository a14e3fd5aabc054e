/**
 * Who may do what: what is asked for becomes events, or a question back, or a refusal in plain words. Pure: the time is
 * handed in, nothing is written. The one place that decides; a server and a paper form ask here alike.
 *
 * A person acts for the role of the own seat and for no other, and no refusal says anything of another role's sheet.
 */
import { actAtSeat } from './act-seat.ts';
import { actAsInstructor } from './act-instructor.ts';
import { actAtTable } from './act-table.ts';
import type { Asked, Outcome } from './action.ts';
import { done, refused } from './action.ts';
import type { Event } from './event.ts';
import type { Game } from './game.ts';
import { signedBy } from './signing.ts';
import type { State } from './state.ts';
import { after } from './fold.ts';
import { strategyOf, teamOf } from './state.ts';

/** `now` in milliseconds since 1970. The events hold all that follows, a signature that was waited for included. */
export function act(game: Game, state: State, asked: Asked, now: number): Outcome {
  const outcome = decide(game, state, asked, now);
  if (outcome.kind !== 'done') return outcome;
  const then = outcome.events.reduce((current, event) => after(current, { event, at: now }), state);
  return done(...outcome.events, ...signatures(game, then, now));
}

function decide(game: Game, state: State, asked: Asked, now: number): Outcome {
  switch (asked.as) {
    case 'instructor':
      return actAsInstructor(game, state, asked.action, now);
    case 'computer': {
      const { team, role, action } = asked;
      if (strategyOf(teamOf(state, team), role) !== null) return actAtTable(game, state, { team, role }, action, now);
      return refused(`The program does not play ${role} in team ${team}.`);
    }
    case 'seat':
      return actAtSeat(game, state, asked.seat, asked.action, now);
  }
}

/** Of every team whose text nobody has to accept any more, because of what just happened. */
function signatures(game: Game, state: State, now: number): readonly Event[] {
  return state.teams.flatMap((team) => signedBy(game, state, team, now) ?? []);
}
