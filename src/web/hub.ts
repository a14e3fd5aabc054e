/**
 * Who listens: every open page has a stream, and gets its view anew when something changed that it may see. What changes
 * within a moment is sent once.
 */
export interface Listener {
  readonly kind: 'seat' | 'instructor' | 'projector';
  /** Of a seat. */
  readonly seat: string | null;
  readonly session: string | null;
  /** Sends the view as it is now. */
  readonly send: () => void;
  /** The code word was used on another device: says so and ends. */
  readonly taken: () => void;
  readonly end: () => void;
}

export interface Hub {
  /** Gives what takes it off again. */
  readonly add: (listener: Listener) => () => void;
  /** Seats that have a page open. */
  readonly here: () => ReadonlySet<string>;
  readonly streamsOf: (seat: string) => number;
  readonly size: () => number;
  /** To the seats named, null: to all; and soon to the instructor and the projector. */
  readonly changed: (seats: ReadonlySet<string> | null) => void;
  /** Ends the streams of a seat's other devices. */
  readonly takeOver: (seat: string, session: string) => void;
  readonly close: () => void;
}

/** Milliseconds in which changes are gathered: a seat hardly notices, and fifty teams at work do not flood one page. */
const SEAT_PAUSE = 20;
const OVERVIEW_PAUSE = 250;

export function newHub(): Hub {
  const listeners = new Set<Listener>();
  let waiting: Set<string> | 'all' = new Set();
  let seats: NodeJS.Timeout | null = null;
  let overview: NodeJS.Timeout | null = null;

  const flushSeats = (): void => {
    seats = null;
    const due = waiting;
    waiting = new Set();
    for (const one of listeners) {
      if (one.kind === 'seat' && one.seat !== null && (due === 'all' || due.has(one.seat))) one.send();
    }
  };
  const flushOverview = (): void => {
    overview = null;
    for (const one of listeners) if (one.kind !== 'seat') one.send();
  };
  const overviewSoon = (): void => {
    overview ??= setTimeout(flushOverview, OVERVIEW_PAUSE);
  };

  return {
    add: (listener) => {
      listeners.add(listener);
      overviewSoon();
      return () => {
        listeners.delete(listener);
        overviewSoon();
      };
    },
    here: () => new Set([...listeners].flatMap(({ seat }) => seat ?? [])),
    streamsOf: (seat) => [...listeners].filter((one) => one.seat === seat).length,
    size: () => listeners.size,
    changed: (named) => {
      if (named === null || waiting === 'all') waiting = 'all';
      else for (const seat of named) waiting.add(seat);
      seats ??= setTimeout(flushSeats, SEAT_PAUSE);
      overviewSoon();
    },
    takeOver: (seat, session) => {
      for (const one of listeners) if (one.seat === seat && one.session !== session) one.taken();
    },
    close: () => {
      if (seats !== null) clearTimeout(seats);
      if (overview !== null) clearTimeout(overview);
      for (const one of listeners) one.end();
      listeners.clear();
    },
  };
}
