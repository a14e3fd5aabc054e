/**
 * Pieces of the scenario format that both the public file and a party's file use.
 *
 * The schemas define the format; they also bring ids to text and numbers to one form (`{ value, ... }`).
 */
import { z } from 'zod';
import { decimalText, toDecimal } from '../../exact/decimal.ts';
import { expected, found } from './messages.ts';
import { compare, exactOf, fractionOf } from '../../exact/fraction.ts';
import { INTERVAL_TEXT } from './choice.ts';
import type { Choice, Interval, StatedNumber } from '../scenario.ts';
import { LARGEST } from './limits.ts';
import { ANYWHERE, UNKNOWN } from './unknown.ts';
import { notANumber, NUMBER_TEXT, readNumber } from './number-text.ts';
import {
  A_DATE,
  ID,
  LISTED_ID,
  LONGEST_ID,
  LONGEST_LINE,
  LONGEST_TEXT,
  notAListedId,
  notAnId,
  PRINTABLE,
  UNPRINTABLE,
} from './texts.ts';

const printable = z.string().min(1).regex(PRINTABLE, { error: UNPRINTABLE });

/** Sentences and paragraphs. */
export const text = printable.max(LONGEST_TEXT);

/** What stands on one line or in a cell of a table: titles, names, labels. */
export const line = printable.max(LONGEST_LINE);

/** A line that may be written as a number, such as the number of a point in a plan. */
export const label = z.union([line, z.number()], { error: expected('a text or a number') }).transform(String);

export const date = z.iso.date({ error: expected(A_DATE) });

/** A number as it is read: its nearest double, and its text where that says more. */
export interface Amount {
  readonly value: number;
  readonly exact?: string;
}

/** A number of any digits between two others, or a fraction. Always an object after reading. */
export function amountBetween(least: number, most: number, wanted = 'a number', hint = '') {
  return z
    .union(
      [
        z
          .number()
          .min(least, { error: ({ input }) => `expected at least ${least}, found ${found(input)}${hint}` })
          .max(most, { error: ({ input }) => `expected at most ${most}, found ${found(input)}${hint}` }),
        z.string().regex(NUMBER_TEXT, { error: ({ input }) => notANumber(String(input)) }),
      ],
      { error: expected(wanted) },
    )
    .transform((entry, context): Amount => {
      if (typeof entry === 'number') return { value: entry };
      const number = readNumber(entry);
      const outside = number === null ? null : boundFault(number, least, most);
      if (number !== null && outside === null) return number;
      context.addIssue({ code: 'custom', message: outside === null ? notANumber(entry) : outside + hint });
      return z.NEVER;
    });
}

function boundFault(number: Amount, least: number, most: number): string | null {
  const what = `found the number ${number.exact ?? number.value}`;
  if (compare(exactOf(number), fractionOf(least)) < 0) return `expected at least ${least}, ${what}`;
  return compare(exactOf(number), fractionOf(most)) > 0 ? `expected at most ${most}, ${what}` : null;
}

export const amount = amountBetween(-LARGEST, LARGEST);

/** A text of this form; otherwise what is said of it. */
function formed(pattern: RegExp, refusal: (written: string) => string) {
  return z.string().regex(pattern, { error: ({ input }) => refusal(String(input)) });
}

function reference(pattern: RegExp, refusal: (written: string) => string, wanted = 'an id') {
  const own = formed(pattern, refusal);
  return z
    .union(
      [
        own,
        z
          .number()
          .transform((value) => decimalText(toDecimal(value).digits, toDecimal(value).places))
          .pipe(own),
      ],
      {
        error: (issue) =>
          typeof issue.input === 'boolean'
            ? `expected an id, found ${found(issue.input)}; put it in quotes`
            : expected(wanted)(issue),
      },
    )
    .describe(`One line of text, at most ${LONGEST_ID} characters.`);
}

/** Of an issue or an option, and every reference. */
export const id = reference(ID, notAnId);
export const optionId = reference(ID, notAnId, 'an id: an option is a text alone, or { id: ..., label: ... }');
/** Of what commands take lists of: parties, drafts, stages, red lines. */
export const listedId = reference(LISTED_ID, notAListedId);
export const idKey = formed(ID, notAnId);
export const listedIdKey = formed(LISTED_ID, notAListedId);

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

/** Blocks with a key that may be left out, since reading fills it in: the JSON Schema asks for less there. */
export const byRule = z.registry<{ readonly left: string }>();

/** What may be written shorter, as one text or number: the JSON Schema takes that too. */
export const inShort = z.registry<{ readonly type: 'string' | ['string', 'number']; readonly description: string }>();

const BEYOND_VALUES = '; points on a scale of your own stand in `scores`, in place of `weight` and `values`';

/** A value of an option: a number as below, or the code of a stance, which reading turns into its number. */
export function valueOrStance() {
  const stance = z.string().describe('A code of `stances` in the scenario: the value follows, unless one is given.');
  const value = statedAs(0, 100, { stance: stance.exactOptional() }, BEYOND_VALUES, ANYWHERE);
  inShort.add(value, { type: 'string', description: 'A stance: a code of `stances` in the scenario file.' });
  return value;
}

/** A party's number: plain, or with its uncertainty and its reason. Always an object after reading. */
export function stated(least: number, most: number) {
  return statedAs(least, most, {});
}

/** The same where a file may say `unknown`, for which a number stands in. */
export function statedOrUnknown(least: number, most: number, standIn: StatedNumber) {
  return statedAs(least, most, {}, '', standIn);
}

function statedAs(
  least: number,
  most: number,
  more: { readonly stance?: z.ZodExactOptional<z.ZodString> },
  hint = '',
  standIn: StatedNumber | null = null,
) {
  const value = amountBetween(least, most, undefined, hint);
  const alone = amountBetween(least, most, 'a number, or a block with `value`', hint);
  const withReason = z.strictObject({
    value,
    low: value.describe('Least plausible number, at most `value`.').exactOptional(),
    high: value.describe('Largest plausible number, at least `value`.').exactOptional(),
    ...more,
    ...provenance,
  });
  if (more.stance !== undefined) byRule.add(withReason, { left: 'value' });
  const checked = withReason
    .superRefine((entry, context) => {
      const complain = (key: 'low' | 'high', message: string) =>
        context.addIssue({ code: 'custom', path: [key], message });
      if (entry.low !== undefined && entry.low.value > entry.value.value) {
        complain('low', `low (${entry.low.value}) must not be above value (${entry.value.value})`);
      }
      if (entry.high !== undefined && entry.high.value < entry.value.value) {
        complain('high', `high (${entry.high.value}) must not be below value (${entry.value.value})`);
      }
    })
    .transform(({ value: own, low, high, stance, ...rest }): StatedNumber => ({
      ...own,
      ...(low !== undefined && { low: low.value }),
      ...(high !== undefined && { high: high.value }),
      ...(typeof stance === 'string' && { stance }),
      ...rest,
    }));
  const known = z
    .union([checked, alone], { error: expected('a number, or a block with `value`') })
    .transform((entry): StatedNumber => entry);
  if (standIn === null) return known;
  return z
    .union(
      [
        checked,
        alone,
        z
          .literal(UNKNOWN)
          .describe('Not yet valued.')
          .transform(() => standIn),
      ],
      { error: expected('a number, or a block with `value`') },
    )
    .transform((entry): StatedNumber => entry);
}

const bound = amount.exactOptional();

const interval = z
  .strictObject({ from: bound, above: bound, to: bound, below: bound })
  .superRefine(({ from, above, to, below }, context) => {
    const complain = (message: string): void => context.addIssue({ code: 'custom', message });
    const [low, high] = [from ?? above, to ?? below];
    if (from && above) complain('`from` and `above` are both a lower bound; keep one of them');
    if (to && below) complain('`to` and `below` are both an upper bound; keep one of them');
    if (low === undefined && high === undefined) complain('needs a bound: `from`, `above`, `to` or `below`');
    if (low && high && compare(exactOf(low), exactOf(high)) > 0) {
      complain(`no number is from ${low.value} and up to ${high.value}; the smaller one comes first`);
    }
  });

const INTERVAL_WORDS = 'numbers such as 100..250 or { below: 500 }';

const intervalText = z
  .string()
  .regex(INTERVAL_TEXT)
  .transform((written): Interval => {
    const [, low = '', high = ''] = INTERVAL_TEXT.exec(written) ?? [];
    return { from: asAmount(low), to: asAmount(high) };
  });

function asAmount(written: string): Amount {
  return readNumber(written) ?? { value: Number(written) };
}

/** An option, or numbers between bounds. */
export const choice = z.union([intervalText, id, interval], {
  error: expected(`an option, or ${INTERVAL_WORDS}`),
});

/** Holds when every named issue has one of the named options. A list of clauses after reading. */
export const pattern = z
  .record(
    idKey,
    z
      .union([choice, z.array(choice).min(1)], {
        error: expected(`an option, a list of options, or ${INTERVAL_WORDS}`),
      })
      .transform((options): Choice[] => (Array.isArray(options) ? options : [options])),
    { error: expected('a pattern such as { issue: option }') },
  )
  .refine((clauses) => Object.keys(clauses).length > 0, { error: 'must name at least one issue' })
  .transform((clauses) => Object.entries(clauses).map(([issue, options]) => ({ issue, options })))
  .describe(
    'Issue id: one option, numbers such as 100..250 or { below: 500 }, or a list of these. Holds when every named issue has one of them.',
  );

/** Known to whoever leads an exercise alone, and left out of whatever is made for one party. */
export const instructor = text.describe('For the instructor alone: hidden interests, what to ask in the debrief.');

const probability = stated(0, 1).describe(
  'Probability that it is a line at all; drawn by `winset sensitivity --smaa` only. Default 1.',
);

export const redLines = z.array(
  z.strictObject({
    id: listedId,
    when: pattern,
    holds: probability.exactOptional(),
    bluff: z
      .literal(true)
      .describe('For the instructor alone: a bargaining position that the party would give up. No answer counts on it.')
      .exactOptional(),
    why: text.exactOptional(),
    sources: sourceRefs.exactOptional(),
  }),
);

export const adjustments = z.array(
  z
    .strictObject({
      when: pattern,
      add: amount.describe('Points added, negative for a cost.'),
      why: text.exactOptional(),
      sources: sourceRefs.exactOptional(),
    })
    .transform(({ add, ...rest }) => ({
      ...rest,
      add: add.value,
      ...(add.exact !== undefined && { exact: add.exact }),
    })),
);
