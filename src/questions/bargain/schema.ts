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

export const schema = z.union([session, equilibrium]);
