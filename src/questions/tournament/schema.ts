/** The JSON document of `winset tournament --json`, as a schema. */
import { z } from 'zod';
import { byParty, head, ids, points, seed } from '../../report/json-schema.ts';
import { PROTOCOLS } from '../../scenario/scenario.ts';

const name = z.string().describe('A strategy, such as boulware:4.');

export const schema = z.strictObject({
  ...head('tournament'),
  seed,
  protocol: z.enum(PROTOCOLS),
  rounds: z.int().min(1),
  order: ids,
  menu: byParty(z.array(name)),
  runs: z.int().min(1).describe('Sessions of each profile.'),
  complete: z.boolean().describe('Every profile was played.'),
  profileCount: z.int().min(1),
  profiles: z.array(
    z.strictObject({
      strategies: byParty(name),
      runs: z.int().min(1),
      agreements: z.int().min(0),
      gain: byParty(points).describe('Mean over all sessions; one without a deal gains nobody anything.'),
      regret: byParty(points).nullable().describe('What the best reply would have gained more.'),
    }),
  ),
  equilibria: z.array(byParty(name)).nullable().describe('Everybody plays a best reply.'),
  neverBest: byParty(z.array(name)).nullable(),
  replicator: z
    .strictObject({ steps: z.int(), shares: byParty(z.record(z.string(), z.number())) })
    .nullable()
    .describe('Shares of the strategies after so many steps from equal shares: one path and no theorem.'),
});
