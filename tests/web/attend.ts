/** Somebody at a class over the network, as a page would be: sends an action until it is answered. */
import { randomUUID } from 'node:crypto';
import type { InstructorAction, SeatAction } from '../../src/class/action.ts';
import type { Answered } from '../../src/web/wire.ts';
import { ASKED_BY_PAGE } from '../../src/web/wire.ts';
import type { Served } from './served.ts';
import { codeOf } from './served.ts';

export interface Attendant {
  readonly act: (action: SeatAction | InstructorAction) => Promise<Answered>;
  /** Opens a stream and reads along; gives what ends it. */
  readonly listen: () => Promise<() => void>;
}

const PAUSE = 60;

/** `who`: a seat, or the key of the instructor. */
export async function attend({ address, port }: Served, place: 'seat' | 'instructor', who: string): Promise<Attendant> {
  const base = `http://127.0.0.1:${port}`;
  const prefix = place === 'seat' ? '' : '/instructor';
  const come = await fetch(`${base}${prefix}/join`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ code: place === 'seat' ? codeOf(who) : who }),
  });
  const cookie = (come.headers.get('set-cookie') ?? '').split(';')[0]!;
  if (cookie === '') throw new Error(`${who} was not let in at ${address}: ${come.status}`);
  const post = async (body: string): Promise<Answered | null> => {
    try {
      const response = await fetch(`${base}${prefix}/act`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', [ASKED_BY_PAGE]: '1' },
        body,
      });
      if (response.status === 429 || response.status >= 500) return null;
      const answered: Answered = JSON.parse(await response.text());
      return answered;
    } catch {
      return null;
    }
  };
  return {
    act: async (action) => {
      const body = JSON.stringify({ id: randomUUID(), action });
      for (;;) {
        const answer = await post(body);
        if (answer !== null) return answer;
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    },
    listen: async () => {
      const end = new AbortController();
      const response = await fetch(`${base}${prefix}/live`, { headers: { cookie }, signal: end.signal });
      if (response.body === null) throw new Error('no stream');
      void drain(response.body.getReader());
      return () => end.abort();
    },
  };
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // ended by whoever listens
  }
}
