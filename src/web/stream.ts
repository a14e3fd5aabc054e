/** A stream of server-sent events to one open page: its view whenever it changed, the newest only where it is slow. */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { Hub, Listener } from './hub.ts';

/** Pages that one seat may have open. */
export const MOST_STREAMS = 4;
/** Milliseconds; a line that was cut is noticed by then. */
const BEAT = 15_000;

type Place =
  | { readonly kind: 'seat'; readonly seat: string; readonly session: string }
  | { readonly kind: 'instructor' | 'projector' };

export function streamTo(c: Context, hub: Hub, place: Place, view: () => unknown): Response {
  return streamSSE(c, async (stream) => {
    let end = (): void => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    let writing = false;
    let stale = false;
    const write = async (): Promise<void> => {
      writing = true;
      do {
        stale = false;
        await stream.writeSSE({ event: 'view', data: JSON.stringify(view()) });
      } while (stale && !stream.aborted);
      writing = false;
    };
    const send = (): void => {
      stale = true;
      if (!writing) void write().catch(end);
    };
    const seat = place.kind === 'seat' ? { seat: place.seat, session: place.session } : { seat: null, session: null };
    const listener: Listener = {
      kind: place.kind,
      ...seat,
      send,
      taken: () => void stream.writeSSE({ event: 'taken', data: '' }).then(end, end),
      end,
    };
    const remove = hub.add(listener);
    const beat = setInterval(() => void stream.writeSSE({ event: 'beat', data: '' }).catch(end), BEAT);
    stream.onAbort(end);
    send();
    await ended;
    clearInterval(beat);
    remove();
  });
}
