/**
 * From the bytes of a terminal to keys: one event per key however the bytes are cut into chunks. Escape alone is told
 * from the start of a sequence by waiting a moment.
 */
import { keyOfCharacter, keyOfConsole, keyOfCsi, keyOfSs3 } from './key-sequences.ts';
import { charKey, type Key, namedKey, NO_MODIFIERS } from './keys.ts';

/** Calls back after so many milliseconds, unless the function it gives is called before. */
export type Wait = (milliseconds: number, then: () => void) => () => void;

export interface KeyDecoder {
  readonly push: (bytes: Uint8Array) => void;
  /** No more bytes: forgets what is incomplete. */
  readonly end: () => void;
}

/** Over a slow line the parts of one sequence arrive this far apart, seldom more. */
export const ESCAPE_MS = 50;

/** A paste whose end never comes must not swallow keys for ever. */
export const PASTE_MS = 2000;

const ESC = '\u001b';
const PASTE_END = `${ESC}[201~`;

/** What the start of a text means: how much of it, and the key if it is one. `incomplete`: more must come to tell. */
type Reading = { readonly length: number; readonly key?: Key | undefined; readonly paste?: true } | 'incomplete';

export function createKeyDecoder(onKey: (key: Key) => void, wait: Wait = afterTimeout): KeyDecoder {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  let pending = '';
  let pasting = false;
  let cancel = (): void => {};

  const endPaste = (at: number, skip: number): void => {
    const text = pending.slice(0, at);
    pending = pending.slice(at + skip);
    pasting = false;
    onKey({ name: 'paste', text, ...NO_MODIFIERS });
  };

  const readAll = (): void => {
    while (pending !== '') {
      if (pasting) {
        const at = pending.indexOf(PASTE_END);
        if (at < 0) return;
        endPaste(at, PASTE_END.length);
        continue;
      }
      const reading = read(pending);
      if (reading === 'incomplete') return;
      pending = pending.slice(reading.length);
      pasting = reading.paste === true;
      if (reading.key !== undefined) onKey(reading.key);
    }
  };

  const giveUp = (): void => {
    if (pasting) {
      endPaste(pending.length, 0);
      return;
    }
    const key = keyOfIncomplete(pending);
    pending = '';
    if (key !== undefined) onKey(key);
  };

  return {
    push: (bytes) => {
      cancel();
      pending += utf8.decode(bytes, { stream: true });
      readAll();
      cancel = pending === '' && !pasting ? () => {} : wait(pasting ? PASTE_MS : ESCAPE_MS, giveUp);
    },
    end: () => {
      cancel();
      pending = '';
      pasting = false;
    },
  };
}

/** Reads one key or sequence at the start of a text that is not empty. */
function read(text: string): Reading {
  if (!text.startsWith(ESC)) {
    const [char = ''] = text;
    return { length: char.length, key: keyOfCharacter(char) };
  }
  const [next] = text.slice(1);
  switch (next) {
    case undefined:
      return 'incomplete';
    case ESC:
      return { length: 1, key: namedKey('escape') };
    case '[':
      return readCsi(text);
    case 'O':
      return readSs3(text);
    case ']':
    case 'P':
    case '_':
    case '^':
    case 'X':
      return readString(text);
    default:
      return { length: 1 + next.length, key: keyOfCharacter(next, true) };
  }
}

const CSI = /^\[([0-?]*)([ -/]*)([@-~])/u;
const CSI_START = /^\[[0-?]*[ -/]*/u;

/** Columns, row and button of the oldest mouse reports follow the sequence as three characters. */
const OLD_MOUSE = 3;

function readCsi(text: string): Reading {
  const body = text.slice(1);
  const found = CSI.exec(body);
  if (found === null) {
    const start = CSI_START.exec(body)?.[0].length ?? 1;
    // Something that cannot belong to it: the sequence is broken off, what follows counts.
    return start === body.length ? 'incomplete' : { length: 1 + start };
  }
  const [whole, parameters = '', between = '', final = ''] = found;
  const length = 1 + whole.length;
  const bare = parameters === '' && between === '';
  if (bare && final === '[') {
    const letter = body.charAt(whole.length);
    return letter === '' ? 'incomplete' : { length: length + 1, key: keyOfConsole(letter) };
  }
  if (bare && final === 'M') return text.length < length + OLD_MOUSE ? 'incomplete' : { length: length + OLD_MOUSE };
  if (between !== '') return { length };
  if (parameters === '200' && final === '~') return { length, paste: true };
  return { length, key: keyOfCsi(parameters, final) };
}

const SS3 = /^O(\d*)([@-~])/u;

function readSs3(text: string): Reading {
  const body = text.slice(1);
  const found = SS3.exec(body);
  if (found === null) {
    const start = /^O\d*/u.exec(body)?.[0].length ?? 1;
    return start === body.length ? 'incomplete' : { length: 1 + start };
  }
  const [whole, parameters = '', final = ''] = found;
  return { length: 1 + whole.length, key: keyOfSs3(parameters, final) };
}

/** BEL, ST, and the two characters that break a string off. */
const STRING_ENDS = ['\u0007', `${ESC}\\`, '\u0018', '\u001a'];

/** Answers of a terminal to questions, as text up to its end: no key. */
function readString(text: string): Reading {
  const ends = STRING_ENDS.flatMap((end) => {
    const at = text.indexOf(end, 2);
    return at < 0 ? [] : [at + end.length];
  });
  return ends.length === 0 ? 'incomplete' : { length: Math.min(...ends) };
}

/** What was meant when nothing more came: Escape, or a key with alt that looks like the start of a sequence. */
function keyOfIncomplete(text: string): Key | undefined {
  if (text === ESC) return namedKey('escape');
  const [, char] = text;
  return text.length === 2 && char !== undefined ? charKey(char, { alt: true }) : undefined;
}

function afterTimeout(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}
