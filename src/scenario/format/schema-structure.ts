/**
 * Edits of what a scenario is made of: its parties, issues, options, rules and drafts added, renamed, moved and removed,
 * as plain data. No number is made up: what a new party or issue is not given is not yet valued.
 */
import { z } from 'zod';
import { choice, id, line, listedId, text } from './schema-shared.ts';

const party = id;
const issue = id;
/** As typed, so that no digit is lost. */
const number = z.strictObject({ value: z.number(), exact: z.string().exactOptional() });
const place = z.int().min(0);
const clauses = z.array(z.strictObject({ issue, options: z.array(choice).min(1) })).min(1);

/** What one issue is worth to a party: a number for each of its options, with the issue's weight where it has weights. */
const worths = {
  weight: number.exactOptional(),
  values: z.array(z.strictObject({ option: id, ...number.shape })).min(1),
};

const option = z.strictObject({ id, label: line });

/** Of lists in which an entry can be moved or removed by its id. */
export const STRUCTURE_LISTS = ['party', 'issue', 'rule', 'draft'] as const;
const list = z.enum(STRUCTURE_LISTS);

export const structureEdits = [
  z.strictObject({ kind: z.literal('title'), title: line }),
  z.strictObject({ kind: z.literal('renameParty'), party, name: line, short: line.exactOptional() }),
  z.strictObject({ kind: z.literal('renameIssue'), issue, title: line }),
  z.strictObject({ kind: z.literal('renameOption'), issue, option: id, label: line }),
  z.strictObject({ kind: z.literal('renameDraft'), draft: id, title: line }),
  z.strictObject({
    kind: z.literal('addParty'),
    party: z.strictObject({
      id: listedId,
      name: line,
      disagreement: number.exactOptional(),
      reservation: number.exactOptional(),
    }),
    first: z.strictObject({ issue, ...worths }).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('addIssue'),
    issue: z.strictObject({ id, title: line, group: text.exactOptional(), options: z.array(option).min(1) }),
    at: place.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('worths'), party, issue, ...worths }),
  z.strictObject({
    kind: z.literal('addOption'),
    issue,
    option,
    worths: z.array(z.strictObject({ party, ...number.shape })),
  }),
  z.strictObject({ kind: z.literal('forbid'), rule: z.strictObject({ id, forbid: clauses, why: text }) }),
  z.strictObject({ kind: z.literal('imply'), rule: z.strictObject({ id, if: clauses, implied: clauses, why: text }) }),
  z.strictObject({ kind: z.literal('remove'), list, id }),
  z.strictObject({ kind: z.literal('removeOption'), issue, option: id }),
  z.strictObject({ kind: z.literal('move'), list, id, to: place }),
  z.strictObject({ kind: z.literal('moveOption'), issue, option: id, to: place }),
] as const;

export const structureEdit = z.discriminatedUnion('kind', structureEdits);
