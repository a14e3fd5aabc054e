/** The JSON document of `winset class debrief --json`, as a schema. */
import { z } from 'zod';
import { SOLUTION_NAMES } from '../../engine/answer.ts';
import { byParty, deal, points } from '../../report/json-schema.ts';

const near = (name: z.ZodType) => z.strictObject({ names: z.array(name), apart: z.number() }).nullable();

const role = z.strictObject({
  role: z.string(),
  points,
  least: points,
  noDeal: points,
  gain: points.describe('Above no deal.'),
  belowLeast: z.boolean(),
  crosses: z.array(z.string()).describe('Its red lines that the deal crosses, those that are a bluff included.'),
  shouldNot: z.boolean().describe('It would not have signed by its sheet; lines that are a bluff bind nobody.'),
  rank: z.number().describe('Among the same role of all teams that are done.'),
});

const team = z.strictObject({
  team: z.string(),
  result: z.enum(['deal', 'no deal', 'open']),
  stage: z.string().nullable().describe('Whose numbers counted when the team signed.'),
  deal: deal.nullable(),
  minute: z.number().nullable(),
  roles: z.array(role),
  inZone: z.union([z.boolean(), z.enum(['open', 'unknown'])]).nullable(),
  efficient: z.boolean().nullable(),
  cause: z.enum(['missed', 'none', 'outside']).nullable(),
  better: z
    .strictObject({ deal, utility: byParty(points), words: z.string() })
    .nullable()
    .describe('Better for everybody, with the largest least gain.'),
  commonGainLeft: points.nullable(),
  proven: z.boolean(),
  productShare: z.number().nullable(),
  nearestSolutions: near(z.enum(SOLUTION_NAMES)),
  nearestDrafts: near(z.string()),
  missedTrades: z.array(z.string()),
  firstOffer: z.strictObject({ role: z.string(), minute: z.number(), points: z.array(points).nullable() }).nullable(),
});

export const schema = z.strictObject({
  schema: z.literal('winset/debrief@1'),
  version: z.string(),
  scenario: z.strictObject({ title: z.string(), hash: z.string() }),
  class: z.strictObject({ title: z.string().nullable(), minutes: z.number() }),
  teams: z.array(team),
  roles: z.array(
    z.strictObject({
      role: z.string(),
      least: points,
      noDeal: points,
      lowest: points,
      median: points,
      highest: points,
      meanGain: points,
      best: z.array(z.string()),
    }),
  ),
  leftOut: z.array(z.strictObject({ team: z.string(), reason: z.string() })),
  warnings: z.array(z.string()),
});
