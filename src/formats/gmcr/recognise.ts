/** Models of GMCR+ (JSON in a file `.gmcr`) told by the lists that only they have. */
import type { Source } from '../source.ts';

export function isGmcr({ entries, isFolder }: Source): boolean {
  const [entry] = entries;
  if (isFolder || entry === undefined || !/^\s*\{/.test(entry.head)) return false;
  return /\.gmcr$/i.test(entry.name) || (entry.head.includes('"decisionMakers"') && entry.head.includes('"options"'));
}
