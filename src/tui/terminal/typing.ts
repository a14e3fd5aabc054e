/** What keys mean wherever a text is typed or a list is gone through. */
import type { Key } from './keys.ts';
import { keyName } from './keys.ts';

/** The typed text after a key; null for a key that types nothing. */
export function typedAfter(text: string, key: Key): string | null {
  const name = keyName(key);
  if (name === 'backspace') return Array.from(text).slice(0, -1).join('');
  if (name === 'ctrl+u') return '';
  if (key.name === 'paste') return text + key.text.replace(/\p{Cc}/gu, ' ').trim();
  if (key.name === 'char' && !key.ctrl && !key.alt) return text + key.char;
  return null;
}

/** A line of text under a cursor. */
export interface Typing {
  readonly typed: string;
  /** Characters before the cursor. */
  readonly at: number;
}

/** The line with the cursor behind its last character. */
export function typingAtEnd(typed: string): Typing {
  return { typed, at: Array.from(typed).length };
}

/** The line after a key, which types or moves the cursor; null for a key that does neither. */
export function typingAfter({ typed, at }: Typing, key: Key): Typing | null {
  const characters = Array.from(typed);
  const moved = MOVES[keyName(key)]?.(at, characters.length);
  if (moved !== undefined) return { typed, at: moved };
  if (keyName(key) === 'delete') return { typed: characters.toSpliced(at, 1).join(''), at };
  if (keyName(key) === 'ctrl+u') return typingAtEnd('');
  const before = typedAfter(characters.slice(0, at).join(''), key);
  if (before === null) return null;
  return { typed: before + characters.slice(at).join(''), at: typingAtEnd(before).at };
}

const MOVES: Readonly<Record<string, (at: number, length: number) => number>> = {
  left: (at) => Math.max(0, at - 1),
  right: (at, length) => Math.min(length, at + 1),
  home: () => 0,
  'ctrl+a': () => 0,
  end: (_, length) => length,
  'ctrl+e': (_, length) => length,
};

/** Lines moved by one key, by its name; some lists have more such keys. */
export const LINE_STEPS: Readonly<Record<string, number>> = {
  down: 1,
  j: 1,
  up: -1,
  k: -1,
  pagedown: 10,
  pageup: -10,
  home: -Infinity,
};
