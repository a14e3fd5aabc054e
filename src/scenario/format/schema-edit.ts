/**
 * The edits a person can make, as plain data: their types, and the schema that reads them back from a file.
 */
import { z } from 'zod';
import { draftEntry } from './schema.ts';
import type { structureEdit } from './schema-structure.ts';
import { structureEdits } from './schema-structure.ts';
import { choice, id, listedId, sourceRefs, text } from './schema-shared.ts';

const party = id;
const issue = id;
const number = z.number();
/** As typed, only where the nearest double is not the number. */
const exact = z.string().exactOptional();
/** The number is not yet valued, as the file has it: what `value` says does not count. */
const unknown = z.literal(true).exactOptional();
const UNKNOWN = 'is no edit that this program knows';

const { clauses: _clauses, ...draftHead } = draftEntry.shape;
const draft = z.strictObject({ id: listedId, ...draftHead, clauses: z.array(z.strictObject({ issue, option: id })) });

export const patternAsList = z.array(z.strictObject({ issue, options: z.array(choice).min(1) })).min(1);
const because = { why: text.exactOptional(), sources: sourceRefs.exactOptional() };

/** The number of one party that a slider moves. */
const numberEdits = [
  z.strictObject({ kind: z.literal('weight'), party, issue, value: number, exact, unknown }),
  z.strictObject({ kind: z.literal('value'), party, issue, option: id, value: number, exact, unknown }),
  z.strictObject({ kind: z.literal('scale'), party, issue, factor: number }),
  z.strictObject({ kind: z.literal('disagreement'), party, value: number, exact, unknown }),
  z.strictObject({ kind: z.literal('reservation'), party, value: number, exact, unknown }),
  z.strictObject({ kind: z.literal('aspiration'), party, value: number, exact }),
  z.strictObject({ kind: z.literal('firmness'), party, value: number, exact }),
] as const;
const numberEdit = z.discriminatedUnion('kind', numberEdits);

/** How the parties bargain. A strategy is written as a person types it, "boulware:8". */
const bargainingEdits = [
  z.strictObject({ kind: z.literal('protocol'), protocol: z.string() }),
  z.strictObject({ kind: z.literal('rounds'), value: number }),
  z.strictObject({ kind: z.literal('order'), order: z.array(id) }),
  z.strictObject({ kind: z.literal('patience'), party, value: number }),
  z.strictObject({ kind: z.literal('strategy'), party, strategy: z.string() }),
] as const;
const bargainingEdit = z.discriminatedUnion('kind', bargainingEdits);

const singleEdits = [
  ...structureEdits,
  ...numberEdits,
  ...bargainingEdits,
  z.strictObject({
    kind: z.literal('curve'),
    party,
    issue,
    formula: z.string().exactOptional(),
    points: z.array(z.strictObject({ at: id, value: number })).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('dropRedLine'), party, redLine: id }),
  z.strictObject({ kind: z.literal('restoreRedLine'), party, redLine: id }),
  z.strictObject({
    kind: z.literal('redLine'),
    party,
    redLine: z.strictObject({ id: listedId, when: patternAsList, ...because }),
  }),
  z.strictObject({ kind: z.literal('holds'), party, redLine: id, value: number, exact }),
  z.strictObject({ kind: z.literal('adjustment'), party, index: z.int().min(0), value: number, exact }),
  z.strictObject({ kind: z.literal('dropConsent'), index: z.int().min(0) }),
  z.strictObject({ kind: z.literal('lock'), issue, options: z.array(choice) }),
  z.strictObject({ kind: z.literal('unlock'), issue }),
  z.strictObject({ kind: z.literal('stage'), stage: id }),
  z.strictObject({ kind: z.literal('draft'), draft }),
] as const;
const singleEdit = z.discriminatedUnion('kind', singleEdits, { error: UNKNOWN });

export const scenarioEditSchema = z.discriminatedUnion(
  'kind',
  [...singleEdits, z.strictObject({ kind: z.literal('several'), edits: z.array(singleEdit) })],
  { error: UNKNOWN },
);

/**
 * `curve` gives the numbers of a range a formula, or else points with straight lines between, in place of what they
 * have.
 */
export type CurveEdit = DeepReadonly<Extract<z.infer<typeof singleEdit>, { readonly kind: 'curve' }>>;

/** `value`: 0..100 on a party with weights, any points on a score sheet. `scale` multiplies the scores of an issue. */
export type NumberEdit = Readonly<z.infer<typeof numberEdit>>;

export type StructureEdit = DeepReadonly<z.infer<typeof structureEdit>>;

export type BargainingEdit = DeepReadonly<z.infer<typeof bargainingEdit>>;

/**
 * `dropConsent` counts the scenario's conditional signatures as they stand, from 0. `lock` names the options that
 * stay allowed. `holds` is the probability that a red line is one, 0..1; `adjustment` counts the party's, from 0.
 * `restoreRedLine` puts a line of the file back that was
 * dropped, or one that a stage draws. `redLine` adds a line, or says another one's pattern anew. `draft` adds a draft, or replaces the one with the same id.
 */
export type SingleEdit = DeepReadonly<z.infer<typeof singleEdit>>;

/** `several` is made as one step, or not at all. */
export type ScenarioEdit = SingleEdit | { readonly kind: 'several'; readonly edits: readonly SingleEdit[] };

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
