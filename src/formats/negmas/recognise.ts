/** Scenario files of NegMAS (YAML or JSON) told by the type that each names. */
import type { Source, SourceEntry } from '../source.ts';

const NAMED = /\.(ya?ml|json)$/i;
const SPACE = /(^|[\s,{])"?(type|__python_class__)"?\s*:\s*["']?[\w.]*OutcomeSpace\b/m;
const UFUN = /(^|[\s,{])"?(type|__python_class__)"?\s*:\s*["']?[\w.]*(UtilityFunction|UFun)\b/m;

export function isSpace({ name, head }: SourceEntry): boolean {
  return NAMED.test(name) && SPACE.test(head);
}

/** A long list of values may stand before the type, so any other data file beside a domain may be one. */
export function isUfun(entry: SourceEntry): boolean {
  return NAMED.test(entry.name) && !isSpace(entry) && (UFUN.test(entry.head) || entry.head.length > 4000);
}

export function isNegmas({ entries }: Source): boolean {
  return entries.some((entry) => isSpace(entry) || (NAMED.test(entry.name) && UFUN.test(entry.head)));
}
