/** The rules by which a scenario's files may give numbers: stances, margins, and weights from the top down. */
import { z } from 'zod';
import { amountBetween, stated, text } from './schema-shared.ts';
import { LARGEST } from './limits.ts';

/** A code that a value may be given by; nothing that reads as a number. */
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_+-]{0,15}$/, {
  error: 'a stance has letters, digits, _, + and -, begins with a letter and has at most 16 characters',
});

export const stancesEntry = z
  .record(code, amountBetween(0, 100))
  .describe('What a stance toward an option is worth, 0 worst .. 100 best, by its code.');

function margins(unit: string) {
  const margin = amountBetween(0, 100).exactOptional();
  return z.strictObject({ stated: margin, reported: margin, inferred: margin }).describe(unit);
}

export const marginsEntry = z
  .strictObject({
    values: margins('Points below and above a value given by its stance, as its confidence is.').exactOptional(),
    weights: margins('Part of a weight given by its share that it may lie below and above.').exactOptional(),
  })
  .describe('How far a number given by a rule may lie from it, where the file gives no `low` and `high`.');

export const themesEntry = z
  .record(text, stated(0, LARGEST))
  .describe('Weight of each group of issues, shared among its issues by their `share`.');
