/** Options that several questions share, with their words and limits. */
import { z } from 'zod';
import { MEMORY, SEED } from './budgets.ts';
import { flag, names, option, repeated, text, wholeNumber } from './option.ts';

const MOST_MEMORY = 16e9;
const MOST_THREADS = 256;

/** What the question is asked about. */
export const position = {
  stage: text('<id>', 'positions at this stage instead of those of the file'),
  without: names('<redlines...>', 'what if these red lines were not there? each as party.redline'),
  set: repeated(
    '<path=value>',
    'what if? a number such as party.issue.weight=8, party.issue.option=60, party.reservation=1/3, party.redline.holds=0.5 or party.adjustments.1=-2, or party.redline=off; can be repeated',
  ),
};

/** `own`: the positions of each draft's own date; `base`: those that the rest of the answer is about. */
const DRAFTS_AT = ['own', 'base'] as const;
export type DraftsAt = (typeof DRAFTS_AT)[number];

export const draftsAt = option(
  z.enum(DRAFTS_AT).default('own'),
  'the positions that each draft is held against: of its own date, or the base',
  { value: '<when>' },
);

export const coalition = (description: string) => text('<ids>', description);

export const nodes = option(
  wholeNumber(1, Number.MAX_SAFE_INTEGER).optional(),
  'search nodes for one question; what then is not proven is said, and more take longer',
  { value: '<n>' },
);

/** Bytes, written as "500MB" or "1GB". */
export const memory = (description: string, onlyWith?: readonly string[]) =>
  option(z.string().transform(bytesOf).prefault(MEMORY), description, {
    value: '<size>',
    ...(onlyWith === undefined ? {} : { onlyWith }),
  });

export const seed = (description: string, stated?: readonly string[]) =>
  option(z.string().default(SEED), description, { value: '<text>', ...(stated === undefined ? {} : { stated }) });

export const threads = option(
  wholeNumber(1, MOST_THREADS).optional(),
  'threads to work in, default: as many as the machine has; the answer is the same',
  { value: '<n>', shapes: true },
);

/** How the answer is shown. */
export const all = flag('show lists in full', { shapes: true });
export const width = option(wholeNumber(1, 10_000).optional(), 'columns of the report (60 to 160)', {
  value: '<n>',
  shapes: true,
});
export const json = flag('the answer as one JSON object', { shapes: true });

function bytesOf(written: string, context: z.RefinementCtx): number {
  const match = /^(\d{1,6})\s?(MB|GB)$/i.exec(written);
  const bytes = match === null ? 0 : Number(match[1]) * (match[2]!.toUpperCase() === 'GB' ? 1e9 : 1e6);
  if (bytes >= 1e6 && bytes <= MOST_MEMORY) return bytes;
  context.addIssue({ code: 'custom', message: 'Expected a size from 1MB to 16GB, such as 500MB or 1GB.' });
  return z.NEVER;
}
