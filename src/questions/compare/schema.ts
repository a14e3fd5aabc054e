/** The JSON document of `winset compare --json`, as a schema. */
import { z } from 'zod';
import { byParty, count, deal, head, ids, points, seed, taken, unproven } from '../../report/json-schema.ts';
import { CONTRAST_KINDS } from '../../scenario/edit/contrast.ts';
import { CONCLUSION_KINDS } from './conclusions.ts';

const key = z.string().regex(/^[A-I]$/);
const verdict = z.union([z.boolean(), z.enum(['open', 'unknown'])]);
const price = z.number().nullable();

export const schema = z.strictObject({
  ...head('compare'),
  seed,
  columns: z.array(
    z.strictObject({
      key: key.describe('What the column is called below; A is the first scenario.'),
      title: z.string(),
      hash: z.string(),
      stage: z.string().nullable(),
      reading: z.strictObject({ name: z.string(), by: z.string(), why: z.string() }).nullable(),
      parties: ids,
      unvalued: taken.exactOptional(),
      empty: z.boolean().nullable(),
      count,
      uniformSlack: points.nullable(),
      coalition: ids,
      unsettled: z.array(ids).nullable().describe('Sets of issues, any of which left open lets the others be settled.'),
      openings: z
        .strictObject({ total: price, largest: price, parties: price, redLines: price })
        .nullable()
        .describe('The smallest opening by each measure; null where there is a deal.'),
      nash: z.strictObject({ proven: z.boolean(), deal, utility: byParty(points) }).nullable(),
      drafts: z.record(
        z.string(),
        z.strictObject({
          noDeal: z.literal(true).describe('No deal in the place of a draft.').exactOptional(),
          inZone: verdict,
          accepts: byParty(verdict),
          blockedBy: ids,
          efficient: z.boolean().nullable().describe('Of no deal.').exactOptional(),
        }),
      ),
      unproven,
    }),
  ),
  differences: z
    .record(
      z.string(),
      z.array(
        z.strictObject({
          kind: z.enum(CONTRAST_KINDS),
          text: z.string(),
          path: z.string().nullable().describe('As `winset show` takes it.'),
          from: z.number().nullable().optional(),
          to: z.number().optional(),
        }),
      ),
    )
    .describe('By column: what differs from A.'),
  conclusions: z.array(
    z.strictObject({
      kind: z.enum(CONCLUSION_KINDS),
      id: z.string().nullable().describe('Of the draft, of no deal or of the issue.'),
      title: z.string(),
      values: z.record(z.string(), z.string().nullable()).describe('By column; null where it does not arise.'),
      standing: z
        .enum(['shared', 'partly', 'hangs', 'divided'])
        .describe('Partly: the same wherever it arises, which is not everywhere.'),
      hangsOn: key.nullable(),
    }),
  ),
});
