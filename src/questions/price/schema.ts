/** The JSON document of `winset price --json`, as a schema. */
import { z } from 'zod';
import { byParty, deal, head, points } from '../../report/json-schema.ts';

const byIssue = z.record(z.string(), points).describe('By issue id.');
const clause = {
  party: z.string(),
  issue: z.string(),
  option: z.string(),
  cost: points.describe('Points lost against its best option of the issue, all else as it is.'),
};

const nash = z.strictObject({
  proven: z.boolean(),
  deal,
  utility: byParty(points),
  paid: z
    .strictObject({ byIssue, adjustments: points, total: points })
    .describe('What the deal asked about gives the party beyond this one.'),
  needed: points.describe('What it would have to be given elsewhere to take the clause into this deal.'),
});

export const schema = z.strictObject({
  ...head('price'),
  about: z.string(),
  proven: z.boolean().describe('False: the deal is the best one found.'),
  deal,
  spare: byParty(points).describe('Points above the least that each party signs for.'),
  swallowed: z.array(z.strictObject(clause)),
  followed: z
    .strictObject({
      ...clause,
      carried: byIssue.describe('What other clauses give it above its worst option of the issue.'),
      refused: z
        .strictObject({
          empty: z.boolean().nullable().describe('True: its refusal leaves no deal; null: not decided.'),
          nash: nash.nullable(),
        })
        .nullable()
        .describe('Null: the clause costs it nothing.'),
    })
    .nullable(),
});
