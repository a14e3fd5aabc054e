/**
 * zod's complaints in words for the author of a scenario: what was expected, what was found.
 */
import { z } from 'zod';
import { didYouMean, quote } from '../suggest.ts';
import { EMPTY, tooLong } from './texts.ts';

type RawIssue = z.core.$ZodRawIssue;

const NOUNS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
};

/** The error map of every parse. Several unknown keys give one line each, in the order of `issue.keys`. */
export function message(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongValue(NOUNS[issue.expected] ?? issue.expected, issue.input);
    case 'invalid_value':
      return wrongChoice(issue.values, issue.input);
    case 'too_small':
      return tooSmall(issue.origin, issue.minimum, issue.input);
    case 'too_big':
      return tooBig(issue.origin, issue.maximum, issue.input);
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue.inst)).join('\n');
    case 'invalid_key':
      return issue.issues[0]?.message ?? `${found(issue.input)} cannot be used as a key`;
    default:
      return `not valid here, found ${found(issue.input)}`;
  }
}

/** "expected a number, found the text 'abc'", or "is missing; expected a number". */
export function wrongValue(wanted: string, input: unknown): string {
  if (input === undefined) return `is missing; expected ${wanted}`;
  const hint = wanted === 'a text' && typeof input !== 'object' ? '; put it in quotes' : '';
  return `expected ${wanted}, found ${found(input)}${hint}`;
}

/** The same as an `error` function of a schema. */
export function expected(what: string): (issue: { readonly input?: unknown }) => string {
  return (issue) => wrongValue(what, issue.input);
}

/** A value of the file as the author would name it. */
export function found(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (typeof input === 'string') return `the text ${quote(input)}`;
  if (typeof input === 'number') return foundNumber(input);
  if (typeof input === 'boolean') return String(input);
  return Array.isArray(input) ? 'a list' : 'a block of keys';
}

function foundNumber(input: number): string {
  if (Number.isNaN(input)) return 'not-a-number';
  return Number.isFinite(input) ? `the number ${input}` : 'infinity';
}

function wrongChoice(values: readonly unknown[], input: unknown): string {
  const known = values.map(String);
  const near = typeof input === 'string' ? didYouMean(input, known) : '';
  return wrongValue(known.map(quote).join(' or '), input) + near;
}

function tooSmall(origin: string, minimum: number | bigint, input: unknown): string {
  if (origin === 'string') return EMPTY;
  if (origin === 'array') return minimum === 1 ? 'must not be an empty list' : `needs at least ${minimum} entries`;
  return `expected at least ${minimum}, found ${found(input)}`;
}

function tooBig(origin: string, maximum: number | bigint, input: unknown): string {
  if (origin === 'string') return tooLong(maximum);
  if (origin === 'array') {
    return `has ${Array.isArray(input) ? input.length : 'too many'} entries; the most is ${maximum}`;
  }
  return `expected at most ${maximum}, found ${found(input)}`;
}

function unknownKey(key: string, schema: unknown): string {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return `unknown key ${quote(key)}${didYouMean(key, known)}`;
}
