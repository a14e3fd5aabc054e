/** The JSON document of `winset score --json`, as a schema. */
import { z } from 'zod';
import { deal, draft, head } from '../../report/json-schema.ts';

export const schema = z.strictObject({
  ...head('score'),
  draft: z.string().nullable().describe('Null: a deal from a file.'),
  deal,
  ...draft,
});
