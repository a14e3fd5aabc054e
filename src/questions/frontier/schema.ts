/** The JSON document of `winset frontier --json`, as a schema. */
import { z } from 'zod';
import { byParty, count, deal, digits, head, ids, points, seed } from '../../report/json-schema.ts';

const placed = { utility: byParty(points), nearest: z.int(), distance: points };

export const schema = z.strictObject({
  ...head('frontier'),
  seed,
  scope: z.enum(['space', 'zone']),
  coalition: ids,
  empty: z.boolean().nullable(),
  exact: z.boolean(),
  epsilon: points.nullable().describe('What is proven about the points; null: nothing.'),
  asked: points,
  tolerance: z.strictObject({
    measure: z.enum(['share', 'points']),
    asked: z.number(),
    proven: z.number().nullable(),
  }),
  guarantee: z.string(),
  points: z.array(
    z.strictObject({
      utility: byParty(points),
      accepts: byParty(z.boolean()),
      deal,
      variants: z.union([digits, count]),
    }),
  ),
  landmarks: z.array(z.strictObject({ kind: z.enum(['solution', 'draft', 'noDeal']), id: z.string(), ...placed })),
});
