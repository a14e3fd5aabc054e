/**
 * A page's line to the server: the view as it changes, and actions that are sent until they are answered. An action keeps
 * its id however often it is sent, so that it counts once.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { InstructorAction, SeatAction } from '../../class/action.ts';
import type { Answered } from '../wire.ts';
import { ASKED_BY_PAGE } from '../wire.ts';

export interface Line<V> {
  readonly view: V;
  /** In words; null while all is well. */
  readonly trouble: string | null;
}

const LOST = 'The line to the class is lost. Trying again; what you have done is kept.';
const TAKEN = 'Your code word was used on another device. This page is no longer yours.';

/** Milliseconds after which a page that hears nothing asks anew; the server sends a beat every 15 seconds. */
const SILENCE = 40_000;
const PAUSE = 1500;

/** `path` is a stream of views. Where the page is no longer let in, it goes back to the door. */
export function useLine<V>(path: string, first: V): Line<V> {
  const [view, setView] = useState(first);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let source: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let silence: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(reconnect, SILENCE);
    };
    const reconnect = (): void => {
      source?.close();
      clearTimeout(again);
      if (over) return;
      setTrouble(LOST);
      again = setTimeout(connect, PAUSE);
    };
    const leaveIfUnknown = async (): Promise<void> => {
      if (!(await isLetIn(path)) && !over) location.reload();
    };
    const connect = (): void => {
      listen();
      source = new EventSource(path);
      source.addEventListener('view', (event: MessageEvent<string>) => {
        listen();
        const next: V = JSON.parse(event.data);
        setView(next);
        setTrouble(null);
      });
      source.addEventListener('beat', listen);
      source.addEventListener('taken', () => {
        over = true;
        source?.close();
        clearTimeout(silence);
        setTrouble(TAKEN);
      });
      source.addEventListener('error', () => {
        reconnect();
        void leaveIfUnknown();
      });
    };
    connect();
    // A phone that slept has a line that is dead without knowing it.
    const awake = (): void => {
      if (document.visibilityState === 'visible' && source?.readyState === EventSource.CLOSED) reconnect();
    };
    document.addEventListener('visibilitychange', awake);
    return () => {
      over = true;
      source?.close();
      clearTimeout(again);
      clearTimeout(silence);
      document.removeEventListener('visibilitychange', awake);
    };
  }, [path]);
  return { view, trouble };
}

/** False only where the server says that it does not know this page. */
async function isLetIn(path: string): Promise<boolean> {
  try {
    const answer = await fetch(path.replace(/live$/, 'view'));
    return answer.status !== 401;
  } catch {
    return true;
  }
}

/** False in the first picture, which must be the one that the server wrote: what differs in it would stay as it was. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return awake;
}

/** Sends actions one after the other, each until the server has answered. `trouble` is in words, or null. */
export function useSender(path: string): {
  readonly send: (action: SeatAction | InstructorAction) => Promise<Answered>;
  readonly trouble: string | null;
} {
  const [trouble, setTrouble] = useState<string | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const send = (action: SeatAction | InstructorAction): Promise<Answered> => {
    const id = newId();
    const answer = queue.current.then(() => untilAnswered(path, JSON.stringify({ id, action }), setTrouble));
    queue.current = answer.catch(() => {});
    return answer;
  };
  return { send, trouble };
}

async function untilAnswered(path: string, body: string, tell: (trouble: string | null) => void): Promise<Answered> {
  for (;;) {
    const answer = await post(path, body);
    if (answer !== null) {
      tell(null);
      if (answer.kind === 'taken' || answer.kind === 'stranger') location.reload();
      return answer;
    }
    tell(LOST);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Null where it has to be sent again. */
async function post(path: string, body: string): Promise<Answered | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', [ASKED_BY_PAGE]: '1' },
      body,
    });
    if (response.status === 429 || response.status >= 500) return null;
    if (response.headers.get('Content-Type')?.startsWith('application/json') !== true) {
      return { kind: 'refused', reason: await response.text() };
    }
    const answer: Answered = await response.json();
    return answer;
  } catch {
    return null;
  }
}

/** `crypto.randomUUID` is there on secure pages only, and a class is served without a certificate. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
