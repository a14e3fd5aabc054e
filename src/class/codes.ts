/**
 * Code words: three common words, easy to read out and to type on a phone, that open a seat. There are about 2000 words,
 * so that nobody guesses one among thousands of millions. The same seed gives the same code words.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { wordlist } from '@scure/bip39/wordlists/english.js';

const WORDS_EACH = 3;

/** Words of the list that nobody should have to carry through a class. */
const UNKIND = new Set(
  'abuse blood bomb bullet cancer crime cruel danger death fatal gun hate idle jail kill knife lawsuit liar naked noble panic poverty prison punch rifle sad sick slave stupid suffer ugly victim weapon weird'.split(
    ' ',
  ),
);

const WORDS = wordlist.filter((word) => word.length >= 4 && word.length <= 7 && !UNKIND.has(word));

/** So many different code words, none of them among those that are taken. */
export function codeWords(seed: string, count: number, taken: Iterable<string> = []): readonly string[] {
  const used = new Set(taken);
  const codes: string[] = [];
  for (let draw = 0; codes.length < count; draw++) {
    const code = codeFrom(createHash('sha256').update(`${seed} code word ${draw}`).digest());
    if (used.has(code)) continue;
    used.add(code);
    codes.push(code);
  }
  return codes;
}

function codeFrom(hash: Buffer): string {
  const words = Array.from({ length: WORDS_EACH }, (_, k) => WORDS[hash.readUInt32BE(4 * k) % WORDS.length]!);
  return words.join('-');
}

/** As people type it: whatever the case, with spaces, points or hyphens between the words. */
export function plainCode(typed: string): string {
  return typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-');
}

/** The seat that a code word opens; the time it takes tells nothing of how near a wrong one was. Null: none. */
export function seatOfCode<S extends { readonly code: string }>(seats: readonly S[], typed: string): S | null {
  const given = digest(plainCode(typed));
  let found: S | null = null;
  for (const seat of seats) if (timingSafeEqual(given, digest(plainCode(seat.code)))) found = seat;
  return found;
}

function digest(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
