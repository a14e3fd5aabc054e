/**
 * Pieces of the scenario format that both the public file and a party's file use.
 *
 * The schemas define the format; they also bring ids to text and numbers to one form (`{ value, ... }`).
 */
import { z } from 'zod';
import { decimalText, toDecimal } from './decimal.ts';
import { expected, found } from './messages.ts';
import { quote } from '../suggest.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/;
const OPTION_ID = /^(-\d[\d.]{0,62}|[A-Za-z0-9][A-Za-z0-9_.-]{0,63})$/;
// Tab and line break are the only control characters that a text may have: it is shown on a terminal.
// eslint-disable-next-line no-control-regex
const PRINTABLE = /^[^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]*$/;
export const LARGEST = 1e12;

export const text = z.string().min(1).regex(PRINTABLE, { error: 'has a control character; remove it' });

/** A text that may be written as a number, such as the number of a point in a plan. */
export const label = z.union([text, z.number()], { error: expected('a text or a number') }).transform(String);

export const date = z.iso.date({ error: expected('a calendar date such as 2025-11-28') });

export const number = z.number().min(-LARGEST).max(LARGEST);

const notAnId = (issue: { readonly input?: unknown }) =>
  `${quote(String(issue.input))} cannot be an id; an id has letters, digits, '_', '.' and '-', starts with a letter or digit and has at most 64 characters`;

function reference(pattern: RegExp) {
  return z
    .union(
      [
        z.string().regex(pattern, { error: notAnId }),
        z
          .number()
          .transform((value) => decimalText(toDecimal(value).digits, toDecimal(value).places))
          .pipe(z.string().regex(pattern, { error: notAnId })),
      ],
      {
        error: (issue) =>
          typeof issue.input === 'boolean'
            ? `expected an id, found ${found(issue.input)}; put it in quotes`
            : expected('an id')(issue),
      },
    )
    .describe('Letters, digits, _ . and -; at most 64 characters.');
}

export const id = reference(ID);
export const optionId = reference(OPTION_ID);
export const idKey = z.string().regex(ID, { error: notAnId });
export const optionKey = z.string().regex(OPTION_ID, { error: notAnId });

export const sourceRefs = z.array(id).describe('Ids of entries in `sources` of the scenario file.');

/** Where a judgement comes from; may stand on any number, red line or issue of a party. */
export const provenance = {
  confidence: z
    .enum(['stated', 'reported', 'inferred'])
    .describe('stated: said by the party itself; reported: by others; inferred: an assumption.')
    .exactOptional(),
  date: date.describe('Day the position was taken, as YYYY-MM-DD.').exactOptional(),
  why: text.describe('The reason, for the reader.').exactOptional(),
  sources: sourceRefs.exactOptional(),
};

/** A party's number: plain, or with its uncertainty and its reason. Always an object after reading. */
export function stated(value: z.ZodNumber) {
  const withReason = z
    .strictObject({
      value,
      low: value.describe('Least plausible number, at most `value`.').exactOptional(),
      high: value.describe('Largest plausible number, at least `value`.').exactOptional(),
      ...provenance,
    })
    .superRefine((entry, context) => {
      const complain = (key: 'low' | 'high', message: string) =>
        context.addIssue({ code: 'custom', path: [key], message });
      if (entry.low !== undefined && entry.low > entry.value) {
        complain('low', `low (${entry.low}) must not be above value (${entry.value})`);
      }
      if (entry.high !== undefined && entry.high < entry.value) {
        complain('high', `high (${entry.high}) must not be below value (${entry.value})`);
      }
    });
  return z
    .union([value, withReason], { error: expected('a number, or a block with `value`') })
    .transform((entry) => (typeof entry === 'number' ? { value: entry } : entry));
}

/** Holds when every named issue has one of the named options. A list of clauses after reading. */
export const pattern = z
  .record(
    idKey,
    z
      .union([optionId, z.array(optionId).min(1)], { error: expected('an option or a list of options') })
      .transform((options) => (Array.isArray(options) ? options : [options])),
    { error: expected('a pattern such as { issue: option }') },
  )
  .refine((clauses) => Object.keys(clauses).length > 0, { error: 'must name at least one issue' })
  .transform((clauses) => Object.entries(clauses).map(([issue, options]) => ({ issue, options })))
  .describe('Issue id: one option or a list of options. Holds when every named issue has one of its named options.');

const probability = stated(z.number().min(0).max(1)).describe(
  'Probability that it is a line at all; drawn by `winset sensitivity --smaa` only. Default 1.',
);

export const redLines = z.array(
  z.strictObject({
    id,
    when: pattern,
    holds: probability.exactOptional(),
    why: text.exactOptional(),
    sources: sourceRefs.exactOptional(),
  }),
);

export const adjustments = z.array(
  z.strictObject({
    when: pattern,
    add: number.describe('Points added, negative for a cost.'),
    why: text.exactOptional(),
    sources: sourceRefs.exactOptional(),
  }),
);
