/**
 * Who asks: code words, the instructor's key, and the cookies that stand for them. A cookie is a secret drawn for one
 * device; the record keeps its hash with the seat, so that it is still known after the server was started again, and the
 * seat's latest device alone counts.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { seatOfCode } from '../class/codes.ts';
import type { State } from '../class/state.ts';
import { seatOf } from '../class/state.ts';

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
  const known = Object.entries(codes).map(([seat, code]) => ({ seat, code }));
  const pass = createHmac('sha256', key).update('instructor').digest('base64url');
  return {
    seatOf: (typed) => seatOfCode(known, typed)?.seat ?? null,
    isKey: (typed) => seatOfCode([{ code: key }], typed) !== null,
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
  return seatOf(state, seat)?.session === session ? { kind: 'seat', seat, session } : { kind: 'taken', seat };
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
