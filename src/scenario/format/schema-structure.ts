/**
 * Edits of what a scenario is made of: its parties, issues, options, rules, red lines and drafts added, changed, renamed,
 * moved and removed, as plain data. No number is made up: what a new party or issue is not given is not yet valued.
 *
 * `changeRule` says a rule anew, `range` gives an issue other numbers, `only` the condition under which it arises, or none.
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

/** The numbers of an issue. */
const range = z.strictObject({ from: number, to: number, step: number });

/** What one issue adds to a sum: so many times the number picked, or an amount by option. */
const term = z.union([
  z.strictObject({ issue, times: number }),
  z.strictObject({ issue, amounts: z.array(z.strictObject({ option: id, amount: number })).min(1) }),
]);

const forbidden = { forbid: clauses, why: text };
const implication = { if: clauses, implied: clauses, why: text };
const sum = { sum: z.array(term).min(1), atLeast: number.exactOptional(), atMost: number.exactOptional(), why: text };

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
    issue: z.strictObject({
      id,
      title: line,
      group: text.exactOptional(),
      only: clauses.exactOptional(),
      unit: line.exactOptional(),
      range: range.exactOptional(),
      options: z.array(option),
    }),
    at: place.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('range'),
    issue,
    range,
    unit: line.exactOptional(),
    worths: z.array(z.strictObject({ party, option: id, ...number.shape })),
  }),
  z.strictObject({ kind: z.literal('only'), issue, only: clauses.exactOptional() }),
  z.strictObject({ kind: z.literal('worths'), party, issue, ...worths }),
  z.strictObject({
    kind: z.literal('addOption'),
    issue,
    option,
    worths: z.array(z.strictObject({ party, ...number.shape })),
  }),
  z.strictObject({ kind: z.literal('forbid'), rule: z.strictObject({ id, ...forbidden }) }),
  z.strictObject({ kind: z.literal('imply'), rule: z.strictObject({ id, ...implication }) }),
  z.strictObject({ kind: z.literal('sum'), rule: z.strictObject({ id, ...sum }) }),
  z.strictObject({
    kind: z.literal('changeRule'),
    rule: id,
    to: z.union([z.strictObject(forbidden), z.strictObject(implication), z.strictObject(sum)]),
  }),
  z.strictObject({ kind: z.literal('renameRule'), rule: id, to: id }),
  z.strictObject({ kind: z.literal('renameRedLine'), party, redLine: id, to: listedId }),
  z.strictObject({ kind: z.literal('moveRedLine'), party, redLine: id, to: place }),
  z.strictObject({ kind: z.literal('remove'), list, id }),
  z.strictObject({ kind: z.literal('removeOption'), issue, option: id }),
  z.strictObject({ kind: z.literal('move'), list, id, to: place }),
  z.strictObject({ kind: z.literal('moveOption'), issue, option: id, to: place }),
] as const;

export const structureEdit = z.discriminatedUnion('kind', structureEdits);
