/**
 * Sentences about a name that does not exist: the nearest one that does, or the list when it is short.
 */
import { closest, distance } from 'fastest-levenshtein';

const LONGEST_LIST = 8;
const LONGEST_SHOWN = 60;

/** "option 'e4' does not exist; did you mean 'e3'?" */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  return `${kind} ${quote(name)} does not exist${suggestion(name, known)}`;
}

/** "; did you mean 'e3'?", "; there are 'a', 'b'" when few and none is near, or nothing. */
export function suggestion(name: string, known: readonly string[]): string {
  if (known.length === 0) return '; there are none';
  const near = didYouMean(name, known);
  if (near !== '') return near;
  if (known.length > LONGEST_LIST) return '';
  return `; there ${known.length === 1 ? 'is' : 'are'} ${known.map(quote).join(', ')}`;
}

/** "; did you mean 'e3'?", or nothing when no name is near. */
export function didYouMean(name: string, known: readonly string[]): string {
  const candidate = known.length === 0 ? null : nearest(name, known);
  return candidate === null ? '' : `; did you mean ${quote(candidate)}?`;
}

/** Shortened, in single quotes. */
export function quote(text: string): string {
  return text.length > LONGEST_SHOWN ? `'${text.slice(0, LONGEST_SHOWN)}…'` : `'${text}'`;
}

function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 2 * LONGEST_SHOWN) return null;
  const sameLetters = known.find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  if (sameLetters !== undefined) return sameLetters;
  const candidate = closest(name, known);
  const apart = distance(name, candidate);
  const most = Math.min(3, Math.floor(Math.max(name.length, candidate.length) / 2));
  return apart <= most ? candidate : null;
}
