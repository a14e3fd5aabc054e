/** Files of Genius told by how they begin. */
import type { SourceEntry } from '../source.ts';

const GENIUS =
  /^\s*(?:(?:<\?xml[^>]*>|<!--[^]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>)\s*)*<(?:negotiation_template|utility_space)\b/;

export function isGenius({ head }: Pick<SourceEntry, 'head'>): boolean {
  return GENIUS.test(head);
}
