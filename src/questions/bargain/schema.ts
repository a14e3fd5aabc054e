/** The JSON documents of `winset bargain --json`, as schemas. */
import { z } from 'zod';
import { ENDINGS } from '../../engine/bargain/answer.ts';
import { byParty, deal, head, ids, points, seed } from '../../report/json-schema.ts';
import { LINES, PROTOCOLS, STRATEGY_KINDS } from '../../scenario/scenario.ts';

const scored = { deal, utility: byParty(points) };
const round = z.int().min(1);
const party = z.string();
const proposer = party.nullable().describe('Null: the mediator.');
const fraction = z
  .string()
  .regex(/^\d+(\/\d+)?$/)
  .describe('An exact fraction.');

export const strategy = z.strictObject({
  kind: z.enum(STRATEGY_KINDS),
  exponent: z.number().optional(),
  window: z.int().optional(),
});

const setup = {
  protocol: z.enum(PROTOCOLS),
  agenda: z.strictObject({ groups: z.array(ids), revisable: z.boolean() }).nullable(),
  redLines: z.enum(LINES),
  rounds: round,
  order: ids,
  strategies: byParty(strategy),
  patience: byParty(fraction),
};

const run = z.strictObject({
  seed: z.string(),
  ended: z.enum(ENDINGS),
  agreement: z.strictObject({ round, proposer, ...scored, signers: ids }).nullable(),
  offers: z.array(z.strictObject({ round, party: proposer, ...scored, accepted: ids, proven: z.boolean() })),
  left: z.array(z.strictObject({ party, round })),
});

const session = z.strictObject({
  ...head('bargain'),
  seed,
  ...setup,
  runs: z.array(run),
  summary: z.strictObject({ agreements: z.int(), runs: z.int() }),
  periods: z
    .array(
      z.strictObject({
        fromRound: round,
        date: z.string().nullable(),
        stage: z.string().nullable(),
        empty: z.boolean().nullable().describe('Null: not decided within the search budget.'),
      }),
    )
    .describe('Whose positions hold from which round on.'),
  efficient: z.boolean().nullable(),
  beatenBy: z.strictObject(scored).nullable().describe('Better for somebody and worse for nobody.'),
});

const spread = z
  .strictObject({
    least: z.number(),
    lowQuartile: z.number(),
    median: z.number(),
    highQuartile: z.number(),
    most: z.number(),
    mean: z.number(),
  })
  .nullable()
  .describe('Null: no session has a deal.');
const counts = z.record(z.string(), z.int());

const manyRuns = z.strictObject({
  ...head('bargain'),
  seed,
  ...setup,
  draws: z.boolean().describe('Whether numbers were drawn from their ranges for each session.'),
  runs: z.array(
    z.strictObject({
      seed: z.string(),
      first: party.describe('Who spoke first.'),
      ended: z.enum(ENDINGS),
      agreement: run.shape.agreement,
      offers: run.shape.offers.nullable().describe('Null: told of the first sessions only.'),
      left: run.shape.left.nullable(),
      noZone: z.boolean().nullable().describe('Without a deal: whether there was none to be had; null: not decided.'),
      standing: z
        .strictObject({
          gain: byParty(points),
          distance: z.number().describe('By how much everybody who signed could have got more at once.'),
          left: z.number().describe('The largest sum that they could have got on top, nobody losing.'),
          nash: z.number().nullable().describe('Product of their gains as a share of the largest.'),
          nearest: z.strictObject({ draft: z.string(), share: z.number() }).nullable(),
          proven: z.boolean(),
        })
        .nullable(),
    }),
  ),
  summary: z.strictObject({
    runs: z.int(),
    asked: z.int(),
    agreements: z.int(),
    share: z.number(),
    interval: z.tuple([z.number(), z.number()]).describe('Of the share, 95 % (Clopper and Pearson 1934).'),
    failed: z.strictObject({ noZone: z.int(), deadline: z.int(), walkOut: z.int() }),
    rounds: spread,
    distance: spread,
    left: spread,
    nash: spread,
    gain: byParty(spread),
    clauses: z.record(z.string(), counts).describe('By issue and option: the number of deals with it.'),
    nearest: counts.describe('By draft: the number of deals nearest to it.'),
    unproven: z.int(),
  }),
});

const outcome = z.strictObject({
  ended: z.enum(ENDINGS),
  round: z.int().min(0).describe('Of the agreement, else the last with an offer or a walk-out; 0: there was neither.'),
  agreement: run.shape.agreement,
  gain: byParty(points).describe('Points over no deal; 0 without an agreement.'),
});

const allOrders = z.strictObject({
  ...head('bargain'),
  seed,
  ...setup,
  orderCount: z.int().min(2).describe('Orders of the groups; fewer are told where the work was stopped.'),
  atOnce: outcome.describe('All issues on the table from the first round on.'),
  orders: z
    .array(
      outcome.extend({
        groups: z.array(z.int().min(1)).describe('Numbers of the groups of the agenda, from 1.'),
        group: z.int().min(1).nullable().describe('The group that the last offer was about; null: nobody made one.'),
      }),
    )
    .describe('The order asked for first.'),
});

const exact = z
  .string()
  .regex(/^-?\d+(\/\d+)?$/)
  .describe('An exact fraction of points.');
const varied = { gain: byParty(points), proven: z.boolean() };

const equilibrium = z.strictObject({
  ...head('equilibrium'),
  seed,
  rounds: round,
  proposers: z.enum(['order', 'drawn']),
  order: ids,
  patience: byParty(fraction),
  proven: z.boolean(),
  first: z
    .strictObject({ round, proposer: party, ...scored })
    .nullable()
    .describe('What is agreed; null: nothing is, or proposers are drawn.'),
  values: z.array(
    z.strictObject({
      round,
      proposer: party.nullable().describe('Null: drawn.'),
      passes: z.boolean(),
      deal: deal.nullable(),
      gain: byParty(points).describe('Gains over no deal by party id, counted in this round.'),
      exact: byParty(exact),
      proposals: z.array(z.strictObject({ proposer: party, chance: z.number(), deal: deal.nullable() })).optional(),
    }),
  ),
  variations: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('horizon'), rounds: round, ...varied }),
        z.strictObject({ kind: z.literal('order'), order: ids, ...varied }),
        z.strictObject({ kind: z.literal('patience'), party, patience: fraction, ...varied }),
      ]),
    )
    .describe('The same with one thing otherwise: what each party gains in round 1.'),
  leftOut: z.int().describe('Variations that were not looked at: they would have taken too long.'),
});

export const schema = z.union([session, manyRuns, allOrders, equilibrium]);
