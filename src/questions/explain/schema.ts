/** The JSON document of `winset explain --json`, as a schema. */
import { z } from 'zod';
import {
  byParty,
  count,
  deal,
  demand,
  digits,
  draft,
  head,
  ids,
  newOptions,
  optionStatus,
  points,
  seed,
  space,
  unproven,
} from '../../report/json-schema.ts';

const opening = z.strictObject({
  value: z.number(),
  deals: z.array(deal),
  who: byParty(points),
  ways: z.array(
    z.strictObject({
      deal,
      utility: byParty(points),
      signers: ids,
      who: byParty(points),
      beyond: ids.describe('Those that give up more than that, since they sign only for more.').exactOptional(),
      redLines: z.array(demand),
      rule: z.enum(['nash', 'fewest-points']),
      proven: z.boolean().describe('False where the Nash deal is the best found and not proven best.'),
    }),
  ),
  complete: z.boolean(),
});

const openings = z.strictObject({
  total: opening.nullable(),
  largest: opening.nullable(),
  parties: opening.nullable(),
  redLines: opening.nullable(),
});

const exchangeList = z.strictObject({
  count: z.int(),
  complete: z.boolean(),
  list: z.array(z.strictObject({ changes: deal, gain: byParty(points), everyoneGains: z.boolean() })),
});

const exchanges = z.strictObject({
  from: deal,
  utility: byParty(points),
  logrolls: exchangeList,
  packages: exchangeList,
});

const optionsByIssue = z
  .record(z.string(), ids)
  .describe('Option ids by issue id; of a long range, numbers that follow each other as one: 100..250.');

export const schema = z.strictObject({
  ...head('explain'),
  seed,
  space,
  empty: z.boolean().nullable(),
  conflicts: z.array(z.array(demand)),
  repairs: z.array(z.array(demand)),
  complete: z.boolean(),
  openings: z.union([openings, z.strictObject({})]),
  newOptions,
  newOptionsComplete: z.boolean(),
  slack: z.strictObject({
    uniform: points.nullable(),
    headroom: byParty(points.nullable()),
    headroomIs: byParty(z.enum(['points', 'unneeded', 'apart', 'unknown'])),
  }),
  zone: z
    .strictObject({
      status: optionStatus,
      dead: z
        .array(
          z.strictObject({
            issue: z.string(),
            option: z.string(),
            ruledOut: z.boolean(),
            refusedBy: z.array(z.strictObject({ party: z.string(), byRedLines: z.boolean() })),
          }),
        )
        .describe(
          'What alone keeps each dead option out of every deal: the rules, or parties that sign no combination with it, ' +
            'by their red lines whatever their thresholds or by both. Neither where it takes several demands together.',
        ),
      newRedLines: byParty(z.strictObject({ close: optionsByIssue, open: optionsByIssue })),
      tightest: z.array(z.strictObject({ redLine: demand, points })),
      soleBlocker: byParty(z.union([digits, count])),
    })
    .nullable(),
  exchanges: exchanges.nullable(),
  drafts: z.record(
    z.string(),
    z.strictObject({
      stage: z.string().nullable().describe('The positions it is held against.'),
      ...draft,
      edits: z.array(
        z.strictObject({
          without: z.array(demand),
          distance: z.int(),
          count: digits.nullable(),
          complete: z.boolean(),
          ways: z.array(z.strictObject({ changes: deal, deal, utility: byParty(points) })),
        }),
      ),
      pleasing: z.array(z.strictObject({ change: deal, gain: byParty(points) })),
      exchanges: exchanges.nullable(),
    }),
  ),
  unproven,
});
