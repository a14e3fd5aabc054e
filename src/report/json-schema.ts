/**
 * What JSON documents of several questions share, as schemas: the documents of `--json` say exactly what stands here, and
 * `winset schema --answer <question>` prints it as JSON Schema.
 */
import { z } from 'zod';

export const digits = z.string().regex(/^\d+$/).describe('A whole number of any size.');

export const count = z.union([
  z.strictObject({ exact: digits }),
  z.strictObject({
    low: digits,
    high: digits,
    estimate: z.number().nullable().describe('Null beyond 10^300: no number holds it.'),
    ci95: z.tuple([z.number(), z.number()]).nullable().describe('95 % interval of the estimate.'),
  }),
]);

export const ids = z.array(z.string());
export const points = z.number().describe('Points of utility.');
export const deal = z.record(z.string(), z.string()).describe('Option ids by issue id.');

export function byParty<T extends z.ZodType>(value: T) {
  return z.record(z.string(), value).describe('By party id.');
}

export function byOption<T extends z.ZodType>(value: T) {
  return z.record(z.string(), z.record(z.string(), value)).describe('By issue id and option id.');
}

export const optionStatus = byOption(z.enum(['settled', 'dead', 'open', 'unknown']));

const bound = z.union([z.number(), z.string()]).optional();
export const pattern = z
  .record(
    z.string(),
    z.array(z.union([z.string(), z.strictObject({ from: bound, above: bound, to: bound, below: bound })])),
  )
  .describe('By issue id: option ids, and numbers between bounds as "100..250" or a block.');

export const demand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reservation'), party: z.string() }),
  z.strictObject({ kind: z.literal('redLine'), party: z.string(), id: z.string() }),
  z.strictObject({ kind: z.literal('consent'), party: z.string(), when: pattern }),
]);

const verdict = z.union([z.boolean(), z.enum(['open', 'unknown'])]);

export const draft = {
  noDeal: z
    .literal(true)
    .describe('No deal in the place of a draft: nobody signs it, so by party there is `utility` alone.')
    .exactOptional(),
  complete: z.boolean(),
  utility: byParty(z.union([points, z.strictObject({ min: points, max: points })])),
  accepts: byParty(verdict),
  blockedBy: ids,
  inZone: verdict,
  efficient: z.boolean().nullable(),
  dominatedBy: deal.nullable(),
  shortfall: byParty(points),
  costs: byParty(z.array(z.strictObject({ issue: z.string(), cost: points }))),
  redLines: byParty(ids),
  brokenRules: ids,
};

export const space = z.strictObject({ deals: digits, issues: z.int() });

const unvalued = {
  verdict: z
    .enum(['always', 'depends', 'never', 'undecided'])
    .describe('Whether there is a deal: whatever the numbers are, with some of them, or with none.'),
  numbers: z.array(
    z.strictObject({
      party: z.string(),
      what: z.enum(['disagreement', 'issue', 'weight', 'values', 'options']),
      issue: z.string().exactOptional(),
      options: ids.exactOptional(),
    }),
  ),
};

/** Of an answer that holds whatever they are. */
export const taken = z
  .strictObject({
    ...unvalued,
    taken: z
      .enum(['worst', 'best'])
      .describe('How the rest of the document takes them: values 0 and no deal worth 100, or the other way round.'),
    beyond: z
      .number()
      .describe('What a score not yet valued is taken for: this many points at best, minus this many at worst.')
      .exactOptional(),
  })
  .describe('Absent where every number is valued.');

const middle = z
  .strictObject({ ...unvalued, taken: z.literal('middle') })
  .describe('Numbers not yet valued: the document takes the middle in their place, and proves nothing for others.');

/** How the document of a question begins. */
export function head(question: string) {
  return {
    schema: z.literal(`winset/${question}@1`),
    version: z.string(),
    scenario: z.strictObject({
      title: z.string(),
      hash: z.string(),
      stage: z.string().nullable().describe('Null: the positions of the file.'),
    }),
    assumptions: z
      .array(
        z.discriminatedUnion('kind', [
          z.strictObject({
            kind: z.literal('redLineDropped'),
            party: z.string(),
            id: z.string(),
            why: z.string().nullable(),
          }),
          z.strictObject({ kind: z.literal('set'), path: z.string(), value: z.number(), change: z.string() }),
          z.strictObject({ kind: z.literal('redLineHolds'), path: z.string(), change: z.string() }),
        ]),
      )
      .describe('What was changed to see what follows.'),
    unvalued: middle.exactOptional(),
    warnings: z.array(z.string()),
  };
}

export const seed = z.string().describe('Of estimates and draws.');

export const unproven = ids.optional().describe('Parts of the document that may lack something; absent: none.');

export const newOptions = z
  .array(
    z.strictObject({
      issue: z.string(),
      coalition: ids,
      least: z.array(
        z.strictObject({
          points: byParty(points.nullable()),
          share: byParty(z.number().nullable()),
          proven: z.boolean(),
        }),
      ),
    }),
  )
  .describe('Issues on which an option that is not on the list would open the zone, and the least it has to be worth.');
