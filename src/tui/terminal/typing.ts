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
