/**
 * Who asks: code words, the instructor's key, and the cookies that stand for them. A cookie is a secret drawn for one
 * device; the record keeps its hash with the seat, so that it is still known after the server was started again, and the
 * seat's latest device alone counts.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { State } from '../class/state.ts';

export type Visitor =
  | { readonly kind: 'seat'; readonly seat: string; readonly session: string }
  /** The code word was used on another device since. */
  | { readonly kind: 'taken'; readonly seat: string }
  | { readonly kind: 'stranger' };

export interface Door {
  /** The seat of a code word as somebody typed it; null: there is none. Takes as long whatever is typed. */
  readonly seatOf: (typed: string) => string | null;
  readonly isKey: (typed: string) => boolean;
  /** What an instructor's cookie holds. It follows from the key, so it outlives the server. */
  readonly pass: string;
  readonly hasPass: (cookie: string | undefined) => boolean;
}

/** `codes`: code word by seat. */
export function doorWith(codes: Readonly<Record<string, string>>, key: string): Door {
  const known = Object.entries(codes).map(([seat, code]) => ({ seat, hash: hashOf(plainWords(code)) }));
  const keyHash = hashOf(plainWords(key));
  const pass = createHmac('sha256', key).update('instructor').digest('base64url');
  return {
    seatOf: (typed) => {
      const hash = hashOf(plainWords(typed));
      // Every code word is looked at, so that the time tells nothing of how near one was.
      return known.reduce<string | null>((found, one) => (timingSafeEqual(one.hash, hash) ? one.seat : found), null);
    },
    isKey: (typed) => timingSafeEqual(hashOf(plainWords(typed)), keyHash),
    pass,
    hasPass: (cookie) => cookie !== undefined && timingSafeEqual(hashOf(cookie), hashOf(pass)),
  };
}

/** What a device keeps, and the hash of it that goes on record. */
export function newSession(): { readonly token: string; readonly session: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, session: sessionOf(token) };
}

export function sessionOf(token: string): string {
  return hashOf(token).toString('base64url');
}

/** `earlier`: seats of the devices that came before, by their session. */
export function visitorWith(token: string | undefined, state: State, earlier: ReadonlyMap<string, string>): Visitor {
  if (token === undefined || token === '') return { kind: 'stranger' };
  const session = sessionOf(token);
  const seat = earlier.get(session);
  if (seat === undefined) return { kind: 'stranger' };
  return state.seats.find(({ id }) => id === seat)?.session === session
    ? { kind: 'seat', seat, session }
    : { kind: 'taken', seat };
}

/** "Red  Apple-tree" is "red-apple-tree": what people type differs in case, spaces and hyphens. */
function plainWords(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-');
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
