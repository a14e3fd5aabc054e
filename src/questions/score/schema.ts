/** The JSON document of `winset score --json`, as a schema. */
import { z } from 'zod';
import { deal, draft, head } from '../../report/json-schema.ts';

export const schema = z.strictObject({
  ...head('score'),
  draft: z.string().nullable().describe('Null: a deal from a file, or no deal asked for as such.'),
  deal: deal.nullable().describe('Null: no deal.'),
  ...draft,
});
