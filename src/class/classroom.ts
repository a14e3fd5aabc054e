/** A class as it runs: what is asked for is decided, put on record, and only then true. */
import { act } from './act.ts';
import type { Asked, Outcome } from './action.ts';
import { done, whoOf } from './action.ts';
import type { Entry } from './event.ts';
import type { Game } from './game.ts';
import type { ClassRecord } from './record.ts';
import type { State } from './state.ts';
import { fold } from './fold.ts';

export interface Classroom {
  readonly game: Game;
  readonly state: () => State;
  readonly entries: () => readonly Entry[];
  /**
   * What is asked for, once: `id` is chosen by whoever asks, and asking again with the same id gives the same answer and
   * changes nothing. Whatever is answered by `done` is on the disk. @throws RecordError where that cannot be
   */
  readonly perform: (asked: Asked, id: string, now: number) => Outcome;
  /** What is performed meanwhile goes on the disk in one go, or none of it. @throws RecordError where that cannot be */
  readonly together: <T>(work: () => T) => T;
  readonly close: () => void;
}

export function classroomOf(game: Game, record: ClassRecord): Classroom {
  const entries = [...record.entries()];
  let state = fold(entries);
  const perform = (asked: Asked, id: string, now: number): Outcome => {
    const who = whoOf(asked);
    const before = record.under(who, id);
    if (before.length > 0) return done(...before.map(({ event }) => event));
    // A clock that is set back never turns the order of the record.
    const at = Math.max(now, entries.at(-1)?.at ?? 0);
    const outcome = act(game, state, asked, at);
    if (outcome.kind !== 'done' || outcome.events.length === 0) return outcome;
    const recorded = record.append(who, id, at, outcome.events);
    entries.push(...recorded);
    state = fold(recorded, state);
    return outcome;
  };
  const together = <T>(work: () => T): T => {
    const [before, count] = [state, entries.length];
    try {
      return record.together(work);
    } catch (error) {
      state = before;
      entries.splice(count);
      throw error;
    }
  };
  return { game, state: () => state, entries: () => entries, perform, together, close: record.close };
}
