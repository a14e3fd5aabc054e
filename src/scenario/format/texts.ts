/** What texts, dates and ids of a scenario may be, and what is wrong with those that are not; schemas say the same. */
import { quote } from '../suggest.ts';

export const LONGEST_ID = 200;
const CONTROL = String.raw`\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069`;
const EDGE = `[^\\s${CONTROL}]`;
/** One line of text without white space around it: what people type is the id. */
export const ID = new RegExp(`^(?!__proto__$)${EDGE}([^${CONTROL}]{0,${LONGEST_ID - 2}}${EDGE})?$`);
/** The same without the signs that separate names on a command line. */
export const LISTED_ID = new RegExp(`^(?!.*[,;=])${ID.source.slice(1)}`);
export const LONGEST_LINE = 300;
export const LONGEST_TEXT = 20_000;
// Tab and line break are the only control characters that a text may have: it is shown on a terminal.
// eslint-disable-next-line no-control-regex
export const PRINTABLE = /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/;

export const EMPTY = 'must not be empty';
export const UNPRINTABLE = 'has a control character; remove it';

export function tooLong(most: number | bigint): string {
  return `must not be longer than ${most} characters`;
}

/** What is wrong with a text of at most so many characters; null for nothing. */
export function textFault(written: string, most: number): string | null {
  if (written === '') return EMPTY;
  if (!PRINTABLE.test(written)) return UNPRINTABLE;
  return written.length > most ? tooLong(most) : null;
}

export const A_DATE = 'a calendar date such as 2025-11-28';

export function isDate(written: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(written) ? Date.parse(written) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}

/** What is wrong with a day; null for nothing. */
export function dateFault(written: string): string | null {
  return isDate(written) ? null : `expected ${A_DATE}, found the text ${quote(written)}`;
}

/** Why it is no id. */
export function notAnId(written: string): string {
  if (written.length > LONGEST_ID)
    return `${quote(written)} is too long for an id, which has at most ${LONGEST_ID} characters`;
  return `${quote(written)} cannot be an id; an id is one line of text, with no white space or control character around it`;
}

/** Why it is no id of a list on a command line. */
export function notAListedId(written: string): string {
  if (!/[,;=]/.test(written) || !ID.test(written)) return notAnId(written);
  const without = written
    .replaceAll(/[,;=]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const instead = without === '' ? '' : `; write ${quote(without)}`;
  return `${quote(written)} cannot be an id here, since commas, semicolons and equals signs separate names on a command line${instead}`;
}
