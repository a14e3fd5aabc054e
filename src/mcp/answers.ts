/**
 * Answers that are too long to be told at once: the parts that fit are told, and the others can be read from here for as
 * long as the server runs. Nothing is written anywhere.
 */
import type { z } from 'zod';
import type { cut } from './schemas.ts';

/** Bytes of JSON that are told at once. */
export const MOST_BYTES = 60_000;

/** Answers that are kept; the oldest make room. */
const MOST_ANSWERS = 50;

/** Room for what stands in place of the parts left out. */
const MOST_CUT_BYTES = 6000;

const SCHEME = 'winset://answers/';

type PlainObject = Readonly<Record<string, unknown>>;

/** How to address what is kept, as templates. */
export const ANSWER_ADDRESSES = [
  { uriTemplate: `${SCHEME}{answer}`, name: 'answer', description: 'The whole of an answer that was cut, as JSON.' },
  {
    uriTemplate: `${SCHEME}{answer}/{key}/{page}`,
    name: 'part of an answer',
    description: 'One page, from 1 on, of a part that was left out of an answer. The pages together are its JSON.',
  },
] as const;

export class Answers {
  readonly #kept = new Map<number, PlainObject>();
  #last = 0;

  /** The document itself while it is short enough; else its parts that fit, in their order, and where the others are. */
  told(document: PlainObject): Record<string, unknown> {
    const bytes = bytesOf(document);
    if (bytes <= MOST_BYTES) return { ...document };
    const answer = this.#keep(document);
    const parts: [string, unknown][] = [];
    const leftOut: z.output<typeof cut>['leftOut'] = [];
    let used = MOST_CUT_BYTES;
    for (const [key, value] of Object.entries(document)) {
      const size = bytesOf({ [key]: value });
      if (used + size <= MOST_BYTES) {
        parts.push([key, value]);
        used += size;
      } else {
        const pages = pagesOf(value).length;
        leftOut.push({ key, bytes: bytesOf(value), pages, first: `${SCHEME}${answer}/${encodeURIComponent(key)}/1` });
      }
    }
    return { ...Object.fromEntries(parts), cut: { bytes, whole: `${SCHEME}${answer}`, leftOut } };
  }

  /** The text at an address; null where nothing is kept under it. */
  read(uri: string): string | null {
    if (!uri.startsWith(SCHEME)) return null;
    const [answer = '', key, page] = uri.slice(SCHEME.length).split('/').map(decoded);
    const document = this.#kept.get(Number(answer));
    if (document === undefined) return null;
    if (key === undefined) return JSON.stringify(document);
    return Object.hasOwn(document, key) ? (pagesOf(document[key])[Number(page) - 1] ?? null) : null;
  }

  #keep(document: PlainObject): number {
    this.#kept.set(++this.#last, document);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_ANSWERS && oldest !== undefined) this.#kept.delete(oldest);
    return this.#last;
  }
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** The JSON text in pages of no more bytes than are told at once, none of which cuts a character. */
function pagesOf(value: unknown): readonly string[] {
  const bytes = Buffer.from(JSON.stringify(value));
  const pages: string[] = [];
  for (let from = 0; from < bytes.length;) {
    let to = Math.min(from + MOST_BYTES, bytes.length);
    // The second and later bytes of a character begin with the bits 10.
    while (to < bytes.length && (bytes[to]! & 0b1100_0000) === 0b1000_0000) to--;
    pages.push(bytes.toString('utf8', from, to));
    from = to;
  }
  return pages;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // leads nowhere, as any other name that is not kept
  }
}
