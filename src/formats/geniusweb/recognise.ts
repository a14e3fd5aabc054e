/** Files of GeniusWeb (JSON) told by the names that only they have. */
import type { Source, SourceEntry } from '../source.ts';

const DOMAIN = /^\s*\{[^]*"issuesValues"/;
const PROFILE = /^\s*\{\s*"\w*UtilitySpace"/;
const OTHER_PROFILE = /^\s*\{\s*"(DefaultPartialOrdering|ProfileConnector|\w*Profile)"/;

export function isWebProfile({ head }: SourceEntry): boolean {
  return PROFILE.test(head) || OTHER_PROFILE.test(head);
}

/** A profile repeats its domain. */
export function isWebDomain(entry: SourceEntry): boolean {
  return !isWebProfile(entry) && DOMAIN.test(entry.head);
}

export function isGeniusWeb({ entries }: Source): boolean {
  return entries.some((entry) => isWebProfile(entry) || isWebDomain(entry));
}
