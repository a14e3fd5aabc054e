/** A class as it is served: actions go on record, and whoever may see what changed is told. */
import { randomUUID } from 'node:crypto';
import type { Asked, Outcome } from '../class/action.ts';
import type { Classroom } from '../class/classroom.ts';
import type { Event } from '../class/event.ts';
import { dueHandouts } from '../class/handouts.ts';
import type { State } from '../class/state.ts';
import { seatOf, seatsOf, timeLeft } from '../class/state.ts';
import type { Hub } from './hub.ts';

export interface Desk {
  readonly room: Classroom;
  readonly hub: Hub;
  readonly now: () => number;
  /** `id` is chosen by whoever asks; the same again is the same action. */
  readonly perform: (asked: Asked, id: string) => Outcome;
  /** The same a moment later, on the disk in one go with what others ask for meanwhile: for many people at once. */
  readonly performSoon: (asked: Asked, id: string) => Promise<Outcome>;
  /** Seat by session, of every device that ever came. */
  readonly sessions: ReadonlyMap<string, string>;
  /** What the clock brings: handouts that are due, and the deadline. */
  readonly tick: () => void;
}

interface Waiting {
  readonly asked: Asked;
  readonly id: string;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

export function deskOf(room: Classroom, hub: Hub, now: () => number = Date.now): Desk {
  const sessions = new Map<string, string>();
  const remember = (events: readonly Event[]): void => {
    for (const event of events) if (event.kind === 'joined') sessions.set(event.session, event.seat);
  };
  remember(room.entries().map(({ event }) => event));

  const told = (outcome: Outcome): void => {
    if (outcome.kind !== 'done') return;
    remember(outcome.events);
    for (const event of outcome.events) if (event.kind === 'joined') hub.takeOver(event.seat, event.session);
    if (outcome.events.length > 0) hub.changed(seenBy(outcome.events, room.state()));
  };
  const perform = (asked: Asked, id: string): Outcome => {
    const outcome = room.perform(asked, id, now());
    told(outcome);
    return outcome;
  };

  let waiting: Waiting[] = [];
  const performWaiting = (): void => {
    const due = waiting;
    waiting = [];
    try {
      const outcomes = room.together(() => due.map(({ asked, id }) => room.perform(asked, id, now())));
      for (const [k, outcome] of outcomes.entries()) {
        told(outcome);
        due[k]!.resolve(outcome);
      }
    } catch (error) {
      for (const { reject } of due) reject(error);
    }
  };
  const performSoon = (asked: Asked, id: string): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(performWaiting);
      waiting.push({ asked, id, resolve, reject });
    });

  let wasUp = isUp(room.state(), now());
  const tick = (): void => {
    for (const handout of dueHandouts(room.game, room.state(), now())) {
      perform({ as: 'instructor', action: { kind: 'handOut', handout } }, `due-${handout}-${randomUUID()}`);
    }
    const up = isUp(room.state(), now());
    if (up !== wasUp) hub.changed(null);
    wasUp = up;
  };
  return { room, hub, now, perform, performSoon, sessions, tick };
}

function isUp({ clock }: State, now: number): boolean {
  return clock.started !== null && timeLeft(clock, now) === 0;
}

/** Seats whose view the events may change; null: all. */
function seenBy(events: readonly Event[], state: State): ReadonlySet<string> | null {
  const seats = new Set<string>();
  for (const event of events) {
    if (event.kind === 'noted') {
      seats.add(event.seat);
      continue;
    }
    const team = 'team' in event ? event.team : 'seat' in event ? (seatOf(state, event.seat)?.team ?? null) : null;
    if (event.kind === 'seated' || team === null) return null;
    for (const { id } of seatsOf(state, team)) seats.add(id);
  }
  return seats;
}
