/** Changes in the fragment of a link: what was turned travels with the address of the page. */
import type { SingleEdit } from '../../scenario/edit/edit.ts';

const KEY = '#turned=';

export function fragmentOf(edits: readonly SingleEdit[]): string {
  if (edits.length === 0) return '';
  const bytes = new TextEncoder().encode(JSON.stringify(edits));
  const text = btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''));
  return KEY + text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The text of the edits; null where the fragment has none. */
export function editsTextIn(fragment: string): string | null {
  if (!fragment.startsWith(KEY)) return null;
  try {
    const plain = atob(fragment.slice(KEY.length).replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(plain, (letter) => letter.codePointAt(0) ?? 0));
  } catch {
    return null;
  }
}
