/**
 * The quick road of `readDocument`: YAML read to plain data by a parser that keeps no positions, which takes half the
 * time. It is for usual texts alone; for every other, sound or not, the thorough parser begins anew. What both read is
 * the same.
 */
import {
  constructFromEvents,
  CORE_SCHEMA,
  defineMappingTag,
  EVENT_ID,
  mapTag,
  parseEvents,
  SCALAR_STYLE,
} from 'js-yaml';
import type { Event } from 'js-yaml';
import { LIKE_THOUSANDS } from './parse-yaml.ts';

/** More may pass a limit of the thorough parser, which says so. */
const LONGEST = 190_000;
const DEEPEST = 20;

/** Tabs, lone carriage returns and marks of byte order. */
const UNUSUAL = /[\t\r\uFEFF]/;

/** Longer numbers may have more digits than a double holds. */
const MOST_DIGITS = 16;
const DIGITS = /^[-+.\d]+$/;
const EXPONENT_OR_NONE = /^[-+.\d]+e[-+]?\d+$|^[-+]?\.(?:inf|nan)$/i;

/** Keys are words and numbers; one that is a number and has nothing behind it may be digits after a comma. */
const schema = CORE_SCHEMA.withTags(
  defineMappingTag('tag:yaml.org,2002:map', {
    ...mapTag,
    addPair: (block, key, value) =>
      key === null || key === '__proto__' || (value === null && typeof key === 'number')
        ? 'unusual key'
        : mapTag.addPair(block, key, value),
  }),
);

/** Of a text that this road leads through: its data; null for every other text. */
export function readPlainYaml(text: string): { readonly data: unknown } | null {
  if (text.length > LONGEST || UNUSUAL.test(text)) return null;
  try {
    const events = parseEvents(text, { maxDepth: DEEPEST });
    if (events.some((event) => isUnusual(event, text))) return null;
    const documents = constructFromEvents(events, { source: text, schema });
    return documents.length === 1 ? { data: documents[0] } : null;
  } catch {
    return null;
  }
}

/** Anchors, aliases, tags, marks of documents, and numbers that are not simply doubles. */
function isUnusual(event: Event, text: string): boolean {
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      return event.explicitStart || event.explicitEnd || event.directives.length > 0;
    case EVENT_ID.ALIAS:
      return true;
    case EVENT_ID.POP:
      return false;
    case EVENT_ID.SCALAR: {
      if (event.anchorStart !== -1 || event.tagStart !== -1) return true;
      if (event.style !== SCALAR_STYLE.PLAIN) return false;
      return isOddNumber(text.slice(event.valueStart, event.valueEnd));
    }
    default:
      return event.anchorStart !== -1 || event.tagStart !== -1;
  }
}

function isOddNumber(written: string): boolean {
  if (DIGITS.test(written)) return written.length > MOST_DIGITS || LIKE_THOUSANDS.test(written);
  return EXPONENT_OR_NONE.test(written);
}
