/** The JSON document of `winset sensitivity --json`, as a schema. */
import { z } from 'zod';
import { byOption, byParty, count, deal, head, ids, points, seed } from '../../report/json-schema.ts';

const numberSchema = {
  party: z.string(),
  kind: z.string(),
  issue: z.string().optional(),
  option: z.string().optional(),
  adjustment: z.int().optional(),
  value: z.number(),
  range: z.enum(['stated', 'assumed']),
};

const outcomeSchema = {
  empty: z.boolean().nullable().describe('Null: not known within the search budget.'),
  coalition: ids,
  uniformSlack: points.nullable().describe('Null: red lines and rules leave no deal, or it was not proven.'),
  proven: z.boolean(),
  deal: deal.nullable(),
  gain: byParty(points).nullable(),
  count: count.nullable(),
};

const effect = z.strictObject({ at: z.number(), ...outcomeSchema, changed: z.int().nullable() });

const tornadoSchema = z.strictObject({
  solution: z.string(),
  base: z.strictObject(outcomeSchema),
  numbers: z.array(z.strictObject({ ...numberSchema, low: effect, high: effect })),
});

const reachSchema = {
  holds: z.number().nullable(),
  changes: z.number().nullable(),
  end: z.boolean(),
  proven: z.enum(['exact', 'end', 'bracketed', 'open']),
  changedBy: z.number().nullable(),
};

const waysSchema = z.strictObject({ down: z.strictObject(reachSchema), up: z.strictObject(reachSchema) });

const breakpointsSchema = z.array(
  z.strictObject({ ...numberSchema, verdict: waysSchema, deal: waysSchema.nullable() }),
);

const changeSchema = z.strictObject({ ...numberSchema, direction: z.enum(['down', 'up']), ...reachSchema });

const criticalSchema = z.strictObject({ verdict: changeSchema.nullable(), deal: changeSchema.nullable() });

const stepSchema = z.strictObject({
  after: z.string().nullable(),
  window: z.string(),
  openedBy: z.array(ids).nullable(),
  closedBy: z.array(ids).nullable(),
  allTried: z.boolean(),
  slackChange: points.nullable(),
  changedClauses: z.int().nullable(),
  parties: byParty(z.strictObject({ slackAlone: points.nullable(), slackWithout: points.nullable() })),
});

const stagesSchema = z.array(
  z.strictObject({
    stage: z.string().nullable(),
    date: z.string().nullable(),
    title: z.string(),
    ...outcomeSchema,
    bestDraft: byParty(z.strictObject({ id: z.string(), utility: points }).nullable()),
    nextTexts: z
      .array(
        z.strictObject({
          draft: z.string(),
          date: z.string().nullable(),
          standing: z.int().nullable(),
          clauses: z.int(),
        }),
      )
      .describe('Texts published on the first day after the stage: how many of their clauses stand in its deal.'),
    step: stepSchema.nullable(),
  }),
);

const share = z.strictObject({ share: z.number(), ci95: z.tuple([z.number(), z.number()]) });

const weights = byParty(z.record(z.string(), z.number()));

const smaaSchema = z.strictObject({
  draws: z.int(),
  stoppedBefore: z.int().nullable(),
  seed: z.string(),
  simplex: z.boolean(),
  solution: z.string(),
  unproven: z.int(),
  undecided: z.int(),
  error95: z.number(),
  zone: share,
  options: byOption(z.number()),
  drafts: z.record(z.string(), z.strictObject({ complete: z.boolean(), inZone: share, accepts: byParty(z.number()) })),
  redLines: z.array(
    z.strictObject({
      party: z.string(),
      redLine: z.string(),
      holds: share,
      zoneWhereHolds: share.nullable(),
      zoneWhereNot: share.nullable(),
    }),
  ),
  meanWeights: weights,
  centralWeights: byOption(weights.nullable()),
});

export const schema = z.strictObject({
  ...head('sensitivity'),
  seed,
  tornado: tornadoSchema.nullable(),
  breakpoints: breakpointsSchema.nullable(),
  critical: criticalSchema.nullable(),
  stages: stagesSchema.nullable(),
  smaa: smaaSchema.nullable(),
});
